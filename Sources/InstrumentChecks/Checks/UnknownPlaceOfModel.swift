import Instruments

/// The outcome that a model is shown under must be one of a headline table that is fed beside it.
///
/// Where no headline is there, there is nothing to be shown under, and no finding.
struct UnknownPlaceOfModel: Check {
    func findings(in context: CheckContext) -> [Finding] {
        context.frameworks.flatMap { framework -> [Finding] in
            let headlines = companions(of: framework, in: context).flatMap(\.tables).filter {
                $0.role == .tier
            }
            guard !headlines.isEmpty else { return [] }
            let outcomes = Set(headlines.flatMap { $0.outcomes.map(\.id) })
            return framework.models.enumerated().compactMap { index, model in
                guard let outcome = model.under?.outcome, !outcomes.contains(outcome) else { return nil }
                return Finding(
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
