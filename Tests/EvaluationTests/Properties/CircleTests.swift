import Instruments
import Sessions
import TestSupport
import Testing

@testable import Evaluation

/// Circles among problems, against trying every order of every choice of problems.
struct CircleTests {
    private func graph(_ count: Int, _ random: inout SplitMix, chance: Int) -> ProblemGraph {
        var links: [Link] = []
        for from in 0..<count {
            for to in 0..<count where from != to && random.chance(chance) {
                links.append(Link(from: problem(from), to: problem(to)))
            }
        }
        return ProblemGraph(links: links, order: (0..<count).map { problem($0) })
    }

    private func problem(_ number: Int) -> Reference<Element> { Reference("f", .init("p\(number)")) }

    /// Every path over different problems, from the smallest of them, that a link closes.
    private func tried(_ graph: ProblemGraph) -> Set<[Reference<Element>]> {
        var found: Set<[Reference<Element>]> = []
        func extend(_ path: [Int]) {
            guard let start = path.first, let last = path.last else { return }
            if path.count > 1 && graph.next[last].contains(start) {
                found.insert(path.map { graph.problems[$0] })
            }
            for next in graph.problems.indices where next > start && !path.contains(next) {
                if graph.next[last].contains(next) { extend(path + [next]) }
            }
        }
        for start in graph.problems.indices { extend([start]) }
        return found
    }

    @Test func `every circle is found once, the shortest first`() {
        var seen = 0
        for seed in 1...300 {
            var random = SplitMix(seed: UInt64(seed))
            let graph = graph(random.number(in: 1...6), &random, chance: random.pick([20, 35, 50]))
            let circles = CircleFinder.circles(in: graph)
            let tried = tried(graph)
            if let limit = circles.completeUpTo {
                #expect(Set(circles.found) == tried.filter { $0.count <= limit })
            } else {
                #expect(Set(circles.found) == tried)
            }
            #expect(Set(circles.found).count == circles.found.count)
            #expect(circles.found.map(\.count) == circles.found.map(\.count).sorted())
            seen += circles.found.count
            let shortest = CircleFinder.shortestCircles(in: graph)
            #expect(shortest.isEmpty == tried.isEmpty)
            for circle in shortest { #expect(tried.contains(circle)) }
            #expect(shortest.map(\.count).min() == tried.map(\.count).min())
        }
        #expect(seen > 500)
    }

    @Test func `circles that need a possible link are all those that the certain links do not make`() {
        for seed in 1...200 {
            var random = SplitMix(seed: UInt64(seed))
            let all = graph(random.number(in: 2...5), &random, chance: 40)
            let some = all.problems.indices.flatMap { from in
                all.next[from].filter { _ in random.chance(60) }.map {
                    Link(from: all.problems[from], to: all.problems[$0])
                }
            }
            let certain = ProblemGraph(links: some, order: all.problems)
            let possible = CircleFinder.circles(in: all, without: certain)
            #expect(Set(possible.found) == tried(all).subtracting(tried(certain)))
        }
    }

    @Test func `with too many circles all of a length are listed or none, and it is said`() {
        var links: [Link] = []
        for from in 0..<55 {
            for to in 0..<55 where from != to {
                links.append(Link(from: problem(from), to: problem(to)))
            }
        }
        let graph = ProblemGraph(links: links, order: (0..<55).map { problem($0) })
        let circles = CircleFinder.circles(in: graph)
        #expect(circles.completeUpTo == 1 && circles.found.isEmpty)
        #expect(CircleFinder.shortestCircles(in: graph) == [[problem(0), problem(1)]])
    }
}
