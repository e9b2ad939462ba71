import Instruments

/// What `ask-when`, a prompt or the oversight looks at must be a question of the same questionnaire.
struct UnknownQuestion: Check {
    let codes: [Diagnostic.Code] = [.unknownQuestion]

    func diagnostics(in context: CheckContext) -> [Diagnostic] {
        let known = Dictionary(
            context.questionnaires.map { ($0.id, Set($0.questions.map(\.id))) }
        ) { first, _ in first }
        let compared = context.comparisons
            .filter { known[$0.questionnaire.id]?.contains($0.awaited.question) == false }
            .map { $0.diagnostic(at: ["question"], .unknownQuestion($0.awaited.question)) }
        let overseen = context.questionnaires.flatMap { questionnaire in
            Oversight.Power.allCases.flatMap { power in
                (questionnaire.oversight?.questions(on: power) ?? []).enumerated()
                    .filter { known[questionnaire.id]?.contains($1) == false }
                    .map { index, question in
                        Diagnostic(
                            .questionnaire(questionnaire.id),
                            ["oversight", .key(power.rawValue), .index(index)],
                            .unknownQuestion(question))
                    }
            }
        }
        return compared + overseen
    }
}

extension Diagnostic.Code {
    static let unknownQuestion = Self(error: "unknown-question")
}

extension Diagnostic.Content {
    static func unknownQuestion(_ id: Question.ID) -> Self {
        Self(.unknownQuestion, "there is no question `\(id)`")
    }
}
