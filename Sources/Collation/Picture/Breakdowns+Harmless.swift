import Instruments

extension Breakdowns {
    /// The categories of a breakdown that say nothing bad of those in them, by the polarity and the ranks that the
    /// frameworks have.
    ///
    /// Where a framework says of nothing that it is good, as for the outcomes of a table that is not ranked, none is
    /// harmless.
    func harmless(in breakdown: Breakdown) -> Set<Int> {
        let names = harmlessNames(breakdown)
        return Set(breakdown.categories.indices.filter { names.contains(breakdown.categories[$0].id) })
    }

    private func harmlessNames(_ breakdown: Breakdown) -> Set<String> {
        if let concern = breakdown.concern { return [concern.strength] }
        switch breakdown.subject {
        case .table(let table): return best(of: table).map { [$0] } ?? []
        case .possible(let table, let outcome):
            // An outcome that is ruled out was, but for the best one, no loss.
            return best(of: table).map { _ in [outcome == 0 ? "possible" : "ruled-out"] } ?? []
        // What a table collects is good or bad, and the framework does not say which.
        case .given: return []
        case .earlyWarning: return [SignatureSet.Grade.quiet.rawValue]
        case .model: return ["viable"]
        // A condition of which nothing says that it is good has a concern no more than a harmless side.
        case .condition: return []
        case .signature, .problem, .factor: return []
        case .linkedProblems, .viciousCircles, .link, .circle: return ["absent"]
        case .state: return ["complete", "signed-off"]
        case .dontKnowInArea, .dontKnow: return ["none"]
        case .quality(let test):
            switch test {
            case .known: return ["none"]
            case .complete: return ["all"]
            case .challenged: return ["within-a-level"]
            case .evidenced, .triangulated, .balanced, .shared: return ["half-or-more"]
            }
        case .tierMovement: return ["milder", "same"]
        case .areaMovement: return ["up", "same"]
        }
    }

    /// The best outcome of a table; nil where the framework does not rank them.
    private func best(of table: Int) -> String? {
        let table = index.tables[table].table
        return table.ranked ? table.outcomes.first?.id.text : nil
    }
}
