import Sessions

/// What a reviewer types.
enum ReviewReply: Equatable {
    case verdict(Review.Verdict, String)
    /// The reviewer's own answer: a level, `yes` or `no`.
    case own(String)
    case comment(String)
    case seen(String)
    case test(String)
    /// Takes back all that was said of the answer.
    case clear
    case next
    case back
    case goTo(String)
    case status
    case help
    case leave
    case notUnderstood(String)

    /// The words that can be typed; an unambiguous beginning is enough.
    static let words = [
        "agree", "challenge", "more-evidence", "comment", "seen", "test", "clear", "next", "back", "goto",
        "status",
        "help",
        "quit",
    ]

    /// Understands a line.
    ///
    /// - Parameters:
    ///   - line: what was typed.
    ///   - own: the own answers that fit the question on the screen.
    init(_ line: String, own: [String]) {
        let parts = line.split(maxSplits: 1, whereSeparator: \.isWhitespace).map(String.init)
        guard let first = parts.first?.lowercased() else {
            self = .next
            return
        }
        let rest = parts.count > 1 ? parts[1].trimmed : ""
        let answers = own.filter { $0 == first || ($0.first?.isLetter == true && $0.hasPrefix(first)) }
        if answers.count == 1, rest.isEmpty {
            self = .own(answers[0])
            return
        }
        // The beginning of a word that stands in front of others may begin a sentence.
        let isFull = Self.words.contains(first)
        let matches = isFull ? [first] : rest.isEmpty ? Self.words.filter { $0.hasPrefix(first) } : []
        let command = matches.count == 1 ? matches[0] : ""
        let standsAlone = ["clear", "next", "back", "status", "help", "quit"].contains(command)
        if standsAlone && !rest.isEmpty
            || command == "agree" && FollowingWords(rest).mayChange(.agreement, to: nil)
        {
            self = .notUnderstood(line)
            return
        }
        self =
            switch (command, rest.isEmpty) {
            case ("agree", _): .verdict(.agree, rest)
            case ("challenge", _): .verdict(.challenge, rest)
            case ("more-evidence", _): .verdict(.moreEvidence, rest)
            case ("comment", false): .comment(rest)
            case ("seen", false): .seen(rest)
            case ("test", false): .test(rest)
            case ("clear", _): .clear
            case ("next", _): .next
            case ("back", _): .back
            case ("goto", false): .goTo(rest)
            case ("status", _): .status
            case ("help", _): .help
            case ("quit", _): .leave
            default: .notUnderstood(line)
            }
    }
}
