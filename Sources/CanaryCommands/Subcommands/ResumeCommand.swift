import ArgumentParser

/// `canary resume`: a session at the exact place where it was left.
struct ResumeCommand: CanarySubcommand {
    static let configuration = CommandConfiguration(
        commandName: "resume", abstract: "Go on with a session where it was left.")

    @OptionGroup var options: SharedOptionGroup

    @Argument(
        help:
            "An id, its beginning, a title or a path; without one, the newest session; sealed ones come last."
    )
    var session: String?

    func execute() throws(CommandFault) -> ExitStatus {
        try Walk(shared: shared).resume(session)
    }
}
