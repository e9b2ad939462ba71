import Escaping
import Languages
import Reports

/// A line that may be words, and may be a command.
struct DoubtfulLine {
    let text: String
    /// The command, as it is typed.
    let command: String
}

// Where words are asked for, the name of a command, by itself or with one word that it takes, can be either; nobody
// guesses which.
extension Conversation {
    /// What is said where neither was meant.
    static var notKept: String { local("Nothing was saved or done.") }

    /// Asks what a line means.
    func askMeaning(of line: DoubtfulLine, during: Expectation?) throws(Interruption) -> Next {
        try say(
            local(
                "`\(line.text.visible)` may be your words, or the command \(line.command); nothing was saved. Which is it?"
            ))
        expectation = .meaning(line, during: during)
        return .ask
    }

    /// Takes a reply on what a line means; nil for a command.
    func takeMeaning(
        _ reply: String, of line: DoubtfulLine, _ during: Expectation?
    ) throws(Interruption) -> Next? {
        expectation = during
        switch reply.lowercased() {
        case "words":
            takesCommandsAsWords = true
            defer { takesCommandsAsWords = false }
            return try take(line.text)
        case "command":
            return try take(":\(line.command)")
        case "":
            try say(Self.notKept)
            return .ask
        default:
            _ = try leaving(reply, for: .meaning(line, during: during), saying: Self.notKept)
            // Here nobody is asked again whether it is a command.
            return try take(reply.hasPrefix(":") ? reply : ":\(reply)")
        }
    }
}
