import Evaluation
import Instruments
import Languages
import Sessions

extension FindingProjection {
    /// Problems and their links in words; what was noted of a link is told as the session has it.
    func problems(_ findings: ProblemFindings) -> ProblemsText {
        let set = findings.definition
        let names = Dictionary(
            findings.problems.map { ($0.reference, $0.element.name) }, uniquingKeysWith: { first, _ in first }
        )
        func end(_ problem: Reference<Element>) -> ProblemsText.End {
            ProblemsText.End(id: problem.name.text, name: names[problem] ?? problem.name.text)
        }
        func text(_ circle: [Reference<Element>], isShortest: Bool) -> ProblemsText.CircleText {
            let possible = zip(circle, circle.dropFirst() + circle.prefix(1)).map { from, to in
                findings.links.first { $0.link.joins(from, to) }?.state == .possible
            }
            return ProblemsText.CircleText(
                problems: circle.map(end), possibleSteps: possible,
                isPossible: possible.contains(true), isShortest: isShortest)
        }
        let certain = findings.circles.found.map { text($0, isShortest: findings.knots.contains($0)) }
        // Where even the shortest are too many to list, those of each group are named all the same.
        let knots = findings.knots.filter { !findings.circles.found.contains($0) }
            .map { text($0, isShortest: true) }
        let possible = findings.possibleCircles.found.map { text($0, isShortest: false) }
        return ProblemsText(
            sentences: sentences(findings),
            remarks: remarks(findings),
            groups: set.groups.map { group in
                ProblemsText.GroupText(
                    title: group.title, means: remark(group.means),
                    problems: findings.problems.filter { problem in
                        group.elements.contains(problem.element.id)
                            && problem.state != .absent && problem.state != .notApplicable
                    }.map(problem))
            }.filter { !$0.problems.isEmpty },
            links: findings.links.map { finding in
                ProblemsText.LinkText(
                    from: end(finding.link.from), to: end(finding.link.to),
                    note: session.links.first { $0.joins(finding.link.from, finding.link.to) }?.note,
                    isPossible: finding.state == .possible, isIdle: finding.state == .idle)
            },
            linkedGroups: findings.linkedGroups.map { $0.map { end($0).name } },
            circles: knots + certain + possible, circlesNote: circlesNote(findings),
            source: set.source)
    }

    /// The problems that are present, and the circles, as worries.
    func problemWorries(_ findings: Findings) -> [String] {
        guard let problems = findings.problems, !problems.present.isEmpty else { return [] }
        let text = self.problems(problems)
        let names = problems.present.map(\.element.name.firstLowered)
        let told =
            names.count > mostFactsInFull
            ? counted(names.count, "problem recorded as present.", "problems recorded as present.")
            : local("Problems recorded as present: \(listed(names)).")
        return [told]
            + text.circles.filter { $0.isShortest && !$0.isPossible }.map {
                local("Vicious circle. \($0.localizedDescription)")
            }
    }

    /// The problems that are not there, as what goes well.
    func problemsAbsent(_ findings: Findings) -> [String] {
        let names = findings.problems?.problems.filter { $0.state == .absent }.map(
            \.element.name.firstLowered)
        guard let names, !names.isEmpty else { return [] }
        return names.count > mostFactsInFull
            ? [counted(names.count, "problem recorded as absent.", "problems recorded as absent.")]
            : [local("Problems recorded as absent: \(listed(names)).")]
    }

    private func problem(_ finding: ProblemFinding) -> ProblemsText.ProblemText {
        ProblemsText.ProblemText(
            id: finding.element.id.text, name: finding.element.name,
            statement: finding.element.statement, source: finding.element.source,
            state: finding.state,
            answers: reasons(finding.answers),
            open: finding.open.map { labels[$0] })
    }

