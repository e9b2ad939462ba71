import ArgumentParser

/// `canary start`: a new session, and its walk.
struct StartCommand: CanarySubcommand {
    static let configuration = CommandConfiguration(
        commandName: "start", abstract: "Start a session and walk through its questions.")

    @OptionGroup var options: SharedOptionGroup

    @Argument(help: "The questionnaire, such as leadership; without one, the known ones are named.")
    var questionnaire: String?

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
        try Starting(
            shared: shared, questionnaire: questionnaire ?? "", title: title, authority: authority,
            from: from,
            isWorkshop: workshop, isSealed: encrypt, isWalked: !noWalk
        ).run()
    }
}
