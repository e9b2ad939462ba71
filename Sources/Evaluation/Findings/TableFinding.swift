package import Instruments

/// What a decision table can give.
package struct TableFinding: Sendable {
    /// What a rule asks of a condition that is open.
    package struct Need: Sendable {
        /// The condition.
        package var condition: Condition
        /// Whether it has to hold, or not to.
        package var holds: Bool
    }

    /// A rule that fires in some completion.
    package struct RuleInPlay: Sendable {
        /// Its number in the table, from 1.
        package var number: Int
        /// The rule.
        package var rule: DecisionTable.Rule
        /// What has still to come out for it to fire; conditions that are settled are left out.
        package var needs: [Need]
    }

    /// The framework that holds the table.
    package var framework: Framework.ID
    /// The table.
    package var table: DecisionTable
    /// The outcomes that some completion reaches, in the table's order.
    package var possible: [Outcome.ID]
    /// The outcomes that every completion reaches, in the table's order.
    package var certain: [Outcome.ID]
    /// Whether no rule fires in some completion.
    package var canBeNone: Bool
    /// The rules that fire in some completion, in the table's order.
    package var rules: [RuleInPlay]
    /// The conditions that the finding rests on; those that do not hold come first.
    package var grounds: [Ground]
    /// The conditions that separate what is still possible: open, and asked for by a rule in play.
    package var open: [OpenGround]
    /// What to be careful of.
    package var cautions: [Caution]
    /// What the outcome points at.
    package var focus: [Outcome.Focus]

    /// A rule's full name: `framework/table#N`.
    package func id(of rule: RuleInPlay) -> String {
        table.id(ofRule: rule.number, in: framework)
    }

    /// The answers that the finding rests on, each once, in the order of the grounds.
    package var because: [Reason] {
        var seen: Set<Question.ID> = []
        return grounds.flatMap(\.answers).filter { seen.insert($0.question).inserted }
    }

    /// The table's full name: `framework/table`.
    package var reference: Reference<DecisionTable> { Reference(framework, table.id) }

    /// Whether nothing is open: every completion reaches the same outcomes, or none.
    package var isSettled: Bool {
        possible.isEmpty || (possible.count == 1 && !canBeNone)
            || (table.hitPolicy == .collect && possible == certain)
    }

    /// The outcome, where only one is possible.
    package var determined: Outcome? {
        guard possible.count == 1, !canBeNone, let id = possible.first else { return nil }
        return table.outcome(id)
    }
}
