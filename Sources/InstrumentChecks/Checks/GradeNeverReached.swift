import Instruments

/// Answers should be able to give a graded condition each of its grades.
///
/// Where lacking is as much as anything short of in place, nothing is ever partly so. A condition that is always the
/// same has a diagnostic of its own.
struct GradeNeverReached: Check {
    let codes: [Diagnostic.Code] = [.gradeNeverReached]

    func diagnostics(in context: CheckContext) -> [Diagnostic] {
        guard let reach = context.reachability else { return [] }
        return context.frameworks.flatMap { framework in
            framework.conditions.enumerated().flatMap { index, condition -> [Diagnostic] in
                let reference = Reference(framework.id, condition.id)
                guard let reached = reach.asked.grades[reference] ?? reach.free.grades[reference],
                    reached.count > 1
                else { return [] }
                return condition.grades.filter { !reached.contains($0) }.map {
                    Diagnostic(
                        .framework(framework.id), ["conditions", .index(index), condition.formulaKey],
                        .gradeNeverReached(condition.id, $0))
                }
            }
        }
    }
}

extension Diagnostic.Code {
    static let gradeNeverReached = Self(warning: "grade-never-reached")
}

extension Diagnostic.Content {
    /// No answers give a graded condition the grade.
    static func gradeNeverReached(_ id: Condition.ID, _ grade: Condition.Grade) -> Self {
        Self(
            .gradeNeverReached, "`\(id)` is never \(grade.rawValue), whatever is answered",
            hint: "set the shares further apart, or look at what the elements are measured by")
    }
}
