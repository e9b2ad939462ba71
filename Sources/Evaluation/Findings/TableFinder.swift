import Instruments
import Sessions

/// Works out what decision tables can give.
struct TableFinder {
    typealias Node = Functions.Node

    /// Where each outcome of a table is given.
    struct Reach {
        var inputs: [Node]
        var outcomes: [(id: Outcome.ID, node: Node)]
        var rules: [(number: Int, rule: DecisionTable.Rule, fires: Node)]
        var none: Node
        /// Where each rule matches, whether or not an earlier one takes the case.
        var matches: [Node]

        /// All that a finding looks at.
        var nodes: [Node] { inputs + outcomes.map(\.node) + rules.map(\.fires) + [none] }
    }

    /// Where the rules of a table fire, and so where it gives which outcome.
    static func reach(
        of table: DecisionTable, in framework: Framework, _ truth: inout ElementTruth,
        _ completions: inout Completions
    ) -> Reach {
        var inputs: [Node] = []
        for id in table.inputs {
            inputs.append(truth.formula(.condition(id), of: framework, &completions))
        }
        var rules: [(number: Int, rule: DecisionTable.Rule, fires: Node)] = []
        var unmatched = Functions.always
        var nodes: [Outcome.ID: Node] = [:]
        var allMatches: [Node] = []
        for (index, rule) in table.rules.enumerated() {
            var matches = Functions.always
            for (cell, input) in zip(rule.when, inputs) {
                switch cell {
                case .any: break
                case .yes: matches = completions.functions.and(matches, input)
                case .no: matches = completions.functions.choose(input, Functions.never, matches)
                }
            }
            let fires: Node
            switch table.hitPolicy {
            case .first: fires = completions.functions.and(unmatched, matches)
            case .unique, .collect: fires = matches
            }
            unmatched = completions.functions.choose(matches, Functions.never, unmatched)
            rules.append((index + 1, rule, fires))
            allMatches.append(matches)
            nodes[rule.then] = completions.functions.or(nodes[rule.then] ?? Functions.never, fires)
        }
        let outcomes = table.outcomes.map { ($0.id, nodes[$0.id] ?? Functions.never) }
        return Reach(
            inputs: inputs, outcomes: outcomes, rules: rules, none: unmatched, matches: allMatches)
    }

    /// The finding of a table.
    static func finding(
        of table: DecisionTable, in framework: Framework, _ reach: Reach, _ reasons: Reasons
    ) -> TableFinding {
        let possible = reach.outcomes.filter { $0.node != Functions.never }.map(\.id)
        let inPlay = reach.rules.filter { $0.fires != Functions.never }
        let settled = reach.inputs.map { input -> Bool? in
            switch input {
            case Functions.always: true
            case Functions.never: false
            default: nil
            }
        }
        let cautions = inPlay.flatMap { $0.rule.cautions }
            .filter { reasons.applies($0, in: framework) }
        return TableFinding(
            framework: framework.id, table: table, possible: possible,
            certain: reach.outcomes.filter { $0.node == Functions.always }.map(\.id),
            canBeNone: reach.none != Functions.never,
            rules: inPlay.map {
                TableFinding.RuleInPlay(
                    number: $0.number, rule: $0.rule, needs: needs($0.rule, table, framework, settled))
            },
            grounds: grounds(table, framework, settled, inPlay, reasons),
            open: table.inputs.indices
                .filter { index in
                    settled[index] == nil
                        && inPlay.contains {
                            $0.rule.when.indices.contains(index) && $0.rule.when[index] != .any
                        }
                }
                .compactMap { framework.condition(table.inputs[$0]) }
                .map { reasons.open($0, in: framework) },
            cautions: cautions.reduce(into: []) { unique, caution in
                if !unique.contains(caution) { unique.append(caution) }
            },
            focus: possible.compactMap { table.outcome($0) }.flatMap(\.focus)
                .filter { reasons.truth(of: $0.when, in: framework) == .yes })
    }

    /// What a rule still asks of the inputs that are open.
    private static func needs(
        _ rule: DecisionTable.Rule, _ table: DecisionTable, _ framework: Framework,
        _ settled: [Bool?]
    ) -> [TableFinding.Need] {
        zip(rule.when, zip(table.inputs, settled)).compactMap { cell, input in
            guard input.1 == nil, cell != .any, let condition = framework.condition(input.0)
            else { return nil }
            return TableFinding.Need(condition: condition, holds: cell == .yes)
        }
    }

    /// The settled inputs that the finding rests on.
    ///
    /// They are those that a rule in play asks for, and, where rules are tried in order, for each rule
    /// before it one that keeps that rule from firing; where no rule is in play, one for every rule.
    private static func grounds(
        _ table: DecisionTable, _ framework: Framework, _ settled: [Bool?],
        _ rules: [(number: Int, rule: DecisionTable.Rule, fires: Node)], _ reasons: Reasons
    ) -> [Ground] {
        var matters: Set<Int> = []
        for (_, rule, _) in rules {
            matters.formUnion(rule.when.indices.filter { rule.when[$0] != .any })
        }
        if rules.isEmpty {
            for rule in table.rules {
                let against = settled.indices.filter { rule.excludes(settled[$0], at: $0) }
                if let index = against.first, matters.isDisjoint(with: against) { matters.insert(index) }
            }
        }
        if table.hitPolicy == .first, let number = rules.first?.number {
            for earlier in table.rules.prefix(number - 1) {
                let against = settled.indices.filter { earlier.excludes(settled[$0], at: $0) }
                if let index = against.first, matters.isDisjoint(with: against) { matters.insert(index) }
            }
        }
        let grounds = settled.indices.filter(matters.contains).compactMap { index -> Ground? in
            guard let holds = settled[index], let condition = framework.condition(table.inputs[index])
            else { return nil }
            return reasons.ground(condition, is: holds, in: framework)
        }
        return grounds.filter { !$0.holds } + grounds.filter(\.holds)
    }
}

extension DecisionTable.Rule {
    /// Whether a settled input keeps the rule from firing.
    fileprivate func excludes(_ holds: Bool?, at index: Int) -> Bool {
        guard let holds, when.indices.contains(index) else { return false }
        switch when[index] {
        case .any: return false
        case .yes: return !holds
        case .no: return holds
        }
    }
}
