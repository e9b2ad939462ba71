import ArgumentParser
import Conversation
import Escaping
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
        abstract: "Remove words from a session and its history for good.",
        discussion: """
            It shows the words that would go, and asks; without somebody at a terminal it does nothing unless --yes is \
            given. Ratings and choices stay. Where words were, the session says [removed]. Copies elsewhere stay as they \
            are: backups, reports that were sent, a folder that is synchronised.

            A question names all that was written on it. With --what other words are named: title, authority, ask, measure, \
            link, sign-off (its role), reopening (its reason) and review; that is all of the kind, earlier ones and \
            those that were taken back among them. ask 2 is the second, link A leads-to B the note of one link. \
            --what alone lists all words with what to type for them.
            """)

    @OptionGroup var options: SharedOptionGroup

    @Flag(help: "Name words by what they are, or by their number in the list; alone it shows the list.")
    var what = false

    @Flag(help: "Remove the words without asking.")
    var yes = false

    @Argument(help: "An id, its beginning, a title or a path.")
    var session: String

    @Argument(help: "The question, such as political-support.leader-accepts; with --what, other words.")
    var words: [String] = []

    func validate() throws {
        guard what || !words.isEmpty else {
            throw ValidationError("say which question, or --what to see what else can be removed")
        }
    }

    func execute() throws(CommandFault) -> ExitStatus {
        let now = try Surroundings.now()
        let folder = try shared.folder()
        let path = try shared.resolve(session, in: folder)
        let saved = try attempt({ () throws(JournalFault) in try folder.read(path) }) { .journal($0) }.state
        let placed = try attempt({ () throws(JournalFault) in try folder.words(in: path) }) { .journal($0) }
        guard !words.isEmpty else { return try list(placed) }
        let place = try place(in: placed, of: saved)
        var seen: Set<String> = []
        let texts = placed.filter { place.covers($0.place) }.flatMap(\.words).filter {
            seen.insert($0).inserted
        }
        guard !texts.isEmpty else { throw nothing(place) }
        let elsewhere = try copies(of: texts, place, besides: path, in: folder)
        if !yes { try ask(texts, place, elsewhere) }
        let done = try attempt({ () throws(JournalFault) in
            try folder.redact(place, in: path, now: now)
        }) { .journal($0) }
        guard let done else { throw nothing(place) }
        try tell(place, done, texts.contains(saved.title), saved.session, folder, elsewhere)
        return .done
    }

    /// Shows all words by place.
    private func list(_ placed: [PlacedWords]) throws(CommandFault) -> ExitStatus {
        guard !placed.isEmpty else {
            try Surroundings.say([local("There are no words in this session that could be removed.")])
            return .done
        }
        try Surroundings.say(
            [local("Words that can be removed, with what to type behind --what:")] + placed.numberedLines)
        return .done
    }

    private func place(
        in placed: [PlacedWords], of session: SessionState
    ) throws(CommandFault) -> WordsPlace {
        let wanted = words.joined(separator: " ")
        guard what else {
            if let left = session.leftBehind.first(where: { $0.question.id.text == wanted }) {
                return .question(left.question.id)
            }
            return .question(
                try attempt({ () throws(NoSuchQuestion) in try session.question(named: wanted) }) {
                    .refused($0.errorDescription)
                }.id)
        }
        guard let place = placed.place(named: wanted, in: session) else {
            throw .refused(
                ErrorDescription(
                    local("no words are called `\(wanted.visible)`"),
                    hint: local("--what alone lists all that can be removed, with what to type")))
        }
        // Each removal moves the numbers of the list, and nobody would see which words they stand for now.
        if yes, Int(wanted) != nil {
            throw .refused(
                ErrorDescription(
                    local("a number of the list is not taken with --yes"),
                    hint: local("type what the list says behind it")))
        }
        return place
    }

    private func nothing(_ place: WordsPlace) -> CommandFault {
        .refused(
            ErrorDescription(
                local("nothing to remove in this session: \(place.localizedDescription)"),
                hint: local("--what alone lists all that can be removed, with what to type")))
    }

    /// Which other sessions of the folder hold such words, too, and which may: each stays as it is.
    private func copies(
        of words: [String], _ place: WordsPlace, besides path: String, in folder: SessionFolder
    ) throws(CommandFault) -> [String] {
        let (holding, unread) = try attempt({ () throws(FolderFault) in
            try folder.copies(of: words, at: place, besides: path)
        }) { .folder($0) }
        return [
            holding.isEmpty
                ? nil
                : local(
                    "The same words stand in other sessions of this folder, and stay there: \(localizedDescription(holding)). Take them out of each."
                ),
            unread.isEmpty
                ? nil
                : local(
                    "Sealed, damaged or too large, and not looked into: \(listed(unread.map(\.id.visible)))."),
        ].compactMap(\.self)
    }

    /// Shows what would go, and goes on only where somebody says yes.
    private func ask(
        _ texts: [String], _ place: WordsPlace, _ elsewhere: [String]
    ) throws(CommandFault) {
        guard TerminalPolicy.hasTerminal else {
            throw .refused(
                ErrorDescription(
                    local("nothing was removed: nobody is at a terminal to look at the words first"),
                    hint: local("add --yes to remove \(place.localizedDescription) without being asked")))
        }
        try Surroundings.write(
            PlainText.text(
                of: [.paragraph(local("To be removed for good: \(place.localizedDescription)."))]
                    + texts.map { .item(1, $0) } + elsewhere.map { .paragraph($0) },
                width: shared.screen.width))
        guard try Confirmation().isGiven(to: local("This cannot be taken back. Remove them?")) else {
            throw .refused(ErrorDescription(local("nothing was removed")))
        }
    }

    /// Says what was removed, and where else the words may be.
    private func tell(
        _ place: WordsPlace, _ done: (events: Int, removed: [String]), _ holdsTitle: Bool,
        _ session: String, _ folder: SessionFolder, _ elsewhere: [String]
    ) throws(CommandFault) {
        let copies = folder.conflictCopies().filter { $0.original == session }.map(\.name.visible)
        let lines = [
            plural(
                done.events, "Removed from \(done.events) event: \(place.localizedDescription).",
                "Removed from \(done.events) events: \(place.localizedDescription)."),
            place.isTitle && holdsTitle
                ? local("The session has no title now; its id is \(session).") : nil,
            done.removed.isEmpty ? nil : local("Removed with them: \(listed(done.removed.map(\.visible)))."),
            copies.isEmpty
                ? nil : local("Copies beside it still hold the words: \(listed(copies))."),
        ]
        let outOfReach = local(
            "Backups, reports that were sent, and what the disk keeps of old files are out of reach.")
        try Surroundings.say(lines.compactMap(\.self) + elsewhere + [outOfReach])
    }
}

extension WordsPlace {
    /// Whether titles stand there.
    fileprivate var isTitle: Bool { if case .numbered(.title, _) = self { true } else { false } }
}
