import ArgumentParser
import Conversation
import Escaping
import Evaluation
import Languages
import Reports
import SessionFiles
import Sessions

/// `canary invite`: blank sessions for people who answer alone before a workshop.
struct InviteCommand: CanarySubcommand {
    static let configuration = CommandConfiguration(
        commandName: "invite",
        abstract: "Make a blank session for each person who answers before a workshop.",
        discussion: """
            Send each person one file. They answer with canary resume FILE and seal with canary submit FILE; what \
            comes back is put together by canary merge, once. Until then, whoever holds the workshop's session can \
            open a sealed file: seal the session with canary encrypt, and tell people so. The merge removes the key.
            """)

    @OptionGroup var options: SharedOptionGroup

    @Argument(help: "The workshop: an id, its beginning, a title or a path.")
    var session: String

    @Option(
        name: .shortAndLong, parsing: .upToNextOption,
        help: ArgumentHelp("The files to make, one for each person.", valueName: "file"))
    var output: [String]

    func execute() throws(CommandFault) -> ExitStatus {
        let folder = try shared.folder()
        let path = try shared.resolve(session, in: folder)
        let open = try shared.open(path, in: folder)
        let files = output.map { $0.hasSuffix(JournalFormat.suffix) ? $0 : $0 + JournalFormat.suffix }
        guard Set(files).count == files.count else {
            throw .refused(
                ErrorDescription(
                    local("a file is named twice"), hint: local("each person needs a file of their own")))
        }
        for file in files {
            try attempt({ () throws(FileError) in try SessionFolder.checkInvitation(file) }) {
                $0.isNameTaken ? .refused(taken(file)) : .journal(.file($0))
            }
        }
        let now = try Surroundings.now()
        let keys = open.state.room?.keys ?? SealedAnswers.newKeys()
        var random = SystemRandomNumberGenerator()
        let contributors = files.map { _ in SealedAnswers.newContributor(&random) }
        let invite = SessionCommand.invite(
            files.count, keys: keys, fingerprints: contributors.map(SealedAnswers.fingerprint))
        _ = try attempt({ () throws(Rejection) in try decide(invite, open.state, now: now) }) {
            .rejected($0, place: nil)
        }
        // All the files are on the disk before the session says that people are invited; only their names are missing.
        var drafts: [(file: String, draft: Draft)] = []
        for (file, contributor) in zip(files, contributors) {
            let invitation = Invitation(
                workshop: open.state.session, publicKey: keys.publicKey, contributor: contributor)
            drafts.append(
                (
                    file,
                    try attempt({ () throws(JournalFault) in
                        try folder.invite(to: file, from: open.state, invitation, now: now)
                    }) { .journal($0) }
                ))
        }
        do throws(PerformFault) {
            _ = try open.perform(invite, now: now)
        } catch {
            throw error.fault
        }
        // People are counted first: a file that the session knows nothing of would be answered for nothing.
        var made: [String] = []
        var failed: [(file: String, error: FileError)] = []
        for (file, draft) in drafts {
            do throws(FileError) {
                try draft.place(replacing: false)
                made.append(file)
            } catch {
                failed.append((file, error))
            }
        }
        if let first = failed.first {
            try say(made: made, notMade: failed.map(\.file))
            throw first.error.isNameTaken ? .refused(taken(first.file)) : .journal(.file(first.error))
        }
        let uncounted = open.state.uncounted
        try Surroundings.say(
            [
                counted(
                    files.count, "file was made: \(listed(files)).", "files were made: \(listed(files))."),
                local(
                    "Send each to one person. Until canary merge, whoever can open this workshop's session can open what comes back: tell people so, and seal the session with canary encrypt where it is not."
                ),
                uncounted.isEmpty
                    ? nil
                    : plural(
                        uncounted.count,
                        "Canary merge counts ratings, and yes or no. The answers to \(uncounted.count) question are not counted, only notes on it are kept: \(namesOfUncounted(uncounted, in: open.state)). The room agrees on it without.",
                        "Canary merge counts ratings, and yes or no. The answers to \(uncounted.count) questions are not counted, only notes on them are kept: \(namesOfUncounted(uncounted, in: open.state)). The room agrees on them without."
                    ),
            ].compactMap(\.self))
        return .done
    }

    /// Says what became of an invitation of which some files are not there.
    private func say(made: [String], notMade: [String]) throws(CommandFault) {
        try Surroundings.say([
            made.isEmpty
                ? local("No file was made.")
                : counted(
                    made.count, "file was made: \(listed(made)).", "files were made: \(listed(made))."),
            plural(
                notMade.count,
                "The workshop counts \(notMade.count) person as invited for whom no file was made: \(listed(notMade)). Invite that person again; canary merge then asks whether to go on without a file that never comes.",
                "The workshop counts \(notMade.count) people as invited for whom no files were made: \(listed(notMade)). Invite these people again; canary merge then asks whether to go on without files that never come."
            ),
        ])
    }

    private func taken(_ file: String) -> ErrorDescription {
        ErrorDescription(local("`\(file.visible)` is there already"), hint: local("name another file"))
    }
}

extension PerformFault {
    /// The fault of a command that asked for it.
    var fault: CommandFault {
        switch self {
        case .rejected(let rejection): .rejected(rejection, place: nil)
        case .notSaved(let fault): .journal(fault)
        }
    }
}
