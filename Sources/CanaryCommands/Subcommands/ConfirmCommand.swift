import ArgumentParser
import Conversation
import Instruments
import Languages
import Reports
import SessionFiles
import Sessions

/// `canary confirm`: says that answers which were carried over, or whose questions were reworded, still hold.
struct ConfirmCommand: CanarySubcommand {
    static let configuration = CommandConfiguration(
        commandName: "confirm", abstract: "Say that answers which are to be confirmed still hold.",
        discussion: """
            Without a question or an area it lists the answers that are to be confirmed, and changes nothing.
            With an area it shows those of the area and asks first.
            """)

    @OptionGroup var options: SharedOptionGroup

    @Argument(help: "An id, its beginning, a title or a path.")
    var session: String

    @Argument(help: "Questions, such as political-support.leader-accepts, or areas.")
    var names: [String] = []

    @Flag(help: "Confirm an area's answers without asking.")
    var yes = false

    func execute() throws(CommandFault) -> ExitStatus {
        let now = try Surroundings.now()
        guard !names.isEmpty else { return try list() }
        let open = try Walk(shared: shared).open(session)
        var ids: [Question.ID] = []
        var isOfAnArea = false
        for name in names {
            let found = try attempt({ () throws(NoSuchQuestion) in try open.state.toConfirm(named: name) }) {
                .refused($0.errorDescription)
            }
            ids += found.filter { !ids.contains($0) }
            isOfAnArea = isOfAnArea || found != [try? open.state.question(named: name).id]
        }
        // Who names a question knows its answer; who names an area has to see what it holds.
        if isOfAnArea, !ids.isEmpty, !yes {
            try show(ids, of: open.state)
            guard try Confirmation().isGiven(to: local("Do these answers still hold?")) else {
                throw .refused(
                    ErrorDescription(
                        local("no answer was confirmed"), hint: local("answer yes, or add --yes")))
            }
        }
        try attempt({ () throws(PerformFault) in
            _ = try open.perform(.confirm(ids), now: now)
        }) { $0.fault }
        guard !shared.quiet else { return .done }
        let left = open.state.unconfirmed.count
        try Surroundings.say([
            counted(ids.count, "answer is confirmed.", "answers are confirmed.") + " "
                + counted(left, "answer is still to be confirmed.", "answers are still to be confirmed.")
        ])
        return .done
    }

    private func list() throws(CommandFault) -> ExitStatus {
        let state = try shared.read(session).state.spoken(in: shared.localization)
        if state.unconfirmed.isEmpty {
            try Surroundings.say([local("No answer is to be confirmed.")])
        } else {
            try show(state.unconfirmed, of: state)
        }
        return .done
    }

    /// Lists answers, each with its question.
    private func show(_ ids: [Question.ID], of state: SessionState) throws(CommandFault) {
        let labels = Labels(state.questionnaire)
        let blocks = ids.map { id -> Block in
            let words = state.response(to: id).map { labels.words(for: $0, to: id) } ?? ""
            return .item(1, "\(id): \(labels[id].text) \(words)")
        }
        try Surroundings.write(PlainText.text(of: blocks, width: shared.screen.width))
    }
}
