import Instruments

/// A condition must not be part of its own formula.
struct CyclicConditions: Check {
    let codes: [Diagnostic.Code] = [.cyclicConditions]

    func diagnostics(in context: CheckContext) -> [Diagnostic] {
        context.frameworks.flatMap { diagnostics(in: $0) }
    }

    /// The circles of one framework.
    func diagnostics(in framework: Framework) -> [Diagnostic] {
        let ids = framework.conditions.map(\.id)
        return framework.circles.found.map { circle in
            let index = circle.first.flatMap { ids.firstIndex(of: $0) } ?? 0
            return Diagnostic(
                .framework(framework.id), ["conditions", .index(index), "when"],
                .cyclicConditions(circle))
        }
    }
}

extension Diagnostic.Code {
    static let cyclicConditions = Self(error: "cyclic-conditions")
}

extension Diagnostic.Content {
    static func cyclicConditions(_ circle: [Condition.ID]) -> Self {
        Self(.cyclicConditions, "conditions go round in a circle: \(localizedDescription(circle: circle))")
    }
}
