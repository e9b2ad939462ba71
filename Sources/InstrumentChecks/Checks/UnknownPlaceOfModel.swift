import Instruments

/// The outcome that a model is shown under must be one of a headline table that is fed beside it.
///
/// Where no headline is there, there is nothing to be shown under, and no diagnostic.
struct UnknownPlaceOfModel: Check {
    let codes: [Diagnostic.Code] = [.unknownPlaceOfModel]

    func diagnostics(in context: CheckContext) -> [Diagnostic] {
        context.frameworks.flatMap { framework -> [Diagnostic] in
            let headlines = companions(of: framework, in: context).flatMap(\.tables).filter {
                $0.role == .tier
            }
            guard !headlines.isEmpty else { return [] }
            let outcomes = Set(headlines.flatMap { $0.outcomes.map(\.id) })
            return framework.models.enumerated().compactMap { index, model in
                guard let outcome = model.under?.outcome, !outcomes.contains(outcome) else { return nil }
                return Diagnostic(
                    .framework(framework.id), ["models", .index(index), "under", "outcome"],
                    .unknownPlaceOfModel(outcome))
            }
        }
    }

    /// The frameworks that some questionnaire feeds together with this one; where none feeds it, itself.
    private func companions(of framework: Framework, in context: CheckContext) -> [Framework] {
        let feeds = context.questionnaires.map(\.feeds).filter { $0.contains(framework.id) }
        guard !feeds.isEmpty else { return [framework] }
        let together = Set(feeds.joined())
        return context.frameworks.filter { together.contains($0.id) }
    }
}

extension Diagnostic.Code {
    static let unknownPlaceOfModel = Self(error: "unknown-place-of-model")
}

extension Diagnostic.Content {
    /// A model is shown under an outcome that no headline table has.
    static func unknownPlaceOfModel(_ id: Outcome.ID) -> Self {
        Self(.unknownPlaceOfModel, "no headline table has an outcome `\(id)`")
    }
}
