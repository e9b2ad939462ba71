import ArgumentParser
import BuiltInInstruments
import Conversation
import Glibc
import InstrumentChecks
import InstrumentFiles
import Instruments
import Languages
import SessionFiles
import Sessions
import Terminal

/// The options that every command takes, as the parser reads them.
struct SharedOptionGroup: ParsableArguments {
    @Option(help: ArgumentHelp("The folder of the sessions.", valueName: "dir"))
    var sessions: String?

    @Option(
        help: ArgumentHelp(
            "A folder of questionnaires, looked in before the built-in ones.", valueName: "dir"))
    var questionnaires: String?

    @Option(
        help: ArgumentHelp(
            "The language, such as cy, where the folder of questionnaires has a translation.",
            valueName: "language"))
    var lang: LanguageCode?

    @Option(
        help: ArgumentHelp(
            "Read the passphrase of a sealed session from this descriptor, a line each.", valueName: "number")
    )
    var passphraseFd: Int32?

    @Flag(help: "One prompt, one line: no line editing, no cursor movement.")
    var plain = false

    @Flag(name: .customLong("no-colour"), help: "No colour.")
    var noColour = false

    @Flag(help: "Leave out what is said only to be friendly.")
    var quiet = false

    @Flag(help: "Stop at the first line that is refused. Without it a script goes on and ends with status 1.")
    var strict = false

    /// What they come to.
    var values: SharedOptions {
        SharedOptions(
            sessions: sessions, questionnaires: questionnaires, lang: lang, passphraseFd: passphraseFd,
            plain: plain, noColour: noColour, quiet: quiet, strict: strict)
    }
}

/// What the options that every command takes come to.
struct SharedOptions: Equatable {
    var sessions: String?
    var questionnaires: String?
    var lang: LanguageCode?
    var passphraseFd: Int32?
    var plain = false
    var noColour = false
    var quiet = false
    var strict = false
}

/// A command that ends with a status of ours.
protocol CanarySubcommand: ParsableCommand {
    var options: SharedOptionGroup { get }

    /// Does it.
    func execute() throws(CommandFault) -> ExitStatus
}

extension CanarySubcommand {
    /// What its shared options come to.
    var shared: SharedOptions { options.values }
}

/// The process around a command.
enum Surroundings {
    /// The environment of the process, read once.
    static let environment: [String: String] = {
        var found: [String: String] = [:]
        var next = unsafe environ
        while let entry = unsafe next.pointee {
            let parts = unsafe String(cString: entry).split(
                separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            // Of a name that is there twice the first counts, as it does for the C library.
            if parts.count == 2, found[String(parts[0])] == nil { found[String(parts[0])] = String(parts[1]) }
            unsafe next += 1
        }
        return found
    }()

    /// The time; nil while the clock says what no event can be dated by.
    static func clock() -> Timestamp? {
        var now = timespec()
        unsafe clock_gettime(CLOCK_REALTIME, &now)
        return Timestamp(clock: Double(now.tv_sec) + Double(now.tv_nsec) / 1e9)
    }

    /// The time.
    ///
    /// - Throws: that the clock says what no event can be dated by.
    static func now() throws(CommandFault) -> Timestamp {
        guard let time = clock() else { throw .refused(.clockIsOff) }
        return time
    }

    /// Reads a file that somebody named, or a pipe.
    ///
    /// - Parameters:
    ///   - path: where it is.
    ///   - limit: the most bytes that are read.
    /// - Returns: its bytes.
    /// - Throws: why it cannot be read.
    static func read(_ path: String, atMost limit: Int) throws(CommandFault) -> [UInt8] {
        try attempt({ () throws(Fault) in try SourceFile(path: path, atMost: limit) }) {
            .faults(Faults([$0]))
        }.bytes
    }

    /// Writes data to standard output.
    static func write(_ text: String) throws(CommandFault) {
        try attempt({ () throws(OutputFault) in try DescriptorOutput.standardOutput().write(text) }) {
            .output($0)
        }
    }

    /// Says something on standard error: in a line of its own for a script, wrapped for somebody at a terminal.
    static func warn(_ text: String) throws(OutputFault) {
        let output = DescriptorOutput.standardError()
        guard TerminalSize(descriptor: 2) != nil else { return try output.write(text + "\n") }
        try Screen(output) { TerminalSize(descriptor: 2)?.columns }.say(text)
    }

    /// The columns of the terminal on standard output, now; nil where it is none.
    static func columns() -> Int? { TerminalSize(descriptor: 1)?.columns }

    /// Says sentences on standard output, a paragraph each.
    static func say(_ sentences: [String]) throws(CommandFault) {
        let screen = Screen(DescriptorOutput.standardOutput(), columns: columns)
        for sentence in sentences {
            try attempt({ () throws(OutputFault) in try screen.say(sentence) }) { .output($0) }
        }
    }
}

extension SharedOptions {
    /// The folder of sessions that the options and the environment name.
    func folder() throws(CommandFault) -> SessionFolder {
        try folder(PassphraseSource(descriptor: passphraseFd))
    }

