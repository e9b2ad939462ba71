import Instruments

/// A formula that looks at problems needs a framework that lists some, fed beside its own.
struct UnknownProblems: Check {
    let codes: [Diagnostic.Code] = [.unknownProblems]

    func diagnostics(in context: CheckContext) -> [Diagnostic] {
        context.frameworks.flatMap { framework in
            framework.conditions.enumerated().flatMap { index, condition in
                Set(condition.formulas.flatMap(\.problemFrameworks)).sorted { $0.text < $1.text }.filter {
                    id in
                    let isThere = context.framework(id)?.problems != nil
                    let isFed = context.questionnaires.allSatisfy {
                        !$0.feeds.contains(framework.id) || $0.feeds.contains(id)
                    }
                    return !isThere || !isFed
                }.map {
                    Diagnostic(
                        .framework(framework.id), ["conditions", .index(index), condition.formulaKey],
                        .unknownProblems($0))
                }
            }
        }
    }
}

extension Formula {
    /// The frameworks whose problems the formula looks at.
    fileprivate var problemFrameworks: [Framework.ID] {
        switch self {
        case .element, .condition, .grade: []
        case .problems(let id, _): [id]
        case .all(let parts), .any(let parts), .share(_, let parts): parts.flatMap(\.problemFrameworks)
        case .not(let part): part.problemFrameworks
        }
    }
}

extension Diagnostic.Code {
    static let unknownProblems = Self(error: "unknown-problems")
}

extension Diagnostic.Content {
    static func unknownProblems(_ id: Framework.ID) -> Self {
        Self(
            .unknownProblems, "`\(id)` lists no problems, or is not fed beside this framework",
            hint: "name a framework with `problems`, and put it into `feeds`")
    }
}
