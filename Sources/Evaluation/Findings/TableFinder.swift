import Instruments
import Sessions

/// Works out what decision tables can give.
struct TableFinder {
    typealias Node = Functions.Node

    /// Where each outcome of a table is given.
    struct Reach {
        var inputs: [ElementTruth.Grades]
        /// For each input, where it has each grade that it can have.
        var grades: [[(grade: Condition.Grade, node: Node)]]
        var outcomes: [(id: Outcome.ID, node: Node)]
        var rules: [(number: Int, rule: DecisionTable.Rule, fires: Node)]
        var none: Node
        /// Where each rule matches, whether or not an earlier one takes the case.
        var matches: [Node]

        /// Where each of what goes with an outcome does.
        var alongside: [(alongside: Alongside, node: Node)]
        /// Where each remark is made.
        var remarks: [(remark: Remark, node: Node)]

        /// All that a finding looks at.
        var nodes: [Node] {
            grades.flatMap { $0.map(\.node) } + outcomes.map(\.node) + rules.map(\.fires) + [none]
                + alongside.map(\.node) + remarks.map(\.node)
        }
    }

    /// Where the rules of a table fire, and so where it gives which outcome.
    static func reach(
        of table: DecisionTable, in framework: Framework, _ truth: inout ElementTruth,
        _ completions: inout Completions
    ) -> Reach {
        var inputs: [ElementTruth.Grades] = []
        var grades: [[(grade: Condition.Grade, node: Node)]] = []
        for id in table.inputs {
            guard let condition = framework.condition(id) else {
                inputs.append(ElementTruth.Grades(inPlace: Functions.never, lacking: Functions.always))
                grades.append([])
                continue
            }
            let input = truth.grades(of: condition, in: framework, &completions)
            inputs.append(input)
            grades.append(
                condition.grades.map { grade in
                    (grade, input.node(where: { $0 == grade }, &completions.functions))
                })
        }
        var rules: [(number: Int, rule: DecisionTable.Rule, fires: Node)] = []
        var unmatched = Functions.always
        var nodes: [Outcome.ID: Node] = [:]
        var allMatches: [Node] = []
        for (index, rule) in table.rules.enumerated() {
            var matches = Functions.always
            for (cell, input) in zip(rule.when, inputs) {
                guard cell != .any else { continue }
                let fits = input.node(where: cell.accepts, &completions.functions)
                matches = completions.functions.and(matches, fits)
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
        var alongside: [(alongside: Alongside, node: Node)] = []
        for rule in rules {
            for entry in rule.rule.alongside {
                var node = rule.fires
                if let when = entry.when {
                    node = completions.functions.and(node, truth.formula(when, of: framework, &completions))
                }
                // The same may go with several rules.
                if let place = alongside.firstIndex(where: { $0.alongside == entry }) {
                    alongside[place].node = completions.functions.or(alongside[place].node, node)
                } else {
                    alongside.append((entry, node))
                }
            }
        }
        var remarks: [(remark: Remark, node: Node)] = []
        for remark in table.remarks {
            var node = truth.formula(remark.when, of: framework, &completions)
            if !remark.outcomes.isEmpty {
                var given = Functions.never
                for outcome in remark.outcomes {
                    given = completions.functions.or(given, nodes[outcome] ?? Functions.never)
                }
                node = completions.functions.and(node, given)
            }
            remarks.append((remark, node))
        }
        return Reach(
            inputs: inputs, grades: grades, outcomes: outcomes, rules: rules, none: unmatched,
            matches: allMatches,
            alongside: alongside, remarks: remarks)
    }

    /// The finding of a table.
    static func finding(
        of table: DecisionTable, in framework: Framework, _ reach: Reach, _ reasons: Reasons
    ) -> TableFinding {
        let possible = reach.outcomes.filter { $0.node != Functions.never }.map(\.id)
        let inPlay = reach.rules.filter { $0.fires != Functions.never }
        let inputs = reach.grades.map { grades in
            grades.filter { $0.node != Functions.never }.map(\.grade)
        }
        let cautions = inPlay.flatMap { $0.rule.cautions }
            .filter { reasons.applies($0, in: framework) }
        return TableFinding(
            framework: framework.id, table: table, possible: possible,
            certain: reach.outcomes.filter { $0.node == Functions.always }.map(\.id),
            canBeNone: reach.none != Functions.never,
            rules: inPlay.map {
                TableFinding.RuleInPlay(
                    number: $0.number, rule: $0.rule, needs: needs($0.rule, table, framework, inputs))
            },
            grounds: grounds(table, framework, inputs, inPlay, reasons),
            open: table.inputs.indices
                .filter { index in
                    inPlay.contains { $0.rule.splits(inputs[index], at: index) }
                }
                .compactMap { index in
                    framework.condition(table.inputs[index]).map { ($0, inputs[index]) }
                }
                .map { reasons.open($0.0, $0.0.grading == nil ? [] : $0.1, in: framework) },
            cautions: cautions.reduce(into: []) { unique, caution in
                if !unique.contains(caution) { unique.append(caution) }
            },
            focus: possible.compactMap { table.outcome($0) }.flatMap(\.focus)
                .filter { reasons.truth(of: $0.when, in: framework) == .yes },
            alongside: reach.alongside.filter { $0.node != Functions.never }.map {
                companion -> TableFinding.Companion in
                let given = Set(
                    inPlay.filter { $0.rule.alongside.contains(companion.alongside) }.map(\.rule.then))
                return TableFinding.Companion(
                    alongside: companion.alongside, isCertain: companion.node == Functions.always,
                    with: possible.filter(given.contains))
            },
            remarks: reach.remarks.filter { $0.node == Functions.always }.map(\.remark))
    }

    /// What a rule still asks of the inputs that are open.
    private static func needs(
        _ rule: DecisionTable.Rule, _ table: DecisionTable, _ framework: Framework,
        _ inputs: [[Condition.Grade]]
    ) -> [TableFinding.Need] {
        rule.when.indices.compactMap { index in
            guard rule.splits(inputs[index], at: index),
                let condition = framework.condition(table.inputs[index])
            else { return nil }
            return TableFinding.Need(condition: condition, cell: rule.when[index])
        }
    }

    /// The settled inputs that the finding rests on.
    ///
    /// They are those that a rule in play asks for, and, where rules are tried in order, for each rule
    /// before it one that keeps that rule from firing; where no rule is in play, one for every rule.
    private static func grounds(
        _ table: DecisionTable, _ framework: Framework, _ inputs: [[Condition.Grade]],
        _ rules: [(number: Int, rule: DecisionTable.Rule, fires: Node)], _ reasons: Reasons
    ) -> [Ground] {
        var matters: Set<Int> = []
        for (_, rule, _) in rules {
            matters.formUnion(rule.when.indices.filter { rule.when[$0] != .any })
        }
        if rules.isEmpty {
            for rule in table.rules {
                let against = inputs.indices.filter { rule.excludes(inputs[$0], at: $0) }
                if let index = against.first, matters.isDisjoint(with: against) { matters.insert(index) }
            }
        }
        if table.hitPolicy == .first, let number = rules.first?.number {
            for earlier in table.rules.prefix(number - 1) {
                let against = inputs.indices.filter { earlier.excludes(inputs[$0], at: $0) }
                if let index = against.first, matters.isDisjoint(with: against) { matters.insert(index) }
            }
        }
        let grounds = inputs.indices.filter(matters.contains).compactMap { index -> Ground? in
            guard !rules.contains(where: { $0.rule.splits(inputs[index], at: index) }),
                let condition = framework.condition(table.inputs[index]), let best = inputs[index].last
            else { return nil }
            // It may still be in place or not, where the table takes the two alike.
            guard best != .inPlace || inputs[index].count == 1 else { return nil }
            let grades = condition.grading == nil ? [] : inputs[index]
            return reasons.ground(condition, is: best == .inPlace, grades, in: framework)
        }
        return grounds.filter { !$0.holds } + grounds.filter(\.holds)
    }
}

extension DecisionTable.Rule {
    /// Whether what an input can be keeps the rule from firing.
    fileprivate func excludes(_ grades: [Condition.Grade], at index: Int) -> Bool {
        guard !grades.isEmpty, when.indices.contains(index) else { return false }
        return !grades.contains(where: when[index].accepts)
    }

    /// Whether the rule fits some of what an input can be, and not all of it.
    fileprivate func splits(_ grades: [Condition.Grade], at index: Int) -> Bool {
        guard when.indices.contains(index) else { return false }
        let cell = when[index]
        return grades.contains(where: cell.accepts) && !grades.allSatisfy(cell.accepts)
    }
}