    /// The folder of sessions that the options and the environment name; sealed ones are opened by passphrases of
    /// that source.
    func folder(_ passphrases: PassphraseSource) throws(CommandFault) -> SessionFolder {
        try folder(opening: passphrases.open)
    }

    /// The folder of sessions that the options and the environment name; sealed ones are opened by these keys.
    func folder(opening keys: @escaping KeySource) throws(CommandFault) -> SessionFolder {
        let path = try attempt({ () throws(FolderFault) in
            try SessionFolder.choose(option: sessions, environment: Surroundings.environment)
        }) { .folder($0) }
        let given = GivenInstruments(self)
        let named = given.folder.map { [$0, $0 + "/instruments"] } ?? []
        return Self.folder(
            at: path, keys: keys, given: given.instrument,
            elsewhere: named + [path + "/instruments"])
    }

    /// A folder of sessions by its path.
    static func folder(
        at path: String, keys: @escaping KeySource, given: @escaping (String) -> Instrument? = { _ in nil },
        elsewhere: [String] = []
    ) -> SessionFolder {
        SessionFolder(
            path,
            instruments: InstrumentSources(
                own: { sha256 in
                    let library = BuiltIn.instruments
                    return (try? library.questionnaire(sha256: sha256)).map(Instrument.questionnaire)
                        ?? (try? library.framework(sha256: sha256)).map(Instrument.framework)
                }, text: { BuiltIn.instruments.json(sha256: $0) }, given: given, elsewhere: elsewhere),
            keys: keys)
    }

    /// Whether tables are drawn in columns: a screen reader reads lists.
    var drawsTables: Bool {
        !TerminalPolicy.isAskedToBePlain(option: plain, environment: Surroundings.environment)
    }

    /// The screen on standard output, in the colours that the options and the environment ask for.
    var screen: Screen {
        let environment = Surroundings.environment
        let isPlain = TerminalPolicy.isAskedToBePlain(option: plain, environment: environment)
        let palette = Palette(
            isRefused: noColour || isPlain, environment: environment, isTerminal: TerminalPolicy.hasTerminal)
        return Screen(
            DescriptorOutput.standardOutput(), palette: palette, columns: Surroundings.columns)
    }

    /// Says on standard error, where somebody sits at it, what takes a while.
    func progress(_ sentence: String) {
        guard !quiet, TerminalSize(descriptor: 2) != nil else { return }
        try? Surroundings.warn(sentence)
    }

    /// The questionnaires in the program.
    func builtInQuestionnaires() throws(CommandFault) -> [Questionnaire] {
        try builtIn { own throws(BuiltIn.Damage) in try own.questionnaires }
    }

    /// What the program's own instruments say.
    func builtIn<Value>(
        _ read: (BuiltInLibrary) throws(BuiltIn.Damage) -> Value
    ) throws(CommandFault) -> Value {
        try attempt({ () throws(BuiltIn.Damage) in try read(BuiltIn.instruments) }) { .brokenProgram($0) }
    }

