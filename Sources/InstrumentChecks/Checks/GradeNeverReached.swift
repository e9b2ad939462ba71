import Instruments

/// Answers should be able to give a graded condition each of its grades.
///
/// Where lacking is as much as anything short of in place, nothing is ever partly so. A condition that is always the
/// same has a finding of its own.
struct GradeNeverReached: Check {
    func findings(in context: CheckContext) -> [Finding] {
        guard let reach = context.reachability else { return [] }
        return context.frameworks.flatMap { framework in
            framework.conditions.enumerated().flatMap { index, condition -> [Finding] in
                let reference = Reference(framework.id, condition.id)
                guard let reached = reach.asked.grades[reference] ?? reach.free.grades[reference],
                    reached.count > 1
                else { return [] }
                return condition.grades.filter { !reached.contains($0) }.map {
                    Finding(
                        .framework(framework.id), ["conditions", .index(index), condition.formulaKey],
                        .gradeNeverReached(condition.id, $0))
                }
            }
        }
    }
}
