import Instruments

/// Whether a question is asked must not hang on the question itself.
struct CyclicAskWhen: Check {
    let codes: [Diagnostic.Code] = [.cyclicAskWhen]

    func diagnostics(in context: CheckContext) -> [Diagnostic] {
        let byQuestionnaire = Dictionary(grouping: context.questions) { $0.questionnaire.id }
        return context.questionnaires.flatMap { diagnostics(in: $0, byQuestionnaire[$0.id] ?? []) }
    }

    /// Whether nothing of a questionnaire goes round in a circle.
    func isFine(_ questionnaire: Questionnaire) -> Bool {
        questionnaire.circles.found.isEmpty
    }

    private func diagnostics(in questionnaire: Questionnaire, _ questions: [PlacedQuestion]) -> [Diagnostic] {
        let byID = Dictionary(questions.map { ($0.question.id, $0) }) { first, _ in first }
        return questionnaire.circles.found.compactMap { circle in
            let first = circle.first.flatMap { byID[$0] }
            return first?.diagnostic(at: ["ask-when"], .cyclicAskWhen(circle))
        }
    }
}

extension Diagnostic.Code {
    static let cyclicAskWhen = Self(error: "cyclic-ask-when")
}

extension Diagnostic.Content {
    static func cyclicAskWhen(_ circle: [Question.ID]) -> Self {
        Self(.cyclicAskWhen, "`ask-when` goes round in a circle: \(localizedDescription(circle: circle))")
    }
}
