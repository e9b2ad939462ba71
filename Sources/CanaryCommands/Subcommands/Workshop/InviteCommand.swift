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
        abstract: "Make a blank session, or a page, for each person who answers before a workshop.",
        discussion: """
            Send each person one file. They answer with canary resume FILE and seal with canary submit FILE. With \
            --html each file is a page that is answered and sealed in a browser, with nothing installed; it asks what \
            is counted. What comes back, of both kinds, is put together by canary merge, once. Until then, whoever holds \
            the workshop's session can open a sealed file: seal the session with canary encrypt, and tell people so. \
            The merge removes the key.
            """)

    @OptionGroup var options: SharedOptionGroup

    @Argument(help: "The workshop: an id, its beginning, a title or a path.")
    var session: String

    @Option(
        name: .shortAndLong, parsing: .upToNextOption,
        help: ArgumentHelp("The files to make, one for each person.", valueName: "file"))
    var output: [String]

    @Flag(
        name: .customLong("html"), help: "Make pages that are answered in a browser, with nothing installed.")
    var asPages = false

    func execute() throws(CommandFault) -> ExitStatus {
        let folder = try shared.folder()
        let path = try shared.resolve(session, in: folder)
        let open = try shared.open(path, in: folder)
        let suffix = asPages ? ".html" : JournalFormat.suffix
        let files = output.map { $0.hasSuffix(suffix) ? $0 : $0 + suffix }
        guard Set(files).count == files.count else {
            throw .refused(
                ErrorDescription(
                    local("a file is named twice"), hint: local("each person needs a file of their own")))
        }
        for file in files {
            try attempt({ () throws(FileError) in
                if asPages {
                    try ReportFile.check(file, replacing: false)
                } else {
                    try SessionFolder.checkInvitation(file)
                }
            }) {
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
        if asPages { try checkPages(of: open.state, keys) }
        // All the files are on the disk before the session says that people are invited; only their names are missing.
        var drafts: [(file: String, draft: Draft)] = []
        for (file, contributor) in zip(files, contributors) {
            let invitation = Invitation(
                workshop: open.state.session, publicKey: keys.publicKey, contributor: contributor)
            drafts.append(
                (
                    file,
                    try attempt({ () throws(JournalFault) in
                        asPages
                            ? try page(of: open.state, invitation, to: file)
                            : try folder.invite(to: file, from: open.state, invitation, now: now)
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
        try Surroundings.say(
            [
                counted(
                    files.count, "file was made: \(listed(files)).", "files were made: \(listed(files))."),
                local(
                    "Send each to one person. Until canary merge, whoever can open this workshop's session can open what comes back: tell people so, and seal the session with canary encrypt where it is not."
                ),
                asPages
                    ? local(
                        "Many mail programs take pages away: send them by a shared folder where that is so, and the answers back the same way."
                    ) : nil,
                local(
                    "The workshop's key, in words: \(SealedAnswers.words(of: keys.publicKey)). Put them into the invitation: each person sees the same words before they send their answers."
                ),
                asPages ? notOnPages(open.state) : notCounted(open.state),
            ].compactMap(\.self))
        return .done
    }

    /// Refuses pages of a workshop to whose key no browser seals, or that counts nothing.
    private func checkPages(of state: SessionState, _ keys: WorkshopKeys) throws(CommandFault) {
        guard SealedAnswers.canBeSealedInBrowser(to: keys) else {
            throw .refused(
                ErrorDescription(
                    local("this workshop has a key of version 0.1, to which a browser cannot seal"),
                    hint: local(
                        "leave --html out, or start another workshop and invite everybody from there")))
        }
        guard state.hasPage else {
            throw .refused(
                ErrorDescription(
                    local(
                        "no question of this questionnaire is counted before a workshop, so a page would ask nothing"
                    ),
                    hint: local("leave --html out: the files ask everything")))
        }
    }

    /// Writes somebody's page, all of it but its name.
    private func page(
        of state: SessionState, _ invitation: Invitation, to file: String
    ) throws(JournalFault) -> Draft {
        let page = PreWorkPage(of: state.spoken(in: shared.localization), invitation)
        do throws(FileError) {
            return try ReportFile.prepare(Array(page.text.utf8), for: file, replacing: false)
        } catch {
            throw .file(error)
        }
    }

    /// Which questions a merge does not count; nil where it counts all.
    private func notCounted(_ state: SessionState) -> String? {
        let uncounted = state.uncounted
        guard !uncounted.isEmpty else { return nil }
        return plural(
            uncounted.count,
            "Canary merge counts ratings, and yes or no. The answers to \(uncounted.count) question are not counted, only notes on it are kept: \(namesOfUncounted(uncounted, in: state)). The room agrees on it without.",
            "Canary merge counts ratings, and yes or no. The answers to \(uncounted.count) questions are not counted, only notes on them are kept: \(namesOfUncounted(uncounted, in: state)). The room agrees on them without."
        )
    }

    /// Which questions stand on no page; nil where all do.
    private func notOnPages(_ state: SessionState) -> String? {
        let left = state.notOnPage
        guard !left.isEmpty else { return nil }
        return plural(
            left.count,
            "The pages ask for ratings, and yes or no, and nothing sensitive. \(left.count) question is not on them: \(namesOfUncounted(left, in: state)). The room agrees on it without.",
            "The pages ask for ratings, and yes or no, and nothing sensitive. \(left.count) questions are not on them: \(namesOfUncounted(left, in: state)). The room agrees on them without."
        )
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
