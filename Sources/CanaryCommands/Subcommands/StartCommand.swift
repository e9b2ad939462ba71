import ArgumentParser
import Instruments
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

    @Flag(help: "Seal the session with a passphrase, typed twice, or given by --passphrase-fd.")
    var encrypt = false

    @Flag(name: .customLong("no-walk"), help: "Only make the session, and print its id.")
    var noWalk = false

    func execute() throws(CommandFault) -> ExitStatus {
        let session = try Walk(shared: shared).start(
            questionnaire, title: title, authority: authority, isSealed: encrypt)
        if noWalk {
            try Surroundings.write(session.state.session + "\n")
            return .done
        }
        return try Walk(shared: shared).walk(session, isNew: true)
    }
}
