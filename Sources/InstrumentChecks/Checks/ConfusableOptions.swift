import Instruments

/// No two options of a question may have the same words, nor one the number of another in place of words.
struct ConfusableOptions: Check {
    let codes: [Diagnostic.Code] = [.repeatedOption, .misleadingOption]

    func diagnostics(in context: CheckContext) -> [Diagnostic] {
        context.questions.flatMap { diagnostics($0) }
    }

    private func diagnostics(_ placed: PlacedQuestion) -> [Diagnostic] {
        let options = placed.question.kind.options
        var first: [String: Int] = [:]
        return options.enumerated().compactMap { index, option in
            let words = option.text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
            if words.isEmpty { return nil }
            func diagnostic(_ content: Diagnostic.Content) -> Diagnostic {
                placed.diagnostic(at: ["options", .index(index), "text"], content)
            }
            if let earlier = first[words] {
                return diagnostic(.repeatedOption(option: index + 1, sameAs: earlier + 1))
            }
            first[words] = index
            guard let number = number(words, upTo: options.count), number != index + 1 else { return nil }
            return diagnostic(.misleadingOption(option: index + 1, readsAs: number))
        }
    }

    /// The number of the option that somebody means who types these words alone; nil for none.
    private func number(_ words: String, upTo count: Int) -> Int? {
        let bare = Reading.words(of: words)
        guard bare.count == 1, let word = bare.first else { return nil }
        let letter = word.utf8.count == 1 ? word.utf8.first.map { Int($0) - 96 } : nil
        let number = Int(word) ?? Self.numerals.firstIndex(of: word).map { $0 + 1 } ?? letter
        return number.flatMap { (1...max(1, count)).contains($0) ? $0 : nil }
    }

    private static let numerals = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ]
}

extension Diagnostic.Code {
    static let repeatedOption = Self(error: "repeated-option")
    static let misleadingOption = Self(error: "misleading-option")
}

extension Diagnostic.Content {
    /// Options count from 1.
    static func repeatedOption(option: Int, sameAs other: Int) -> Self {
        Self(.repeatedOption, "options \(other) and \(option) have the same words")
    }

    /// The words of an option are the number of another one.
    static func misleadingOption(option: Int, readsAs other: Int) -> Self {
        Self(
            .misleadingOption, "the words of option \(option) read as the number of option \(other)",
            hint: "say in words what is meant, or put the option in that place")
    }
}
