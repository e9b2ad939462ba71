import Instruments

/// Under the hit policy `first`, a rule whose every combination is taken by rules before it never fires.
///
/// A last rule for all that is left may find nothing left: it does no harm.
struct MaskedRule: Check {
    func findings(in context: CheckContext) -> [Finding] {
        context.tables.filter { $0.table.hitPolicy == .first }.flatMap { placed -> [Finding] in
            guard let firing = TableCombinations(placed)?.firing else { return [] }
            return placed.table.rules.indices.filter { !firing.contains($0) && !placed.isDefault($0) }.map {
                placed.finding(at: ["rules", .index($0)], .maskedRule($0 + 1))
            }
        }
    }
}
