import Instruments

/// An `ask-when` that looks at a later question makes earlier ones come and go behind the walk's back.
struct ForwardReference: Check {
    let codes: [Diagnostic.Code] = [.forwardReference]

    func diagnostics(in context: CheckContext) -> [Diagnostic] {
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
                        placed.diagnostic(at: $0.path + ["question"], .forwardReference($0.part.question))
                    }
                }
        }
    }
}

extension Diagnostic.Code {
    static let forwardReference = Self(warning: "forward-reference")
}

extension Diagnostic.Content {
    /// The question's `ask-when` looks at one that is asked later.
    static func forwardReference(_ id: Question.ID) -> Self {
        Self(
            .forwardReference, "`ask-when` looks at `\(id)`, which is asked later",
            hint: "ask the other question first")
    }
}
