import ArgumentParser
import Conversation
import Escaping
import Languages
import LineEditing
import Reports
import SessionFiles

/// `canary erase`: removes a session.
struct EraseCommand: CanarySubcommand {
    static let configuration = CommandConfiguration(
        commandName: "erase", abstract: "Remove a session and everything beside it.",
        discussion: """
            A record that somebody has asked for, or that is on legal hold, must not be erased: canary asks first. \
            Backups, reports that were sent and what the disk keeps of removed files are out of reach.
            """)

    @OptionGroup var options: SharedOptionGroup

    @Flag(help: "Say that no information request and no legal hold is open, and erase without asking.")
    var noRequestOrHold = false

    @Argument(help: "An id, its beginning, a title or a path.")
    var session: String

    func execute() throws(CommandFault) -> ExitStatus {
        let folder = try shared.folder()
        let path = try shared.resolve(session, in: folder)
        if !noRequestOrHold { try ask(path) }
        let (removed, otherNames, inode) = try attempt({ () throws(JournalFault) in try folder.erase(path) })
        {
            .journal($0)
        }
        let lines = [
            local("Removed: \(listed(removed.map(\.visible)))."),
            otherNames == 0
                ? nil
                : plural(
                    otherNames,
                    "The file has \(otherNames) other name (a hard link), which still holds the whole session: `find / -xdev -inum \(inode)` finds it.",
                    "The file has \(otherNames) other names (hard links), which still hold the whole session: `find / -xdev -inum \(inode)` finds them."
                ),
            local(
                "Out of reach: backups, a folder that is synchronised, reports that were sent, and what the disk "
                    + "itself keeps of removed files."),
        ]
        try Surroundings.say(lines.compactMap(\.self))
        return .done
    }

    private func ask(_ path: String) throws(CommandFault) {
        let confirmation = Confirmation()
        let isHeld = try confirmation.isGiven(
            to: local("Is an information request or a legal hold open on this session?"), atEnd: true)
        guard !isHeld else {
            throw .refused(
                ErrorDescription(
                    local("nothing was erased"),
                    hint: local("settle the request or the hold first, or say no where there is none")))
        }
        let id = path.split(separator: "/").last.map { String($0.prefix { $0 != "." }) } ?? path
        guard
            try confirmation.isTyped(
                id, to: local("This cannot be taken back, and the session will be gone."))
        else { throw .refused(ErrorDescription(local("nothing was erased"))) }
    }
}
