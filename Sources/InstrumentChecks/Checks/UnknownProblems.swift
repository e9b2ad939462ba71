import Instruments

/// A formula that looks at problems needs a framework that lists some, fed beside its own.
struct UnknownProblems: Check {
    func findings(in context: CheckContext) -> [Finding] {
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
                    Finding(
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
