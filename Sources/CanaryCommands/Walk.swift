import Conversation
import Escaping
import Instruments
import Languages
import LineEditing
import Reports
import SessionFiles
import Sessions
import Terminal

/// Starts, opens and walks sessions.
struct Walk {
    let shared: SharedOptions

    /// Starts a session; sealed with a new passphrase, or with the one that a source opened another session by.
    func start(
        _ questionnaire: String, title: String?, authority: String?, as kind: SessionKind = .ordinary,
        isSealed: Bool = false, sealedLike earlier: PassphraseSource? = nil
    ) throws(CommandFault) -> OpenSession {
        if !isSealed, earlier == nil {
            try PassphraseSource.refuse(
                unused: shared.passphraseFd,
                ErrorDescription(
                    local(
                        "a session that is started in the clear has no passphrase, so --passphrase-fd is not read"
                    ),
                    hint: local("add --encrypt to seal it, or leave --passphrase-fd out")))
        }
        let instruments = try shared.instruments(for: questionnaire)
        let now = try Surroundings.now()
        let folder = try shared.folder()
        if let passedOver = Places.passedOver(shared) { try shared.tell([passedOver]) }
        // What is written into the journal is in one language, whoever reads it later.
        let title = title ?? "\(instruments.questionnaire.title), \(now.date.englishDescription)"
        if let bound = SessionBound.exceeded(byNames: title, authority) {
            throw .rejected(.tooMuch(bound), place: nil)
        }
        let passphrase = isSealed ? try PassphraseSource(descriptor: shared.passphraseFd).new() : nil
        func seal(_ id: String) throws(JournalFault) -> Seal {
            if passphrase == nil, let earlier { return try earlier.again(for: id) }
            guard let seal = Seal(session: id, passphrase: passphrase ?? []) else { throw .sealFailed }
            return seal
        }
        let isNamed = shared.sessions != nil || Surroundings.environment["CANARY_SESSIONS"]?.isEmpty == false
        let isNewFolder = isNamed && !folder.isThere
        let session = try attempt({ () throws(JournalFault) in
            try folder.start(
                title: title, authority: authority, instruments: instruments, as: kind, now: now,
                seal: passphrase == nil && earlier == nil ? nil : seal)
        }) { .journal($0) }
        if isNewFolder, !shared.quiet {
            try shared.tell(
                [
                    local("Made a new folder for sessions: `\(folder.place.visible)`."),
                    Places(folder).elsewhere.map { local("Elsewhere \($0).") },
                ].compactMap(\.self))
        }
        return session
    }

    /// Opens a session for writing; the newest when none is named.
    ///
    /// Nobody knows how old a sealed one is, so it comes after those that can be read; a damaged one comes last, and
    /// then says why it cannot be opened.
    func open(_ name: String?) throws(CommandFault) -> OpenSession {
        let folder = try shared.folder()
        let path: String
        if let name {
            path = try shared.resolve(name, in: folder)
        } else {
            let sessions = try attempt({ () throws(FolderFault) in try folder.list() }) { .folder($0) }
            guard
                let first = sessions.first(where: { $0.changed != nil || $0.state == .locked })
                    ?? sessions.first
            else {
                let empty = Places(folder).empty
                throw .refused(empty)
            }
            path = first.path
            if let shadowing = Places(folder).shadowing(shared) { try shared.tell([shadowing]) }
        }
        let session = try attempt({ () throws(JournalFault) in try folder.open(path) }) { .journal($0) }
        if !session.isSealed {
            try PassphraseSource.refuse(
                unused: shared.passphraseFd,
                ErrorDescription(
                    local(
                        "the session \(session.state.session.visible) is in the clear, so --passphrase-fd is not read, and nothing was answered"
                    ),
                    hint: local("leave --passphrase-fd out, or seal the session first with canary encrypt")))
        }
        try shared.close([path], in: folder)
        return session
    }

    /// Goes on with a session where it was left; the newest when none is named.
    func resume(_ name: String?) throws(CommandFault) -> ExitStatus {
        let session = try open(name)
        if name == nil, !shared.quiet {
            let id = session.state.session
            let screen = shared.screen
            try attempt({ () throws(OutputFault) in
                try screen.say(
                    local("This is session \(id), which changed last; canary list shows them all."))
            }) { .output($0) }
        }
        return try walk(session, isNew: false)
    }

    /// Walks a session until somebody leaves.
    func walk(_ session: OpenSession, isNew: Bool) throws(CommandFault) -> ExitStatus {
        Signals.install()
        try shared.tellOfKeptTexts()
        return try walk(session, isNew: isNew, reader: Self.reader(shared))
    }

    /// Walks a session with a reader that is there already.
    func walk(
        _ session: OpenSession, isNew: Bool, reader: any LineReader, hasReadPrivacy: Bool = false
    ) throws(CommandFault) -> ExitStatus {
        let now = try Surroundings.now()
        // A questionnaire that is gone or broken by now is no reason not to go on.
        let current = isNew ? nil : try? shared.current(for: session.state)
        let greeting = Greeting(
            session: session, isNew: isNew, current: current, isQuiet: shared.quiet, now: now,
            hasReadPrivacy: hasReadPrivacy)
        let talk = Conversation(
            session: session, reader: reader, screen: shared.screen, current: current,
            options: ConversationOptions(isStrict: shared.strict, isQuiet: shared.quiet),
            localization: shared.localization, localizations: shared.localization,
            environment: Surroundings.environment,
            now: Surroundings.clock)
        let ending = talk.run(behind: greeting)
        // A version of the program that has other instruments must find these, and a disk that refused is left alone.
        if case .notSaved = ending {} else { try? session.keepInstruments() }
        return try Self.status(of: ending)
    }

    /// The reader that fits the terminal and the options.
    static func reader(_ shared: SharedOptions) -> any LineReader {
        let isPlain = TerminalPolicy.isPlain(
            option: shared.plain, environment: Surroundings.environment,
            isTerminal: TerminalPolicy.hasTerminal)
        if !isPlain, !TerminalCharset.current.isLatin1, let reader = EditLineReader() {
            if !reader.hasReadSettings {
                shared.progress(
                    local("The line editor cannot read your .editrc, so the keys are the usual ones."))
            }
            return reader
        }
        return PlainLineReader()
    }

    /// The status with which a conversation's end ends the process.
    static func status(of ending: Ending) throws(CommandFault) -> ExitStatus {
        switch ending {
        case .left, .endOfInput: return .done
        case .refusedSome: return .refused
        case .signal(let number): return .signal(number)
        case .outputFailed(let fault): throw .output(fault)
        case .refused(let line, let errorDescription): throw .refusedLine(line, errorDescription)
        case .notSaved(let errorDescription): throw .notSaved(errorDescription)
        }
    }
}
