import Escaping
import Instruments
import Languages
import Reports
import Sessions

/// What somebody typed, understood.
enum Reply: Equatable {
    /// Enter alone.
    case nothing
    /// An answer to the question on the screen, perhaps with a note.
    case answer(Response, note: String?)
    /// A command word and all that follows it.
    case command(String, String)
    /// What may be words of an answer, and may be a command; the line and the command, as it is typed.
    case wordsOrCommand(String, command: String)
    /// Nothing that fits here.
    case notUnderstood(Misunderstanding)
}

/// Why what was typed fits nothing.
enum Misunderstanding: Error, Equatable {
    /// The answer does not fit the question.
    case misfit(Misfit)
    /// The word is no command, and no answer; the nearest commands.
    case unknownWord(String, nearest: [String])
    /// The beginning fits several commands.
    case ambiguousWord(String, matches: [String])
    /// An answer with words that may change it, or several answers; what can be typed.
    case severalReadings(String, choices: String)
    /// The beginning of a command that keeps words, with words behind it.
    case shortened(String, command: String)
}

extension Reply {
    /// Whether the line may stay in the history: it carries no note, no evidence and no reason.
    var mayBeRemembered: Bool {
        switch self {
        case .nothing, .notUnderstood, .wordsOrCommand: false
        case .answer(.notApplicable, _), .answer(.given(.text), _): false
        case .answer(_, let note): note == nil
        case .command(let name, let argument): argument.isEmpty || Self.harmless.contains(name)
        }
    }

    /// Commands whose words are no user's own.
    private static let harmless: Set<String> = ["goto", "help", "export", "confidential"]
}

extension Misunderstanding {
    /// Whether an answer to the question on the screen was meant.
    var isOfAnswer: Bool {
        switch self {
        case .misfit, .severalReadings: true
        case .unknownWord, .ambiguousWord, .shortened: false
        }
    }

    /// The misunderstanding in words.
    var errorDescription: ErrorDescription {
        switch self {
        case .misfit(let misfit):
            misfit.errorDescription
        case .unknownWord(let word, let nearest):
            ErrorDescription(
                local("`\(word.visible)` is neither an answer nor a command"),
                hint: nearest.isEmpty
                    ? local("type help to see what can be typed")
                    : local("did you mean \(listed(nearest, with: .or))"))
        case .ambiguousWord(let word, let matches):
            ErrorDescription(
                local("`\(word.visible)` fits several commands: \(listed(matches))"),
                hint: local("type more of it"))
        case .severalReadings(let text, let choices):
            ErrorDescription(
                local("`\(text.shortened.visible)` can be read in more than one way, and nothing was saved"),
                hint: local(
                    "\(choices); where the words only explain it, type the answer, a colon and the words"
                ))
        case .shortened(let word, let command):
            ErrorDescription(
                local(
                    "`\(word.visible)` may be short for \(command) or begin a sentence, and nothing was saved"
                ),
                hint: local("type \(command) in full, or note and the words to keep them"))
        }
    }
}

extension String {
    /// The text on one line, and no longer than it needs to be known again.
    var shortened: String { shortened(to: 60) }

    /// The text on one line, with at most so many characters.
    func shortened(to most: Int) -> String {
        let line = onOneLine
        return line.count > most ? String(line.prefix(most - 3)).trimmed + "..." : line
    }
}
