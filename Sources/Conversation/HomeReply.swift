/// What somebody typed at home, understood.
package enum HomeReply: Equatable, Sendable {
    /// Enter alone.
    case nothing
    /// The number of a choice, from 1.
    case chosen(Int)
    /// A questionnaire to start, by name.
    case start(String)
    /// A session to go on with; nil for the newest.
    case resume(String)
    /// What to know about privacy.
    case privacy
    /// Two minutes of how it works.
    case tour
    case help
    case leave
    case notUnderstood

    /// Something else: perhaps the name of a questionnaire or a session.
    case named(String)

    /// Understands one line.
    ///
    /// - Parameters:
    ///   - line: what was typed.
    ///   - choices: how many choices there are.
    package init(_ line: String, choices: Int) {
        let text = line.trimmed
        let (first, rest) = (text.hasPrefix(":") ? String(text.dropFirst()) : text).firstWord
        let word = first.lowercased()
        if text.isEmpty {
            self = .nothing
        } else if let number = Int(typed: text) {
            self = (1...max(1, choices)).contains(number) && choices > 0 ? .chosen(number) : .notUnderstood
        } else if word == "start" && !rest.isEmpty {
            self = .start(rest)
        } else if word == "resume" && !rest.isEmpty {
            self = .resume(rest)
        } else if word.isEmpty {
            self = .notUnderstood
        } else if !rest.isEmpty {
            self = .named(text)
        } else if "quit".hasPrefix(word) || word == "exit" {
            self = .leave
        } else if "tour".hasPrefix(word) {
            self = .tour
        } else if "privacy".hasPrefix(word) {
            self = .privacy
        } else if "help".hasPrefix(word) || word == "?" {
            self = .help
        } else {
            self = .named(text)
        }
    }
}
