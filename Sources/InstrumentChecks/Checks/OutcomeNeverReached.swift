import Instruments

/// An outcome should be what some rule leads to; under the hit policy `first`, one that can fire.
struct OutcomeNeverReached: Check {
    let codes: [Diagnostic.Code] = [.outcomeNeverReached]

    func diagnostics(in context: CheckContext) -> [Diagnostic] {
        context.tables.flatMap { placed in
            let reached = reached(in: placed)
            return placed.table.outcomes.enumerated().filter { !reached.contains($1.id) }.map {
                placed.diagnostic(at: ["outcomes", .index($0)], .outcomeNeverReached($1.id))
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

extension Diagnostic.Code {
    static let outcomeNeverReached = Self(warning: "outcome-never-reached")
}

extension Diagnostic.Content {
    static func outcomeNeverReached(_ id: Outcome.ID) -> Self {
        Self(.outcomeNeverReached, "no rule leads to the outcome `\(id)`")
    }
}
