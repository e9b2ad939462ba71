package import Instruments

/// Whether a model of intervention has its conditions met.
package struct ModelFinding: Sendable {
    /// What can be said of a model.
    package enum Status: String, Sendable, CaseIterable, Encodable {
        case viable
        case notViable = "not-viable"
        case undetermined
    }

    /// The framework that holds the model.
    package var framework: Framework.ID
    /// The model.
    package var model: Model
    /// Whether its conditions hold: in every completion, in none, or in some.
    package var status: Status
    /// The conditions that hold, with the answers behind them.
    package var met: [Ground]
    /// The conditions that do not hold, with the answers that say so.
    package var missing: [Ground]
    /// The conditions that some completions meet and others do not.
    package var unknown: [OpenGround]
    /// What to be careful of; only where the model is viable.
    package var caution: Caution?
}

/// Works out which models have their conditions met.
enum ModelFinder {
    /// The finding of a model; nil where nobody found it out.
    static func finding(
        of model: Model, in framework: Framework, _ truth: inout ElementTruth,
        _ completions: inout Completions, _ reasons: Reasons
    ) -> ModelFinding? {
        var all = Functions.always
        var finding = ModelFinding(
            framework: framework.id, model: model, status: .undetermined, met: [], missing: [],
            unknown: [])
        for id in model.needs {
            guard let condition = framework.condition(id) else { continue }
            let holds = truth.formula(.condition(id), of: framework, &completions)
            guard !completions.functions.isUndecided(holds) else { return nil }
            all = completions.functions.and(all, holds)
            switch holds {
            case Functions.always:
                finding.met.append(reasons.ground(condition, is: true, in: framework))
            case Functions.never:
                finding.missing.append(reasons.ground(condition, is: false, in: framework))
            default:
                finding.unknown.append(reasons.open(condition, in: framework))
            }
        }
        guard !completions.functions.isUndecided(all) else { return nil }
        switch all {
        case Functions.always:
            finding.status = .viable
            finding.caution = model.cautions.first { reasons.applies($0, in: framework) }
        case Functions.never:
            finding.status = .notViable
        default:
            finding.status = .undetermined
        }
        return finding
    }
}
