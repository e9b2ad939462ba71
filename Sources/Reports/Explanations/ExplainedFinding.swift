package import Evaluation
package import Instruments
import Languages

/// A finding that can be explained, with the names that it answers to.
package struct ExplainedFinding: Sendable {
    enum Subject: Sendable {
        case table(TableFinding)
        case model(ModelFinding)
        case condition(Framework, Condition)
        case element(Framework, Element)
        case signature(SignatureFinding, SignatureSet)
        case earlyWarning(SignatureFindings)
    }

    /// The short name: `tier`, `voluntary-trust`, `capacity-to-plan` …
    package let name: String
    /// The name with its framework: `isos/tier`.
    package let fullName: String
    /// What it is, in words.
    package let title: String
    let subject: Subject

    /// Whether it is the headline.
    fileprivate var isTier: Bool {
        if case .table(let table) = subject { table.table.role == .tier } else { false }
    }

    /// Whether it stands for itself, and is no part of another finding.
    package var isHeadline: Bool {
        switch subject {
        case .table, .model, .signature, .earlyWarning: true
        case .condition, .element: false
        }
    }
}

extension ExplainedFinding {
    /// Every finding that can be explained: tables, models, early warning, signatures, conditions, elements.
    package static func all(_ findings: Findings, _ instruments: InstrumentSet) -> [ExplainedFinding] {
        var all = findings.tables.map { table in
            ExplainedFinding(
                name: table.table.id.text, fullName: table.reference.description,
                title: table.table.title, subject: .table(table))
        }
        all += findings.models.map { model in
            ExplainedFinding(
                name: model.model.id.text, fullName: "\(model.framework)/\(model.model.id)",
                title: model.model.title, subject: .model(model))
        }
        if let signatures = findings.signatures {
            all.append(
                ExplainedFinding(
                    name: "early-warning", fullName: "\(signatures.framework)/early-warning",
                    title: local("Early warning"), subject: .earlyWarning(signatures)))
            all += signatures.signatures.map { signature in
                ExplainedFinding(
                    name: signature.signature.id.text,
                    fullName: "\(signatures.framework)/\(signature.signature.id)",
                    title: signature.signature.title,
                    subject: .signature(signature, signatures.definition))
            }
        }
        for framework in instruments.frameworks {
            all += framework.conditions.map { condition in
                ExplainedFinding(
                    name: condition.id.text, fullName: "\(framework.id)/\(condition.id)",
                    title: condition.title, subject: .condition(framework, condition))
            }
        }
        for framework in instruments.frameworks {
            all += framework.elements.map { element in
                ExplainedFinding(
                    name: element.id.text, fullName: "\(framework.id)/\(element.id)",
                    title: element.statement, subject: .element(framework, element))
            }
        }
        return all
    }

    /// The findings that a name means: exactly, or as the beginning of a name.
    ///
    /// - Returns: one, several where the name is ambiguous, or none.
    package static func matches(
        _ wanted: String, among all: [ExplainedFinding]
    ) -> [ExplainedFinding] {
        let wanted = wanted.lowercased()
        let exact = all.filter { $0.name == wanted || $0.fullName == wanted }
        if !exact.isEmpty { return exact }
        // Whatever the headline is called, it can be asked for as the tier.
        let headline = all.filter { $0.isTier }
        if wanted == DecisionTable.Role.tier.rawValue, !headline.isEmpty { return [headline[0]] }
        return all.filter { $0.name.hasPrefix(wanted) || $0.fullName.hasPrefix(wanted) }
    }
}
