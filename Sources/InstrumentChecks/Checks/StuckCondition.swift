import Instruments

/// A condition that is the same whatever is answered decides nothing.
///
/// Either its formula contradicts itself or is always true, or the questions rule it out: perhaps it needs an
/// option that stands alone together with another one.
struct StuckCondition: Check {
    func findings(in context: CheckContext) -> [Finding] {
        guard let reach = context.reachability else { return [] }
        return context.frameworks.flatMap { framework in
            framework.conditions.enumerated().compactMap { index, condition -> Finding? in
                let reference = Reference(framework.id, condition.id)
                let payload: Finding.Payload
                if let only = reach.free.conditions[reference]?.only {
                    payload = .contradiction(condition.id, always: only)
                } else if let only = reach.asked.conditions[reference]?.only {
                    payload =
                        !only && reach.together.conditions[reference]?.only == nil
                        ? .aloneWithOthers(condition.id) : .stuckCondition(condition.id, always: only)
                } else {
                    return nil
                }
                return Finding(
                    .framework(framework.id), ["conditions", .index(index), condition.formulaKey], payload)
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
