import Instruments
import Sessions

extension ElementTruth {
    /// Where a framework's problems are as a pattern says; gone where none of them counts.
    mutating func problems(
        of id: Framework.ID, are pattern: ProblemSet.Pattern, _ completions: inout Completions
    ) -> Partial {
        var result = Partial(isThere: Functions.never, holds: Functions.never)
        guard let set = completions.instruments.framework(id)?.problems else { return result }
        var present: [Reference<Element>: Node] = [:]
        for problem in set.elements.map({ Reference(id, $0) }) {
            let part = element(problem, &completions)
            result.isThere = completions.functions.or(result.isThere, part.isThere)
            present[problem] = completions.functions.and(part.isThere, part.holds)
        }
        switch pattern {
        case .present:
            for problem in set.elements.compactMap({ present[Reference(id, $0)] }) {
                result.holds = completions.functions.or(result.holds, problem)
            }
        case .linked:
            for link in completions.links {
                guard let from = present[link.from], let to = present[link.to] else { continue }
                let counts = completions.functions.and(from, to)
                result.holds = completions.functions.or(result.holds, counts)
            }
            let unrecorded = completions.unrecordedLink(in: id)
            if unrecorded != Functions.never {
                let several = severalHold(
                    set.elements.compactMap { present[Reference(id, $0)] }, &completions)
                let further = completions.functions.and(unrecorded, several)
                result.holds = completions.functions.or(result.holds, further)
            }
        }
        return result
    }

    /// Where at least two of some functions hold: a link has two ends.
    private func severalHold(_ nodes: [Node], _ completions: inout Completions) -> Node {
        var one = Functions.never
        var several = Functions.never
        for node in nodes {
            let second = completions.functions.and(one, node)
            several = completions.functions.or(several, second)
            one = completions.functions.or(one, node)
        }
        return several
    }
}
