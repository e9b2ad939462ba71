extension DecisionTable {
    /// What it does to a ranked outcome that a condition holds.
    package enum Bearing: Sendable {
        /// It improves the outcome in some case and worsens it in none.
        case good
        /// It worsens the outcome in some case and improves it in none.
        case bad
    }

    /// The most inputs of a table whose every combination is looked at.
    private static let mostInputs = 12

    /// What it does to the outcome that a condition holds, all other conditions being as they may.
    ///
    /// - Returns: nil for a table that is not ranked, that collects or has too many inputs, for a
    ///   condition that it does not look at, and for one that does both or nothing.
    package func bearing(of condition: Condition.ID) -> Bearing? {
        guard ranked, hitPolicy != .collect, inputs.count <= Self.mostInputs,
            let place = inputs.firstIndex(of: condition)
        else { return nil }
        var helps = false
        var harms = false
        for combination in 0..<(1 << inputs.count) where combination & (1 << place) == 0 {
            guard let without = rank(combination), let with = rank(combination | 1 << place) else { continue }
            helps = helps || with < without
            harms = harms || with > without
        }
        return helps == harms ? nil : helps ? .good : .bad
    }

    /// The place of the outcome among the ranked ones, the inputs being the bits of a number.
    private func rank(_ combination: Int) -> Int? {
        let rule = rules.first { rule in
            rule.when.enumerated().allSatisfy { place, cell in
                switch cell {
                case .any: true
                case .yes: combination & (1 << place) != 0
                case .no: combination & (1 << place) == 0
                }
            }
        }
        return rule.flatMap { rule in outcomes.firstIndex { $0.id == rule.then } }
    }
}
