import Evaluation
import Instruments

/// Under the hit policy `unique`, no two rules may match the same combination that answers bring about.
struct OverlapInTable: Check {
    let codes: [Diagnostic.Code] = [.overlap]

    func diagnostics(in context: CheckContext) -> [Diagnostic] {
        context.tables.filter { $0.table.hitPolicy == .unique }.flatMap { placed -> [Diagnostic] in
            guard let combinations = TableCombinations(placed) else { return [] }
            let shown = placed.cells(in: context)?.overlaps
            return combinations.overlaps.compactMap { overlap in
                let pair = TableReach.Pair(earlier: overlap.earlier, later: overlap.later)
                guard let example = shown.map({ $0[pair] }) ?? overlap.combination else { return nil }
                return placed.diagnostic(
                    at: ["rules", .index(overlap.later)],
                    .overlap(
                        rule: overlap.later + 1, with: overlap.earlier + 1,
                        example: combinations.assumptions(example)))
            }
        }
    }
}

extension Diagnostic.Code {
    static let overlap = Self(error: "overlap-in-table")
}

extension Diagnostic.Content {
    static func overlap(rule: Int, with other: Int, example: [Diagnostic.Assumption]) -> Self {
        Self(
            .overlap,
            "rules \(other) and \(rule) both match \(example.localizedDescription), and only one may")
    }
}
