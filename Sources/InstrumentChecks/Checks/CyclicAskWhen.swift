import Instruments

/// Whether a question is asked must not hang on the question itself.
struct CyclicAskWhen: Check {
    func findings(in context: CheckContext) -> [Finding] {
        let byQuestionnaire = Dictionary(grouping: context.questions) { $0.questionnaire.id }
        return context.questionnaires.flatMap { findings(among: byQuestionnaire[$0.id] ?? []) }
    }

    /// Whether nothing of a questionnaire goes round in a circle.
    func isFine(_ questionnaire: Questionnaire) -> Bool {
        let askWhens = Dictionary(
            questionnaire.questions.map { ($0.id, $0.askWhen) }, uniquingKeysWith: { first, _ in first })
        return Circles(among: questionnaire.questions.map(\.id)) { (askWhens[$0] ?? nil)?.questions ?? [] }
            .found.isEmpty
    }

    private func findings(among questions: [PlacedQuestion]) -> [Finding] {
        let byID = Dictionary(questions.map { ($0.question.id, $0) }) { first, _ in first }
        let circles = Circles(among: questions.map(\.question.id)) {
            byID[$0]?.question.askWhen?.questions ?? []
        }
        return circles.found.compactMap { circle in
            let first = circle.first.flatMap { byID[$0] }
            return first?.finding(at: ["ask-when"], .cyclicAskWhen(circle))
        }
    }
}
