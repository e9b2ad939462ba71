import Instruments

/// Under the hit policy `first`, a rule whose every combination is taken by rules before it never fires.
///
/// A last rule for all that is left may find nothing left: it does no harm.
struct MaskedRule: Check {
    let codes: [Diagnostic.Code] = [.maskedRule]

    func diagnostics(in context: CheckContext) -> [Diagnostic] {
        context.tables.filter { $0.table.hitPolicy == .first }.flatMap { placed -> [Diagnostic] in
            guard let firing = TableCombinations(placed)?.firing else { return [] }
            return placed.table.rules.indices.filter { !firing.contains($0) && !placed.isDefault($0) }.map {
                placed.diagnostic(at: ["rules", .index($0)], .maskedRule($0 + 1))
            }
        }
    }
}

extension Diagnostic.Code {
    static let maskedRule = Self(error: "masked-rule")
}

extension Diagnostic.Content {
    static func maskedRule(_ rule: Int) -> Self {
        Self(
            .maskedRule, "rule \(rule) can never fire: the rules before it take all its cases",
            hint: "move it up, or leave it out")
    }
}
