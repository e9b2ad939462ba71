import Instruments

/// A reference into a framework that the questionnaire does not feed counts for nothing.
struct ReferenceNotFed: Check {
    func findings(in context: CheckContext) -> [Finding] {
        context.questions.flatMap { placed in
            placed.question.locatedSupports.compactMap { finding(placed, $0, context) }
                + placed.question.locatedWarnings.compactMap { finding(placed, $0, context) }
        }
    }

    private func finding<Subject>(
        _ placed: PlacedQuestion, _ reference: Located<Reference<Subject>>, _ context: CheckContext
    ) -> Finding? {
        let id = reference.part.framework
        guard context.framework(id) != nil, !placed.questionnaire.feeds.contains(id) else { return nil }
        return placed.finding(at: reference.path, .referenceNotFed(reference.part.description, id))
    }
}
