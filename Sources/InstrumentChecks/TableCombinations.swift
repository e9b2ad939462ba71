import Instruments

/// How large a table may be to be gone through, combination by combination.
package enum TableLimits {
    /// More inputs than this make too many combinations to go through.
    package static let mostInputs = 16
    /// More steps than this take longer than anybody waits.
    static let mostSteps = 1 << 22
}

/// Every combination of a table's inputs, as the bits of a number; the first input is the lowest bit.
struct TableCombinations {
    /// A rule as the bits that it looks at and the values that they must have.
    private struct Pattern {
        var looksAt = 0
        var values = 0

        func matches(_ combination: Int) -> Bool { combination & looksAt == values }
    }

    private let inputs: [Condition.ID]
    private let patterns: [Pattern]

    /// The combinations of a table; nil for one that is too large to go through.
    init?(_ table: DecisionTable) {
        guard table.inputs.count <= TableLimits.mostInputs,
            table.rules.count << table.inputs.count <= TableLimits.mostSteps,
            table.rules.allSatisfy({ $0.when.count == table.inputs.count })
        else { return nil }
        inputs = table.inputs
        patterns = table.rules.map { rule in
            var pattern = Pattern()
            for (index, cell) in rule.when.enumerated() where cell != .any {
                pattern.looksAt |= 1 << index
                if cell == .yes { pattern.values |= 1 << index }
            }
            return pattern
        }
    }

    /// The combinations that no rule matches.
    var uncovered: [Int] {
        all.filter { combination in !patterns.contains { $0.matches(combination) } }
    }

    /// The positions of the rules that are the first to match some combination.
    var firing: Set<Int> {
        Set(all.compactMap { firstRule(matching: $0) })
    }

    /// Each pair of rules that match the same combination, with the first such combination.
    var overlaps: [(earlier: Int, later: Int, combination: Int)] {
        patterns.enumerated().flatMap { later, pattern in
            patterns.prefix(later).enumerated().compactMap { earlier, other in
                let both = pattern.looksAt & other.looksAt
                guard pattern.values & both == other.values & both else { return nil }
                return (earlier, later, pattern.values | other.values)
            }
        }
    }

    /// What each input is in a combination.
    func assumptions(_ combination: Int) -> [Finding.Assumption] {
        inputs.enumerated().map { index, condition in
            Finding.Assumption(condition, combination & (1 << index) != 0)
        }
    }

    /// The position of the first rule that matches a combination; nil for one that no rule covers.
    func firstRule(matching combination: Int) -> Int? {
        patterns.firstIndex { $0.matches(combination) }
    }

    /// Whether the rule at a position matches a combination.
    func matches(_ combination: Int, _ rule: Int) -> Bool { patterns[rule].matches(combination) }

    /// Every combination.
    var all: Range<Int> { 0..<(1 << inputs.count) }
}
