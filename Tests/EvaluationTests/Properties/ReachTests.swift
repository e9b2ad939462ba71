import Evaluation
import Instruments
import Testing

/// What answers can make of tables' cells, against trying every way to answer.
struct ReachTests {
    @Test func `what comes about in a table is what some way of answering brings about`() throws {
        var tried = 0
        var gaps = 0
        for seed in UInt64(120_000)..<120_400 {
            let small = RandomCase(seed: seed)
            guard let oracle = Oracle(PlainCase(small.instruments, [:], links: small.links), limit: 4_096)
            else { continue }
            tried += 1
            let reach = reach(small.instruments, links: small.links)
            #expect(reach.notComputed == [])
            let tables = small.instruments.frameworks.flatMap { framework in
                framework.tables.map { (framework, $0) }
            }
            #expect(reach.tables.map(\.reference) == tables.map { Reference($0.0.id, $0.1.id) })
            for ((framework, table), (found, seen)) in zip(tables, zip(reach.tables, oracle.tables)) {
                let fires = reach.rules.filter { $0.framework == framework.id }.map(\.id)
                #expect(
                    Set(fires).intersection(
                        table.rules.indices.map { table.id(ofRule: $0 + 1, in: framework.id) })
                        == Set(seen.rules.map { table.id(ofRule: $0 + 1, in: framework.id) }), "\(small)")
                guard table.hitPolicy != .collect else { continue }
                #expect(found.uncovered.isEmpty == !seen.none, "\(small)")
                if seen.none { gaps += 1 }
                let combinations = try #require(TableCombinations(table, in: framework))
                for combination in found.uncovered {
                    #expect(
                        !table.rules.indices.contains { combinations.matches(combination, $0) }, "\(small)")
                }
                for (pair, combination) in found.overlaps {
                    #expect(combinations.matches(combination, pair.earlier), "\(small)")
                    #expect(combinations.matches(combination, pair.later), "\(small)")
                    if table.hitPolicy == .first {
                        #expect(
                            !(0..<pair.earlier).contains { combinations.matches(combination, $0) }, "\(small)"
                        )
                    }
                }
            }
        }
        #expect(tried > 50)
        #expect(gaps > 5)
    }
}
