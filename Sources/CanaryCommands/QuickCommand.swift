/// A command line that can be understood without the parser.
///
/// The parser's first use looks through every type of the program and takes longer than all the rest until the first
/// prompt, so what most people type does not wait for it: `canary`, `canary start QUESTIONNAIRE` and
/// `canary resume [SESSION]`, with `--sessions DIR` and switches behind. Everything else, help and mistakes included, is
/// the parser's, which reads these the same way.
struct QuickCommand: Equatable {
    /// What is to be done.
    enum What: Equatable {
        case home
        case start(String)
        case resume(String?)
    }

    /// What is to be done.
    let what: What
    /// What the shared options come to.
    let shared: SharedOptions

    /// Understands a command line; nil for what is the parser's.
    init?(_ arguments: [String]) {
        var words: [String] = []
        var shared = SharedOptions()
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            switch argument {
            case "--plain" where !shared.plain: shared.plain = true
            case "--no-colour" where !shared.noColour: shared.noColour = true
            case "--quiet" where !shared.quiet: shared.quiet = true
            case "--strict" where !shared.strict: shared.strict = true
            case "--sessions" where shared.sessions == nil:
                guard let folder = rest.popFirst(), Self.isPlain(folder) else { return nil }
                shared.sessions = folder
            default:
                guard Self.isPlain(argument) else { return nil }
                words.append(argument)
            }
        }
        // Where the command comes first, its options belong to it and to nobody else.
        guard words.isEmpty || arguments.first == words.first else { return nil }
        switch (words.first, words.dropFirst().first, words.count) {
        case (nil, _, _): what = .home
        case ("start", let name?, 2): what = .start(name)
        case ("resume", let name, 1...2): what = .resume(name)
        default: return nil
        }
        self.shared = shared
    }

    /// Does it.
    func execute() throws(CommandFault) -> ExitStatus {
        switch what {
        case .home: try HomeVisit(shared: shared).run()
        case .start(let questionnaire): try Starting(shared: shared, questionnaire: questionnaire).run()
        case .resume(let session): try Walk(shared: shared).resume(session)
        }
    }

    private static func isPlain(_ word: String) -> Bool {
        !word.isEmpty && !word.hasPrefix("-") && !word.contains("=")
    }
}
