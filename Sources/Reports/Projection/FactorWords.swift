import Evaluation
import Instruments

extension FindingWords {
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

    private func sentences(_ findings: FactorFindings) -> [String] {
        let all = findings.groups.flatMap(\.factors).count
        let stage =
            findings.stage.map {
                "Stage: \($0.title.firstLowered). The groups that matter most now come first."
            } ?? (findings.definition.stages.isEmpty ? "" : "The stage is not answered yet.")
        let missing = findings.factors(.missing).count
        let counts =
            "Of \(counted(all, "factor")), \(findings.factors(.inPlace).count) in place, "
            + "\(findings.factors(.partly).count) partly there, \(missing) missing and "
            + "\(findings.factors(nil).count) not known yet."
        return [stage, counts].filter { !$0.isEmpty }
            + findings.definition.scale.map { "\($0.state.inWords.firstRaised): \($0.means)" }
    }

    private func factor(_ finding: FactorFinding) -> FactorsText.FactorText {
        FactorsText.FactorText(
            statement: finding.element.statement, source: finding.element.source,
            state: finding.state?.rawValue,
            answers: finding.answers.map { reason($0.question, $0.response) },
            open: finding.open.map { labels[$0] })
    }
}

extension FactorSet.State {
    /// The state in words.
    var inWords: String {
        switch self {
        case .missing: "missing"
        case .partly: "partly there"
        case .inPlace: "in place"
        }
    }
}
