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
            let left = element.witnesses.filter { counts[$0.item] }.map { $0.says[answers[$0.item]] }
            if left.isEmpty { return nil }
            guard let share = element.share else { return left.allSatisfy { $0 } }
            return Double(left.count { $0 }) / Double(left.count) >= Double(share.parts) / Double(share.of)
                - 1e-9
        }
    }

    /// Whether a condition holds; where nothing is left of it, its elements take their free truths.
    func holds(_ condition: PlainCase.PlainCondition) -> Bool {
        holds(condition.formula)
    }

    /// Whether a formula holds; where nothing is left of it, its elements take their free truths.
    func holds(_ formula: PlainFormula) -> Bool {
        formula.value(elements, isNewlyLinked: isNewlyLinked, grade: grade)
            ?? formula.value(free, isFree: true, grade: grade) ?? false
    }

    /// Whether too little is left of a graded condition.
    func isLost(_ number: Int) -> Bool {
        let graded = plain.graded[number]
        let left = graded.elements.filter { elements[$0] != nil }
        return graded.core.contains { elements[$0] == nil } || left.count * 2 < graded.elements.count
            || [graded.needs, graded.lackingToo].compactMap(\.self).contains { isGone($0) }
    }

    /// The grade of a graded condition.
    func grade(_ number: Int) -> Condition.Grade {
        let graded = plain.graded[number]
        if isLost(number) {
            return free[graded.free.inPlace] ? .inPlace : free[graded.free.lacking] ? .lacking : .partly
        }
        let left = graded.elements.compactMap { elements[$0] }
        let share = Double(left.count { $0 }) / Double(left.count)
        func part(_ share: Share) -> Double { Double(share.parts) / Double(share.of) }
        func value(_ formula: PlainFormula?) -> Bool? {
            formula?.value(elements, isNewlyLinked: isNewlyLinked, grade: grade)
        }
        if share <= part(graded.grading.lacking) + 1e-9 || value(graded.lackingToo) == true {
            return .lacking
        }
        if share >= part(graded.grading.inPlace) - 1e-9, value(graded.needs) != false { return .inPlace }
        return .partly
    }

    /// What a condition is: its grade, or the best and the worst of them where it holds or does not.
    func grade(of condition: PlainCase.PlainCondition) -> Condition.Grade {
        condition.graded.map(grade) ?? (holds(condition) ? .inPlace : .lacking)
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
        if let graded = condition.graded {
            return plain.graded[graded].elements.allSatisfy { elements[$0] == nil }
        }
        return condition.formula.value(elements, grade: grade) == nil
    }

    /// Whether nothing is left of a formula.
    func isGone(_ formula: PlainFormula) -> Bool {
        formula.value(elements, grade: grade) == nil
    }

    /// The rules of a table that give its outcome, counted from 0.
    func rules(of table: DecisionTable, inputs: [Condition.Grade]) -> [Int] {
        let matching = table.rules.indices.filter { number in
            zip(table.rules[number].when, inputs).allSatisfy { cell, input in
                switch cell {
                case .yes: input == .inPlace
                case .no: input != .inPlace
                case .any: true
                case .grades(let grades): grades.contains(input)
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
