import Instruments

/// The outcome that a model is shown under must be one of a headline table, wherever one is present.
struct UnknownPlaceOfModel: Check {
    func findings(in context: CheckContext) -> [Finding] {
        let headlines = context.tables.map(\.table).filter { $0.role == .tier }
        guard !headlines.isEmpty else { return [] }
        let outcomes = Set(headlines.flatMap { $0.outcomes.map(\.id) })
        return context.frameworks.flatMap { framework in
            framework.models.enumerated().compactMap { index, model -> Finding? in
                guard let outcome = model.under?.outcome, !outcomes.contains(outcome) else { return nil }
                return Finding(
                    .framework(framework.id), ["models", .index(index), "under", "outcome"],
                    .unknownPlaceOfModel(outcome))
            }
        }
    }
}
