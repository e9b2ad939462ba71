import Instruments

/// A sentence of more than twenty-five words is hard to take in when it is read out.
struct LongSentence: Check {
    /// The most words of a sentence.
    static let mostWords = 25

    func findings(in context: CheckContext) -> [Finding] {
        let texts =
            context.areaTexts.flatMap { $0.areas.flatMap(\.self) + $0.questionnaire.promptTexts }
            + context.frameworkTexts.flatMap(\.texts)
        return texts.flatMap { placed in
            placed.sentences.filter { $0.count > Self.mostWords }.map {
                placed.finding(.longSentence(words: $0.count))
            }
        }
    }
}
