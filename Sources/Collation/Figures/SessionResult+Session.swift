import Disclosure
import Evaluation
import Instruments
package import Sessions

extension SessionResult {
    /// What a session comes to, by the ordinary way: every answer is evaluated.
    ///
    /// - Parameters:
    ///   - whole: the session as it stands; answers that are withheld are open.
    ///   - index: the index of its instruments.
    /// - Throws: `TooEntangled` where a finding could not be worked out: a part of them would be counted as all.
    package init(_ whole: SessionState, _ index: InstrumentIndex) throws(TooEntangled) {
        let session = whole.withoutWithheld()
        let findings = evaluate(
            index.book, responses: session.responses, links: session.links, ranking: false)
        guard findings.notComputed.isEmpty else { throw TooEntangled(findings: findings.notComputed) }
        let asked = session.asked
        answers = index.questions.indices.map { place in
            let id = index.questionNames[place]
            guard asked.contains(id) else { return .notAsked }
            return AnswerCode(session.response(to: id), to: index.questions[place])
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
        links = Self.links(findings.problems?.links ?? [], index)
        circles = findings.problems.map { Self.circles($0.circles, index) } ?? []
        possibleCircles = findings.problems.map { Self.circles($0.possibleCircles, index) } ?? []
        quality = Self.quality(of: session, index)
    }

    /// How many pieces of evidence a session has, by question and kind; what is beside a confidential answer stays with
    /// the authority, and whether there is any.
    static func evidence(of session: SessionState, _ index: InstrumentIndex) -> [EvidenceCount] {
        index.questions.indices.flatMap { place in
            let record = session.records[index.questionNames[place]]
            return evidence(record?.confidential == true ? [] : record?.evidence ?? [], place)
        }
    }

    /// How the answers of a session were reached, without what is written beside confidential ones.
    static func quality(of session: SessionState, _ index: InstrumentIndex) -> [QualityFigure] {
        Evaluation.quality(
            of: session, responses: session.responses, for: .display, countsConfidential: false
        ).map { line in
            QualityFigure(
                test: line.test,
                area: line.area.flatMap { index.placeOfArea[$0] }.map { UInt16(clamping: $0) },
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
            Factor(found[factor.element.id] ?? nil)
        }
    }

    /// The links that count, or could.
    static func links(_ links: [LinkFinding], _ index: InstrumentIndex) -> [Link] {
        links.compactMap { link in
            guard link.state != .idle, let from = index.placeOfProblem[link.link.from],
                let to = index.placeOfProblem[link.link.to]
            else { return nil }
            return Link(
                from: UInt16(clamping: from), to: UInt16(clamping: to), isPossible: link.state == .possible)
        }
    }

    /// Circles, by the places of their problems.
    static func circles(
        _ circles: ProblemFindings.Circles, _ index: InstrumentIndex
    ) -> [[UInt16]] {
        circles.found.map { circle in
            circle.compactMap { index.placeOfProblem[$0].map { UInt16(clamping: $0) } }
        }
    }
}

extension SessionResult.Factor {
    /// How far a factor is there; open where that is not known.
    init(_ state: FactorSet.State?) {
        switch state {
        case .missing: self = .missing
        case .partly: self = .partly
        case .inPlace: self = .inPlace
        case nil: self = .open
        }
    }
}

extension SessionResult.Outcomes {
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

extension SessionResult.SignatureStatuses {
    /// The statuses that some completion reaches, as bits.
    fileprivate init(_ finding: SignatureFinding) {
        self = finding.canBeUnknown ? .unknown : []
        if finding.possible.contains(.clear) { insert(.clear) }
        if finding.possible.contains(.watch) { insert(.watch) }
        if finding.possible.contains(.evident) { insert(.evident) }
    }
}
