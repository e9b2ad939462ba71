import Instruments

extension TableCombinations {
    /// The combinations of a table that is declared somewhere; nil for one that is too large to go through.
    init?(_ placed: PlacedTable) {
        self.init(placed.table, in: placed.framework)
    }

    /// The combinations that no rule matches.
    var uncovered: [Int] { all.filter { firstRule(matching: $0) == nil } }

    /// The places of the rules that are the first to match some combination.
    var firing: Set<Int> { Set(all.compactMap { firstRule(matching: $0) }) }

    /// Each pair of rules that match the same combination, with the first such combination.
    var overlaps: [(earlier: Int, later: Int, combination: Int)] {
        table.rules.indices.flatMap { later in
            (0..<later).compactMap { earlier in
                guard let both = lowest(matching: [earlier, later]) else { return nil }
                return (earlier, later, both)
            }
        }
    }

    /// What each input is in a combination.
    func assumptions(_ combination: Int) -> [Diagnostic.Assumption] {
        zip(table.inputs, zip(grades, values(combination))).map { condition, value in
            Diagnostic.Assumption(condition, value.1, isGraded: value.0.count > 2)
        }
    }

    /// The lowest combination that all of some rules match; nil where there is none.
    private func lowest(matching rules: [Int]) -> Int? {
        var number = 0
        for (input, grades) in grades.enumerated() {
            let place = grades.indices.first { place in
                rules.allSatisfy { table.rules[$0].when[input].accepts(grades[place]) }
            }
            guard let place else { return nil }
            number += self.number(of: place, of: input)
        }
        return number
    }
}
