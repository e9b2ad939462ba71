package import Evaluation
import Instruments
package import Sessions

extension JSONValue {
    /// An assessment in the shape `canary-evaluation/2`; what no framework fed gives is null.
    ///
    /// - Parameters:
    ///   - assessment: what is said of the session.
    ///   - session: the session.
    ///   - changes: the answers that were assumed to be other than they are.
    ///   - now: what is said of the session as it is, to tell what the assumption changes; nil without one.
    /// - Returns: an object.
    package static func evaluation(
        _ assessment: Assessment, of session: SessionState, assuming changes: [AssumedAnswer] = [],
        now: Assessment? = nil
    ) -> JSONValue {
        let findings = assessment.findings
        let counterfactuals = assessment.counterfactuals
        var fields = outcomes(findings, session.instruments)
        fields["format"] = .text("canary-evaluation/2")
        fields["tier"] = findings.tier.map { tier($0, assessment, of: session) } ?? .null
        fields["session"] = .text(session.session)
        fields["questionnaire"] = pin(session.pins.questionnaire)
        fields["frameworks"] = .array(session.pins.frameworks.map(pin))
        fields["former"] = session.former.map(former) ?? .null
        let unchecked = session.instruments.unchecked
        if !unchecked.isEmpty { fields["unchecked"] = JSONValue(texts: unchecked) }
        if !findings.notComputed.isEmpty {
            fields["notComputed"] = .array(
                findings.notComputed.map {
                    .object(["kind": .text($0.kind), "finding": .text($0.id)])
                })
        }
        fields["counts"] = counts(findings.counts)
        fields["unconfirmed"] = .whole(assessment.unconfirmed.count)
        fields["openQuestions"] = JSONValue(texts: findings.openQuestions.map(\.question.text))
        fields["quality"] = .array(assessment.quality.map(quality))
        fields["assurance"] = assessment.assurance.map(assurance) ?? .null
        fields["helps"] = helps(FindingProjection(fullAccountOf: session, assessment).helps(findings))
        fields["prompts"] = .array(assessment.prompts.map(prompt))
        fields["robustness"] = counterfactuals.robustness.map(robustness) ?? .null
        fields["paths"] = counterfactuals.paths.map { paths($0.paths, session) } ?? .null
        fields["pathsStatus"] = counterfactuals.paths.map { .text($0.status.rawValue) } ?? .null
        fields["otherTables"] = otherTables(counterfactuals, session)
        fields["modelPaths"] = byModel(counterfactuals) { paths($0.paths, session) }
        fields["modelPathsStatus"] = byModel(counterfactuals) { .text($0.status.rawValue) }
        fields["whatIf"] = .array(changes.map(assumed))
        fields["changes"] = .array(
            now.map { Findings.changes(from: $0.findings, to: findings).map(change) } ?? [])
        let asked = now.map { session.askedOnce($0.responses, assessment.responses) } ?? ([], [])
        fields["asked"] = .object([
            "now": JSONValue(texts: asked.0.map(\.text)), "noLonger": JSONValue(texts: asked.1.map(\.text)),
        ])
        fields["partnership"] =
            findings.factors.map { factors($0, findings.tables, session.instruments) } ?? .null
        fields.merge(problems(findings.problems)) { $1 }
        fields["wales"] = wales(findings.tables, session.instruments)
        return .object(fields)
    }

    /// What the answers came to by the instruments before the last move to other versions.
    private static func former(_ reading: FormerReading) -> JSONValue {
        let findings = reading.findings
        var fields = outcomes(findings, reading.instruments).filter {
            ["outcomes", "earlyWarning"].contains($0.key)
        }
        fields["until"] = .text("\(reading.until)")
        fields["questionnaire"] = pin(reading.pins.questionnaire)
        fields["frameworks"] = .array(reading.pins.frameworks.map(pin))
        return .object(fields)
    }

