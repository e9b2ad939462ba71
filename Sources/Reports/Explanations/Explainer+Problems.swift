import Evaluation
import Instruments
import Languages
import Sessions

// What is said of links, circles, balance, stages and open questions when somebody asks why.

extension Explainer {
    /// Whether any two problems are linked, and what that rests on.
    func linkedProblems(_ findings: ProblemFindings) -> [Block] {
        let text = words.problems(findings)
        let answer: String =
            switch findings.linked {
            case [true]: local("Linked problems: yes.")
            case [false]: local("Linked problems: no.")
            default: local("Linked problems: not known yet.")
            }
        return [.paragraph(answer + sourced(findings.definition.source))]
            + text.links.map { .item(1, $0.sentence) }
            + [.paragraph(step(findings))]
            + remark(findings.definition.linked, if: !findings.linkedGroups.isEmpty)
    }

    /// Whether a link counts.
    func sentences(on link: LinkFinding, _ findings: ProblemFindings) -> [Block] {
        let text = words.problems(findings).links.first {
            $0.from.id == link.link.from.name.text && $0.to.id == link.link.to.name.text
        }
        let ends = [link.link.from, link.link.to].compactMap { end in
            findings.problems.first { $0.reference == end }
        }
        return [.paragraph((text?.sentence ?? "") + sourced(findings.definition.source))]
            + (text?.note.map { [.item(1, local("What shows it: \($0)"))] } ?? [])
            + ends.flatMap { problem -> [Block] in
                words.reasons(problem.answers).map { .item(1, $0.localizedDescription) }
                    + problem.open.map { .item(1, local("Open: \(labels[$0].short): \(labels[$0].text)")) }
            }
            + [
                .paragraph(
                    local("A link counts when the problems at both ends are present, wholly or in part."))
            ]
    }

    /// Whether problems lead back to each other.
    func viciousCircles(_ findings: ProblemFindings) -> [Block] {
        let text = words.problems(findings)
        let answer: String =
            switch findings.circular {
            case [true]: local("Vicious circles: yes.")
            case [false]: local("Vicious circles: no.")
            default: local("Vicious circles: not known yet.")
            }
        return [.paragraph(answer + sourced(findings.definition.source))]
            + text.circles.map {
                .item(
                    1, $0.isPossible ? local("Possible: \($0.localizedDescription)") : $0.localizedDescription
                )
            }
            + (text.circlesNote.map { [.paragraph($0)] } ?? [])
            + [.paragraph(step(findings))]
            + remark(findings.definition.circle, if: !findings.knots.isEmpty)
    }

    /// Whether some problems lead back to each other, link by link.
    func sentences(on circle: [Reference<Element>], _ findings: ProblemFindings) -> [Block] {
        let text = words.problems(findings)
        let ids = circle.map(\.name.text)
        let found = text.circles.first { $0.problems.map(\.id) == ids }
        let steps = zip(ids, ids.dropFirst() + ids.prefix(1))
        let links = steps.compactMap { from, to in
            text.links.first { $0.from.id == from && $0.to.id == to }
        }
        return [.paragraph((found?.localizedDescription ?? "") + sourced(findings.definition.source))]
            + links.map { link in
                .item(1, link.sentence + (link.note.map { " " + $0 } ?? ""))
            } + remark(findings.definition.circle, if: found?.isPossible == false)
    }

    /// How many signatures of a category are evident, and which.
    func sentences(on findings: SignatureFindings, in category: SignatureCategory.ID) -> [Block] {
        let text = words.signatures(findings)
        guard let source = findings.definition.categories.first(where: { $0.id == category })?.source,
            let category = text.categories.first(where: { $0.id == category.text })
        else { return [] }
        return [
            .paragraph(
                "\(category.id). "
                    + local("\(category.title), \(category.control): \(category.evident) evident.")
                    + sourced(source))
        ]
            + category.signatures.map {
                .item(1, "\($0.title): \(listed($0.possible.map(\.firstLowered), with: .or))")
            } + [
                .paragraph(
                    local("Balance. \(text.balance.text)")
                        + sourced(text.balance.source, basis: text.balance.basis))
            ]
    }

    /// The present stage, and the groups that come first at it.
    func sentences(on findings: FactorFindings) -> [Block] {
        guard let stage = findings.stage else {
            return [
                .paragraph(
                    local("The stage is not answered yet.") + sourced(findings.definition.source))
            ]
        }
        let answers = assessment.findings.elements.first {
            $0.reference == Reference(findings.framework, stage.when)
        }?.answers
        let groups = findings.groups.filter(\.comesFirst).map(\.group.title.firstLowered)
        return [
            .paragraph(
                local(
                    "Stage: \(stage.title.firstLowered). The groups that matter most now: \(listed(groups)).")
                    + sourced(findings.definition.source))
        ] + words.reasons(answers ?? []).map { .item(1, $0.localizedDescription) }
    }

    /// The open questions that can still change the headline.
    func openQuestions() -> [Block] {
        let open = words.open(assessment.findings)
        return [
            .paragraph(
                local(
                    "A question is listed when it is open and some answer to it can still change the headline; the share says in how many ways of answering the others it decides."
                ))
        ]
            + (open.isEmpty
                ? [.paragraph(local("No open question can change it."))]
                : open.map { open in
                    guard let percent = open.percent else {
                        return .item(1, "\(open.question.short): \(open.question.text)")
                    }
                    return .item(
                        1, local("\(open.question.short), \(percent) per cent: \(open.question.text)"))
                })
    }

    /// How far the problems were gone through for links.
    private func step(_ findings: ProblemFindings) -> String {
        switch findings.step {
        case .notAsked:
            local("Only links that are recorded count. Whether there are others is not asked.")
        case .done(let question):
            local("The problems were gone through for links: \(labels[question].short).")
        case .open(let question?):
            local(
                "The problems have not been gone through for links yet, so a link that is not recorded may be there. Open: \(labels[question].short): \(labels[question].text)"
            )
        case .open(nil):
            local(
                "The problems have not been gone through for links, and no question that is asked now could say that they were."
            )
        }
    }

    private func remark(_ statement: Statement, if isTold: Bool) -> [Block] {
        isTold
            ? [.paragraph(statement.text + sourced(statement.source, basis: statement.basis))] : []
    }
}
