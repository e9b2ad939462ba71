package import Evaluation
import Instruments
package import Sessions

extension JSONValue {
    /// The findings in the shape `canary-evaluation/1`; what no framework fed gives is null.
    package static func evaluation(_ findings: Findings, of session: SessionState) -> JSONValue {
        .object([
            "format": .text("canary-evaluation/1"),
            "session": .text(session.session),
            "questionnaire": pin(session.questionnairePin),
            "frameworks": .array(session.frameworkPins.map(pin)),
            "counts": counts(findings.counts),
            "elements": .object(
                Dictionary(
                    findings.elements.map { ($0.reference.description, .text($0.truth.rawValue)) },
                    uniquingKeysWith: { first, _ in first })),
            "conditions": .object(
                Dictionary(
                    findings.conditions.map { condition in
                        (
                            condition.reference.description,
                            JSONValue(texts: condition.possible.map { Truth($0).rawValue })
                        )
                    }, uniquingKeysWith: { first, _ in first })),
            "outcomes": .object(
                Dictionary(
                    findings.tables.map { ($0.reference.description, .object(table($0))) },
                    uniquingKeysWith: { first, _ in first })),
            "tier": findings.tier.map { tier($0) } ?? .null,
            "models": findings.models.isEmpty ? .null : .array(findings.models.map(model)),
            "signatures": findings.signatures.map { .array($0.signatures.map(signature)) } ?? .null,
            "earlyWarning": findings.signatures.map {
                .object(["possible": JSONValue(texts: $0.grades.map(\.rawValue))])
            } ?? .null,
            "balance": findings.signatures.map { found in
                .object(
                    Dictionary(
                        found.balance.map { ($0.category.id.text, .whole($0.evident)) },
                        uniquingKeysWith: { first, _ in first }))
            } ?? .null,
            "openQuestions": JSONValue(texts: findings.openQuestions.map(\.question.text)),
            "problems": .null, "viciousCircles": .null, "possibleCircles": .null,
            "wales": .null, "partnership": .null, "quality": .null, "prompts": .null,
            "robustness": .null, "paths": .null, "pathsStatus": .null, "modelPaths": .null,
        ])
    }

    /// An instrument's pin.
    static func pin(_ pin: InstrumentPin) -> JSONValue {
        .object([
            "id": .text(pin.id), "version": .text(pin.version), "sha256": .text(pin.sha256),
        ])
    }

    /// An ordinary answer as a value: ratings are integers, yes and no are true and false.
    static func value(_ value: AnswerValue) -> JSONValue {
        switch value {
        case .rating(let level): .whole(level)
        case .yesNo(let answer): .bool(answer)
        case .choice(let option): .text(option.text)
        case .choices(let options): JSONValue(texts: options.map(\.text))
        case .number(let number):
            number == number.rounded() && abs(number) < 1e15 ? .whole(Int(number)) : .number(number)
        case .date(let date): .text(date.description)
        case .text(let text): .text(text)
        }
    }

    private static func counts(_ counts: Counts) -> JSONValue {
        .object([
            "questions": .whole(counts.questions), "answered": .whole(counts.answered),
            "dontKnow": .whole(counts.dontKnow), "notApplicable": .whole(counts.notApplicable),
            "unanswered": .whole(counts.unanswered),
        ])
    }

    private static func table(_ finding: TableFinding) -> [String: JSONValue] {
        [
            "possible": JSONValue(
                texts: finding.possible.map(\.text) + (finding.canBeNone ? ["none"] : [])),
            "rules": .array(
                finding.rules.map {
                    .object([
                        "id": .text(finding.id(of: $0)), "basis": .text($0.rule.basis.rawValue),
                    ])
                }),
            "cautions": .array(finding.cautions.map(caution)),
        ]
    }

    private static func tier(_ finding: TableFinding) -> JSONValue {
        let because: [JSONValue] = finding.because.map { reason in
            let answer: JSONValue =
                if case .given(let value) = reason.response { self.value(value) } else { .null }
            return .object(["question": .text(reason.question.text), "answer": answer])
        }
        let focus: [JSONValue] = finding.focus.map { focus in
            .object([
                "names": JSONValue(
                    texts: focus.when.names.map { name in
                        switch name {
                        case .element(let id): id.text
                        case .condition(let id): id.text
                        }
                    }),
                "text": .text(focus.text), "source": JSONValue(focus.source),
            ])
        }
        return .object(
            table(finding).merging(["because": .array(because), "focus": .array(focus)]) { $1 })
    }

    private static func caution(_ caution: Caution) -> JSONValue {
        .object([
            "text": .text(caution.text), "basis": .text(caution.basis.rawValue),
            "source": JSONValue(caution.source),
        ])
    }

    private static func model(_ finding: ModelFinding) -> JSONValue {
        .object([
            "id": .text(finding.model.id.text), "status": .text(finding.status.rawValue),
            "met": JSONValue(texts: finding.met.map(\.condition.id.text)),
            "missing": JSONValue(texts: finding.missing.map(\.condition.id.text)),
            "unknown": JSONValue(texts: finding.unknown.map(\.id.text)),
            "caution": finding.caution.map(caution) ?? .null,
        ])
    }

    private static func signature(_ finding: SignatureFinding) -> JSONValue {
        .object([
            "id": .text(finding.signature.id.text),
            "category": .text(finding.signature.category.text),
            "possible": JSONValue(
                texts: finding.possible.map(\.rawValue) + (finding.canBeUnknown ? ["unknown"] : [])),
            "warning": JSONValue(texts: finding.warning.map(\.text)),
            "notWarning": JSONValue(texts: finding.notWarning.map(\.text)),
            "unknown": JSONValue(texts: finding.unknown.map(\.text)),
        ])
    }
}
