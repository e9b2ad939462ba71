import Instruments

/// An answer should count for something: for an element, for a signature, or for what is asked next.
///
/// Text questions and facts are for people to read, and a questionnaire that feeds no framework is an interview.
struct QuestionMeasuresNothing: Check {
    let codes: [Diagnostic.Code] = [.questionMeasuresNothing]

    func diagnostics(in context: CheckContext) -> [Diagnostic] {
        let deciding = Dictionary(grouping: context.questions) { $0.questionnaire.id }
            .mapValues { Set($0.flatMap { $0.question.askWhen?.questions ?? [] }) }
        return context.questions.filter { placed in
            let question = placed.question
            let isFact = placed.questionnaire.areas.contains { area in
                area.isOfFacts && area.questions.contains { $0.id == question.id }
            }
            return question.kind != .text && !isFact && !placed.questionnaire.feeds.isEmpty
                && question.locatedSupports.isEmpty && question.warnsOf.isEmpty
                && !(question.step == .links && feedsProblems(placed.questionnaire, context))
                && deciding[placed.questionnaire.id]?.contains(question.id) == false
        }.map { $0.diagnostic(.questionMeasuresNothing($0.question.id)) }
    }

    /// Whether there are problems that could be linked.
    private func feedsProblems(_ questionnaire: Questionnaire, _ context: CheckContext) -> Bool {
        questionnaire.feeds.contains { context.framework($0)?.problems != nil }
    }
}

extension Diagnostic.Code {
    static let questionMeasuresNothing = Self(warning: "question-measures-nothing")
}

extension Diagnostic.Content {
    static func questionMeasuresNothing(_ id: Question.ID) -> Self {
        Self(
            .questionMeasuresNothing, "`\(id)` measures nothing",
            hint: "give it `supports` or `warns-of`, or leave it out")
    }
}
