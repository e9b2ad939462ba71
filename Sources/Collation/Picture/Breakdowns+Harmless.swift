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
        func of(_ states: Breakdown.State...) -> Set<String> { Set(states.map(\.rawValue)) }
        switch breakdown.subject {
        case .table(let table): return best(of: table).map { [$0] } ?? []
        case .possible(let table, let outcome):
            // An outcome that is ruled out was, but for the best one, no loss.
            return best(of: table).map { _ in of(outcome == 0 ? .possible : .ruledOut) } ?? []
        // What a table collects is good or bad, and the framework does not say which.
        case .given: return []
        case .earlyWarning: return [SignatureSet.Grade.quiet.rawValue]
        case .model: return of(.viable)
        // A condition of which nothing says that it is good has a concern no more than a harmless side.
        case .condition: return []
        case .signature, .problem, .factor: return []
        case .linkedProblems, .viciousCircles, .link, .circle: return of(.absent)
        case .state: return of(.complete, .signedOff)
        case .dontKnowInArea, .dontKnow: return of(.nothing)
        case .quality(let test):
            switch test {
            case .known: return of(.nothing)
            case .complete: return of(.all)
            case .challenged: return of(.withinALevel)
            case .evidenced, .triangulated, .balanced, .shared: return of(.halfOrMore)
            }
        case .tierMovement: return of(.milder, .same)
        case .areaMovement: return of(.up, .same)
        }
    }

    /// The best outcome of a table; nil where the framework does not rank them.
    private func best(of table: Int) -> String? {
        let table = index.tables[table].table
        return table.ranked ? table.outcomes.first?.id.text : nil
    }
}
