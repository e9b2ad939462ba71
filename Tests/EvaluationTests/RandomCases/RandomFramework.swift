import Instruments
import TestSupport

/// A framework of up to five elements, with conditions, tables and models on them.
///
/// - Parameters:
///   - id: its name.
///   - hasSignatures: whether it has signatures of risk.
///   - mayHaveProblems: whether it may have problems and formulas that look at some.
///   - mayHaveGrades: whether it may count: shares of questions, and graded conditions.
///   - random: where its numbers come from.
/// - Returns: a framework whose formulas name only what it holds.
func randomFramework(
    _ id: Framework.ID, hasSignatures: Bool, mayHaveProblems: Bool = true, mayHaveGrades: Bool = true,
    _ random: inout SplitMix
) -> Framework {
    let elements = (1...random.number(in: 1...5)).map { number in
        Element(
            id: .init("e\(number)"), statement: "It is so.", source: "random",
            share: mayHaveGrades && random.chance(30) ? randomShare(&random) : nil)
    }
    // Some have problems; a formula may look at them, and at those of another framework.
    let problems: ProblemSet? =
        mayHaveProblems && random.chance(40)
        ? randomProblems(random.some(random.number(in: 1...elements.count), of: elements.map(\.id))) : nil
    let leaves: [Formula] =
        mayHaveProblems && random.chance(50) ? randomProblemLeaves(id, &random) : []
    var conditions: [Condition] = []
    for number in 1...random.number(in: 1...4) {
        let earlier = conditions
        if mayHaveGrades, random.chance(35) {
            conditions.append(
                Condition(
                    id: .init("c\(number)"), title: "Condition \(number)",
                    grading: randomGrading(elements.map(\.id), earlier, leaves, &random), source: "random"))
            continue
        }
        conditions.append(
            Condition(
                id: .init("c\(number)"), title: "Condition \(number)",
                when: randomFormula(elements.map(\.id), earlier, leaves, depth: 3, &random),
                source: "random"))
    }
    let names = conditions.map(\.id)
    let tables = (0..<random.number(in: 0...2)).map { number in
        randomTable(.init("t\(number)"), conditions, elements.map(\.id), &random)
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
    _ id: Framework.ID, _ random: inout SplitMix
) -> [Formula] {
    let frameworks: [Framework.ID] = [id, id, "f1", "nowhere"]
    return ProblemSet.Pattern.allCases.map { .problems(of: random.pick(frameworks), are: $0) }
}

private func randomFormula(
    _ elements: [Element.ID], _ conditions: [Condition], _ leaves: [Formula], depth: Int,
    _ random: inout SplitMix
) -> Formula {
    func parts(_ random: inout SplitMix) -> [Formula] {
        (1...random.number(in: 1...3)).map { _ in
            randomFormula(elements, conditions, leaves, depth: depth - 1, &random)
        }
    }
    if !leaves.isEmpty, random.chance(30) { return random.pick(leaves) }
    switch depth == 0 ? 1 : random.number(in: 1...100) {
    case ...35: return .element(random.pick(elements))
    case ...50:
        return conditions.isEmpty
            ? .element(random.pick(elements)) : randomName(of: random.pick(conditions), &random)
    case ...65: return .all(parts(&random))
    case ...78: return .any(parts(&random))
    case ...85:
        return conditions.contains { $0.grading != nil }
            ? .share(randomShare(&random), of: parts(&random)) : .any(parts(&random))
    default:
        return .not(randomFormula(elements, conditions, leaves, depth: depth - 1, &random))
    }
}

/// A condition by its name, or by some of its grades.
private func randomName(of condition: Condition, _ random: inout SplitMix) -> Formula {
    guard condition.grading != nil, random.chance(60) else { return .condition(condition.id) }
    return .grade(of: condition.id, isIn: random.some(random.number(in: 1...2), of: Condition.Grade.allCases))
}

private func randomShare(_ random: inout SplitMix) -> Share {
    let whole = random.number(in: 1...4)
    return Share(random.number(in: 1...whole), of: whole) ?? .all
}

private func randomGrading(
    _ elements: [Element.ID], _ earlier: [Condition], _ leaves: [Formula], _ random: inout SplitMix
) -> Condition.Grading {
    let counted = random.some(random.number(in: 1...elements.count), of: elements)
    func formula(_ random: inout SplitMix) -> Formula? {
        random.chance(40) ? randomFormula(elements, earlier, leaves, depth: 1, &random) : nil
    }
    return Condition.Grading(
        elements: counted, core: random.some(random.pick([0, 0, 1]), of: counted),
        inPlace: randomShare(&random),
        needs: formula(&random), lacking: randomShare(&random), lackingToo: formula(&random))
}

private func randomTable(
    _ id: DecisionTable.ID, _ conditions: [Condition], _ elements: [Element.ID], _ random: inout SplitMix
) -> DecisionTable {
    let asked = random.some(random.number(in: 1...3), of: conditions)
    let inputs = asked.map(\.id)
    let outcomes = (1...random.number(in: 2...4)).map { number in
        Outcome(id: .init("r\(number)"), title: "Result", means: Statement("A result."))
    }
    let policy = random.pick([DecisionTable.HitPolicy.unique, .first, .first, .collect])
    var rules: [DecisionTable.Rule] = []
    for _ in 1...random.number(in: 1...5) {
        let cells = asked.map { condition -> DecisionTable.Cell in
            guard condition.grading != nil, random.chance(50) else {
                return random.pick([.yes, .no, .any])
            }
            return .grades(random.some(random.number(in: 1...2), of: Condition.Grade.allCases))
        }
        let overlaps = rules.contains { rule in
            !zip(rule.when, cells).contains { pair in
                Condition.Grade.allCases.allSatisfy { !pair.0.accepts($0) || !pair.1.accepts($0) }
            }
        }
        if policy == .unique && overlaps { continue }
        rules.append(
            DecisionTable.Rule(
                id: random.chance(50) ? .init("rule-\(rules.count)") : nil, when: cells,
                then: random.pick(outcomes).id, basis: .interpolated,
                alongside: randomAlongside(outcomes, elements, conditions, &random)))
    }
    if policy == .first && random.chance(60) {
        rules.append(
            DecisionTable.Rule(
                when: inputs.map { _ in .any }, then: random.pick(outcomes).id,
                basis: .interpolated))
    }
    return DecisionTable(
        id: id, title: "Table", role: random.chance(75) ? .tier : nil, hitPolicy: policy,
        ranked: false, inputs: inputs, rules: rules, outcomes: outcomes,
        remarks: (0..<random.pick([0, 1])).map { _ in
            Remark(
                when: randomFormula(elements, conditions, [], depth: 1, &random),
                outcomes: random.some(random.pick([0, 1]), of: outcomes.map(\.id)), Statement("It is said."))
        })
}

private func randomAlongside(
    _ outcomes: [Outcome], _ elements: [Element.ID], _ conditions: [Condition], _ random: inout SplitMix
) -> [Alongside] {
    (0..<random.pick([0, 0, 1, 2])).map { _ in
        let when = random.chance(50) ? randomFormula(elements, conditions, [], depth: 1, &random) : nil
        let outcome = random.pick(outcomes).id
        return Alongside(
            outcome: outcome, when: when, because: "\(outcome) goes along where \(String(describing: when)).",
            basis: .interpolated, reason: "Random.")
    }
}

private func randomSignatures(_ random: inout SplitMix) -> SignatureSet {
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
