import Instruments

/// A question that waits for one that no room is asked: to a room it is asked as if that had no answer.
struct AwaitsAnswerOfOneAlone: Check {
    func findings(in context: CheckContext) -> [Finding] {
        context.questionnaires.flatMap { questionnaire in
            let alone = Set(questionnaire.questions.filter(\.isNotForARoom).map(\.id))
            return questionnaire.placedQuestions.filter { !$0.question.isNotForARoom }.flatMap { placed in
                placed.question.locatedAnswers.filter { alone.contains($0.part.question) }.map {
                    placed.finding(at: $0.path + ["question"], .awaitsAnswerOfOneAlone($0.part.question))
                }
            }
        }
    }
}
