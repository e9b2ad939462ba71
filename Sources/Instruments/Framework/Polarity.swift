extension DecisionTable {
    /// What it does to a ranked outcome that a condition holds.
    package enum Polarity: Sendable {
        /// It improves the outcome in some case and worsens it in none.
        case good
        /// It worsens the outcome in some case and improves it in none.
        case bad
    }

    /// What it does to the outcome that a condition holds, or has a better grade, all others being as they may.
    ///
    /// - Returns: nil for a table that is not ranked, that collects or is too large to go through, for a condition that
    ///   it does not look at, and for one that does both or nothing.
    fileprivate func polarity(of condition: Condition.ID, in framework: Framework) -> Polarity? {
        guard ranked, hitPolicy != .collect, let place = inputs.firstIndex(of: condition),
            let combinations = TableCombinations(self, in: framework)
        else { return nil }
        let effect = combinations.effect(of: place)
        return (effect.help == nil) == (effect.harm == nil) ? nil : effect.help == nil ? .bad : .good
    }
}

extension TableCombinations {
    /// A combination in which a better grade of an input improves the outcome, and one in which it worsens it.
    package func effect(of input: Int) -> (help: Int?, harm: Int?) {
        var help: Int?
        var harm: Int?
        for combination in all {
            guard let raised = raising(input, in: combination), let without = rank(combination),
                let with = rank(raised)
            else { continue }
            if with < without, help == nil { help = combination }
            if with > without, harm == nil { harm = combination }
        }
        return (help, harm)
    }
}

extension InstrumentSet {
    /// Whether it is good or bad that a condition of a framework holds; nil where nothing says so.
    ///
    /// A condition that only improves a ranked outcome is good, and one that only worsens it is bad. One that leaders
    /// can change and that a model needs is good.
    package func polarity(of condition: Condition, in framework: Framework.ID) -> DecisionTable.Polarity? {
        guard let framework = self.framework(framework) else { return nil }
        if let polarity = framework.tables.lazy.compactMap({ $0.polarity(of: condition.id, in: framework) })
            .first
        {
            return polarity
        }
        let isChangeable = condition.when.names.contains { name in
            guard case .element(let id) = name else { return false }
            return framework.element(id)?.changeable == true
        }
        return isChangeable && framework.models.contains { $0.needs.contains(condition.id) } ? .good : nil
    }
}
