import Instruments
import Languages

extension FindingProjection {
    /// That a finding depends on answers of which the reader learns nothing; nil where it does not.
    ///
    /// It goes by what is open to the reader alone, so that it is said whatever was answered.
    ///
    /// - Parameter open: the open questions that the finding depends on.
    /// - Returns: the sentence.
    func withheld(among open: [Question.ID]) -> String? {
        var seen: Set<Question.ID> = []
        let hidden = open.filter { withheld.contains($0) && seen.insert($0).inserted }
        guard !hidden.isEmpty else { return nil }
        guard showsAnswers else {
            return plural(
                hidden.count, "It depends on an answer that is withheld.",
                "It depends on answers that are withheld.")
        }
        let names = listed(hidden.map { labels[$0].short })
        return plural(
            hidden.count, "It depends on an answer that is withheld: \(names).",
            "It depends on answers that are withheld: \(names).")
    }
}

extension AnswerText {
    /// What stands where there is no answer to show.
    package var noAnswer: String { isLevelWithheld == true ? local("Withheld") : local("Not answered") }

    /// That the answer is not told, or that others are not told it; nothing else is said of it then.
    var levelSentence: String? {
        if isLevelWithheld == true {
            return local("This answer is withheld: whatever was answered, it counts as open here.")
        }
        return isLevelConfidential == true
            ? local("Its level and its words are confidential: in every other report it counts as open.")
            : nil
    }
}
