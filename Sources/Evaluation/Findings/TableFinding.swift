package import Instruments

/// What a decision table can give.
package struct TableFinding: Sendable {
    /// What a rule asks of a condition that is open.
    package struct Need: Sendable {
        /// The condition.
        package var condition: Condition
        /// What it has to be.
        package var cell: DecisionTable.Cell
    }

    /// Another outcome that goes with the one given.
    package struct Companion: Equatable, Sendable {
        /// What goes with it.
        package var alongside: Alongside
        /// Whether it does in every completion.
        package var isCertain: Bool
        /// The possible outcomes whose rules it goes with, in the table's order.
        package var with: [Outcome.ID] = []
    }

    /// How the questions behind a table's conditions stand.
    package struct Deciding: Equatable, Sendable {
        /// How many are asked now.
        package var asked = 0
        /// How many of these have an ordinary answer.
        package var answered = 0
        /// How many of these have a rating.
        package var rated = 0
        /// Those that are marked not applicable, so that they count for nothing, in the order of asking.
        package var notApplicable: [Question.ID] = []
    }

    /// What a rule that fires rests on: the weakest link of the chain that leads to it.
    package enum Basis: String, Sendable, Encodable {
        /// The source states the rule and what it looks at.
        case stated
        /// The source states the rule, and what it looks at is measured by a rule of ours.
        case statedOnOurMeasure = "stated-on-our-measure"
        /// The rule is ours.
        case interpolated
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
    /// The outcomes that go with the one given, in some completion or in all.
    package var alongside: [Companion] = []
    /// What is said with it.
    package var remarks: [Remark] = []
    /// How the questions behind its conditions stand.
    package var deciding = Deciding()

    /// A rule's full name: `framework/table#name`, or `framework/table#N`.
    package func id(of rule: RuleInPlay) -> String {
        table.id(ofRule: rule.number, in: framework)
    }

    /// What a rule in play rests on.
    package func basis(of rule: RuleInPlay, in instruments: InstrumentSet) -> Basis {
        guard rule.rule.basis == .stated else { return .interpolated }
        let framework = instruments.framework(framework)
        let isOurs = zip(rule.rule.when, table.inputs).contains { cell, input in
            cell != .any && framework?.condition(input)?.basis == .interpolated
        }
        return isOurs ? .statedOnOurMeasure : .stated
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
