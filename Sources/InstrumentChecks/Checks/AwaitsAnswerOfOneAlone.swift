import Instruments

/// A question that waits for one that no room is asked: to a room it is asked as if that had no answer.
struct AwaitsAnswerOfOneAlone: Check {
    let codes: [Diagnostic.Code] = [.awaitsAnswerOfOneAlone]

    func diagnostics(in context: CheckContext) -> [Diagnostic] {
        context.questionnaires.flatMap { questionnaire in
            let alone = Set(questionnaire.questions.filter(\.isNotForARoom).map(\.id))
            return questionnaire.placedQuestions.filter { !$0.question.isNotForARoom }.flatMap { placed in
                placed.question.locatedAnswers.filter { alone.contains($0.part.question) }.map {
                    placed.diagnostic(at: $0.path + ["question"], .awaitsAnswerOfOneAlone($0.part.question))
                }
            }
        }
    }
}

extension Diagnostic.Code {
    static let awaitsAnswerOfOneAlone = Self(warning: "awaits-answer-of-one-alone")
}

extension Diagnostic.Content {
    /// The question's `ask-when` looks at one that no room is asked.
    static func awaitsAnswerOfOneAlone(_ id: Question.ID) -> Self {
        Self(
            .awaitsAnswerOfOneAlone,
            "`ask-when` looks at `\(id)`, which a room is not asked; there it has no answer",
            hint: "give this question `not-in-a-room`, too, or look at another one")
    }
}
