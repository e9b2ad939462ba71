import ArgumentParser
import Conversation
import Instruments
import Languages
import Reports
import SessionFiles
import Sessions

/// `canary start`: a new session, and its walk.
struct StartCommand: CanarySubcommand {
    static let configuration = CommandConfiguration(
        commandName: "start", abstract: "Start a session and walk through its questions.")

    @OptionGroup var shared: SharedOptions

    @Argument(help: "The questionnaire, such as leadership.")
    var questionnaire: String

    @Option(help: "What the session is called.")
    var title: String?

    @Option(help: "The authority that it is about.")
    var authority: String?

    @Option(
        help: ArgumentHelp(
            "An earlier session whose answers are carried over, each to be confirmed.", valueName: "session"))
    var from: String?

    @Flag(help: "A room of several people that votes and agrees, led by a facilitator.")
    var workshop = false

    @Flag(help: "Seal the session with a passphrase, typed twice, or given by --passphrase-fd.")
    var encrypt = false

    @Flag(name: .customLong("no-walk"), help: "Only make the session, and print its id.")
    var noWalk = false

    func execute() throws(CommandFault) -> ExitStatus {
        let earlier: SessionState? = if let from { try shared.read(from).state } else { nil }
        if let earlier, earlier.questionnaire.id.text != questionnaire {
            throw .refused(
                Wording(
                    local(
                        "the earlier session is of another questionnaire: \(earlier.questionnaire.title.visible)"
                    ), hint: local("carry answers over between sessions of one questionnaire")))
        }
        let session = try Walk(shared: shared).start(
            questionnaire, title: title, authority: authority ?? earlier?.authority,
            as: workshop ? .workshop : .ordinary, isSealed: encrypt)
        if let earlier { try inherit(from: earlier, session) }
        if noWalk {
            try Surroundings.write(session.state.session + "\n")
            return .done
        }
        return try Walk(shared: shared).walk(session, isNew: true)
    }

    /// Carries answers over; where nothing fits, it is said and the session is empty.
    private func inherit(
        from earlier: SessionState, _ session: OpenSession
    ) throws(CommandFault) {
        let entries = session.state.inheritance(from: earlier)
        let words = session.state.inheritedWords(of: entries, from: earlier)
        do throws(PerformFault) {
            for command in (entries.isEmpty ? [] : [.inherit(entries)]) + words {
                _ = try session.perform(command, now: Surroundings.now())
            }
        } catch {
            throw .notSaved(error.wording)
        }
        guard !shared.quiet, !noWalk else { return }
        try Surroundings.say([
            counted(
                entries.count,
                "answer was carried over from \(earlier.session), with the words, actions and themes that go with it.",
                "answers were carried over from \(earlier.session), with the words, actions and themes that go with them."
            ) + " " + local("Each is marked until you confirm it.")
        ])
    }
}
