import Instruments

/// A reference into a framework that the questionnaire does not feed counts for nothing.
struct ReferenceNotFed: Check {
    let codes: [Diagnostic.Code] = [.referenceNotFed]

    func diagnostics(in context: CheckContext) -> [Diagnostic] {
        context.questions.flatMap { placed in
            placed.question.locatedSupports.compactMap { diagnostic(placed, $0, context) }
                + placed.question.locatedWarnings.compactMap { diagnostic(placed, $0, context) }
        }
    }

    private func diagnostic<Subject>(
        _ placed: PlacedQuestion, _ reference: Located<Reference<Subject>>, _ context: CheckContext
    ) -> Diagnostic? {
        let id = reference.part.framework
        guard context.framework(id) != nil, !placed.questionnaire.feeds.contains(id) else { return nil }
        return placed.diagnostic(at: reference.path, .referenceNotFed(reference.part.description, id))
    }
}

extension Diagnostic.Code {
    static let referenceNotFed = Self(warning: "reference-not-fed")
}

extension Diagnostic.Content {
    /// The reference is good, but the questionnaire does not feed its framework.
    static func referenceNotFed(_ reference: String, _ framework: Framework.ID) -> Self {
        Self(
            .referenceNotFed, "`\(reference)` does not count, because `\(framework)` is not fed",
            hint: "add `\(framework)` to `feeds`")
    }
}
