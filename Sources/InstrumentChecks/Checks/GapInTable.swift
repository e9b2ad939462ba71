import Evaluation
import Instruments

/// A table that gives one outcome must give one for every combination of its inputs that answers bring about.
///
/// A `collect` table lists all that match, which may be nothing.
struct GapInTable: Check {
    func findings(in context: CheckContext) -> [Finding] {
        context.tables.filter { $0.table.hitPolicy != .collect }.compactMap { placed in
            guard let combinations = TableCombinations(placed) else { return nil }
            // Where nobody can say what comes about, the cells alone are looked at.
            let uncovered = placed.cells(in: context)?.uncovered ?? combinations.uncovered
            guard let example = uncovered.first else { return nil }
            return placed.finding(
                at: ["rules"],
                .gap(
                    placed.table.id, example: combinations.assumptions(example),
                    count: uncovered.count))
        }
    }
}
