import Instruments
import Sessions

/// Which problems lead to which.
struct ProblemGraph {
    /// The problems that some link joins, in order; places in it stand for them.
    let problems: [Reference<Element>]
    /// For each problem, the problems that it leads to, in order, each once.
    let next: [[Int]]

    /// The graph of some links.
    ///
    /// - Parameters:
    ///   - links: the links; one from a problem to itself is left out.
    ///   - order: the order of the problems; those that are not in it come last, as the links name them.
    init(links: [Link], order: [Reference<Element>] = []) {
        let ends = links.flatMap { [$0.from, $0.to] }
        let joined = Set(ends)
        var seen: Set<Reference<Element>> = []
        let problems = (order.filter(joined.contains) + ends).filter { seen.insert($0).inserted }
        let places = Dictionary(uniqueKeysWithValues: problems.enumerated().map { ($1, $0) })
        var next = problems.map { _ in Set<Int>() }
        for link in links {
            guard let from = places[link.from], let to = places[link.to], from != to else { continue }
            next[from].insert(to)
        }
        self.problems = problems
        self.next = next.map { $0.sorted() }
    }

    /// The problems that links join to one another, in whatever direction; each group in order.
    func groups() -> [[Reference<Element>]] {
        let neighbours = neighbours()
        var placed: Set<Int> = []
        return problems.indices.compactMap { start in
            guard !placed.contains(start) else { return nil }
            let group = reached(from: start, neighbours)
            placed.formUnion(group)
            return group.count > 1 ? group.sorted().map { problems[$0] } : nil
        }
    }

    /// The problems so that those joined by links stand near each other.
    func elementsByNeighbourhood() -> [Reference<Element>] {
        let neighbours = neighbours()
        var placed: Set<Int> = []
        return problems.indices.flatMap { start -> [Reference<Element>] in
            guard !placed.contains(start) else { return [] }
            let group = reached(from: start, neighbours)
            placed.formUnion(group)
            return group.map { problems[$0] }
        }
    }

    /// The groups of two or more problems that all lead back to each other.
    func knots() -> [[Int]] {
        let reach = problems.indices.map { Set(reached(from: $0, next).dropFirst()) }
        var placed: Set<Int> = []
        return problems.indices.compactMap { start in
            guard !placed.contains(start) else { return nil }
            let knot = problems.indices.filter { other in
                other == start || (reach[start].contains(other) && reach[other].contains(start))
            }
            placed.formUnion(knot)
            return knot.count > 1 ? knot : nil
        }
    }

    private func neighbours() -> [[Int]] {
        var neighbours = next.map(Set.init)
        for (from, targets) in next.enumerated() {
            for to in targets { neighbours[to].insert(from) }
        }
        return neighbours.map { $0.sorted() }
    }

    /// Every problem that steps lead to, the start first, in the order of a walk in depth.
    private func reached(from start: Int, _ steps: [[Int]]) -> [Int] {
        var found: [Int] = []
        var seen: Set<Int> = []
        var open = [start]
        while let node = open.popLast() {
            guard seen.insert(node).inserted else { continue }
            found.append(node)
            open += steps[node].reversed()
        }
        return found
    }
}
