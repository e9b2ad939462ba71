import ArgumentParser
import SessionFiles

/// `canary resume`: a session at the exact place where it was left.
struct ResumeCommand: CanarySubcommand {
    static let configuration = CommandConfiguration(
        commandName: "resume", abstract: "Go on with a session where it was left.")

    @OptionGroup var shared: SharedOptions

    @Argument(
        help:
            "An id, its beginning, a title or a path; without one, the newest session; sealed ones come last."
    )
    var session: String?

    func execute() throws(CommandFault) -> ExitStatus {
        let walk = Walk(shared: shared)
        return try walk.walk(try walk.open(session), isNew: false)
    }
}
