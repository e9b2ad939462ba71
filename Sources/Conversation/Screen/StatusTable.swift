import Evaluation
import Instruments
import Languages
import Reports
import Sessions
import Terminal

/// How far each area is, in words, one line each.
struct StatusTable {
    private struct Row {
        let area: String
        let stage: String
        let answered: String
        let answeredDescription: String
        let unknown: String
        let toConfirm: String
        let evidence: String

        var cells: [String] { [area, stage, answered, unknown, toConfirm, evidence] }
        var sentence: String {
            [area, stage, answeredDescription, unknown, toConfirm, evidence].filter { !$0.isEmpty }.joined(
                separator: ", ")
        }
    }

    private let rows: [Row]

    init(_ state: SessionState) {
        let asked = state.asked
        let unconfirmed = Set(state.unconfirmed)
        rows = state.questionnaire.areas.map { area in
            let counts = Counts(asked: area.questions.map(\.id).filter(asked.contains)) {
                state.response(to: $0)
            }
            let done = counts.questions - counts.unanswered
            let toConfirm = area.questions.count { unconfirmed.contains($0.id) }
            let stage =
                done == 0
                ? local("not started")
                : counts.unanswered + toConfirm == 0 ? local("done") : local("in progress")
            let evidence = area.questions.filter { asked.contains($0.id) }.reduce(0) {
                $0 + (state.records[$1.id]?.evidence.count ?? 0)
            }
            return Row(
                area: area.title, stage: stage, answered: local("\(done) of \(counts.questions)"),
                answeredDescription: local("\(done) of \(counts.questions) answered"),
                unknown: counts.dontKnow == 0 ? "" : counted(counts.dontKnow, "don't know", "don't knows"),
                toConfirm: toConfirm == 0 ? "" : local("\(toConfirm) to confirm"),
                evidence: evidence == 0 ? "" : counted(evidence, "evidence", "evidence"))
        }
    }

    /// Shows it as columns where the screen is wide enough, else as sentences of the same words.
    func show(on screen: Screen) throws(OutputFault) {
        let widths = (0..<6).map { column in rows.map { TextCells.width(of: $0.cells[column]) }.max() ?? 0 }
        // A column in which nothing stands takes no room.
        let columns = widths.indices.filter { widths[$0] > 0 }
        let fits = columns.map { widths[$0] }.reduce(0, +) + 2 * (columns.count - 1) <= screen.width
        for row in rows {
            guard fits else {
                try screen.say("-", row.sentence)
                continue
            }
            let line = columns.map { column in
                let cell = row.cells[column]
                return cell + String(repeating: " ", count: widths[column] - TextCells.width(of: cell))
            }
            try screen.say(line: line.joined(separator: "  ").withoutSpaceAtEnd)
        }
    }
}

extension String {
    fileprivate var withoutSpaceAtEnd: String {
        lastIndex { $0 != " " }.map { String(self[...$0]) } ?? ""
    }
}
