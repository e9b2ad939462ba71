/// A formula over the elements of one framework, as conditions, cautions and focuses use it.
///
/// A condition that is named inside another's formula stands for its own formula.
package indirect enum Formula: Equatable, Sendable {
    case element(Element.ID)
    case condition(Condition.ID)
    /// What is the case with the problems that a framework lists, perhaps another one.
    case problems(of: Framework.ID, are: ProblemSet.Pattern)
    case all([Formula])
    case any([Formula])
    case not(Formula)

    /// The elements and conditions that the formula names, in its own order, each as often as it stands there.
    package var names: [Name] {
        switch self {
        case .element(let id): [.element(id)]
        case .condition(let id): [.condition(id)]
        case .problems: []
        case .all(let parts), .any(let parts): parts.flatMap(\.names)
        case .not(let part): part.names
        }
    }

    /// One thing that a formula names.
    package enum Name: Hashable, Sendable {
        case element(Element.ID)
        case condition(Condition.ID)
    }

    /// The formula's strong Kleene truth.
    ///
    /// - Parameters:
    ///   - element: the truth of an element; nil where it has no question left, which removes it.
    ///   - condition: the formula that a condition's name stands for; nil where there is no such condition.
    ///   - problems: the truth about a framework's problems; nil where none of them has a question left.
    /// - Returns: nil where nothing is left of the formula.
    package func truth(
        element: (Element.ID) -> Truth?, condition: (Condition.ID) -> Formula?,
        problems: (Framework.ID, ProblemSet.Pattern) -> Truth? = { _, _ in nil }
    ) -> Truth? {
        func truth(_ part: Formula) -> Truth? {
            part.truth(element: element, condition: condition, problems: problems)
        }
        switch self {
        case .element(let id):
            return element(id)
        case .condition(let id):
            return condition(id).flatMap(truth)
        case .problems(let framework, let pattern):
            return problems(framework, pattern)
        case .all(let parts):
            let left = parts.compactMap(truth)
            return left.isEmpty ? nil : left.reduce(.yes) { $0 && $1 }
        case .any(let parts):
            let left = parts.compactMap(truth)
            return left.isEmpty ? nil : left.reduce(.no) { $0 || $1 }
        case .not(let part):
            return truth(part).map { !$0 }
        }
    }
}

extension Formula: Codable {
    private enum CodingKeys: String, CodingKey {
        case element, condition, problems, are, all, any, not
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        if let id = try container.decodeIfPresent(Element.ID.self, forKey: .element) {
            self = .element(id)
        } else if let id = try container.decodeIfPresent(Condition.ID.self, forKey: .condition) {
            self = .condition(id)
        } else if let id = try container.decodeIfPresent(Framework.ID.self, forKey: .problems) {
            self = .problems(
                of: id, are: try container.decode(ProblemSet.Pattern.self, forKey: .are))
        } else if let parts = try container.decodeIfPresent([Formula].self, forKey: .all) {
            self = .all(parts)
        } else if let parts = try container.decodeIfPresent([Formula].self, forKey: .any) {
            self = .any(parts)
        } else {
            self = .not(try container.decode(Formula.self, forKey: .not))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .element(let id): try container.encode(id, forKey: .element)
        case .condition(let id): try container.encode(id, forKey: .condition)
        case .problems(let framework, let pattern):
            try container.encode(framework, forKey: .problems)
            try container.encode(pattern, forKey: .are)
        case .all(let parts): try container.encode(parts, forKey: .all)
        case .any(let parts): try container.encode(parts, forKey: .any)
        case .not(let part): try container.encode(part, forKey: .not)
        }
    }
}
