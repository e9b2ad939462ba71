import Instruments

/// A rule that no answers make fire is dead, although its cells look as if it could.
///
/// Conditions may exclude or imply one another. A rule behind others that take all its cases, and one with a
/// condition that is always the same, have findings of their own. A last rule for all that is left may find nothing left.
struct RuleNeverFires: Check {
    let codes: [Diagnostic.Code] = [.ruleNeverFires]

    func diagnostics(in context: CheckContext) -> [Diagnostic] {
        let stuck = Set(
            StuckCondition().diagnostics(in: context).map { "\($0.instrument.text) \($0.path)" })
        return context.tables.flatMap { placed -> [Diagnostic] in
            let id = placed.framework.id
            guard let reach = context.reach(of: placed),
                !placed.table.inputs.contains(where: { input in
                    let conditions = placed.framework.conditions
                    guard let index = conditions.firstIndex(where: { $0.id == input }) else { return false }
                    let path: [PathPart] = ["conditions", .index(index), conditions[index].formulaKey]
                    return stuck.contains("\(id.text) \(path)")
                })
            else { return [] }
            let masked =
                placed.table.hitPolicy == .first
                ? TableCombinations(placed)?.firing : Set(placed.table.rules.indices)
            return placed.table.rules.indices.filter { index in
                masked?.contains(index) == true
                    && !placed.isDefault(index)
                    && !reach.rules.contains(placed.table.id(ofRule: index + 1, in: id))
            }.map { placed.diagnostic(at: ["rules", .index($0)], .ruleNeverFires($0 + 1)) }
        }
    }
}

extension Diagnostic.Code {
    static let ruleNeverFires = Self(warning: "rule-never-fires")
}

extension Diagnostic.Content {
    /// No answers make the rule fire.
    static func ruleNeverFires(_ rule: Int) -> Self {
        Self(
            .ruleNeverFires, "rule \(rule) never fires: no answers make its conditions so together",
            hint: "change its cells, or leave it out")
    }
}
