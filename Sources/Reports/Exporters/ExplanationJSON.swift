package import Evaluation
import Instruments
package import Sessions

extension JSONValue {
    /// Why a finding is what it is, in the shape `canary-explanation/1`, to those who may see the answers.
    ///
    /// - Parameters:
    ///   - finding: the finding.
    ///   - session: the session.
    ///   - assessment: what is said of it.
    /// - Returns: an object; what the finding can be is null for what is no finding by itself.
    package static func explanation(
        of finding: ExplainedFinding, _ session: SessionState, _ assessment: Assessment
    ) -> JSONValue {
        let explainer = Explainer(session, assessment)
        let found = assessment.findings.all.first { $0.key.id == finding.fullName }
        let reasons = ExplanationTree(explainer).reasons(finding)
        return .object([
            "format": .text("canary-explanation/1"), "session": .text(session.session),
            "questionnaire": pin(session.pins.questionnaire), "finding": .text(finding.fullName),
            "kind": JSONValue(found?.key.kind), "title": .text(finding.title),
            "possible": found.map { JSONValue(texts: $0.value.possible.map(\.id)) } ?? .null,
            "unconfirmed": .whole(assessment.unconfirmed.count),
            "sentences": JSONValue(texts: explainer.sentences(on: finding).compactMap(\.text)),
            "reasons": .array((reasons ?? []).map(reason)),
        ])
    }

    private static func reason(_ node: ReasonNode) -> JSONValue {
        .object([
            "text": .text(node.text), "question": JSONValue(node.question),
            "reasons": .array(node.reasons.map(reason)),
        ])
    }
}

extension Block {
    /// Its words; nil for what is drawn.
    fileprivate var text: String? {
        switch self {
        case .heading(_, let text), .paragraph(let text), .item(_, let text), .quote(let text): text
        case .table(_, let rows): rows.map { $0.joined(separator: ", ") }.joined(separator: "; ")
        case .chart: nil
        }
    }
}
