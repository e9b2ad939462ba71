import Instruments

/// An `ask-when` that looks at a later question makes earlier ones come and go behind the walk's back.
struct ForwardReference: Check {
    func findings(in context: CheckContext) -> [Finding] {
        context.questionnaires.flatMap { questionnaire in
            let places = Dictionary(
                questionnaire.questions.enumerated().map { ($1.id, $0) },
                uniquingKeysWith: { first, _ in first })
            return questionnaire.placedQuestions
                .flatMap { placed in
                    placed.question.locatedAnswers.filter { awaited in
                        guard let own = places[placed.question.id],
                            let other = places[awaited.part.question]
                        else { return false }
                        return other > own
                    }.map {
                        placed.finding(at: $0.path + ["question"], .forwardReference($0.part.question))
                    }
                }
        }
    }
}
