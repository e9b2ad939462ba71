import Instruments

/// An outcome should be what some rule leads to; under the hit policy `first`, one that can fire.
struct OutcomeNeverReached: Check {
    func findings(in context: CheckContext) -> [Finding] {
        context.tables.flatMap { placed in
            let reached = reached(in: placed)
            return placed.table.outcomes.enumerated().filter { !reached.contains($1.id) }.map {
                placed.finding(at: ["outcomes", .index($0)], .outcomeNeverReached($1.id))
            }
        }
    }

    private func reached(in placed: PlacedTable) -> Set<Outcome.ID> {
        let table = placed.table
        guard table.hitPolicy == .first, let firing = TableCombinations(placed)?.firing else {
            return Set(table.rules.map(\.then))
        }
        return Set(table.rules.enumerated().filter { firing.contains($0.offset) }.map(\.element.then))
    }
}
