import ArgumentParser
import Conversation
import Escaping
import Evaluation
import Instruments
import Languages
import Reports
import SessionFiles
import Sessions

/// `canary compare`: what moved between two sessions, or two milestones.
struct CompareCommand: CanarySubcommand {
    /// How a comparison is written.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text
        case markdown
        case html
        case json
    }

    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Say what moved between two sessions, and what it did to the findings.",
        discussion: """
            A milestone is named by its number: SESSION@1 is the session as it was first signed off. \
            SESSION@review1 is the session with the own answers of its first peer review in the place of the \
            authority's.
            """)

    @OptionGroup var options: SharedOptionGroup

    @Argument(
        help: "The earlier one: an id, its beginning, a title or a path, perhaps with @ and a milestone.")
    var before: String

    @Argument(help: "The later one; several are put side by side, round by round.")
    var after: [String]

    @Option(help: "text, markdown, html or json.")
    var format = Format.text

    @Option(help: "full, reviewers, corporate or public: what may be shown.")
    var audience = Audience.full

    func execute() throws(CommandFault) -> ExitStatus {
        var sessions: [SessionState] = []
        for name in [before] + after { sessions.append(try state(name)) }
        let first = sessions[0]
        guard let second = sessions.dropFirst().first else {
            throw .refused(ErrorDescription(local("name a later session, too")))
        }
        if let other = sessions.first(where: { $0.questionnaire.id != first.questionnaire.id }) {
            throw .refused(
                ErrorDescription(
                    local(
                        "the two are of different questionnaires: \(first.questionnaire.title), \(other.questionnaire.title)"
                    ),
                    hint: local("compare sessions of one questionnaire")))
        }
        guard sessions.count == 2 else {
            try Self.write(series(sessions, for: audience), as: format, shared)
            return .done
        }
        let comparison = compare(first, second, for: audience)
        switch format {
        case .json:
            try Surroundings.write(
                try attempt({ () throws(any Error) in try JSONExporter.text(of: comparison) }) {
                    .encoding("\($0)")
                })
        case .html:
            try Surroundings.write(
                HTMLExporter.text(of: comparison.document(), title: local("What moved")))
        case .markdown: try Surroundings.write(MarkdownExporter.text(of: comparison.document()))
        case .text:
            try Surroundings.write(
                PlainText.text(
                    of: comparison.document(), width: shared.screen.width, drawsTables: shared.drawsTables))
        }
        return .done
    }

    /// Writes rounds side by side.
    static func write(
        _ series: Series, as format: Format, _ shared: SharedOptions
    ) throws(CommandFault) {
        let text: String =
            switch format {
            case .json:
                try attempt({ () throws(any Error) in try JSONExporter.text(of: series) }) {
                    .encoding("\($0)")
                }
            case .html: HTMLExporter.text(of: series.document(), title: local("Round by round"))
            case .markdown: MarkdownExporter.text(of: series.document())
            case .text:
                PlainText.text(
                    of: series.document(), width: shared.screen.width, drawsTables: shared.drawsTables)
            }
        try Surroundings.write(text)
    }

    /// A session, or what it was at a milestone.
    private func state(_ name: String) throws(CommandFault) -> SessionState {
        guard let at = name.lastIndex(of: "@") else {
            return try shared.read(name).state.spoken(in: shared.localization)
        }
        let suffix = name[name.index(after: at)...]
        if suffix.hasPrefix("review"), let number = Int(typed: suffix.dropFirst("review".count)) {
            return try reviewed(String(name[..<at]), by: number, name)
        }
        guard let number = Int(typed: suffix) else {
            return try shared.read(name).state.spoken(in: shared.localization)
        }
        let session = try shared.read(String(name[..<at])).state
        guard number >= 1, number <= session.milestones.count else {
            throw .refused(
                ErrorDescription(
                    local("`\(name.visible)` names no milestone"),
                    hint: session.milestones.isEmpty
                        ? local("the session was never signed off")
                        : local("its milestones are 1 to \(session.milestones.count)")))
        }
        return (session.asSignedOff(number) ?? session).spoken(in: shared.localization)
    }

    /// A session as one of its reviewers sees it.
    private func reviewed(
        _ session: String, by number: Int, _ name: String
    ) throws(CommandFault) -> SessionState {
        let state = try shared.read(session).state
        guard let filed = state.filedReview(number) else {
            throw .refused(
                ErrorDescription(
                    local("`\(name.visible)` names no review"),
                    hint: state.filedReviews.isEmpty
                        ? local("no review was filed")
                        : local("its reviews are 1 to \(state.filedReviews.count)"))
            )
        }
        guard filed.state != .withdrawn else { throw .rejected(.reviewWithdrawn(number), place: nil) }
        return state.seen(by: filed.review).spoken(in: shared.localization)
    }
}
