import Instruments

/// A rating says how good something is, so that it cannot make a problem present.
struct RatedProblem: Check {
    func findings(in context: CheckContext) -> [Finding] {
        let problems = Set(
            context.frameworks.flatMap { framework in
                (framework.problems?.elements ?? []).map { Reference(framework.id, $0) }
            })
        return context.questions.flatMap { placed -> [Finding] in
            guard case .rating = placed.question.kind else { return [] }
            return placed.question.locatedSupports.filter { problems.contains($0.part) }.map {
                placed.finding(at: $0.path, .ratedProblem($0.part))
            }
        }
    }
}
