import Evaluation
import Instruments

/// A table that gives one outcome must give one for every combination of its inputs that answers bring about.
///
/// A `collect` table lists all that match, which may be nothing.
struct GapInTable: Check {
    let codes: [Diagnostic.Code] = [.gap]

    func diagnostics(in context: CheckContext) -> [Diagnostic] {
        context.tables.filter { $0.table.hitPolicy != .collect }.compactMap { placed in
            guard let combinations = TableCombinations(placed) else { return nil }
            // Where nobody can say what comes about, the cells alone are looked at.
            let uncovered = placed.cells(in: context)?.uncovered ?? combinations.uncovered
            guard let example = uncovered.first else { return nil }
            return placed.diagnostic(
                at: ["rules"],
                .gap(
                    placed.table.id, example: combinations.assumptions(example),
                    count: uncovered.count))
        }
    }
}

extension Diagnostic.Code {
    static let gap = Self(error: "gap-in-table")
}

extension Diagnostic.Content {
    static func gap(_ table: DecisionTable.ID, example: [Diagnostic.Assumption], count: Int) -> Self {
        Self(
            .gap,
            "no rule of `\(table)` covers \(example.localizedDescription)"
                + (count > 1 ? " and \(count - 1) more" : ""),
            hint: "add a rule, perhaps one with `any` in every cell at the end")
    }
}
