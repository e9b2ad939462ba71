import Instruments

/// An outcome must say what it means, or the reader is left with a word.
struct OutcomeWithoutGuidance: Check {
    let codes: [Diagnostic.Code] = [.outcomeWithoutGuidance]

    func diagnostics(in context: CheckContext) -> [Diagnostic] {
        context.tables.flatMap { placed in
            placed.table.outcomes.enumerated()
                .filter { $1.means.text.allSatisfy(\.isWhitespace) }
                .map { placed.diagnostic(at: ["outcomes", .index($0)], .outcomeWithoutGuidance($1.id)) }
        }
    }
}

extension Diagnostic.Code {
    static let outcomeWithoutGuidance = Self(error: "outcome-without-guidance")
}

extension Diagnostic.Content {
    static func outcomeWithoutGuidance(_ id: Outcome.ID) -> Self {
        Self(.outcomeWithoutGuidance, "the outcome `\(id)` does not say what it means")
    }
}
