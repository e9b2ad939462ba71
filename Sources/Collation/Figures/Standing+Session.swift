package import Evaluation
import Instruments
package import Sessions

extension Standing {
    /// What a session comes to, by the ordinary way: every answer is evaluated.
    ///
    /// - Parameters:
    ///   - session: the session as it stands.
    ///   - index: the index of its instruments.
    /// - Throws: `TooEntangled` when the exact sets cannot be worked out within the limit.
    package init(_ session: SessionState, _ index: InstrumentIndex) throws(TooEntangled) {
        let findings = try evaluate(
            session.instruments, responses: session.responses, links: session.links)
        let asked = session.asked
        answers = index.questions.map { question in
            asked.contains(question.id)
                ? AnswerCode(session.response(to: question.id), to: question) : .notAsked
        }
        evidence = Self.evidence(of: session, index)
        tables = findings.tables.map { Outcomes($0) }
        conditions = findings.conditions.map { finding in
            var possible: Possible = finding.isGone ? .gone : []
            if finding.possible.contains(true) { possible.insert(.yes) }
            if finding.possible.contains(false) { possible.insert(.no) }
            return possible
        }
        models = findings.models.map(\.status)
        signatures = (findings.signatures?.signatures ?? []).map { SignatureStatuses($0) }
        grades = SignatureSet.Grade.allCases.enumerated().reduce(0) { bits, grade in
            findings.signatures?.grades.contains(grade.element) == true ? bits | 1 << grade.offset : bits
        }
        factors = Self.factors(findings, index)
        problems = findings.problems?.problems.map(\.state) ?? []
        links = (findings.problems?.links ?? []).compactMap { link in
            guard link.state != .idle, let from = index.placeOfProblem[link.link.from],
                let to = index.placeOfProblem[link.link.to]
            else { return nil }
            return Link(
                from: UInt16(clamping: from), to: UInt16(clamping: to), isPossible: link.state == .possible)
        }
        circles = Self.circles(findings.problems?.circles, index)
        possibleCircles = Self.circles(findings.problems?.possibleCircles, index)
        quality = Self.quality(of: session, index)
    }

    /// How many pieces of evidence a session has, by question and kind.
    static func evidence(of session: SessionState, _ index: InstrumentIndex) -> [EvidenceCount] {
        index.questions.enumerated().flatMap { place, question in
            evidence(session.records[question.id]?.evidence ?? [], place)
        }
    }

    /// How the answers of a session were reached.
    static func quality(of session: SessionState, _ index: InstrumentIndex) -> [QualityFigure] {
        let areas = Dictionary(
            index.instruments.questionnaire.areas.enumerated().map { ($1.id, $0) },
            uniquingKeysWith: { first, _ in first })
        return Evaluation.quality(of: session).map { line in
            QualityFigure(
                test: line.test, area: line.area.flatMap { areas[$0] }.map { UInt16(clamping: $0) },
                thousandths: line.value.map(thousandths))
        }
    }

    /// A share in thousandths; all and nothing are told apart from nearly so.
    package static func thousandths(_ value: Double) -> Int16 {
        let rounded = Int16(clamping: Int((min(max(value, 0), 30) * 1_000).rounded()))
        if value > 0, rounded == 0 { return 1 }
        return value < 1 && rounded == 1_000 ? 999 : rounded
    }

    private static func evidence(_ pieces: [Evidence], _ question: Int) -> [EvidenceCount] {
        guard !pieces.isEmpty else { return [] }
        return Evidence.Kind.allCases.enumerated().compactMap { place, kind in
            let count = pieces.count { $0.kind == kind }
            return count == 0
                ? nil
                : EvidenceCount(
                    question: UInt16(clamping: question), kind: UInt8(place), count: UInt16(clamping: count))
        }
    }

    private static func factors(_ findings: Findings, _ index: InstrumentIndex) -> [Factor] {
        let found = Dictionary(
            (findings.factors?.groups ?? []).flatMap(\.factors).map { ($0.element.id, $0.state) },
            uniquingKeysWith: { first, _ in first })
        return index.factors.map { factor in
            switch found[factor.element.id] ?? nil {
            case .missing: .missing
            case .partly: .partly
            case .inPlace: .inPlace
            case nil: .open
            }
        }
    }

    private static func circles(
        _ circles: ProblemFindings.Circles?, _ index: InstrumentIndex
    ) -> [[UInt16]] {
        (circles?.found ?? []).map { circle in
            circle.compactMap { index.placeOfProblem[$0].map { UInt16(clamping: $0) } }
        }
    }
}

extension Standing.Outcomes {
    /// What a table gives, as bits.
    fileprivate init(_ finding: TableFinding) {
        func bits(_ ids: [Outcome.ID]) -> UInt64 {
            finding.table.outcomes.enumerated().prefix(64).reduce(0) { bits, outcome in
                ids.contains(outcome.element.id) ? bits | 1 << UInt64(outcome.offset) : bits
            }
        }
        self.init(
            possible: bits(finding.possible), certain: bits(finding.certain),
            canBeNone: finding.canBeNone)
    }
}

extension Standing.SignatureStatuses {
    /// The statuses that some completion reaches, as bits.
    fileprivate init(_ finding: SignatureFinding) {
        self = finding.canBeUnknown ? .unknown : []
        if finding.possible.contains(.clear) { insert(.clear) }
        if finding.possible.contains(.watch) { insert(.watch) }
        if finding.possible.contains(.evident) { insert(.evident) }
    }
}