    /// A finding that an assumption changes.
    private static func change(_ change: FindingChange) -> JSONValue {
        func states(_ states: [FindingState]?) -> JSONValue {
            states.map { JSONValue(texts: $0.map(\.id)) } ?? .null
        }
        return .object([
            "kind": .text(change.key.kind), "finding": .text(change.key.id),
            "from": states(change.from?.possible), "to": states(change.to?.possible),
            "certainFrom": states(change.from?.certain), "certainTo": states(change.to?.certain),
            "besidesFrom": change.from.map { JSONValue(texts: $0.besides.asTexts) } ?? .null,
            "besidesTo": change.to.map { JSONValue(texts: $0.besides.asTexts) } ?? .null,
        ])
    }

    /// What the answers mean, framework by framework.
    private static func outcomes(
        _ findings: Findings, _ instruments: InstrumentSet
    ) -> [String: JSONValue] {
        [
            "elements": .object(
                Dictionary(
                    findings.elements.map { ($0.reference.description, .text($0.truth.rawValue)) },
                    uniquingKeysWith: { first, _ in first })),
            "conditions": .object(
                Dictionary(
                    findings.conditions.map { condition in
                        (
                            condition.reference.description,
                            JSONValue(
                                texts: condition.grades.isEmpty
                                    ? condition.possible.map { Truth($0).rawValue }
                                    : condition.grades.map(\.rawValue))
                        )
                    }, uniquingKeysWith: { first, _ in first })),
            "outcomes": .object(
                Dictionary(
                    findings.tables.map { ($0.reference.description, .object(table($0, instruments))) },
                    uniquingKeysWith: { first, _ in first })),
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
        ]
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

    /// What a table gives.
    static func table(_ finding: TableFinding, _ instruments: InstrumentSet) -> [String: JSONValue] {
        [
            "possible": JSONValue(
                texts: finding.possible.map(\.text) + (finding.canBeNone ? ["none"] : [])),
            "rules": .array(
                finding.rules.map {
                    .object([
                        "id": .text(finding.id(of: $0)),
                        "basis": .text(finding.basis(of: $0, in: instruments).rawValue),
                    ])
                }),
            "cautions": .array(finding.cautions.map(caution)),
        ]
    }

    static func ground(_ ground: Ground) -> JSONValue {
        var fields: [String: JSONValue] = [
            "condition": .text(ground.condition.id.text), "holds": .bool(ground.holds),
            "basis": .text(ground.condition.basis.rawValue), "source": .text(ground.condition.source),
            "elements": .array(
                ground.elements.map { element in
                    .object([
                        "element": .text(element.element.id.text), "holds": .bool(element.holds),
                        "source": .text(element.element.source),
                        "questions": JSONValue(texts: element.answers.map(\.question.text)),
                    ])
                }),
        ]
        if let way = ground.byAlternative.name { fields["metBy"] = .text(way) }
        return .object(fields)
    }

    static func open(_ open: OpenGround) -> JSONValue {
        .object([
            "condition": .text(open.condition.id.text),
            "elements": .array(
                open.elements.map { element in
                    .object([
                        "element": .text(element.element.id.text),
                        "questions": JSONValue(texts: element.questions.map(\.text)),
                    ])
                }),
        ])
    }

    static func caution(_ caution: Caution) -> JSONValue {
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
            "unknown": JSONValue(texts: finding.unknown.map(\.condition.id.text)),
            "grounds": .array((finding.missing + finding.met).map(ground)),
            "caution": finding.caution.map(caution) ?? .null,
        ])
    }

    /// The factors by state, and the tables of their framework by name.
    private static func factors(
        _ findings: FactorFindings, _ tables: [TableFinding], _ instruments: InstrumentSet
    ) -> JSONValue {
        func names(_ state: FactorSet.State?) -> JSONValue {
            JSONValue(texts: findings.factors(state).map(\.element.id.text))
        }
        var fields: [String: JSONValue] = [
            "stage": JSONValue(findings.stage?.id.text), "missing": names(.missing),
            "partly": names(.partly), "inPlace": names(.inPlace), "unknown": names(nil),
        ]
        for table in tables where table.framework == findings.framework {
            fields[table.table.id.text] = .object(self.table(table, instruments))
        }
        return .object(fields)
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