    /// The questionnaires of the folder that the options or the environment name; nil where none is named.
    func library() throws(CommandFault) -> LibraryContents? {
        let chosen = InstrumentLibrary.chosen(
            option: questionnaires, environment: Surroundings.environment)
        guard let chosen else { return nil }
        return try attempt({ () throws(Faults) in try chosen.read() }) { .faults($0) }
    }

    /// A questionnaire with its frameworks, from the named folder or else from the program, checked.
    func instruments(for name: String) throws(CommandFault) -> InstrumentSet {
        let id = Questionnaire.ID(name)
        let library = try library()
        if let library {
            let builtInFrameworks = try builtIn { own throws(BuiltIn.Damage) in try own.frameworks }
            let found = try attempt({ () throws(Faults) in
                try library.instruments(for: id, others: builtInFrameworks)
            }) { .faults($0) }
            if let found {
                // A reference into a framework that is there and not fed is no error.
                let fed = Set(found.frameworks.map(\.id))
                let others =
                    library.frameworks + builtInFrameworks.filter { library.framework($0.id) == nil }
                let errors = AllChecks.diagnostics(
                    in: CheckContext(
                        questionnaires: [found.questionnaire],
                        frameworks: found.frameworks + others.filter { !fed.contains($0.id) })
                ).filter { $0.severity == .error && $0.instrument.isOf(found) }
                guard errors.isEmpty else { throw .unsound(errors, library) }
                return found
            }
        }
        guard let found = try builtIn({ own throws(BuiltIn.Damage) in try own.instruments(for: id) }) else {
            throw .unknownQuestionnaire(
                name,
                known: (library?.questionnaires.map(\.id) ?? []) + BuiltIn.instruments.names)
        }
        return found
    }

    /// What a new session of that questionnaire would be asked by; where that is what the session has, its own.
    func current(for session: SessionState) throws(CommandFault) -> InstrumentSet {
        let pins = session.pins
        let isOurs = ([pins.questionnaire] + pins.frameworks).allSatisfy {
            BuiltIn.instruments.holds($0.id, sha256: $0.sha256)
        }
        if isOurs, try library() == nil { return session.instruments }
        return try instruments(for: pins.questionnaire.id)
    }

    /// Reads a session that somebody named; nothing is changed.
    func read(
        _ name: String, _ passphrases: PassphraseSource? = nil
    ) throws(CommandFault) -> SavedSession {
        let folder = try folder(passphrases ?? PassphraseSource(descriptor: passphraseFd))
        let path = try resolve(name, in: folder)
        let saved = try attempt({ () throws(JournalFault) in try folder.read(path) }) { .journal($0) }
        try tell([saved.state.uncheckedDescription].compactMap(\.self))
        return saved
    }

    /// Opens a session for writing, by the path of its journal.
    func open(_ path: String, in folder: SessionFolder) throws(CommandFault) -> OpenSession {
        let session = try attempt({ () throws(JournalFault) in try folder.open(path) }) { .journal($0) }
        try tell([session.state.uncheckedDescription].compactMap(\.self))
        return session
    }

    /// The journal of a session that somebody named.
    func resolve(_ name: String, in folder: SessionFolder) throws(CommandFault) -> String {
        do throws(FolderFault) {
            return try folder.resolve(name)
        } catch {
            guard case .noSuchSession = error else { throw .folder(error) }
            let words = Places(folder)
            guard let elsewhere = words.elsewhere else { throw .folder(error) }
            let errorDescription = error.errorDescription
            throw .refused(
                ErrorDescription(
                    errorDescription.message,
                    hint: [errorDescription.hint, elsewhere].compactMap(\.self).joined(separator: "; ")))
        }
    }
}

extension InstrumentName {
    /// Whether it names the questionnaire or a framework of a set.
    fileprivate func isOf(_ set: InstrumentSet) -> Bool {
        switch self {
        case .questionnaire(let id): set.questionnaire.id == id
        case .framework(let id): set.framework(id) != nil
        }
    }
}
