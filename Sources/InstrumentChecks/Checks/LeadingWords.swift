import Instruments

/// A question must not suggest its answer, and must not blame anybody.
///
/// The words are those of questions and hints alone: a level may describe somebody who blames another.
struct LeadingWords: Check {
    let codes: [Diagnostic.Code] = [.leadingWords]

    /// Words that suggest an answer, or lay blame.
    static let words: Set<String> = [
        "obviously", "surely", "undoubtedly", "naturally", "admittedly", "merely", "simply",
        "blame", "guilty", "culprit", "incompetent", "incompetence", "negligent",
        "negligence", "careless", "lazy", "hopeless", "excuse", "excuses", "shameful", "disgraceful",
        "stubborn", "ignorant", "useless", "unprofessional",
    ]
    /// Beginnings and ends that suggest an answer.
    static let phrases = [
        "of course", "at fault", "whose fault", "your fault", "their fault", "don't you", "do you not",
        "isn't it", "is it not", "wouldn't you", "as everyone knows",
        "do you agree that", "would you agree", "why don't", "why did you fail", "why have you failed",
    ]

    private static let phrasesByWord = phrases.map { phrase in
        (phrase, phrase.split(separator: " ").map(String.init))
    }
    private static let firstWords = Set(phrasesByWord.compactMap(\.1.first))

    func diagnostics(in context: CheckContext) -> [Diagnostic] {
        context.areaTexts.filter(\.questionnaire.language.isEnglish).flatMap { $0.areas.flatMap(\.self) }
            .filter { $0.isQuestion || $0.path.last == "hint" }
            .flatMap { placed -> [Diagnostic] in
                let words = Reading.words(of: placed.text.replacing("’", with: "'"), and: "'")
                guard words.contains(where: { Self.words.contains($0) || Self.firstWords.contains($0) })
                else { return [] }
                let phrases = Self.phrasesByWord.filter { _, parts in
                    words.indices.contains { words[$0...].starts(with: parts) }
                }
                return (words.filter(Self.words.contains) + phrases.map(\.0))
                    .map { placed.diagnostic(.leadingWords($0)) }
            }
    }
}

extension Diagnostic.Code {
    static let leadingWords = Self(warning: "leading-words")
}

extension Diagnostic.Content {
    /// Words that suggest an answer or blame somebody.
    static func leadingWords(_ words: String) -> Self {
        Self(
            .leadingWords, "`\(words)` suggests an answer or blames somebody",
            hint: "ask what can be seen, and let the answer be open")
    }
}
