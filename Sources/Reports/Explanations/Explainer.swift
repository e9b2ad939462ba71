package import Evaluation
import Instruments
import Languages
package import Sessions

/// Says why a finding is what it is, down to the answers and the sources.
package struct Explainer: Sendable {
    let words: FindingProjection
    let labels: Labels
    let session: SessionState
    let assessment: Assessment

    /// Explains the findings of a session to those who may see its answers.
    package init(_ session: SessionState, _ assessment: Assessment) {
        self.session = session
        self.assessment = assessment
        labels = Labels(session.questionnaire)
        words = FindingProjection(fullAccountOf: session, assessment)
    }

    /// The reasons in sentences or as a tree, after how many of the answers nobody has confirmed.
    package func explanation(of finding: ExplainedFinding, asTree isTree: Bool = false) -> [Block] {
        [localizedDescription(unconfirmed: assessment.unconfirmed.count)].compactMap(\.self).map {
            .paragraph($0)
        }
            + (isTree ? tree(of: finding) : sentences(on: finding))
    }

    /// The reasons in sentences; only the answers that matter are named.
    func sentences(on finding: ExplainedFinding) -> [Block] {
        switch finding.subject {
        case .table(let table): sentences(on: table)
        case .model(let model): sentences(on: model)
        case .condition(let framework, let condition): sentences(on: condition, in: framework)
        case .element(let framework, let element): sentences(on: element, in: framework)
        case .signature(let signature, let set): sentences(on: signature, set)
        case .earlyWarning(let signatures): sentences(on: signatures)
        case .balance(let signatures, let category): sentences(on: signatures, in: category)
        case .linkedProblems(let problems): linkedProblems(problems)
        case .link(let problems, let link): sentences(on: link, problems)
        case .viciousCircles(let problems): viciousCircles(problems)
        case .circle(let problems, let circle): sentences(on: circle, problems)
        case .stage(let factors): sentences(on: factors)
        case .openQuestions: openQuestions()
        case .outcome(let table, let outcome): sentences(on: outcome, of: table)
        }
    }

    /// The reasons as a tree, from the finding down to each answer.
    func tree(of finding: ExplainedFinding) -> [Block] {
        ExplanationTree(self).blocks(finding)
    }

    private func sentences(on table: TableFinding) -> [Block] {
        let text = words.tier(table, assessment.findings)
        var blocks = text.sentences.map { Block.paragraph($0) }
        if let rule = text.rules.first, text.rules.count == 1 {
            blocks.append(.paragraph(local("The rule is \(rule.id).") + " " + basis(rule)))
        } else if !text.rules.isEmpty {
            let heading =
                table.isSettled
                ? local("These rules apply:")
                : table.table.hitPolicy == .first
                    ? local("These rules are still in play, and are tried in this order:")
                    : local("These rules are still in play:")
            blocks.append(.paragraph(heading))
            blocks += text.rules.map { rule in
                let needs = rule.needs.isEmpty && text.isCollected ? "" : rule.needsDescription + " "
                return .item(1, "\(rule.id), \(rule.outcome). \(needs)\(basis(rule))")
            }
        }
        if text.rules.isEmpty {
            let rules = table.table.rules.indices.map {
                table.table.id(ofRule: $0 + 1, in: table.framework)
            }
            blocks.append(.paragraph(local("None of these rules fits: \(listed(rules)).")))
        }
        blocks +=
            (text.alongside.map(\.localizedDescription)
            + text.remarks.map { $0.text + sourced($0.source, basis: $0.basis) })
            .map { .paragraph($0) }
        blocks += text.grounds.flatMap(sentences)
        if !text.open.isEmpty {
            blocks.append(.paragraph(local("What separates the possibilities:")))
            blocks += text.open.flatMap(sentences)
        }
        blocks += text.cautions.map {
            .paragraph(local("Take care: \($0.text)") + sourced($0.source, basis: $0.basis))
        }
        blocks += text.focus.map {
            .paragraph(local("Focus: \($0.text)") + sourced($0.source, basis: $0.basis))
        }
        let counterfactuals = words.counterfactuals(assessment.counterfactuals, assessment.findings)
        if let other = counterfactuals.others.first(where: { $0.id == "\(table.reference)" }) {
            return blocks + other.sentences.map { .paragraph($0) } + ways(other.paths)
                + [.paragraph(other.robustness.joined(separator: " "))]
        }
        guard table.table.role == .tier, let paths = assessment.counterfactuals.paths else { return blocks }
        if paths.status != .tierOpen { blocks += counterfactuals.sentences.map { .paragraph($0) } }
        return blocks + ways(counterfactuals.paths)
    }

    private func sentences(on model: ModelFinding) -> [Block] {
        let text = words.model(model, assessment.findings)
        var blocks: [Block] = [
            .paragraph("\(text.title). \(model.model.means.text) (\(text.source))"),
            .paragraph(text.sentences.joined(separator: " ")),
        ]
        blocks += (text.missing + (model.status == .viable ? text.met : [])).flatMap(sentences)
        blocks += text.unknown.flatMap(sentences)
        if let caution = text.caution {
            blocks.append(
                .paragraph(
                    local("Take care: \(caution.text)") + sourced(caution.source, basis: caution.basis)))
        }
        let counterfactuals = words.counterfactuals(assessment.counterfactuals, assessment.findings)
        if let path = counterfactuals.models.first(where: { $0.id == text.id }) {
            blocks.append(.paragraph(path.sentence))
            blocks += ways(path.paths)
        }
        return blocks
    }

    private func sentences(on condition: Condition, in framework: Framework) -> [Block] {
        let finding = assessment.findings.conditions.first {
            $0.reference == Reference(framework.id, condition.id)
        }
        let grade = words.grade(Reference(framework.id, condition.id), assessment.findings)
        var blocks = grade.map { [Block.paragraph($0.sentence)] } ?? []
        blocks +=
            finding?.ground.map { sentences(words.ground($0, in: framework.id, assessment.findings)) } ?? []
        blocks += finding?.open.map { sentences(words.open($0, in: framework.id, assessment.findings)) } ?? []
        if let finding, finding.isGone {
            blocks.append(
                .paragraph(
                    finding.isAnswered
                        ? local(
                            "An answer that bears on it counts only while another question is open, so it stays open."
                        )
                        : local("All its questions are marked not applicable or not asked, so it stays open.")
                ))
        }
        blocks += (finding?.parts ?? []).filter { $0.truth == $0.element.truthToHelp }
            .flatMap { helps(with: $0.element) }
        guard let grading = condition.grading else {
            return blocks + [.paragraph(local("It takes \(formula(condition.when, in: framework))."))]
        }
        return blocks + [
            .paragraph(local("In place takes \(formula(grading.whenInPlace, in: framework)).")),
            .paragraph(
                local("It is lacking where this holds: \(formula(grading.whenLacking, in: framework)).")),
        ]
    }

    private func sentences(on element: Element, in framework: Framework) -> [Block] {
        let reference = Reference(framework.id, element.id)
        guard let finding = assessment.findings.elements.first(where: { $0.reference == reference })
        else { return [] }
        let origin = sourced(element.source, basis: element.basis)
        let reason =
            (element.reason.map { [Block.paragraph($0)] } ?? []) + links(of: reference)
            + factor(reference)
            + (finding.truth == .unknown || finding.truth == element.truthToHelp ? helps(with: element) : [])
        switch finding.truth {
        case .yes, .no:
            return [
                .paragraph(
                    (finding.truth == .yes
                        ? local("Yes: \(element.statement)") : local("No: \(element.statement)")) + origin)
            ]
                + words.reasons(finding.answers).map { .item(1, $0.localizedDescription) }
                + reason
        case .unknown:
            let questions = finding.open.map { labels[$0] }
            return [.paragraph(local("Not known yet: \(element.statement)") + origin)]
                + (questions.isEmpty
                    ? [.paragraph(local("No question that is asked now could settle it."))]
                    : questions.map { .item(1, local("Open: \($0.short): \($0.text)")) }) + reason
        }
    }

    /// How a problem stands, and what it leads to.
    private func links(of problem: Reference<Element>) -> [Block] {
        guard let findings = assessment.findings.problems,
            let finding = findings.problems.first(where: { $0.reference == problem })
        else { return [] }
        let text = words.problems(findings)
        let state =
            finding.state == .partly
            ? [Block.paragraph(local("It is there in part, which counts as present."))] : []
        let links = text.links.filter { $0.from.id == problem.name.text || $0.to.id == problem.name.text }.map
        {
            Block.item(1, $0.sentence)
        }
        let circles = text.circles.filter { $0.problems.contains { $0.id == problem.name.text } }.map {
            Block.item(
                1,
                $0.isPossible
                    ? local("In a possible circle: \($0.localizedDescription)")
                    : local("In a vicious circle: \($0.localizedDescription)"))
        }
        return state + links + circles
    }

    /// How far an element is there as a factor of success.
    private func factor(_ element: Reference<Element>) -> [Block] {
        guard let findings = assessment.findings.factors, findings.framework == element.framework,
            let finding = findings.groups.flatMap(\.factors).first(where: { $0.element.id == element.name })
        else { return [] }
        guard let state = finding.state else {
            return [.paragraph(local("How far it is there as a factor of success is not known yet."))]
        }
        let means = findings.definition.scale.first { $0.state == state }?.means ?? ""
        return [
            .paragraph(
                local("As a factor of success: \(state.localizedDescription). \(means)")
                    + sourced(findings.definition.source))
        ]
    }

    /// A settled condition: what makes it so.
    private func sentences(_ ground: GroundText) -> [Block] {
        [
            .paragraph(
                ground.localizedDescription + sourced(ground.source, basis: ground.basis)
            )
        ]
            + (ground.remark.map { [.item(1, $0)] } ?? [])
            + (ground.elements.count > mostFactsInFull
                ? [
                    .item(
                        1,
                        plural(
                            ground.elements.count,
                            "\(ground.elements.count) facts make it so: \(listed(ground.elements.map(\.inBrief))).",
                            "\(ground.elements.count) facts make it so: \(listed(ground.elements.map(\.inBrief)))."
                        )
                    )
                ]
                : ground.elements.flatMap { element in
                    [Block.item(1, element.localizedDescription)]
                        + element.answers.map { .item(2, $0.localizedDescription) }
                })
    }

    /// An open condition: what it waits for.
    private func sentences(_ open: OpenGroundText) -> [Block] {
        [.paragraph(local("\(open.condition): still open.") + sourced(open.source, basis: open.basis))]
            + (open.elements.count > mostFactsInFull
                ? [
                    .item(
                        1,
                        plural(
                            open.elements.count,
                            "\(open.elements.count) facts are not known yet: \(listed(open.elements.map(\.name.firstLowered))).",
                            "\(open.elements.count) facts are not known yet: \(listed(open.elements.map(\.name.firstLowered)))."
                        ))
                ]
                : open.elements.flatMap { element in
                    [
                        Block.item(
                            1,
                            local("Not known yet: \(element.statement)")
                                + sourced(element.source, basis: .stated))
                    ]
                        + element.questions.map { .item(2, local("Open: \($0.short): \($0.text)")) }
                })
    }

    private func basis(_ rule: RuleText) -> String {
        let reason = rule.reason.map { " " + $0 } ?? ""
        return switch rule.basis {
        case .stated: local("The source states it\(sourced(rule.source)).") + reason
        case .statedOnOurMeasure:
            local("This is the source's rule\(sourced(rule.source)), on our measure of what it looks at.")
                + reason
        case .interpolated:
            local("The rule is ours.") + " " + (rule.reason ?? local("The source is silent."))
        }
    }
}

extension ProblemsText.LinkText {
    /// Which problem leads to which.
    var sentence: String {
        if isPossible {
            local("\(from.name) may lead to \(to.name.firstLowered).")
        } else if isIdle {
            local("\(from.name) leads to \(to.name.firstLowered), which does not count now.")
        } else {
            local("\(from.name) leads to \(to.name.firstLowered).")
        }
    }
}
