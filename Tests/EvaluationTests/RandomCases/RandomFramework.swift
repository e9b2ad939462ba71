import Instruments

/// A framework of up to five elements, with conditions, tables and models on them.
///
/// - Parameters:
///   - id: its name.
///   - hasSignatures: whether it has signatures of risk.
///   - mayHaveProblems: whether it may have problems and formulas that look at some.
///   - random: where its numbers come from.
/// - Returns: a framework whose formulas name only what it holds.
func randomFramework(
    _ id: Framework.ID, hasSignatures: Bool, mayHaveProblems: Bool = true,
    _ random: inout SplitMix64
) -> Framework {
    let elements = (1...random.number(in: 1...5)).map { number in
        Element(id: .init("e\(number)"), statement: "It is so.", source: "random")
    }
    // Some have problems; a formula may look at them, and at those of another framework.
    let problems: ProblemSet? =
        mayHaveProblems && random.chance(40)
        ? randomProblems(random.some(random.number(in: 1...elements.count), of: elements.map(\.id))) : nil
    let leaves: [Formula] =
        mayHaveProblems && random.chance(50) ? randomProblemLeaves(id, &random) : []
    var conditions: [Condition] = []
    for number in 1...random.number(in: 1...4) {
        let earlier = conditions.map(\.id)
        conditions.append(
            Condition(
                id: .init("c\(number)"), title: "Condition \(number)",
                when: randomFormula(elements.map(\.id), earlier, leaves, depth: 3, &random),
                source: "random"))
    }
    let names = conditions.map(\.id)
    let tables = (0..<random.number(in: 0...2)).map { number in
        randomTable(.init("t\(number)"), names, &random)
    }
    let models = (0..<random.number(in: 0...2)).map { number in
        Model(
            id: .init("m\(number)"), title: "Model \(number)",
            needs: random.some(random.number(in: 1...3), of: names), source: "random",
            means: Statement("A model."))
    }
    return Framework(
        id: id, version: "1.0.0", title: "Random", elements: elements, conditions: conditions,
        tables: tables, models: models,
        signatures: hasSignatures ? randomSignatures(&random) : nil, problems: problems)
}

private func randomProblems(_ elements: [Element.ID]) -> ProblemSet {
    let words = Statement("It matters.")
    return ProblemSet(
        source: "random",
        groups: [ProblemSet.Group(id: "g", title: "Group", means: words, elements: elements)],
        isolated: words, linked: words, circle: words)
}

/// Looks at the problems of this framework, of the first one, or of one that is not there.
private func randomProblemLeaves(
    _ id: Framework.ID, _ random: inout SplitMix64
) -> [Formula] {
    let frameworks: [Framework.ID] = [id, id, "f1", "nowhere"]
    return ProblemSet.Pattern.allCases.map { .problems(of: random.pick(frameworks), are: $0) }
}

private func randomFormula(
    _ elements: [Element.ID], _ conditions: [Condition.ID], _ leaves: [Formula], depth: Int,
    _ random: inout SplitMix64
) -> Formula {
    func parts(_ random: inout SplitMix64) -> [Formula] {
        (1...random.number(in: 1...3)).map { _ in
            randomFormula(elements, conditions, leaves, depth: depth - 1, &random)
        }
    }
    if !leaves.isEmpty, random.chance(30) { return random.pick(leaves) }
    switch depth == 0 ? 1 : random.number(in: 1...100) {
    case ...35: return .element(random.pick(elements))
    case ...50:
        return conditions.isEmpty
            ? .element(random.pick(elements)) : .condition(random.pick(conditions))
    case ...65: return .all(parts(&random))
    case ...80: return .any(parts(&random))
    default:
        return .not(randomFormula(elements, conditions, leaves, depth: depth - 1, &random))
    }
}

private func randomTable(
    _ id: DecisionTable.ID, _ conditions: [Condition.ID], _ random: inout SplitMix64
) -> DecisionTable {
    let inputs = random.some(random.number(in: 1...3), of: conditions)
    let outcomes = (1...random.number(in: 2...4)).map { number in
        Outcome(id: .init("r\(number)"), title: "Result", means: Statement("A result."))
    }
    let policy = random.pick([DecisionTable.HitPolicy.unique, .first, .first, .collect])
    var rules: [DecisionTable.Rule] = []
    for _ in 1...random.number(in: 1...5) {
        let cells = inputs.map { _ in random.pick([DecisionTable.Cell.yes, .no, .any]) }
        let overlaps = rules.contains { rule in
            !zip(rule.when, cells).contains { pair in
                pair == (.yes, .no) || pair == (.no, .yes)
            }
        }
        if policy == .unique && overlaps { continue }
        rules.append(
            DecisionTable.Rule(when: cells, then: random.pick(outcomes).id, basis: .interpolated))
    }
    if policy == .first && random.chance(60) {
        rules.append(
            DecisionTable.Rule(
                when: inputs.map { _ in .any }, then: random.pick(outcomes).id,
                basis: .interpolated))
    }
    return DecisionTable(
        id: id, title: "Table", role: random.chance(75) ? .tier : nil, hitPolicy: policy,
        ranked: false, inputs: inputs, rules: rules, outcomes: outcomes)
}

private func randomSignatures(_ random: inout SplitMix64) -> SignatureSet {
    let categories = (1...random.number(in: 1...3)).map { number in
        SignatureCategory(
            id: .init("k\(number)"), name: "category-\(number)", title: "Category",
            control: .shared, means: Statement("A category."), source: "random")
    }
    let members = (1...random.number(in: 1...5)).map { number in
        Signature(
            id: .init("s\(number)"), category: random.pick(categories).id, title: "Signature",
            risk: "A risk.", source: "random")
    }
    return SignatureSet(
        thresholds: SignatureSet.Thresholds(
            watchFrom: random.number(in: 0...3),
            evidentAbovePercent: random.pick([0, 25, 33, 50, 50, 66, 99, 100]),
            combiningFrom: random.number(in: 0...3),
            widespreadFromCategories: random.number(in: 0...3)),
        basis: .interpolated, reason: "Random.", categories: categories, members: members,
        statuses: [], earlyWarning: [], balance: Statement("It matters."))
}
