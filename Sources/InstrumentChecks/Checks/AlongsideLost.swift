import Instruments

/// In a table with ranked outcomes, a better grade that leaves the outcome as it is takes nothing away that goes with it
/// and ranks before it.
struct AlongsideLost: Check {
    let codes: [Diagnostic.Code] = [.alongsideLost]

    func diagnostics(in context: CheckContext) -> [Diagnostic] {
        context.tables.filter { $0.table.ranked && $0.table.hitPolicy == .first }.compactMap { placed in
            guard placed.table.rules.contains(where: { !$0.alongside.isEmpty }),
                let combinations = TableCombinations(placed)
            else { return nil }
            for combination in combinations.all {
                let without = lighter(combination, combinations, placed)
                guard !without.isEmpty else { continue }
                for input in placed.table.inputs.indices {
                    guard let raised = combinations.raising(input, in: combination),
                        combinations.rank(raised) == combinations.rank(combination),
                        !without.isSubset(of: lighter(raised, combinations, placed)),
                        let rule = combinations.firstRule(matching: raised)
                    else { continue }
                    return placed.diagnostic(
                        at: ["rules", .index(rule)],
                        .alongsideLost(
                            placed.table.inputs[input], example: combinations.assumptions(combination)))
                }
            }
            return nil
        }
    }

    /// The outcomes that rank before the one given and go with it, in a combination.
    private func lighter(
        _ combination: Int, _ combinations: TableCombinations, _ placed: PlacedTable
    ) -> Set<Outcome.ID> {
        guard let place = combinations.firstRule(matching: combination),
            let rank = combinations.rank(combination)
        else { return [] }
        let values = Dictionary(
            zip(placed.table.inputs, combinations.values(combination)),
            uniquingKeysWith: { first, _ in first })
        let before = Set(placed.table.outcomes.prefix(rank).map(\.id))
        let entries = placed.table.rules[place].alongside.filter { entry in
            before.contains(entry.outcome) && entry.when.map { canHold($0, values) } ?? true
        }
        return Set(entries.map(\.outcome))
    }

    /// Whether what the inputs are leaves it open, at least, that a formula holds.
    private func canHold(_ formula: Formula, _ values: [Condition.ID: Condition.Grade]) -> Bool {
        truth(formula, values) != .no
    }

    private func truth(_ formula: Formula, _ values: [Condition.ID: Condition.Grade]) -> Truth {
        switch formula {
        case .condition(let id): values[id].map { Truth($0 == .inPlace) } ?? .unknown
        case .grade(let id, let grades): values[id].map { Truth(grades.contains($0)) } ?? .unknown
        case .not(let part): !truth(part, values)
        case .all(let parts): parts.reduce(.yes) { $0 && truth($1, values) }
        case .any(let parts): parts.reduce(.no) { $0 || truth($1, values) }
        case .element, .problems, .share: .unknown
        }
    }
}

extension Diagnostic.Code {
    static let alongsideLost = Self(error: "alongside-lost")
}

extension Diagnostic.Content {
    /// A better grade of a condition takes away what goes with the outcome.
    static func alongsideLost(_ id: Condition.ID, example: [Diagnostic.Assumption]) -> Self {
        Self(
            .alongsideLost,
            "a better grade of `\(id)` takes away what goes with the outcome, from \(example.localizedDescription)",
            hint: "give the rule that fires then the same under `alongside`")
    }
}
