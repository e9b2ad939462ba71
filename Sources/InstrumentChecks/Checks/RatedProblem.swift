import Instruments

/// A rating says how good something is, so that it cannot make a problem present.
struct RatedProblem: Check {
    let codes: [Diagnostic.Code] = [.ratedProblem]

    func diagnostics(in context: CheckContext) -> [Diagnostic] {
        let problems = Set(
            context.frameworks.flatMap { framework in
                (framework.problems?.elements ?? []).map { Reference(framework.id, $0) }
            })
        return context.questions.flatMap { placed -> [Diagnostic] in
            guard case .rating = placed.question.kind else { return [] }
            return placed.question.locatedSupports.filter { problems.contains($0.part) }.map {
                placed.diagnostic(at: $0.path, .ratedProblem($0.part))
            }
        }
    }
}

extension Diagnostic.Code {
    static let ratedProblem = Self(error: "rated-problem")
}

extension Diagnostic.Content {
    /// A rating makes a problem present.
    static func ratedProblem(_ reference: Reference<Element>) -> Self {
        Self(
            .ratedProblem, "a rating makes the problem `\(reference)` present",
            hint: "ask whether it is so, by a choice or a yes/no question")
    }
}
