package import Instruments

/// What answers can make of a table's cells; a combination has a bit for each input, the first input's lowest.
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
        _ reference: Reference<DecisionTable>, _ table: DecisionTable, _ reach: TableFinder.Reach,
        _ completions: inout Completions
    ) {
        self.reference = reference
        uncovered = []
        overlaps = [:]
        // A table that collects may do both; more inputs than bits have no number.
        guard table.hitPolicy != .collect, reach.inputs.count < Int.bitWidth else { return }
        Self.list(reach.none, by: reach.inputs, &completions, most: Self.mostListed, into: &uncovered)
        for later in reach.matches.indices {
            for earlier in 0..<later {
                let first = table.hitPolicy == .first ? reach.rules[earlier].fires : reach.matches[earlier]
                let both = completions.functions.and(first, reach.matches[later])
                var lowest: [Int] = []
                Self.list(both, by: reach.inputs, &completions, most: 1, into: &lowest)
                overlaps[Pair(earlier: earlier, later: later)] = lowest.first
            }
        }
    }

    /// Lists the combinations of inputs in which a function holds, the lowest first.
    private static func list(
        _ node: Functions.Node, by inputs: [Functions.Node], _ completions: inout Completions, most: Int,
        into combinations: inout [Int]
    ) {
        func go(_ node: Functions.Node, _ left: Int, _ combination: Int) {
            guard node != Functions.never, combinations.count < most else { return }
            guard left > 0 else {
                combinations.append(combination)
                return
            }
            let input = inputs[left - 1]
            go(completions.functions.choose(input, Functions.never, node), left - 1, combination)
            go(completions.functions.and(node, input), left - 1, combination | 1 << (left - 1))
        }
        go(node, inputs.count, 0)
    }
}
