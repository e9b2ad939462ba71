package import Instruments

/// What no case of a questionnaire has shown.
package struct CaseCoverage: Sendable {
    /// The rules that are in play alone in no case that looks at their table, as `framework/table#N`.
    package var rules: [String]
    /// The statuses that no case that looks at the signature has for certain, as `framework/signature` and status.
    package var statuses: [(signature: String, status: SignatureSet.Status)]

    /// What some cases leave out.
    ///
    /// A rule of a table that collects counts where the finding is settled and it is in play.
    ///
    /// - Parameters:
    ///   - runs: the cases; those that do not hold show nothing.
    ///   - instruments: what they answer.
    package init(_ runs: [CaseRun], of instruments: InstrumentSet) {
        var rules: Set<String> = []
        var statuses: Set<String> = []
        for run in runs where run.failures.isEmpty {
            guard let findings = run.findings else { continue }
            let named = Set(
                run.case.expected.map(\.finding.name)
                    + run.case.rules.map { String($0.name.prefix { $0 != "#" }) })
            for table in findings.tables where named.contains(table.reference.description) {
                let isShown = table.table.hitPolicy == .collect ? table.isSettled : table.rules.count == 1
                if isShown { rules.formUnion(table.rules.map { table.id(of: $0) }) }
            }
            guard let signatures = findings.signatures else { continue }
            for finding in signatures.signatures {
                let name = "\(signatures.framework)/\(finding.signature.id)"
                if named.contains(name), finding.possible.count == 1, !finding.canBeUnknown {
                    statuses.insert("\(name) \(finding.possible[0].rawValue)")
                }
            }
        }
        let all = instruments.frameworks.flatMap { framework in
            framework.tables.flatMap { table in
                table.rules.indices.map { table.id(ofRule: $0 + 1, in: framework.id) }
            }
        }
        self.rules = all.filter { !rules.contains($0) }
        let framework = instruments.frameworks.first { $0.signatures != nil }
        self.statuses = (framework?.signatures?.members ?? []).flatMap { member in
            SignatureSet.Status.allCases.map { ("\(framework?.id.text ?? "")/\(member.id)", $0) }
        }.filter { !statuses.contains("\($0.0) \($0.1.rawValue)") }
    }
}
