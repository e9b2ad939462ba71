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

extension InstrumentSet {
    /// Whether it is good or bad that a condition of a framework holds; nil where nothing says so.
    ///
    /// A condition that only improves a ranked outcome is good, and one that only worsens it is bad. One that leaders
    /// can change and that a model needs is good.
    package func bearing(of condition: Condition, in framework: Framework.ID) -> DecisionTable.Bearing? {
        guard let framework = self.framework(framework) else { return nil }
        if let bearing = framework.tables.lazy.compactMap({ $0.bearing(of: condition.id) }).first {
            return bearing
        }
        let isChangeable = condition.when.names.contains { name in
            guard case .element(let id) = name else { return false }
            return framework.element(id)?.changeable == true
        }
        return isChangeable && framework.models.contains { $0.needs.contains(condition.id) } ? .good : nil
    }
}
