import Evaluation
import Instruments
import Languages
import Sessions

extension FindingProjection {
    /// A model of intervention in words.
    func model(_ finding: ModelFinding, _ findings: Findings) -> ModelText {
        func ground(_ ground: Ground) -> GroundText { self.ground(ground, in: finding.framework, findings) }
        return ModelText(
            id: finding.model.id.text, title: finding.model.title, status: finding.status,
            sentences: sentences(finding), met: finding.met.map(ground),
            missing: finding.missing.map(ground),
            unknown: finding.unknown.map { open($0, in: finding.framework, findings) },
            caution: finding.caution.flatMap { showsAnswers || $0.isPublic ? remark($0) : nil },
            source: finding.model.source,
            under: finding.model.under?.outcome.flatMap { findings.tier?.table.outcome($0)?.title },
            isBeyondTier: isBeyondTier(finding, findings))
    }

    /// Whether a model stands under an outcome that ranks behind the one that is settled: nobody who is told the lighter
    /// is offered the heavier, whatever the conditions would allow.
    private func isBeyondTier(_ model: ModelFinding, _ findings: Findings) -> Bool {
        guard let tier = findings.tier, tier.table.ranked, let outcome = tier.determined,
            let under = model.model.under?.outcome
        else { return false }
        let ranks = tier.table.outcomes.map(\.id)
        guard let settled = ranks.firstIndex(of: outcome.id), let own = ranks.firstIndex(of: under) else {
            return false
        }
        return own > settled
    }

    /// How the models relate to the tier that is settled, and what there is to say where none has its conditions met.
    func modelsNote(_ findings: Findings) -> String? {
        let isNone = !findings.models.isEmpty && findings.models.allSatisfy { $0.status == .notViable }
        let none = session.instruments.frameworks.lazy.compactMap(\.modelsNone).first.map {
            $0.text + sourced($0.source, basis: $0.basis)
        }
        let notes = [underTier(findings), isNone ? none : nil].compactMap(\.self)
        return notes.isEmpty ? nil : notes.joined(separator: " ")
    }

    private func underTier(_ findings: Findings) -> String? {
        guard !findings.models.isEmpty, let tier = findings.tier, let outcome = tier.determined
        else { return nil }
        let under = findings.models.filter { $0.model.under?.outcome == outcome.id }
        let viable = findings.models.filter { $0.status == .viable }
        if under.isEmpty {
            let offered = viable.filter { !isBeyondTier($0, findings) }
            let undecided = findings.models.filter { $0.status == .undetermined }
            if viable.isEmpty, !undecided.isEmpty {
                return local(
                    "No model stands under this tier. Of others it is open whether their conditions are met: \(listed(undecided.map(\.model.title)))."
                )
            }
            return viable.isEmpty
                ? local(
                    "No model stands under this tier, and the conditions of no other model are met.")
                : offered.isEmpty
                    ? local("No model stands under this tier.")
                    : local(
                        "No model stands under this tier. "
                            + "What else the conditions would allow: \(listed(offered.map(\.model.title))).")
        }
        let viableUnder = under.filter { $0.status == .viable }
        if !viableUnder.isEmpty {
            return local(
                "Under this tier, the conditions are met for: \(listed(viableUnder.map(\.model.title))).")
        }
        let open = under.filter { $0.status == .undetermined }
        if !open.isEmpty {
            return local("Under this tier, not ruled out: \(listed(open.map(\.model.title))).")
        }
        return local(
            "None of the models under this tier has its conditions met: \(listed(under.map(\.model.title))).")
    }

    private func sentences(_ finding: ModelFinding) -> [String] {
        let missing = finding.missing.map { $0.condition.title.firstLowered }
        let unknown = finding.unknown.map(\.condition.title.firstLowered)
        switch finding.status {
        case .viable:
            func met(_ way: Ground.ByAlternative) -> [String] {
                guard showsAnswers else { return [] }
                return finding.met.filter { $0.byAlternative == way }.map(\.condition.title.firstLowered)
            }
            let (byAlternative, perhaps) = (met(.alone), met(.perhaps))
            return [
                local("Its conditions are met. They have to be there beforehand, and do not promise success.")
            ]
                + (byAlternative.isEmpty
                    ? []
                    : [local("Met by an alternative alone, and not as things are: \(listed(byAlternative)).")])
                + (perhaps.isEmpty
                    ? []
                    : [
                        local(
                            "Met as things are or by an alternative, and it is still open which: \(listed(perhaps))."
                        )
                    ])
        case .notViable:
            return missing.isEmpty
                ? [local("Its conditions cannot all be met together.")]
                : [local("Its conditions are not met. Not in place: \(listed(missing)).")]
                    + (unknown.isEmpty ? [] : [local("Not known yet: \(listed(unknown)).")])
        case .undetermined:
            return [local("Not ruled out. Not known yet: \(listed(unknown)).")]
                + [withheld(among: finding.unknown.flatMap(\.questions))].compactMap(\.self)
        }
    }
}

extension String {
    /// The text with its first letter in lower case, for use within a sentence.
    package var firstLowered: String {
        prefix(1).lowercased() + dropFirst()
    }
}