    private func sentences(_ findings: ProblemFindings) -> [String] {
        let present = findings.present
        let open = findings.problems.count { $0.state == .unknown }
        var sentences: [String] = []
        if present.isEmpty {
            sentences.append(
                open == 0
                    ? local("No problem is recorded.") : local("No problem is recorded as present so far."))
        } else {
            let partly = present.count { $0.state == .partly }
            sentences.append(
                partly == 0
                    ? counted(
                        present.count, "problem is recorded as present.",
                        "problems are recorded as present.")
                    : counted(
                        present.count, "problem is recorded as present, \(partly) of them in part.",
                        "problems are recorded as present, \(partly) of them in part."))
        }
        if open > 0 {
            sentences.append(counted(open, "problem is not known yet.", "problems are not known yet."))
        }
        sentences += [withheld(among: findings.problems.flatMap(\.open))].compactMap(\.self)
        let gone = findings.problems.count { $0.state == .notApplicable }
        if gone > 0 {
            sentences.append(
                counted(gone, "problem is marked not applicable.", "problems are marked not applicable."))
        }
        let counting = findings.links.count { $0.state == .counts }
        if counting > 0 {
            let problems = counted(findings.linkedGroups.joined().count, "problem", "problems")
            let groups = findings.linkedGroups.count
            sentences.append(
                groups > 1
                    ? counted(
                        counting, "link joins \(problems) in \(groups) groups.",
                        "links join \(problems) in \(groups) groups.")
                    : counted(counting, "link joins \(problems).", "links join \(problems)."))
        } else if present.count > 1 {
            sentences.append(
                findings.mayHoldMoreLinks || findings.step == .notAsked
                    ? local("No link between problems that are present is recorded.")
                    : local(
                        "The problems were gone through for links, and no link between problems that are present is recorded."
                    ))
        }
        let possible = findings.links.count { $0.state == .possible }
        if possible > 0 {
            sentences.append(
                counted(
                    possible, "link could count, once the problems at its ends are known.",
                    "links could count, once the problems at their ends are known."))
        }
        if findings.mayHoldMoreLinks {
            sentences.append(
                local(
                    "The problems have not been gone through for links yet, so links and vicious circles can still come up."
                ))
        }
        return sentences + circleSentence(findings)
    }

    private func circleSentence(_ findings: ProblemFindings) -> [String] {
        guard !findings.knots.isEmpty else {
            let isKnown =
                findings.step != .notAsked && !findings.mayHoldMoreLinks
                && findings.possibleCircles.found.isEmpty && findings.present.count > 1
            return isKnown ? [local("There is no vicious circle.")] : []
        }
        let count = findings.circles.found.count
        let isAll = findings.circles.completeUpTo == nil
        switch count {
        case 0: return [local("There are vicious circles.")]
        case 1 where isAll: return [local("There is a vicious circle.")]
        default:
            return [
                isAll
                    ? plural(
                        count, "There are \(count) vicious circles.",
                        "There are \(count) vicious circles.")
                    : plural(
                        count, "There are \(count) vicious circles, or more.",
                        "There are \(count) vicious circles, or more.")
            ]
        }
    }

    /// What the source says of what was found.
    private func remarks(_ findings: ProblemFindings) -> [RemarkText] {
        let set = findings.definition
        var remarks: [Statement] = []
        if !findings.isolated.isEmpty { remarks.append(set.isolated) }
        if !findings.linkedGroups.isEmpty { remarks.append(set.linked) }
        if !findings.knots.isEmpty { remarks.append(set.circle) }
        return (remarks + [findings.lone].compactMap(\.self)).map { remark($0) }
    }

    private func circlesNote(_ findings: ProblemFindings) -> String? {
        let limits = [findings.circles.completeUpTo, findings.possibleCircles.completeUpTo]
        guard let limit = limits.compactMap(\.self).min() else { return nil }
        return limit < 2
            ? local("There are too many circles to list; more than \(mostCircles) of them have two problems.")
            : local("All circles of up to \(limit) problems are listed; longer ones are too many to list.")
    }
}
