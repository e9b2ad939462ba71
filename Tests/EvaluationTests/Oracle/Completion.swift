import Instruments

/// One completion of a case: an answer to every open question, and a truth for every element left free.
struct Completion {
    let plain: PlainCase
    /// For each item, the number of its answer; meaningless where it has none.
    let answers: [Int]
    /// For each element, the truth that it has where no question settles it.
    let free: [Bool]
    /// For each item, whether it is asked and not marked not applicable.
    let counts: [Bool]
    /// For each element, whether it holds; nil where it is removed.
    let elements: [Bool?]

    /// Works out what is asked, and what is left of the elements.
    init(_ plain: PlainCase, answers: [Int], free: [Bool]) {
        self.plain = plain
        self.answers = answers
        self.free = free
        var counts = [Bool](repeating: false, count: plain.items.count)
        for number in plain.order {
            let item = plain.items[number]
            let isAsked = item.ask.map { Self.holds($0, counts, answers) } ?? true
            counts[number] = isAsked && item.isApplicable
        }
        self.counts = counts
        elements = plain.elements.enumerated().map { number, element in
            if element.witnesses.isEmpty { return free[number] }
            var worth: Bool?
            for witness in element.witnesses where counts[witness.item] {
                worth = (worth ?? true) && witness.says[answers[witness.item]]
            }
            return worth
        }
    }

    /// Whether a condition holds; where nothing is left of it, its elements take their free truths.
    func holds(_ condition: PlainCase.PlainCondition) -> Bool {
        condition.formula.value(elements, isNewlyLinked: isNewlyLinked)
            ?? condition.formula.value(free, isFree: true) ?? false
    }

    /// Whether problems of a framework are linked that no link recorded joins.
    private func isNewlyLinked(_ framework: Framework.ID) -> Bool {
        guard let step = plain.step else { return false }
        let item = plain.items[step.item]
        if !item.newlyLinked.isEmpty { return item.newlyLinked[answers[step.item]].contains(framework) }
        if step.isDone, counts[step.item] { return false }
        return plain.unrecorded[framework].map { free[$0] } ?? false
    }

    /// Whether nothing is left of a condition.
    func isGone(_ condition: PlainCase.PlainCondition) -> Bool {
        condition.formula.value(elements) == nil
    }

    /// The rules of a table that give its outcome, counted from 0.
    func rules(of table: DecisionTable, inputs: [Bool]) -> [Int] {
        let matching = table.rules.indices.filter { number in
            zip(table.rules[number].when, inputs).allSatisfy { cell, input in
                switch cell {
                case .yes: input
                case .no: !input
                case .any: true
                }
            }
        }
        return table.hitPolicy == .first ? Array(matching.prefix(1)) : matching
    }

    /// The status of a signature; nil where it has no indicator left.
    func status(
        of signature: PlainCase.PlainSignature, _ thresholds: SignatureSet.Thresholds
    ) -> SignatureSet.Status? {
        let left = signature.indicators.filter { counts[$0.item] }
        let warning = left.count { $0.says[answers[$0.item]] }
        if left.isEmpty { return nil }
        let share = Double(warning) * 100 / Double(left.count)
        if share > Double(thresholds.evidentAbovePercent) { return .evident }
        return warning < thresholds.watchFrom ? .clear : .watch
    }

    /// The grade of early warning: `quiet`, `isolated`, `combining` or `widespread`.
    func grade(
        _ statuses: [SignatureSet.Status?], _ thresholds: SignatureSet.Thresholds
    ) -> SignatureSet.Grade {
        let evident = zip(plain.signatures, statuses).filter { $1 == .evident }.map(\.0.signature)
        let categories = Set(evident.map(\.category)).count
        if evident.isEmpty { return .quiet }
        if evident.count < thresholds.combiningFrom { return .isolated }
        return categories < thresholds.widespreadFromCategories ? .combining : .widespread
    }

    private static func holds(_ ask: PlainCase.Ask, _ counts: [Bool], _ answers: [Int]) -> Bool {
        switch ask {
        case .answer(let item, let fits): counts[item] && fits[answers[item]]
        case .all(let parts): parts.allSatisfy { holds($0, counts, answers) }
        case .any(let parts): parts.contains { holds($0, counts, answers) }
        case .not(let part): !holds(part, counts, answers)
        }
    }
}
