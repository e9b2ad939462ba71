import Instruments

/// A formula with numbers for its elements; a condition's name is replaced by that condition's formula.
indirect enum PlainFormula {
    case element(Int)
    case all([PlainFormula])
    case any([PlainFormula])
    case not(PlainFormula)

    /// Replaces names by numbers.
    ///
    /// - Parameters:
    ///   - formula: the formula as the framework has it.
    ///   - framework: where its conditions are looked up.
    ///   - number: the number of an element.
    init(_ formula: Formula, in framework: Framework, number: (Element.ID) -> Int) {
        switch formula {
        case .element(let id): self = .element(number(id))
        case .condition(let id):
            guard let condition = framework.condition(id) else {
                preconditionFailure("no condition \(id)")
            }
            self = PlainFormula(condition.when, in: framework, number: number)
        case .all(let parts): self = .all(parts.map { .init($0, in: framework, number: number) })
        case .any(let parts): self = .any(parts.map { .init($0, in: framework, number: number) })
        case .not(let part): self = .not(.init(part, in: framework, number: number))
        }
    }

    /// The elements that the formula names.
    var elements: Set<Int> {
        switch self {
        case .element(let number): [number]
        case .all(let parts), .any(let parts): parts.reduce(into: []) { $0.formUnion($1.elements) }
        case .not(let part): part.elements
        }
    }

    /// What is left of the formula without the elements that are removed; nil where nothing is left.
    func value(_ elements: [Bool?]) -> Bool? {
        switch self {
        case .element(let number):
            return elements[number]
        case .not(let part):
            return part.value(elements).map { !$0 }
        case .all(let parts):
            var result: Bool?
            for part in parts {
                if let value = part.value(elements) { result = (result ?? true) && value }
            }
            return result
        case .any(let parts):
            var result: Bool?
            for part in parts {
                if let value = part.value(elements) { result = (result ?? false) || value }
            }
            return result
        }
    }
}
