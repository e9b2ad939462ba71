import Instruments

/// What `ask-when`, a prompt or the oversight looks at must be a question of the same questionnaire.
struct UnknownQuestion: Check {
    func findings(in context: CheckContext) -> [Finding] {
        let known = Dictionary(
            context.questionnaires.map { ($0.id, Set($0.questions.map(\.id))) }
        ) { first, _ in first }
        let compared = context.comparisons
            .filter { known[$0.questionnaire.id]?.contains($0.awaited.question) == false }
            .map { $0.finding(at: ["question"], .unknownQuestion($0.awaited.question)) }
        let overseen = context.questionnaires.flatMap { questionnaire in
            Oversight.Power.allCases.flatMap { power in
                (questionnaire.oversight?.questions(on: power) ?? []).enumerated()
                    .filter { known[questionnaire.id]?.contains($1) == false }
                    .map { index, question in
                        Finding(
                            .questionnaire(questionnaire.id),
                            ["oversight", .key(power.rawValue), .index(index)],
                            .unknownQuestion(question))
                    }
            }
        }
        return compared + overseen
    }
}
