import TestSupport
import Testing

@testable import Evaluation

/// Circuits and their search against diagrams and against trying everything.
struct CircuitTests {
    @Test(arguments: [UInt64](0..<60))
    func `a literal can hold beside clauses where some way of trying them has it so`(seed: UInt64) {
        var random = SplitMix(seed: seed)
        let count = random.number(in: 3...11)
        var search = Satisfiability()
        search.makeRoom(for: Int32(count))
        var clauses: [[Int32]] = []
        for _ in 0..<random.number(in: 2...(5 * count)) {
            let first = random.number(in: 0...(count - 1))
            let step = random.number(in: 1...(count / 3))
            let variables = (0..<random.number(in: 2...3)).map { Int32((first + $0 * step) % count) }
            let clause = variables.map { $0 * 2 + (random.chance(50) ? 1 : 0) }
            clauses.append(clause)
            search.add(clause)
            // What was learnt before is kept, and later clauses are looked at all the same.
            guard random.chance(20) else { continue }
            let goal = Int32(random.number(in: 0...(2 * count - 1)))
            func canHold(_ clauses: [[Int32]]) -> Bool {
                (0..<(1 << count)).contains { tried in
                    clauses.allSatisfy { clause in
                        clause.contains { (tried >> Int($0 >> 1) & 1 == 1) == ($0 & 1 == 0) }
                    }
                }
            }
            guard canHold(clauses) else { break }
            let expected = canHold(clauses + [[goal]])
            let found = search.canHold(goal, deciding: Array(0..<Int32(count)), conflicts: 10_000)
            #expect(found == expected, "goal \(goal) of \(clauses)")
        }
    }

    @Test(arguments: [UInt64](0..<200))
    func `a circuit knows what holds nowhere, everywhere and depends on what, as a diagram does`(seed: UInt64)
    {
        var random = SplitMix(seed: seed)
        var diagram = Functions(limit: 100_000)
        var circuit = Functions(limit: nil)
        var nodes = [(Functions.never, Functions.never), (Functions.always, Functions.always)]
        for _ in 0..<random.number(in: 2...9) {
            nodes.append((diagram.makeVariable(), circuit.makeVariable()))
        }
        for _ in 0..<random.number(in: 5...60) {
            let parts = (0..<3).map { _ in nodes[random.number(in: 0...(nodes.count - 1))] }
            nodes.append(
                (
                    diagram.choose(parts[0].0, parts[1].0, parts[2].0),
                    circuit.choose(parts[0].1, parts[1].1, parts[2].1)
                ))
        }
        for (expected, got) in nodes {
            #expect((got == Functions.never) == (expected == Functions.never))
            #expect((got == Functions.always) == (expected == Functions.always))
            #expect(circuit.support(of: got) == diagram.support(of: expected))
            #expect(!circuit.isUndecided(got))
        }
    }

    @Test func `what nobody finds out is said to be undecided`() {
        // Twelve things in eleven places: easy to say, and hard for a search that learns clauses.
        var circuit = Circuit()
        let (things, places) = (12, 11)
        let isIn = (0..<things).map { _ in (0..<places).map { _ in circuit.makeVariable() } }
        var all = Functions.always
        func both(_ left: Functions.Node, _ right: Functions.Node) -> Functions.Node {
            circuit.choose(left, right, Functions.never)
        }
        for place in 0..<places {
            for (first, second) in (0..<things).flatMap({ first in (0..<first).map { (first, $0) } }) {
                let together = both(isIn[first][place], isIn[second][place])
                all = circuit.choose(together, Functions.never, all)
            }
        }
        for thing in 0..<things {
            let somewhere = isIn[thing].reduce(Functions.never) { circuit.choose($1, Functions.always, $0) }
            all = both(all, somewhere)
        }
        #expect(all == Functions.never || circuit.isUndecided(all))
    }
}
