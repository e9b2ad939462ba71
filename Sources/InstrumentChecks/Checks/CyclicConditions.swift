import Instruments

/// A condition must not be part of its own formula.
struct CyclicConditions: Check {
    func findings(in context: CheckContext) -> [Finding] {
        context.frameworks.flatMap { findings(in: $0) }
    }

    /// The circles of one framework.
    func findings(in framework: Framework) -> [Finding] {
        let ids = framework.conditions.map(\.id)
        let formulas = Dictionary(
            framework.conditions.map { ($0.id, $0.when) }
        ) { first, _ in first }
        let circles = Circles(among: ids) { formulas[$0]?.conditions ?? [] }
        return circles.found.map { circle in
            let index = circle.first.flatMap { ids.firstIndex(of: $0) } ?? 0
            return Finding(
                .framework(framework.id), ["conditions", .index(index), "when"],
                .cyclicConditions(circle))
        }
    }
}

extension Formula {
    /// The conditions that the formula names.
    fileprivate var conditions: [Condition.ID] {
        names.compactMap { name in
            switch name {
            case .condition(let id): id
            case .element: nil
            }
        }
    }
}
