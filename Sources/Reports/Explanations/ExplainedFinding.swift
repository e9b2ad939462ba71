package import Evaluation
package import Instruments
import Languages
import Sessions

/// A finding that can be explained, with the names that it answers to.
package struct ExplainedFinding: Sendable {
    enum Subject: Sendable {
        case table(TableFinding)
        case model(ModelFinding)
        case condition(Framework, Condition)
        case element(Framework, Element)
        case signature(SignatureFinding, SignatureSet)
        case earlyWarning(SignatureFindings)
        /// The signatures of one category alone.
        case balance(SignatureFindings, SignatureCategory.ID)
        case linkedProblems(ProblemFindings)
        case link(ProblemFindings, LinkFinding)
        case viciousCircles(ProblemFindings)
        case circle(ProblemFindings, [Reference<Element>])
        case stage(FactorFindings)
        case openQuestions
        /// What a table can give, whether these answers point to it or not.
        case outcome(TableFinding, Outcome)
    }

    /// The short name: `tier`, `voluntary-trust`, `capacity-to-plan` …
    package let name: String
    /// The name with its framework: `isos/tier`.
    package let fullName: String
    /// What it is, in words.
    package let title: String
    let subject: Subject

    init(_ key: FindingKey, _ title: String, _ subject: Subject) {
        let id = key.id
        fullName = id
        name = id.firstIndex(of: "/").map { String(id[id.index(after: $0)...]) } ?? id
        self.title = title
        self.subject = subject
    }

    /// An element that is no finding by itself.
    fileprivate init(_ framework: Framework, _ element: Element) {
        fullName = "\(framework.id)/\(element.id)"
        name = element.id.text
        title = element.statement
        subject = .element(framework, element)
    }

    /// An outcome that is no finding by itself.
    fileprivate init(_ table: TableFinding, _ outcome: Outcome) {
        fullName = "\(table.reference)/\(outcome.id)"
        name = outcome.id.text
        title = outcome.title
        subject = .outcome(table, outcome)
    }

    /// Whether it is the headline.
    fileprivate var isTier: Bool {
        if case .table(let table) = subject { table.table.role == .tier } else { false }
    }

    /// Whether it stands for itself, and is no part of another finding.
    package var isHeadline: Bool {
        switch subject {
        case .table, .model, .signature, .earlyWarning, .linkedProblems, .viciousCircles: true
        case .condition, .element, .balance, .link, .circle, .stage, .openQuestions, .outcome: false
        }
    }
}

extension ExplainedFinding {
    /// Everything that can be explained: every finding, then the elements that findings rest on and the outcomes of
    /// tables; each full name once.
    package static func all(_ findings: Findings, _ instruments: InstrumentSet) -> [ExplainedFinding] {
        let labels = FindingLabels(instruments)
        var names: Set<String> = []
        let found = findings.all.compactMap { key, _ in
            subject(of: key, findings, instruments).map { ExplainedFinding(key, labels.title(of: key), $0) }
        }
        let elements = instruments.frameworks.flatMap { framework in
            framework.elements.map { ExplainedFinding(framework, $0) }
        }
        let outcomes = findings.tables.flatMap { table in
            table.table.outcomes.map { ExplainedFinding(table, $0) }
        }
        return (found + elements + outcomes).filter { names.insert($0.fullName).inserted }
    }

    private static func subject(
        of key: FindingKey, _ findings: Findings, _ instruments: InstrumentSet
    ) -> Subject? {
        switch key {
        case .table(let reference):
            return findings.tables.first { $0.reference == reference }.map { .table($0) }
        case .model(let reference):
            return findings.models.first {
                $0.framework == reference.framework && $0.model.id == reference.name
            }
            .map { .model($0) }
        case .earlyWarning: return findings.signatures.map { .earlyWarning($0) }
        case .signature(let reference):
            return findings.signatures.flatMap { all in
                all.signatures.first { $0.signature.id == reference.name }
                    .map { .signature($0, all.definition) }
            }
        case .balance(_, let category): return findings.signatures.map { .balance($0, category) }
        case .problem(let reference), .factor(let reference):
            return instruments.framework(reference.framework).flatMap { framework in
                framework.element(reference.name).map { .element(framework, $0) }
            }
        case .linkedProblems: return findings.problems.map { .linkedProblems($0) }
        case .link(let from, let to):
            return findings.problems.flatMap { problems in
                problems.links.first { $0.link.joins(from, to) }.map { .link(problems, $0) }
            }
        case .viciousCircles: return findings.problems.map { .viciousCircles($0) }
        case .circle(let circle): return findings.problems.map { .circle($0, circle) }
        case .stage: return findings.factors.map { .stage($0) }
        case .condition(let reference):
            return instruments.framework(reference.framework).flatMap { framework in
                framework.condition(reference.name).map { .condition(framework, $0) }
            }
        case .openQuestions: return .openQuestions
        }
    }

    /// The findings that a name means: exactly, as it is on the screen, or as the beginning of either.
    ///
    /// - Returns: one, several where the name is ambiguous, or none.
    package static func matches(
        _ wanted: String, among all: [ExplainedFinding]
    ) -> [ExplainedFinding] {
        let wanted = wanted.lowercased()
        func first(_ fits: (ExplainedFinding) -> Bool) -> [ExplainedFinding]? {
            let found = all.filter(fits)
            return found.isEmpty ? nil : found
        }
        if let exact = first({ $0.fullName.lowercased() == wanted })
            ?? first({ $0.name.lowercased() == wanted })
        {
            return exact
        }
        // Whatever the headline is called, it can be asked for as the tier.
        if wanted == DecisionTable.Role.tier.rawValue, let headline = all.first(where: \.isTier) {
            return [headline]
        }
        let words = wanted.hasSuffix(".") ? String(wanted.dropLast()) : wanted
        return first { $0.titleDescription == words && $0.isHeadline }
            ?? first { $0.titleDescription == words }
            ?? first { $0.name.lowercased().hasSuffix(".\(wanted)") && !$0.joinsProblems }
            ?? first { ($0.name.hasPrefix(wanted) || $0.fullName.hasPrefix(wanted)) && !$0.joinsProblems }
            ?? first { $0.name.hasPrefix(wanted) || $0.fullName.hasPrefix(wanted) }
            ?? first { $0.titleDescription.hasPrefix(words) } ?? []
    }

    /// Whether its name begins with that of another finding, a problem.
    private var joinsProblems: Bool {
        switch subject {
        case .link, .circle: true
        case .table, .model, .condition, .element, .signature, .earlyWarning, .balance, .linkedProblems,
            .viciousCircles, .stage, .openQuestions, .outcome:
            false
        }
    }

    /// The title as it is compared with what somebody typed.
    private var titleDescription: String {
        let title = title.lowercased()
        return title.hasSuffix(".") ? String(title.dropLast()) : title
    }
}
