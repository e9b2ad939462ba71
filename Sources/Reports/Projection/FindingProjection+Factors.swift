import Evaluation
import Instruments
import Languages

extension FindingProjection {
    /// The factors of success in words.
    func factors(_ findings: FactorFindings) -> FactorsText {
        FactorsText(
            sentences: sentences(findings),
            groups: findings.groups.map { group in
                FactorsText.GroupText(
                    title: group.group.title, means: remark(group.group.means),
                    comesFirst: group.comesFirst, factors: group.factors.map(factor))
            },
            source: findings.definition.source)
    }

    /// The factors in place, as what goes well.
    func factorsInPlace(_ findings: Findings) -> [String] {
        let names = findings.factors?.factors(.inPlace).map(\.element.name.firstLowered) ?? []
        guard !names.isEmpty else { return [] }
        return names.count > mostFactsInFull
            ? [counted(names.count, "factor of success is in place.", "factors of success are in place.")]
            : [local("Factors of success in place: \(listed(names)).")]
    }

    /// The factors that are missing, as what worries.
    func factorsMissing(_ findings: Findings) -> [String] {
        let names = findings.factors?.factors(.missing).map(\.element.name.firstLowered) ?? []
        guard !names.isEmpty else { return [] }
        return names.count > mostFactsInFull
            ? [counted(names.count, "factor of success is missing.", "factors of success are missing.")]
            : [local("Factors of success missing: \(listed(names)).")]
    }

    private func sentences(_ findings: FactorFindings) -> [String] {
        let all = findings.groups.flatMap(\.factors).count
        let stage =
            findings.stage.map {
                local("Stage: \($0.title.firstLowered). The groups that matter most now come first.")
            } ?? (findings.definition.stages.isEmpty ? "" : local("The stage is not answered yet."))
        let missing = findings.factors(.missing).count
        let inPlace = findings.factors(.inPlace).count
        let partly = findings.factors(.partly).count
        let open = findings.factors(nil).count
        let counts = plural(
            all,
            "Of \(all) factor, \(inPlace) in place, \(partly) partly there, \(missing) missing and "
                + "\(open) not known yet.",
            "Of \(all) factors, \(inPlace) in place, \(partly) partly there, \(missing) missing and "
                + "\(open) not known yet.")
        return [stage, counts, withheld(among: findings.groups.flatMap(\.factors).flatMap(\.open)) ?? ""]
            .filter { !$0.isEmpty }
            + findings.definition.scale.map { "\($0.state.localizedDescription.firstRaised): \($0.means)" }
    }

    private func factor(_ finding: FactorFinding) -> FactorsText.FactorText {
        FactorsText.FactorText(
            statement: finding.element.statement, source: finding.element.source,
            state: finding.state,
            answers: reasons(finding.answers),
            open: finding.open.map { labels[$0] })
    }
}

extension FactorSet.State {
    /// The state in words.
    var localizedDescription: String {
        switch self {
        case .missing: local("missing")
        case .partly: local("partly there")
        case .inPlace: local("in place")
        }
    }
}
