import Instruments
import Sessions

/// Works out how problems stand, and what their links make of them.
enum ProblemFinder {
    /// The findings of a framework's problems.
    static func findings(
        of set: ProblemSet, in framework: Framework, elements: [ElementFinding],
        supports: ElementTruth, links: [Link], step: LinksStep, linked: [Bool]
    ) -> ProblemFindings {
        let found = Dictionary(
            elements.map { ($0.reference, $0) }, uniquingKeysWith: { first, _ in first })
        let problems = set.elements.compactMap { id -> ProblemFinding? in
            let reference = Reference(framework.id, id)
            guard let element = framework.element(id), let finding = found[reference] else { return nil }
            return ProblemFinding(
                reference: reference, element: element,
                state: state(of: finding, supports.supports(of: reference)),
                answers: finding.answers, open: finding.open)
        }
        let web = ProblemWeb(links, between: problems.map { ($0.reference, $0.state) })
        return ProblemFindings(
            framework: framework.id, definition: set, problems: problems, step: step, linked: linked,
            links: web.links,
            linkedGroups: web.counting.groups(), circles: web.circles,
            possibleCircles: web.possibleCircles, knots: CircleFinder.shortestCircles(in: web.counting),
            lone: lone(set, problems))
    }

    /// A problem is partly there where every answer that makes it present is a later option that does so.
    private static func state(
        of finding: ElementFinding, _ supports: [ElementTruth.Support]
    ) -> ProblemFinding.State {
        if finding.isGone { return .notApplicable }
        switch finding.truth {
        case .unknown: return .unknown
        case .no: return .absent
        case .yes:
            // What an answer that is set aside would say is no part of how the problem stands.
            let answers = finding.answers.filter { !$0.isSetAside }
            let isPartly = supports.allSatisfy { support in
                let answer = answers.first { $0.question == support.question.id }
                guard case .given(.choice(let chosen))? = answer?.response else { return answer == nil }
                return support.options.first != chosen
            }
            return isPartly && !answers.isEmpty ? .partly : .present
        }
    }

    /// The remark on a group outside of which nothing is present.
    private static func lone(_ set: ProblemSet, _ problems: [ProblemFinding]) -> Statement? {
        guard let lone = set.lone, let group = set.groups.first(where: { $0.id == lone.group }) else {
            return nil
        }
        let present = problems.filter(\.state.counts)
        let isAlone = present.allSatisfy { group.elements.contains($0.element.id) }
        return !present.isEmpty && isAlone ? lone.means : nil
    }
}
