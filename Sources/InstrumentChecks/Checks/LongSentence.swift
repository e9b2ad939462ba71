import Instruments

/// A sentence of more than twenty-five words is hard to take in when it is read out.
struct LongSentence: Check {
    let codes: [Diagnostic.Code] = [.longSentence]

    /// The most words of a sentence.
    static let mostWords = 25

    func diagnostics(in context: CheckContext) -> [Diagnostic] {
        let texts =
            context.areaTexts.flatMap { $0.areas.flatMap(\.self) + $0.questionnaire.promptTexts }
            + context.frameworkTexts.flatMap(\.texts)
        return texts.flatMap { placed in
            placed.sentences.filter { $0.count > Self.mostWords }.map {
                placed.diagnostic(.longSentence(words: $0.count))
            }
        }
    }
}

extension Diagnostic.Code {
    static let longSentence = Self(warning: "long-sentence")
}

extension Diagnostic.Content {
    static func longSentence(words: Int) -> Self {
        Self(
            .longSentence, "a sentence has \(words) words, and should have at most \(LongSentence.mostWords)",
            hint: "make two sentences of it")
    }
}
