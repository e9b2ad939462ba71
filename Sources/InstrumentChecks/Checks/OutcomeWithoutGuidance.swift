import Instruments

/// An outcome must say what it means, or the reader is left with a word.
struct OutcomeWithoutGuidance: Check {
    func findings(in context: CheckContext) -> [Finding] {
        context.tables.flatMap { placed in
            placed.table.outcomes.enumerated()
                .filter { $1.means.text.allSatisfy(\.isWhitespace) }
                .map { placed.finding(at: ["outcomes", .index($0)], .outcomeWithoutGuidance($1.id)) }
        }
    }
}
