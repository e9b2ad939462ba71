import Evaluation
import Instruments
import Sessions

extension JSONValue {
    private static func companion(_ companion: TableFinding.Companion) -> JSONValue {
        let entry = companion.alongside
        return .object([
            "outcome": .text(entry.outcome.text), "certain": .bool(companion.isCertain),
            "because": .text(entry.because), "basis": .text(entry.basis.rawValue),
            "source": JSONValue(entry.source),
        ])
    }

    /// What the headline table gives, with its reasons.
    static func tier(_ finding: TableFinding, _ assessment: Assessment, of session: SessionState) -> JSONValue
    {
        let instruments = session.instruments
        let because: [JSONValue] = finding.because.map { reason in
            let answer: JSONValue =
                if case .given(let value) = reason.response { self.value(value) } else { .null }
            var fields: [String: JSONValue] = ["question": .text(reason.question.text), "answer": answer]
            if reason.isSetAside { fields["setAside"] = .bool(true) }
            return .object(fields)
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
        var fields = table(finding, instruments)
        let rule = finding.rules.count == 1 ? finding.rules.first : nil
        fields["basis"] = JSONValue(rule.map { finding.basis(of: $0, in: instruments).rawValue })
        fields["grades"] = grades(finding, assessment.findings, of: session)
        fields["alongside"] = .array(finding.alongside.map(companion))
        fields["remarks"] = .array(finding.remarks.map(remark))
        fields["firmness"] =
            assessment.counterfactuals.robustness.map { firmness($0, rated: finding.deciding.rated) } ?? .null
        fields["decidingAnswered"] = .object([
            "answered": .whole(finding.deciding.answered), "asked": .whole(finding.deciding.asked),
        ])
        fields["because"] = .array(because)
        fields["focus"] = .array(focus)
        fields["grounds"] = .array(finding.grounds.map(ground))
        fields["open"] = .array(finding.open.map(open))
        return .object(fields)
    }

    private static func remark(_ remark: Remark) -> JSONValue {
        let statement = remark.statement
        return .object([
            "text": .text(statement.text), "basis": .text(statement.basis.rawValue),
            "source": JSONValue(statement.source),
        ])
    }

    private static func firmness(_ robustness: Robustness, rated: Int) -> JSONValue {
        let lower = robustness.flips.count { $0.to < $0.from }
        return .object([
            "rated": .whole(rated), "lowerFlips": .whole(lower),
            "higherFlips": .whole(robustness.flips.count - lower),
            "facts": .array(robustness.facts.map(fact)),
        ])
    }

    private static func fact(_ fact: Robustness.OtherFact) -> JSONValue {
        .object([
            "question": .text(fact.question.text), "to": value(fact.to), "possible": possible(fact.result),
        ])
    }

    /// How far each graded condition of a table is met.
    private static func grades(
        _ finding: TableFinding, _ findings: Findings, of session: SessionState
    ) -> JSONValue {
        var grades: [String: JSONValue] = [:]
        for condition in findings.conditions
        where !condition.grades.isEmpty && condition.reference.framework == finding.framework
            && finding.table.inputs.contains(condition.reference.name)
        {
            grades[condition.reference.name.text] = graded(
                condition, session.evidence(behind: condition, in: findings))
        }
        return .object(grades)
    }

    private static func graded(_ condition: ConditionFinding, _ share: EvidenceShare) -> JSONValue {
        func parts(_ truth: Truth?) -> JSONValue {
            JSONValue(texts: condition.parts.filter { $0.truth == truth }.map(\.element.id.text))
        }
        return .object([
            "possible": JSONValue(texts: condition.grades.map(\.rawValue)), "met": parts(.yes),
            "notMet": parts(.no), "open": parts(.unknown), "gone": parts(nil),
            "rated": .whole(share.rated), "evidenced": .whole(share.evidenced),
        ])
    }
}
