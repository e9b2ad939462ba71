import ArgumentParser
import Conversation
import Instruments
import Languages
import LineEditing
import Reports
import SessionFiles
import Sessions

/// `canary redact`: takes words out of a session for good.
struct RedactCommand: CanarySubcommand {
    static let configuration = CommandConfiguration(
        commandName: "redact",
        abstract: "Remove the words on a question from a session and its history for good.",
        discussion: """
            It shows the words that would go, and asks; without somebody at a terminal it does nothing unless --yes is \
            given. Ratings and choices stay. Where words were, the session says [removed]. Copies elsewhere stay as they \
            are: backups, reports that were sent, a folder that is synchronised.
            """)

    @OptionGroup var options: SharedOptionGroup

    @Flag(help: "Remove the words without asking.")
    var yes = false

    @Argument(help: "An id, its beginning, a title or a path.")
    var session: String

    @Argument(help: "The question, such as political-support.leader-accepts.")
    var question: String

    func execute() throws(CommandFault) -> ExitStatus {
        let now = try Surroundings.now()
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
        let words = try attempt({ () throws(JournalFault) in try folder.words(on: id, in: path) }) {
            .journal($0)
        }
        guard !words.isEmpty else {
            throw .refused(Wording(local("there are no words on `\(id)` in this session")))
        }
        let elsewhere = try copies(of: words, id, besides: path, in: folder)
        if !yes { try ask(words, id, elsewhere) }
        let done = try attempt({ () throws(JournalFault) in
            try folder.redact(id, in: path, now: now)
        }) { .journal($0) }
        guard let done else {
            throw .refused(Wording(local("there are no words on `\(id)` in this session")))
        }
        let lines = [
            plural(
                done.events, "Removed the words on \(id.text) from \(done.events) event.",
                "Removed the words on \(id.text) from \(done.events) events."),
            done.removed.isEmpty ? nil : local("Removed with them: \(listed(done.removed.map(\.visible)))."),
        ]
        let outOfReach = local(
            "Backups, reports that were sent, and what the disk keeps of old files are out of reach.")
        try Surroundings.say(lines.compactMap(\.self) + elsewhere + [outOfReach])
        return .done
    }

    /// Which other sessions of the folder hold such words, too, and which may: each stays as it is.
    private func copies(
        of words: [String], _ id: Question.ID, besides path: String, in folder: SessionFolder
    ) throws(CommandFault) -> [String] {
        let (holding, unread) = try attempt({ () throws(FolderFault) in
            try folder.copies(of: words, on: id, besides: path)
        }) { .folder($0) }
        return [
            holding.isEmpty
                ? nil
                : local(
                    "The same words stand in other sessions of this folder, and stay there: \(inWords(holding)). Take them out of each."
                ),
            unread.isEmpty
                ? nil : local("Sealed or damaged, and not looked into: \(listed(unread.map(\.id.visible)))."),
        ].compactMap(\.self)
    }

    /// Shows what would go, and goes on only where somebody types yes.
    private func ask(
        _ words: [String], _ id: Question.ID, _ elsewhere: [String]
    ) throws(CommandFault) {
        guard TerminalPolicy.hasTerminal else {
            throw .refused(
                Wording(
                    local("nothing was removed: nobody is at a terminal to look at the words first"),
                    hint: local("add --yes to remove the words on `\(id)` without being asked")))
        }
        try Surroundings.write(
            PlainText.text(
                of: [.paragraph(local("These words on \(id.text) would be removed for good:"))]
                    + words.map { .item(1, $0) } + elsewhere.map { .paragraph($0) },
                width: shared.screen.width))
        guard try Confirmation().isGiven(to: local("This cannot be taken back. Remove them?")) else {
            throw .refused(Wording(local("nothing was removed")))
        }
    }
}
