import Escaping
import Languages
import Sessions
package import Workbooks

/// Makes a workbook of a pack: to read, to print, and to write a review into.
package enum WorkbookExporter {
    /// The name of the sheet that says which pack the workbook is.
    package static let identitySheet = "canary"
    /// The columns of the review sheet that a reviewer fills in, from 0.
    package static let reviewColumns = (verdict: 5, own: 6, comment: 7, seen: 8, test: 9)
    /// The row of the first answer on the review sheet, from 0.
    package static let firstReviewRow = 4

    /// The pack as a workbook.
    ///
    /// Sheets that the audience does not see are left out.
    package static func workbook(of pack: Pack) -> Workbook {
        var sheets = [summary(pack)]
        if let areas = pack.areas {
            sheets += [answers(areas), evidence(areas)]
        }
        if let signatures = pack.signatures { sheets.append(self.signatures(signatures)) }
        if let actions = pack.actions { sheets.append(plans(actions, pack.asks ?? [])) }
        sheets += PlanExporter.measureSheets(of: pack)
        if let reviews = pack.reviews { sheets.append(peers(reviews)) }
        if let areas = pack.areas { sheets += [review(areas, pack), identity(areas, pack)] }
        return Workbook(
            title: titleProperty(of: pack), header: head(of: pack), footer: pack.cover.marking,
            created: (Timestamp(pack.cover.moment)?.milliseconds ?? 0) / 1_000, sheets: sheets)
    }

    /// The title as a property of the file, which has a limit; the first sheet has it whole.
    static func titleProperty(of pack: Pack) -> String {
        let title = HTMLExporter.title(of: pack).onOneLine.visible
        return title.utf16.count <= 255
            ? title : String(String.UnicodeScalarView(title.unicodeScalars.prefix(100))) + "\u{2026}"
    }

    /// The sender's mark, and whether it is a draft.
    private static func head(of pack: Pack) -> String {
        [pack.cover.mark, pack.cover.standingInBrief].compactMap(\.self).map(\.onOneLine.visible)
            .joined(separator: ". ")
    }

    private static func summary(_ pack: Pack) -> Workbook.Sheet {
        let parts: [Part] = [.cover, .position, .reading, .leftOut]
        let rows = parts.flatMap { pack.blocks(of: $0) }.flatMap { block -> [[Workbook.Cell]] in
            switch block {
            case .heading(_, let text): Workbook.rows(of: [text]) { .heading($0) }
            case .paragraph(let text), .quote(let text): Workbook.rows(of: [text]) { .text($0) }
            case .item(let level, let text):
                Workbook.rows(of: [String(repeating: "  ", count: level - 1) + "- " + text]) {
                    .text($0)
                }
            case .table, .chart: []
            }
        }
        return Workbook.Sheet(name: local("Summary"), widths: [100], rows: rows)
    }

    private static func answers(_ areas: [AreaText]) -> Workbook.Sheet {
        let header = [
            local("Question"), local("Text"), local("Answer"), local("What is seen"), local("Note"),
            local("Strengths"), local("Concerns"), local("Evidence"), local("Actions"), local("The room"),
        ]
        let rows = areas.flatMap(\.answers).map { answer in
            [
                answer.question.short, answer.question.text,
                (answer.answer ?? answer.noAnswer) + answer.confirmation,
                answer.descriptor ?? "", answer.isWithheld ? local("withheld") : answer.note ?? "",
                answer.strengths.joined(separator: "\n"), answer.concerns.joined(separator: "\n"),
                answer.evidence.map(\.localizedDescription).joined(separator: "\n"),
                answer.actions.map(\.localizedDescription).joined(separator: "\n"),
                answer.roomSentences.joined(separator: "\n"),
            ]
        }
        return table(local("Answers"), header, rows, widths: [24, 40, 20, 40, 40, 30, 30, 40, 30, 40])
    }

    private static func evidence(_ areas: [AreaText]) -> Workbook.Sheet {
        let rows = areas.flatMap(\.answers).flatMap { answer in
            answer.evidence.map { [$0.id, $0.kind, $0.reference, $0.text, answer.question.short] }
        }
        return table(
            local("Evidence"),
            [local("No."), local("Kind"), local("Reference"), local("What it shows"), local("Question")],
            rows, widths: [6, 20, 40, 60, 24])
    }

    private static func signatures(_ signatures: SignaturesText) -> Workbook.Sheet {
        let rows = signatures.categories.flatMap { category in
            category.signatures.map { signature in
                [
                    "\(category.id). \(category.title)", signature.title,
                    listed(signature.possible, with: .or),
                    signature.warning.map { "\($0.question.short): \($0.answer)" }.joined(separator: "\n"),
                    signature.riskIfEvident, signature.source,
                ]
            }
        }
        return table(
            local("Signatures"),
            [
                local("Control"), local("Signature"), local("Status"), local("What warns"),
                local("The risk where it is evident"),
                local("Source"),
            ], rows, widths: [30, 40, 20, 50, 50, 24])
    }

    private static func plans(_ actions: [ActionText], _ asks: [String]) -> Workbook.Sheet {
        let rows =
            actions.map { [local("Action"), $0.question.short, $0.localizedDescription] }
            + asks.map { [local("To test"), "", $0] }
        return table(
            local("Actions and asks"), [local("Kind"), local("Question"), local("Words")], rows,
            widths: [12, 24, 90])
    }

    /// What reviewers found, a row for each question of each review.
    private static func peers(_ reviews: ReviewsText) -> Workbook.Sheet {
        let rows = reviews.reviews.flatMap { review in
            review.entries.map { entry in
                [
                    review.localizedDescription, entry.question.short, entry.question.text,
                    entry.verdictInWords,
                    entry.own ?? "", entry.comment ?? "", entry.seen ?? "", entry.test ?? "",
                ]
            }
        }
        return table(
            local("Peers"),
            [
                local("Review"), local("Question"), local("Text"), local("What they found"),
                local("Their own answer"), local("Comment"), local("Evidence they have seen"),
                local("What to test on site"),
            ], rows, widths: [30, 24, 40, 30, 16, 50, 40, 40])
    }

    private static func review(_ areas: [AreaText], _ pack: Pack) -> Workbook.Sheet {
        let verdicts = Review.Verdict.allCases.map(\.rawValue)
        var rows: [[Workbook.Cell]] = [
            [
                .text(
                    local(
                        "Fill in the framed cells. What the words in the verdict column stand for: \(verdictKey)."
                    ))
            ],
            [.heading(local("Your role, such as lead peer")), .open],
            [.heading(local("Day of the review, such as 2027-01-31")), .open],
            [
                local("Question"), local("Text"), local("Levels"), local("Their answer"), local("Evidence"),
                local("Verdict"),
                local("Your own answer"), local("Comment"), local("Evidence you have seen"),
                local("What to test on site"),
            ].map { .heading($0) },
        ]
        var choices: [Workbook.Choice] = []
        for answer in areas.flatMap(\.answers) {
            choices.append(
                Workbook.Choice(row: rows.count, column: reviewColumns.verdict, values: verdicts))
            let own = answer.ownAnswers(on: pack.scales)
            if !own.isEmpty {
                choices.append(Workbook.Choice(row: rows.count, column: reviewColumns.own, values: own))
            }
            rows.append([
                .text(answer.question.short), .text(answer.question.text),
                .text(answer.levelsDescription(on: pack.scales).joined(separator: "\n")),
                .text((answer.answer.map(inOneCell) ?? answer.noAnswer) + answer.confirmation),
                .text(inOneCell(answer.evidence.map(\.localizedDescription).joined(separator: "\n"))), .open,
                own.isEmpty ? .empty : .open, .open, .open, .open,
            ])
        }
        return Workbook.Sheet(
            name: local("Review"), widths: [36, 40, 60, 30, 40, 16, 16, 50, 40, 40], frozenRows: 4,
            rows: rows,
            choices: choices)
    }

    /// A text as far as one cell takes it, since a reviewer's row is one row; what is left out says where it is.
    private static func inOneCell(_ text: String) -> String {
        let pieces = Workbook.pieces(of: text)
        guard pieces.count > 1, let first = pieces.first else { return text }
        let most = Workbook.longestText / 2 - 100
        return String(String.UnicodeScalarView(first.unicodeScalars.prefix(most))) + "\u{2026} "
            + local("The whole text is on the sheet \(local("Answers")).")
    }

    private static var verdictKey: String {
        Review.Verdict.allCases.map { "\($0.rawValue): \($0.localizedDescription)" }.joined(separator: "; ")
    }

    /// Which pack it is, and which question stands on which row of the review sheet.
    private static func identity(_ areas: [AreaText], _ pack: Pack) -> Workbook.Sheet {
        let cover = pack.cover
        let fields = [
            ("format", ReviewFile.workbookFormat), ("pack", cover.pack), ("session", cover.session),
            ("questionnaire", cover.questionnaire.id), ("version", cover.questionnaire.version),
            ("sha256", cover.questionnaire.sha256), ("sheet", local("Review")),
        ]
        let rows =
            fields.map { [Workbook.Cell.text($0), .text($1)] }
            + areas.flatMap(\.answers).map {
                [.text("question"), .text($0.question.id), .text($0.question.short)]
            }
        return Workbook.Sheet(name: identitySheet, isHidden: true, widths: [16, 70, 40], rows: rows)
    }

    static func table(
        _ name: String, _ header: [String], _ rows: [[String]], widths: [Int]
    ) -> Workbook.Sheet {
        Workbook.Sheet(
            name: name, widths: widths, frozenRows: 1,
            rows: [header.map { .heading($0) }]
                + rows.flatMap { Workbook.rows(of: $0) { .text($0) } })
    }
}

extension AnswerText {
    /// Behind the answer in a cell: that nobody has confirmed it; nothing where that is not so.
    fileprivate var confirmation: String { toConfirm == true ? " " + local("(to be confirmed)") : "" }
}
