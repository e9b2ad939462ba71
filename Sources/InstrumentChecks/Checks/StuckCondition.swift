import Instruments

/// A condition that is the same whatever is answered decides nothing.
///
/// Either its formula contradicts itself or is always true, or the questions rule it out: perhaps it needs an
/// option that stands alone together with another one.
struct StuckCondition: Check {
    let codes: [Diagnostic.Code] = [.contradiction, .stuckCondition, .aloneWithOthers]

    func diagnostics(in context: CheckContext) -> [Diagnostic] {
        guard let reach = context.reachability else { return [] }
        return context.frameworks.flatMap { framework in
            framework.conditions.enumerated().compactMap { index, condition -> Diagnostic? in
                let reference = Reference(framework.id, condition.id)
                let content: Diagnostic.Content
                if let only = reach.free.conditions[reference]?.only {
                    content = .contradiction(condition.id, always: only)
                } else if let only = reach.asked.conditions[reference]?.only {
                    content =
                        !only && reach.together.conditions[reference]?.only == nil
                        ? .aloneWithOthers(condition.id) : .stuckCondition(condition.id, always: only)
                } else {
                    return nil
                }
                return Diagnostic(
                    .framework(framework.id), ["conditions", .index(index), condition.formulaKey], content)
            }
        }
    }
}

extension Condition {
    /// The key under which a file says how the condition comes out.
    var formulaKey: PathPart { grading == nil ? "when" : "grade" }
}

extension Set<Bool> {
    /// The value of a set that holds one.
    var only: Bool? { count == 1 ? first : nil }
}

extension Diagnostic.Code {
    static let contradiction = Self(error: "contradiction")
    static let stuckCondition = Self(error: "stuck-condition")
    static let aloneWithOthers = Self(error: "alone-with-others")
}

extension Diagnostic.Content {
    /// The formula is the same whatever its elements are.
    static func contradiction(_ id: Condition.ID, always: Bool) -> Self {
        Self(
            .contradiction, "`\(id)` is \(always ? "always" : "never") met, whatever its elements are",
            hint: "look for an element and its `not` side by side")
    }

    /// The questions leave only one possibility.
    static func stuckCondition(_ id: Condition.ID, always: Bool) -> Self {
        Self(
            .stuckCondition, "`\(id)` is \(always ? "always" : "never") met, whatever is answered",
            hint: "look at what its questions can be answered with")
    }

    /// It takes an option that stands alone, and another one of the same question.
    static func aloneWithOthers(_ id: Condition.ID) -> Self {
        Self(
            .aloneWithOthers,
            "`\(id)` is never met: it needs an option that stands alone together with another one",
            hint: "take one of the two options out of the formula")
    }
}
