package import Instruments
package import Sessions

/// What links make of problems that stand in some way.
package struct ProblemWeb: Sendable {
    /// Every link between them, in the order in which it was said.
    package let links: [LinkFinding]
    /// The vicious circles over links that count.
    package let circles: ProblemFindings.Circles
    /// The circles that need at least one link that is only possible.
    package let possibleCircles: ProblemFindings.Circles
    /// The problems that are present, by the links that count.
    let counting: ProblemGraph

    /// Works it out.
    ///
    /// - Parameters:
    ///   - links: which problems lead to which; a link of others is left out.
    ///   - problems: the problems in their framework's order, with how each stands.
    package init(_ links: [Link], between problems: [(Reference<Element>, ProblemFinding.State)]) {
        let states = Dictionary(problems, uniquingKeysWith: { first, _ in first })
        let order = problems.map(\.0)
        let known = links.compactMap { link -> LinkFinding? in
            guard let from = states[link.from], let to = states[link.to] else { return nil }
            return LinkFinding(link: link, state: Self.state(from, to))
        }
        let counting = ProblemGraph(links: known.filter { $0.state == .counts }.map(\.link), order: order)
        let possible = ProblemGraph(links: known.filter { $0.state != .idle }.map(\.link), order: order)
        self.links = known
        self.counting = counting
        circles = CircleFinder.circles(in: counting)
        possibleCircles = CircleFinder.circles(in: possible, without: counting)
    }

    private static func state(
        _ from: ProblemFinding.State, _ to: ProblemFinding.State
    ) -> LinkFinding.State {
        if from.counts, to.counts { return .counts }
        return [from, to].contains { $0 == .absent || $0 == .notApplicable } ? .idle : .possible
    }
}
