package import Collation
import Instruments
import Languages
import Sessions

extension RegionDraft {
    /// The draft as a document.
    package func document() -> [Block] {
        [
            .heading(1, local("Who is in: a draft")),
            .paragraph(
                local(
                    "This names authorities and is for whoever holds their sessions. It has no answer and no finding, and nothing is noted as told."
                )),
        ] + questionnaires.flatMap { $0.blocks(atLeast: fewest) } + leftOutSection()
    }

    private func leftOutSection() -> [Block] {
        let some = leftOut.filter { $0.files > 0 }
        guard !some.isEmpty else { return [] }
        return [.heading(2, local("Left out"))]
            + some.map { item in
                let count = item.files
                return .item(
                    1,
                    plural(
                        count, "\(count) session is left out: \(item.reason.localizedDescription).",
                        "\(count) sessions are left out: \(item.reason.localizedDescription)."))
            }
    }
}

extension RegionDraft.Part {
    fileprivate func blocks(atLeast fewest: Int) -> [Block] {
        let questionnaire = index.instruments.questionnaire
        var blocks: [Block] = [
            .heading(2, "\(questionnaire.title) \(questionnaire.version)"),
            .paragraph(counted(returns.count, "authority is in.", "authorities are in.")),
        ]
        blocks += sinceSection(atLeast: fewest)
        blocks.append(
            .table(
                header: [
                    local("Authority"), local("State"), local("Dealt with"), local("Don't know"),
                    local("Last change"),
                ],
                rows: returns.map { item in
                    [
                        item.authority, item.state.localizedDescription,
                        local("\(item.answered) of \(item.asked)"),
                        "\(item.dontKnows)", item.day,
                    ]
                }))
        let choices = zip(returns, passedOver).filter { !$0.1.isEmpty }
        if !choices.isEmpty { blocks.append(.heading(3, local("Passed over"))) }
        for (counted, others) in choices {
            let rest = others.map { "`\($0.session)` (\($0.localizedDescription))" }.joined(separator: ", ")
            blocks.append(
                .item(
                    1,
                    local(
                        "\(counted.authority): `\(counted.session)` (\(counted.localizedDescription)) counts, and not \(rest)."
                    )))
        }
        return blocks
    }

    private func sinceSection(atLeast fewest: Int) -> [Block] {
        let needed = max(fewest, since?.fewest ?? 0)
        let verdict =
            switch obstacle(atLeast: fewest) {
            case .fewAuthorities?:
                local("A release would tell nothing yet: it takes \(needed) authorities.")
            case .fewDiffer?:
                local(
                    "A release would be refused unless all that it tells stays the same: it takes \(needed) authorities that differ."
                )
            case nil: local("A release would be made; it would be noted as told.")
            }
        guard let since else { return [.paragraph(verdict)] }
        let day = since.at.date.localizedDescription
        return [
            .paragraph(
                local(
                    "Since the release of \(day): \(since.new) new, \(since.changed) with other answers, \(since.missing) missing."
                ) + " " + verdict)
        ]
    }
}

extension SessionReturn {
    /// How far the session is and when it last changed.
    package var localizedDescription: String {
        local("\(state.localizedDescription), \(answered) of \(asked) dealt with, \(day)")
    }

    /// The day of the last change.
    fileprivate var day: String {
        let day = changed.date.localizedDescription
        return isFromFuture ? local("\(day), which is still to come") : day
    }
}

extension SessionFigures.State {
    /// How far a session has come, in words.
    var localizedDescription: String {
        switch self {
        case .inProgress: local("In progress")
        case .complete: local("Complete")
        case .signedOff: local("Signed off")
        }
    }

    /// The state's name in files.
    package var name: String {
        switch self {
        case .inProgress: "in-progress"
        case .complete: "complete"
        case .signedOff: "signed-off"
        }
    }
}
