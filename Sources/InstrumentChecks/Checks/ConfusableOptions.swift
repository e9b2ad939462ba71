import Instruments

/// No two options of a question may have the same words, nor one the number of another in place of words.
struct ConfusableOptions: Check {
    func findings(in context: CheckContext) -> [Finding] {
        context.questions.flatMap { findings($0) }
    }

    private func findings(_ placed: PlacedQuestion) -> [Finding] {
        let options = placed.question.kind.options
        var first: [String: Int] = [:]
        return options.enumerated().compactMap { index, option in
            let words = option.text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
            if words.isEmpty { return nil }
            func finding(_ payload: Finding.Payload) -> Finding {
                placed.finding(at: ["options", .index(index), "text"], payload)
            }
            if let earlier = first[words] {
                return finding(.repeatedOption(option: index + 1, sameAs: earlier + 1))
            }
            first[words] = index
            guard let number = number(words, upTo: options.count), number != index + 1 else { return nil }
            return finding(.misleadingOption(option: index + 1, readsAs: number))
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
