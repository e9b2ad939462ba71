import Instruments

/// What `ask-when` looks at must be a question of the same questionnaire.
struct UnknownQuestion: Check {
    func findings(in context: CheckContext) -> [Finding] {
        let known = Dictionary(
            context.questionnaires.map { ($0.id, Set($0.questions.map(\.id))) }
        ) { first, _ in first }
        return context.questions.flatMap { placed in
            placed.question.locatedAnswers
                .filter { known[placed.questionnaire.id]?.contains($0.part.question) == false }
                .map { placed.finding(at: $0.path + ["question"], .unknownQuestion($0.part.question)) }
        }
    }
}
