import Instruments

/// The names that formulas, tables and models of one framework may use.
struct FrameworkNames {
    /// The elements' names.
    let elements: Set<String>
    /// The conditions' names.
    let conditions: Set<String>

    /// The names that stand in a framework's file.
    init(elements: [YamlNode], conditions: [YamlNode]) {
        self.elements = Set(elements.compactMap(\.textOfID))
        self.conditions = Set(conditions.compactMap(\.textOfID))
    }
}

extension YamlNode {
    fileprivate var textOfID: String? {
        guard case .map(let entries) = content,
            case .scalar(let text, _)? = entries.first(where: { $0.key == "id" })?.value.content
        else { return nil }
        return text
    }
}

extension FileWalk {
    /// A name, or a map of `all`, `any`, `not`, or `problems` with `are`.
    mutating func formula(_ node: YamlNode, names: FrameworkNames) -> Formula {
        guard case .map = node.content else { return name(node, names: names) }
        let keys = ["all", "any", "not", "problems"]
        let fields = fields(of: node, known: keys + ["are"])
        guard keys.filter({ fields.contains($0) }).count == 1 else {
            report(.notExactlyOne(of: keys), at: node.place)
            return .all([])
        }
        if let framework = fields["problems"] {
            return .problems(
                of: id(framework, key: "problems"),
                are: word("are", of: fields, among: ProblemSet.Pattern.allCases, otherwise: .present))
        }
        if let node = fields["are"] {
            report(.unknownKey("are", known: keys), at: node.place)
        }
        if let part = fields["not"] { return .not(formula(part, names: names)) }
        if fields.contains("all") {
            return .all(requiredItems("all", of: fields).map { formula($0, names: names) })
        }
        return .any(requiredItems("any", of: fields).map { formula($0, names: names) })
    }

    /// The formula under a key that must be there.
    mutating func formula(_ key: String, of fields: Fields, names: FrameworkNames) -> Formula {
        required(key, of: fields).map { formula($0, names: names) } ?? .all([])
    }

    /// Conditions by their names.
    mutating func conditions(_ nodes: [YamlNode], names: FrameworkNames) -> [Condition.ID] {
        let ids: [Condition.ID] = nodes.map { node in
            guard let text = scalar(node, key: nil) else { return "" }
            if !names.conditions.contains(text) { report(.unknownCondition(text), at: node.place) }
            return Condition.ID(text)
        }
        reportRepeated(ids.map(\.text), at: nodes.map(\.place))
        return ids
    }

    /// A name that is an element's and a condition's, too, is the element's.
    private mutating func name(_ node: YamlNode, names: FrameworkNames) -> Formula {
        guard let text = scalar(node, key: nil) else { return .all([]) }
        if names.elements.contains(text) { return .element(Element.ID(text)) }
        if names.conditions.contains(text) { return .condition(Condition.ID(text)) }
        report(.unknownName(text), at: node.place)
        return .all([])
    }
}
