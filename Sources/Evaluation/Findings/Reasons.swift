import Instruments

/// Finds the answers that a formula's truth rests on.
struct Reasons {
    private let elements: [Reference<Element>: ElementFinding]

    /// Prepares the reasons that some elements give.
    init(_ elements: [ElementFinding]) {
        self.elements = Dictionary(
            elements.map { ($0.reference, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// A formula's strong Kleene truth; unknown where nothing is left of it.
    func truth(of formula: Formula, in framework: Framework) -> Truth {
        truth(formula, framework) ?? .unknown
    }

    /// Whether a caution is to be shown.
    func applies(_ caution: Caution, in framework: Framework) -> Bool {
        caution.when.contains(truth(of: caution.of, in: framework))
    }

    /// A settled condition with what makes it so.
    func ground(_ condition: Condition, is value: Bool, in framework: Framework) -> Ground {
        var seen: Set<Element.ID> = []
        return Ground(
            condition: condition, holds: value,
            elements: behind(condition.when, is: value, in: framework)
                .filter { seen.insert($0.element.id).inserted })
    }

    /// A condition that is not settled, with what it waits for.
    func open(_ condition: Condition, in framework: Framework) -> OpenGround {
        var seen: Set<Element.ID> = []
        return OpenGround(
            condition: condition,
            elements: open(condition.when, in: framework)
                .filter { seen.insert($0.element.id).inserted })
    }

    /// The elements that make a formula true, or false; only those that matter.
    private func behind(
        _ formula: Formula, is value: Bool, in framework: Framework
    ) -> [ElementGround] {
        switch formula {
        case .element(let id):
            let reference = Reference(framework.id, id)
            guard let element = framework.element(id) else { return [] }
            guard let finding = elements[reference], finding.truth == Truth(value) else { return [] }
            return [ElementGround(element: element, holds: value, answers: finding.answers)]
        case .condition(let id):
            guard let condition = framework.condition(id) else { return [] }
            return behind(condition.when, is: value, in: framework)
        case .not(let part):
            return behind(part, is: !value, in: framework)
        case .all(let parts), .any(let parts):
            return parts.filter { truth($0, framework) == Truth(value) }
                .flatMap { behind($0, is: value, in: framework) }
        }
    }

    /// The elements of a formula that are not known and that its truth waits for.
    private func open(_ formula: Formula, in framework: Framework) -> [OpenElement] {
        switch formula {
        case .element(let id):
            guard let element = framework.element(id) else { return [] }
            return [
                OpenElement(
                    element: element,
                    questions: elements[Reference(framework.id, id)]?.open ?? [])
            ]
        case .condition(let id):
            guard let condition = framework.condition(id) else { return [] }
            return open(condition.when, in: framework)
        case .not(let part):
            return open(part, in: framework)
        case .all(let parts), .any(let parts):
            // Where nothing is left of any part, each of them takes both values.
            let unknown = parts.filter { truth($0, framework) == .unknown }
            return (unknown.isEmpty ? parts.filter { truth($0, framework) == nil } : unknown)
                .flatMap { open($0, in: framework) }
        }
    }

    private func truth(_ formula: Formula, _ framework: Framework) -> Truth? {
        formula.truth(
            element: { id in
                guard let finding = elements[Reference(framework.id, id)], !finding.isGone else {
                    return nil
                }
                return finding.truth
            },
            condition: { framework.condition($0)?.when })
    }
}
