import Escaping
import Evaluation
import Languages

/// Writes a pack as RFC 4180 says, with a mark that tells spreadsheets that it is UTF-8; no cell becomes a formula.
package enum CSVExporter {
    /// The pack as a table: what each row is stands in its first column.
    ///
    /// - Returns: lines that end in CR LF, the first of them after a byte order mark.
    package static func text(of pack: Pack) -> String {
        var rows = [
            [
                "record", "area", "number", "question", "text", "status", "answer", "level", "descriptor",
                "note", "strengths", "concerns", "evidence", "actions", "themes", "room", "confirmation",
            ]
        ]
        func row(_ record: String, _ cells: [Int: String]) {
            rows.append([record] + (1..<17).map { cells[$0] ?? "" })
        }
        row("pack", [3: pack.cover.session, 4: pack.cover.title, 6: pack.cover.pack, 8: pack.cover.marking])
        if let mark = pack.cover.mark { row("mark", [4: mark]) }
        row("standing", [4: pack.cover.standing])
        if let unconfirmed = pack.cover.unconfirmed { row("unconfirmed", [6: "\(unconfirmed)"]) }
        for notice in pack.cover.notices ?? [] { row("notice", [4: notice]) }
        for moved in pack.cover.moved ?? [] { row("moved", [4: moved]) }
        for missing in pack.cover.notComputed ?? [] { row("not-computed", [4: missing]) }
        for table in [pack.tier].compactMap(\.self) + pack.tables {
            row("finding", [4: table.title, 6: table.possible.joined(separator: "; ")])
        }
        for model in pack.models { row("model", [3: model.id, 4: model.title, 5: model.status.rawValue]) }
        for category in pack.signatures?.categories ?? [] {
            for signature in category.signatures {
                row(
                    "signature",
                    [
                        1: category.title, 3: signature.id, 4: signature.title,
                        6: signature.possible.joined(separator: "; "),
                    ])
            }
        }
        for answer in (pack.areas ?? []).flatMap(\.answers) { row("answer", answer.cells) }
        for action in pack.actions ?? [] { row("action", action.cells) }
        for measure in pack.measures ?? [] {
            row("measure", [3: measure.id, 4: measure.localizedDescription])
        }
        for ask in pack.asks ?? [] { row("ask", [4: ask]) }
        for review in pack.reviews?.reviews ?? [] {
            for entry in review.entries { row("review", entry.cells(review.localizedDescription)) }
        }
        for item in pack.leftOut {
            row("left-out", [4: item.what, 6: "\(item.count)", 8: item.why])
        }
        return byteOrderMark + text(of: rows)
    }

    /// What tells a spreadsheet that a file is UTF-8.
    static let byteOrderMark = "\u{FEFF}"

    /// Rows as lines that end in CR LF.
    static func text(of rows: [[String]]) -> String {
        var text = ""
        for row in rows {
            for (place, cell) in row.enumerated() {
                if place > 0 { text += "," }
                text += CSVText.escaped(cell)
            }
            text += "\r\n"
        }
        return text
    }
}

extension AnswerText {
    /// The answer's cells by column.
    fileprivate var cells: [Int: String] {
        let note = isWithheld ? local("withheld") : self.note
        return [
            1: question.area, 2: "\(question.number)", 3: question.id, 4: question.text, 5: status.rawValue,
            6: answer ?? (isLevelWithheld == true ? noAnswer : ""), 7: level.map(String.init) ?? "",
            8: descriptor ?? "", 9: note ?? "",
            10: strengths.joined(separator: "\n"), 11: concerns.joined(separator: "\n"),
            12: evidence.map(\.localizedDescription).joined(separator: "\n"),
            13: actions.map(\.localizedDescription).joined(separator: "\n"),
            14: themes.joined(separator: "; "),
            15: roomSentences.joined(separator: "\n"),
            16: toConfirm == true ? local("to be confirmed") : "",
        ]
    }
}

extension ReviewsText.EntryText {
    /// The cells of what a reviewer found on a question, by column.
    fileprivate func cells(_ review: String) -> [Int: String] {
        [
            1: question.area, 2: "\(question.number)", 3: question.id, 4: question.text, 5: verdict,
            6: own ?? "", 8: review, 9: comment ?? "", 12: seen ?? "", 13: test ?? "",
        ]
    }
}

extension ActionText {
    fileprivate var cells: [Int: String] {
        [1: question.area, 2: "\(question.number)", 3: question.id, 4: localizedDescription]
    }
}
