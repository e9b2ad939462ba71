import Instruments

/// Under the hit policy `unique`, no two rules may match the same combination.
struct OverlapInTable: Check {
    func findings(in context: CheckContext) -> [Finding] {
        context.tables.filter { $0.table.hitPolicy == .unique }.flatMap { placed -> [Finding] in
            guard let combinations = TableCombinations(placed.table) else { return [] }
            return combinations.overlaps.map { overlap in
                placed.finding(
                    at: ["rules", .index(overlap.later)],
                    .overlap(
                        rule: overlap.later + 1, with: overlap.earlier + 1,
                        example: combinations.assumptions(overlap.combination)))
            }
        }
    }
}
