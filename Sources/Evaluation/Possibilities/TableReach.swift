package import Instruments

/// What answers can make of a table's cells; combinations are numbered as `TableCombinations` does.
package struct TableReach: Sendable {
    /// Two rules, by their places.
    package struct Pair: Hashable, Sendable {
        /// The one that stands first.
        package var earlier: Int
        /// The other.
        package var later: Int

        /// A pair of two rules.
        package init(earlier: Int, later: Int) {
            self.earlier = earlier
            self.later = later
        }
    }

    /// More combinations than this are not listed.
    private static let mostListed = 1 << 12

    /// The table.
    package var reference: Reference<DecisionTable>
    /// The combinations that come about and that no rule covers, the lowest first.
    package var uncovered: [Int]
    /// The rules that both match in some completion, with the lowest combination in which they do; under `first`, the
    /// earlier one has to be the first that matches.
    package var overlaps: [Pair: Int]

    init(
        _ reference: Reference<DecisionTable>, _ table: DecisionTable, in framework: Framework,
        _ reach: TableFinder.Reach, _ completions: inout Completions
    ) {
        self.reference = reference
        uncovered = []
        overlaps = [:]
        // A table that collects may do both; in one that is too large, nothing is looked for.
        guard table.hitPolicy != .collect, let combinations = TableCombinations(table, in: framework) else {
            return
        }
        Self.list(
            reach.none, by: reach.grades, combinations, &completions, most: Self.mostListed, into: &uncovered)
        for later in reach.matches.indices {
            for earlier in 0..<later {
                let first = table.hitPolicy == .first ? reach.rules[earlier].fires : reach.matches[earlier]
                let both = completions.functions.and(first, reach.matches[later])
                var lowest: [Int] = []
                Self.list(both, by: reach.grades, combinations, &completions, most: 1, into: &lowest)
                overlaps[Pair(earlier: earlier, later: later)] = lowest.first
            }
        }
    }

    /// Lists the combinations of inputs in which a function holds, the lowest first.
    private static func list(
        _ node: Functions.Node, by inputs: [[(grade: Condition.Grade, node: Functions.Node)]],
        _ numbers: TableCombinations, _ completions: inout Completions, most: Int,
        into combinations: inout [Int]
    ) {
        func go(_ node: Functions.Node, _ left: Int, _ combination: Int) {
            guard node != Functions.never, combinations.count < most else { return }
            guard left > 0 else {
                combinations.append(combination)
                return
            }
            for (place, input) in inputs[left - 1].enumerated() {
                go(
                    completions.functions.and(node, input.node), left - 1,
                    combination + numbers.number(of: place, of: left - 1))
            }
        }
        go(node, inputs.count, 0)
    }
}
