import ArgumentParser
import Conversation
import Instruments
import Languages
import Reports
import SessionFiles
import Sessions

/// `canary redact`: takes words out of a session for good.
struct RedactCommand: CanarySubcommand {
    static let configuration = CommandConfiguration(
        commandName: "redact",
        abstract: "Remove the words on a question from a session and its history for good.",
        discussion: """
            Ratings and choices stay. Where words were, the session says [removed]. Copies elsewhere stay as they \
            are: backups, reports that were sent, a folder that is synchronised.
            """)

    @OptionGroup var options: SharedOptionGroup

    @Argument(help: "An id, its beginning, a title or a path.")
    var session: String

    @Argument(help: "The question, such as political-support.leader-accepts.")
    var question: String

    func execute() throws(CommandFault) -> ExitStatus {
        let folder = try shared.folder()
        let path = try shared.resolve(session, in: folder)
        let state = try attempt({ () throws(JournalFault) in try folder.read(path) }) { .journal($0) }.state
        let id: Question.ID
        if let left = state.leftBehind.first(where: { $0.question.id.text == question }) {
            id = left.question.id
        } else {
            id = try attempt({ () throws(NoSuchQuestion) in try state.question(named: question) }) {
                .refused($0.wording)
            }.id
        }
        let done = try attempt({ () throws(JournalFault) in
            try folder.redact(id, in: path, now: Surroundings.now())
        }) { .journal($0) }
        guard let done else {
            throw .refused(Wording(local("there are no words on `\(id)` in this session")))
        }
        let lines = [
            plural(
                done.events, "Removed the words on \(id.text) from \(done.events) event.",
                "Removed the words on \(id.text) from \(done.events) events."),
            done.removed.isEmpty ? nil : local("Removed with them: \(listed(done.removed.map(\.visible)))."),
            local("Backups, reports that were sent, and what the disk keeps of old files are out of reach."),
        ]
        try Surroundings.say(lines.compactMap(\.self))
        return .done
    }
}
