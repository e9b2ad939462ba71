import Evaluation
import Instruments
import Languages

/// Draws the reasons of a finding as a tree: finding, rule, conditions, elements, answers.
struct ExplanationTree {
    private let words: FindingWords
    private let labels: Labels
    private let assessment: Assessment
    private let explainer: Explainer

    init(_ explainer: Explainer) {
        self.explainer = explainer
        words = explainer.words
        labels = explainer.labels
        assessment = explainer.assessment
    }

    func blocks(_ finding: ExplainedFinding) -> [Block] {
        switch finding.subject {
        case .table(let table):
            let text = words.tier(table, assessment.findings)
            return [.item(1, "\(finding.fullName): \(listed(text.possible, with: .or))")]
                + text.rules.map { .item(2, "\($0.id): \($0.outcome), \(basis($0.basis))") }
                + text.grounds.flatMap { blocks($0, level: 2) } + text.open.flatMap { blocks($0, level: 2) }
        case .model(let model):
            let text = words.model(model, assessment.findings)
            return [.item(1, "\(finding.fullName): \(model.status.inBrief)")]
                + (text.missing + text.met).flatMap { blocks($0, level: 2) }
                + text.unknown.flatMap { blocks($0, level: 2) }
        case .condition(let framework, let condition):
            let found = assessment.findings.conditions.first {
                $0.reference == Reference(framework.id, condition.id)
            }
            return
                (found?.ground.map {
                    blocks(words.ground($0, in: framework.id, assessment.findings), level: 1)
                } ?? [])
                + (found?.open.map { blocks(words.open($0, in: framework.id, assessment.findings), level: 1) }
                    ?? [])
        case .element(let framework, let element):
            let found = assessment.findings.elements.first {
                $0.reference == Reference(framework.id, element.id)
            }
            return [.item(1, "\(finding.fullName): \(words(for: found?.truth ?? .unknown))")]
                + words.reasons(found?.answers ?? []).map { .item(2, brief($0)) }
                + (found?.open ?? []).map { .item(2, open(labels[$0])) }
        case .signature(let signature, let set):
            let text = words.signature(signature, set)
            return [.item(1, "\(finding.fullName): \(listed(text.possible.map(\.firstLowered), with: .or))")]
                + text.warning.map { .item(2, local("\(brief($0)), warns")) }
                + text.notWarning.map { .item(2, brief($0)) }
                + text.open.map { .item(2, open($0)) }
        case .balance, .linkedProblems, .link, .viciousCircles, .circle, .stage, .openQuestions, .outcome:
            // These rest on what is said in sentences; there is nothing to draw below it.
            return explainer.sentences(on: finding)
        case .earlyWarning(let signatures):
            let text = words.signatures(signatures)
            return [
                .item(1, "\(finding.fullName): \(listed(text.possible.map(\.firstLowered), with: .or))")
            ]
                + text.categories.flatMap { category in
                    [
                        Block.item(
                            2, "\(category.id). " + local("\(category.title): \(category.evident) evident"))
                    ]
                        + category.signatures.map {
                            .item(3, "\($0.id): \(listed($0.possible.map(\.firstLowered), with: .or))")
                        }
                }
        }
    }

    private func blocks(_ ground: GroundText, level: Int) -> [Block] {
        [
            .item(
                level,
                "\(ground.condition): \(ground.answerInWords)\(sourced(ground.source, basis: ground.basis))"
            )
        ]
            + ground.elements.flatMap { element in
                [Block.item(level + 1, element.inWords)]
                    + element.answers.map { .item(level + 2, brief($0)) }
            }
    }

    private func blocks(_ open: OpenGroundText, level: Int) -> [Block] {
        [.item(level, local("\(open.condition): open") + sourced(open.source, basis: open.basis))]
            + open.elements.flatMap { element in
                [Block.item(level + 1, local("Not known: \(element.statement)") + sourced(element.source))]
                    + element.questions.map { .item(level + 2, self.open($0)) }
            }
    }

    private func open(_ question: QuestionLabel) -> String { local("\(question.id): open") }

    private func words(for truth: Truth) -> String {
        switch truth {
        case .yes: local("true")
        case .no: local("false")
        case .unknown: local("unknown")
        }
    }

    private func basis(_ basis: TableFinding.Basis) -> String {
        switch basis {
        case .stated: local("stated")
        case .statedOnOurMeasure: local("stated, on our measure")
        case .interpolated: local("interpolated")
        }
    }

    private func brief(_ reason: ReasonText) -> String {
        "\(reason.question.id): "
            + (reason.isSetAside == true ? local("\(reason.answer), set aside") : reason.answer)
    }
}

extension ModelFinding.Status {
    /// The status in a word.
    fileprivate var inBrief: String {
        switch self {
        case .viable: local("viable")
        case .notViable: local("not-viable")
        case .undetermined: local("undetermined")
        }
    }
}
