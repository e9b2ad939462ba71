import Instruments

/// The most circles that are listed; with more, the longest are left out, all of a length together.
package let mostCircles = 200

/// Finds circles in a graph of problems: paths that lead back to where they began and pass nothing twice.
enum CircleFinder {
    typealias Circles = ProblemFindings.Circles

    /// The most steps of a search, which bounds its time.
    private static let mostSteps = 500_000

    /// The circles, each once, the shortest first, those of one length in the order of their problems.
    ///
    /// - Parameters:
    ///   - graph: the problems and their links.
    ///   - known: a part of the graph whose circles are left out.
    /// - Returns: all circles up to some length; `completeUpTo` says up to which where it is not all.
    static func circles(in graph: ProblemGraph, without known: ProblemGraph? = nil) -> Circles {
        let knots = graph.knots()
        let steps = Set(
            (known.map { known in
                known.next.enumerated().flatMap { from, targets in
                    targets.map { Step(from: known.problems[from], to: known.problems[$0]) }
                }
            }) ?? [])
        var found: [[Reference<Element>]] = []
        var stepsLeft = mostSteps
        for length in 2...max(2, knots.map(\.count).max() ?? 2) {
            var ofThisLength: [[Int]] = []
            for knot in knots where knot.count >= length {
                var search = Search(graph, knot, length: length, stepsLeft: stepsLeft)
                guard let circles = search.circles(most: mostCircles) else {
                    return Circles(found: found, completeUpTo: length - 1)
                }
                stepsLeft = search.stepsLeft
                ofThisLength += circles
            }
            let named = ofThisLength.sorted { $0.lexicographicallyPrecedes($1) }
                .map { $0.map { graph.problems[$0] } }
                .filter { circle in
                    known == nil || !circle.steps.allSatisfy(steps.contains)
                }
            guard found.count + named.count <= mostCircles else {
                return Circles(found: found, completeUpTo: length - 1)
            }
            found += named
        }
        return Circles(found: found)
    }

    /// For each group of problems that all lead back to each other, its first shortest circle.
    static func shortestCircles(in graph: ProblemGraph) -> [[Reference<Element>]] {
        graph.knots().compactMap { knot in
            let circles = knot.compactMap { start -> [Int]? in
                shortestPath(from: start, backTo: start, in: graph, within: Set(knot))
            }
            let shortest = circles.map(\.count).min()
            let first = circles.filter { $0.count == shortest }
                .map { circle -> [Int] in
                    let start = circle.indices.min { circle[$0] < circle[$1] } ?? 0
                    return Array(circle[start...] + circle[..<start])
                }
                .min { $0.lexicographicallyPrecedes($1) }
            return first?.map { graph.problems[$0] }
        }
    }

    /// The problems of a shortest path, its end left out; nil where there is none.
    private static func shortestPath(
        from start: Int, backTo end: Int, in graph: ProblemGraph, within knot: Set<Int>
    ) -> [Int]? {
        var before: [Int: Int] = [:]
        var open = [start]
        var place = 0
        while place < open.count {
            let node = open[place]
            place += 1
            for step in graph.next[node] where knot.contains(step) {
                if step == end {
                    var path = [node]
                    while let earlier = path.last.flatMap({ before[$0] }) { path.append(earlier) }
                    return path.reversed()
                }
                if before[step] == nil {
                    before[step] = node
                    open.append(step)
                }
            }
        }
        return nil
    }

    /// A link by its ends.
    fileprivate struct Step: Hashable {
        let from: Reference<Element>
        let to: Reference<Element>
    }

    /// Looks for the circles of one length within one knot.
    private struct Search {
        private let graph: ProblemGraph
        private let knot: Set<Int>
        private let length: Int
        private(set) var stepsLeft: Int

        init(_ graph: ProblemGraph, _ knot: [Int], length: Int, stepsLeft: Int) {
            self.graph = graph
            self.knot = Set(knot)
            self.length = length
            self.stepsLeft = stepsLeft
        }

        /// The circles, each from its first problem; nil for more than the most, or past the most steps.
        mutating func circles(most: Int) -> [[Int]]? {
            var found: [[Int]] = []
            for start in knot.sorted() {
                let distances = distances(to: start)
                var path = [start]
                guard walk(&path, distances, &found, most: most) else { return nil }
            }
            return found
        }

        private mutating func walk(
            _ path: inout [Int], _ distances: [Int: Int], _ found: inout [[Int]], most: Int
        ) -> Bool {
            guard let start = path.first, let node = path.last else { return true }
            for step in graph.next[node] {
                guard stepsLeft > 0, found.count <= most else { return false }
                stepsLeft -= 1
                if step == start && path.count == length {
                    found.append(path)
                } else if step > start, !path.contains(step), path.count < length,
                    let distance = distances[step], path.count + distance <= length
                {
                    path.append(step)
                    guard walk(&path, distances, &found, most: most) else { return false }
                    path.removeLast()
                }
            }
            return true
        }

        /// How many steps lead from each problem back to the start over later problems.
        private func distances(to start: Int) -> [Int: Int] {
            var before: [Int: [Int]] = [:]
            for node in knot where node >= start {
                for step in graph.next[node] { before[step, default: []].append(node) }
            }
            var distances = [start: 0]
            var open = [start]
            var place = 0
            while place < open.count {
                let node = open[place]
                place += 1
                for earlier in before[node] ?? [] where distances[earlier] == nil {
                    distances[earlier] = (distances[node] ?? 0) + 1
                    open.append(earlier)
                }
            }
            return distances
        }
    }
}

extension [Reference<Element>] {
    /// Each problem with the one that it leads to, and the last with the first.
    fileprivate var steps: [CircleFinder.Step] {
        zip(self, dropFirst() + prefix(1)).map { CircleFinder.Step(from: $0, to: $1) }
    }
}
