import Instruments

/// In a table with ranked outcomes, a condition may help or harm, and never both; one that ratings feed must help.
struct NonMonotoneTable: Check {
    let codes: [Diagnostic.Code] = [.nonMonotone, .ratingHarms, .outcomesOutOfOrder]

    func diagnostics(in context: CheckContext) -> [Diagnostic] {
        context.tables.filter { $0.table.ranked && $0.table.hitPolicy != .collect }.flatMap { placed in
            guard let combinations = TableCombinations(placed) else { return [Diagnostic]() }
            if isOutOfOrder(placed, combinations, context) {
                return [placed.diagnostic(at: ["outcomes"], .outcomesOutOfOrder)]
            }
            return placed.table.inputs.enumerated().compactMap { index, input in
                let effect = combinations.effect(of: index)
                guard let harm = effect.harm else { return nil }
                if let help = effect.help {
                    return placed.diagnostic(
                        at: ["inputs", .index(index)],
                        .nonMonotone(
                            input, helps: combinations.assumptions(help),
                            harms: combinations.assumptions(harm)))
                }
                guard isRated(input, in: placed.framework, context) else { return nil }
                return placed.diagnostic(
                    at: ["inputs", .index(index)],
                    .ratingHarms(input, example: combinations.assumptions(harm)))
            }
        }
    }

    /// Whether two ratings or more harm and nothing helps, so that the outcomes seem to stand worst first.
    private func isOutOfOrder(
        _ placed: PlacedTable, _ combinations: TableCombinations, _ context: CheckContext
    ) -> Bool {
        let effects = placed.table.inputs.indices.map { combinations.effect(of: $0) }
        let harming = zip(placed.table.inputs, effects).filter { $1.harm != nil && $1.help == nil }
            .filter { isRated($0.0, in: placed.framework, context) }
        return harming.count > 1 && effects.allSatisfy { $0.help == nil }
    }

    /// Whether some rating makes a part of the condition true.
    private func isRated(
        _ id: Condition.ID, in framework: Framework, _ context: CheckContext
    ) -> Bool {
        let elements = Set(framework.elements(behind: id).map { Reference(framework.id, $0) })
        return context.questions.contains { placed in
            guard case .rating = placed.question.kind else { return false }
            return !elements.isDisjoint(with: placed.question.supports)
        }
    }
}

extension Framework {
    /// The elements that a condition looks at without a `not`, its own conditions included.
    fileprivate func elements(behind id: Condition.ID) -> Set<Element.ID> {
        var found: Set<Element.ID> = []
        var seen: Set<Condition.ID> = []
        func visit(_ formula: Formula) {
            switch formula {
            case .element(let id): found.insert(id)
            case .condition(let id):
                guard seen.insert(id).inserted, let condition = condition(id) else { return }
                visit(condition.when)
            case .all(let parts), .any(let parts), .share(_, let parts): parts.forEach(visit)
            case .grade, .not, .problems: break
            }
        }
        visit(.condition(id))
        return found
    }
}

extension Diagnostic.Code {
    static let nonMonotone = Self(error: "non-monotone-table")
    static let ratingHarms = Self(error: "rating-harms")
    static let outcomesOutOfOrder = Self(error: "outcomes-out-of-order")
}

extension Diagnostic.Content {
    /// A condition that improves a ranked outcome in one case and worsens it in another.
    static func nonMonotone(
        _ id: Condition.ID, helps: [Diagnostic.Assumption], harms: [Diagnostic.Assumption]
    ) -> Self {
        Self(
            .nonMonotone,
            "`\(id)` improves the outcome from \(helps.localizedDescription), and worsens it from \(harms.localizedDescription)",
            hint: "change the rules, or declare the outcomes not ranked")
    }

    /// A condition that ratings feed and that worsens a ranked outcome.
    static func ratingHarms(_ id: Condition.ID, example: [Diagnostic.Assumption]) -> Self {
        Self(
            .ratingHarms,
            "a better rating makes `\(id)` hold, which worsens the outcome from \(example.localizedDescription)",
            hint: "feed a problem by yes/no questions, or turn the condition round")
    }

    /// Better ratings lead to outcomes that are ranked worse.
    static var outcomesOutOfOrder: Self {
        Self(
            .outcomesOutOfOrder, "better ratings lead to outcomes that are ranked worse",
            hint: "put the best outcome first, or declare the outcomes not ranked")
    }
}
