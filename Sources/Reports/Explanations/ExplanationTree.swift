import Evaluation
import Instruments

/// Draws the reasons of a finding as a tree: finding, rule, conditions, elements, answers.
struct ExplanationTree {
    private let words: FindingWords
    private let labels: Labels
    private let assessment: Assessment

    init(_ explainer: Explainer) {
        words = explainer.words
        labels = explainer.labels
        assessment = explainer.assessment
    }

    func blocks(_ finding: ExplainedFinding) -> [Block] {
        switch finding.subject {
        case .table(let table):
            let text = words.tier(table, assessment.findings)
            return [.item(1, "\(finding.fullName): \(listed(text.possible, with: "or"))")]
                + text.rules.map { .item(2, "\($0.id): \($0.outcome), \($0.basis)") }
                + text.grounds.flatMap { blocks($0, level: 2) } + text.open.flatMap { blocks($0, level: 2) }
        case .model(let model):
            let text = words.model(model, tier: assessment.findings.tier)
            return [.item(1, "\(finding.fullName): \(text.status)")]
                + (text.missing + text.met).flatMap { blocks($0, level: 2) }
                + text.unknown.flatMap { blocks($0, level: 2) }
        case .condition(let framework, let condition):
            let found = assessment.findings.conditions.first {
                $0.reference == Reference(framework.id, condition.id)
            }
            return (found?.ground.map { blocks(words.ground($0), level: 1) } ?? [])
                + (found?.open.map { blocks(words.open($0), level: 1) } ?? [])
        case .element(let framework, let element):
            let found = assessment.findings.elements.first {
                $0.reference == Reference(framework.id, element.id)
            }
            return [.item(1, "\(finding.fullName): \(found?.truth.rawValue ?? "unknown")")]
                + (found?.answers ?? []).map { .item(2, brief(words.reason($0.question, $0.response))) }
                + (found?.open ?? []).map { .item(2, "\(labels[$0].id): open") }
        case .signature(let signature, let set):
            let text = words.signature(signature, set)
            return [.item(1, "\(finding.fullName): \(listed(text.possible.map(\.firstLowered), with: "or"))")]
                + text.warning.map { .item(2, "\(brief($0)), warns") }
                + text.notWarning.map { .item(2, brief($0)) }
                + text.open.map { .item(2, "\($0.id): open") }
        case .earlyWarning(let signatures):
            let text = words.signatures(signatures)
            return [
                .item(1, "\(finding.fullName): \(listed(text.possible.map(\.firstLowered), with: "or"))")
            ]
                + text.categories.flatMap { category in
                    [Block.item(2, "\(category.id). \(category.title): \(category.evident) evident")]
                        + category.signatures.map {
                            .item(3, "\($0.id): \(listed($0.possible.map(\.firstLowered), with: "or"))")
                        }
                }
        }
    }

    private func blocks(_ ground: GroundText, level: Int) -> [Block] {
        [
            .item(
                level,
                "\(ground.condition): \(ground.holds ? "yes" : "no")\(sourced(ground.source, basis: ground.basis))"
            )
        ]
            + ground.elements.flatMap { element in
                [Block.item(level + 1, element.inWords)]
                    + element.answers.map { .item(level + 2, brief($0)) }
            }
    }

    private func blocks(_ open: OpenGroundText, level: Int) -> [Block] {
        [.item(level, "\(open.condition): open\(sourced(open.source, basis: open.basis))")]
            + open.elements.flatMap { element in
                [Block.item(level + 1, "Not known: \(element.statement)\(sourced(element.source))")]
                    + element.questions.map { .item(level + 2, "\($0.id): open") }
            }
    }

    private func brief(_ reason: ReasonText) -> String {
        "\(reason.question.id): \(reason.answer)"
    }
}
