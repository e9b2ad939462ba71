import Evaluation
import Instruments
import Languages

/// Draws the reasons of a finding as a tree: finding, rule, conditions, elements, answers.
struct ExplanationTree {
    private let words: FindingProjection
    private let labels: Labels
    private let assessment: Assessment
    private let explainer: Explainer

    init(_ explainer: Explainer) {
        self.explainer = explainer
        words = explainer.words
        labels = explainer.labels
        assessment = explainer.assessment
    }

    /// The tree as a list, each reason a level below what it is a reason for.
    func blocks(_ finding: ExplainedFinding) -> [Block] {
        // Some findings rest on what is said in sentences; there is nothing to draw below it.
        reasons(finding).map { $0.flatMap { $0.blocks(level: 1) } } ?? explainer.sentences(on: finding)
    }

    /// The reasons of a finding; nil for one that rests on what is said in sentences.
    func reasons(_ finding: ExplainedFinding) -> [ReasonNode]? {
        switch finding.subject {
        case .table(let table):
            let text = words.tier(table, assessment.findings)
            return [
                ReasonNode(
                    "\(finding.fullName): \(listed(text.possible, with: .or))",
                    text.rules.map { ReasonNode("\($0.id): \($0.outcome), \(basis($0.basis))") }
                        + text.grounds.map(node) + text.open.map(node))
            ]
        case .model(let model):
            let text = words.model(model, assessment.findings)
            return [
                ReasonNode(
                    "\(finding.fullName): \(model.status.inBrief)",
                    (text.missing + text.met).map(node) + text.unknown.map(node))
            ]
        case .condition(let framework, let condition):
            let found = assessment.findings.conditions.first {
                $0.reference == Reference(framework.id, condition.id)
            }
            return
                (found?.ground.map { [node(words.ground($0, in: framework.id, assessment.findings))] } ?? [])
                + (found?.open.map { [node(words.open($0, in: framework.id, assessment.findings))] } ?? [])
        case .element(let framework, let element):
            let found = assessment.findings.elements.first {
                $0.reference == Reference(framework.id, element.id)
            }
            return [
                ReasonNode(
                    "\(finding.fullName): \(words(for: found?.truth ?? .unknown))",
                    words.reasons(found?.answers ?? []).map(node)
                        + (found?.open ?? []).map { node(labels[$0]) })
            ]
        case .signature(let signature, let set):
            let text = words.signature(signature, set)
            return [
                ReasonNode(
                    "\(finding.fullName): \(listed(text.possible.map(\.firstLowered), with: .or))",
                    text.warning.map {
                        ReasonNode(local("\(brief($0)), warns"), question: $0.question.id)
                    } + text.notWarning.map(node) + text.open.map(node))
            ]
        case .balance, .linkedProblems, .link, .viciousCircles, .circle, .stage, .openQuestions, .outcome:
            return nil
        case .earlyWarning(let signatures):
            let text = words.signatures(signatures)
            return [
                ReasonNode(
                    "\(finding.fullName): \(listed(text.possible.map(\.firstLowered), with: .or))",
                    text.categories.map { category in
                        ReasonNode(
                            "\(category.id). " + local("\(category.title): \(category.evident) evident"),
                            category.signatures.map {
                                ReasonNode(
                                    "\($0.id): \(listed($0.possible.map(\.firstLowered), with: .or))")
                            })
                    })
            ]
        }
    }

    private func node(_ ground: GroundText) -> ReasonNode {
        ReasonNode(
            "\(ground.condition): \(ground.answerDescription)\(sourced(ground.source, basis: ground.basis))",
            ground.elements.map { ReasonNode($0.localizedDescription, $0.answers.map(node)) })
    }

    private func node(_ open: OpenGroundText) -> ReasonNode {
        ReasonNode(
            local("\(open.condition): open") + sourced(open.source, basis: open.basis),
            open.elements.map { element in
                ReasonNode(
                    local("Not known: \(element.statement)") + sourced(element.source),
                    element.questions.map(node))
            })
    }

    private func node(_ question: QuestionLabel) -> ReasonNode {
        ReasonNode(local("\(question.id): open"), question: question.id)
    }

    private func node(_ reason: ReasonText) -> ReasonNode {
        ReasonNode(brief(reason), question: reason.question.id)
    }

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

/// A reason, with what it rests on below it.
struct ReasonNode {
    /// What it says.
    let text: String
    /// The question that it is the answer to, or that has no answer yet; nil for any other reason.
    let question: String?
    /// What it rests on.
    let reasons: [ReasonNode]

    init(_ text: String, _ reasons: [ReasonNode] = [], question: String? = nil) {
        self.text = text
        self.question = question
        self.reasons = reasons
    }

    fileprivate func blocks(level: Int) -> [Block] {
        [.item(level, text)] + reasons.flatMap { $0.blocks(level: level + 1) }
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
