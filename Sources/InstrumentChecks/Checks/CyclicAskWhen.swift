import Instruments

/// Whether a question is asked must not hang on the question itself.
struct CyclicAskWhen: Check {
    func findings(in context: CheckContext) -> [Finding] {
        let byQuestionnaire = Dictionary(grouping: context.questions) { $0.questionnaire.id }
        return context.questionnaires.flatMap { findings(in: $0, byQuestionnaire[$0.id] ?? []) }
    }

    /// Whether nothing of a questionnaire goes round in a circle.
    func isFine(_ questionnaire: Questionnaire) -> Bool {
        questionnaire.circles.found.isEmpty
    }

    private func findings(in questionnaire: Questionnaire, _ questions: [PlacedQuestion]) -> [Finding] {
        let byID = Dictionary(questions.map { ($0.question.id, $0) }) { first, _ in first }
        return questionnaire.circles.found.compactMap { circle in
            let first = circle.first.flatMap { byID[$0] }
            return first?.finding(at: ["ask-when"], .cyclicAskWhen(circle))
        }
    }
}
