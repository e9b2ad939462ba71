import Instruments

/// A condition must not be part of its own formula.
struct CyclicConditions: Check {
    func findings(in context: CheckContext) -> [Finding] {
        context.frameworks.flatMap { findings(in: $0) }
    }

    /// The circles of one framework.
    func findings(in framework: Framework) -> [Finding] {
        let ids = framework.conditions.map(\.id)
        return framework.circles.found.map { circle in
            let index = circle.first.flatMap { ids.firstIndex(of: $0) } ?? 0
            return Finding(
                .framework(framework.id), ["conditions", .index(index), "when"],
                .cyclicConditions(circle))
        }
    }
}
