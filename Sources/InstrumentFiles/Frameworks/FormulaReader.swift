import Instruments

/// The names that formulas, tables and models of one framework may use.
struct FrameworkNames {
    /// The elements' names.
    let elements: Set<String>
    /// The conditions' names.
    let conditions: Set<String>
    /// The names of the graded ones among them.
    let graded: Set<String>

    /// The names that stand in a framework's file.
    init(elements: [YAMLNode], conditions: [YAMLNode]) {
        self.elements = Set(elements.compactMap(\.textOfID))
        self.conditions = Set(conditions.compactMap(\.textOfID))
        graded = Set(conditions.filter(\.isGraded).compactMap(\.textOfID))
    }
}

extension YAMLNode {
    fileprivate var isGraded: Bool {
        guard case .map(let entries) = content else { return false }
        return entries.contains { $0.key == "grade" }
    }

    fileprivate var textOfID: String? {
        guard case .map(let entries) = content,
            case .scalar(let text, _)? = entries.first(where: { $0.key == "id" })?.value.content
        else { return nil }
        return text
    }
}

extension YAMLDecoder {
    /// A name, or a map of `all`, `any`, `not`, `problems` with `are`, `share` with `of`, or `condition` with `is`.
    mutating func formula(_ node: YAMLNode, names: FrameworkNames) -> Formula {
        guard case .map = node.content else { return name(node, names: names) }
        let keys = ["all", "any", "not", "problems", "share", "condition"]
        let fields = fields(of: node, known: keys + ["are", "of", "is"])
        guard keys.filter({ fields.contains($0) }).count == 1 else {
            report(.notExactlyOne(of: keys), at: node.place)
            return .all([])
        }
        if let framework = fields["problems"] {
            return .problems(
                of: id(framework, key: "problems"),
                are: word("are", of: fields, among: ProblemSet.Pattern.allCases, otherwise: .present))
        }
        for (key, owner) in [("are", "problems"), ("of", "share"), ("is", "condition")]
        where !fields.contains(owner) {
            if let node = fields[key] { report(.unknownKey(key, known: keys), at: node.place) }
        }
        if fields.contains("share") {
            return .share(
                share("share", of: fields),
                of: requiredItems("of", of: fields).map { formula($0, names: names) })
        }
        if let node = fields["condition"] {
            let grades = grades(requiredItems("is", of: fields))
            guard let text = scalar(node, key: "condition") else { return .all([]) }
            if !names.graded.contains(text) { report(.unknownCondition(text), at: node.place) }
            return .grade(of: Condition.ID(text), isIn: grades)
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
    mutating func conditions(_ nodes: [YAMLNode], names: FrameworkNames) -> [Condition.ID] {
        let ids: [Condition.ID] = nodes.map { node in
            guard let text = scalar(node, key: nil) else { return "" }
            if !names.conditions.contains(text) { report(.unknownCondition(text), at: node.place) }
            return Condition.ID(text)
        }
        reportRepeated(ids.map(\.text), at: nodes.map(\.place))
        return ids
    }

    /// A name that is an element's and a condition's, too, is the element's.
    private mutating func name(_ node: YAMLNode, names: FrameworkNames) -> Formula {
        guard let text = scalar(node, key: nil) else { return .all([]) }
        if names.elements.contains(text) { return .element(Element.ID(text)) }
        if names.conditions.contains(text) { return .condition(Condition.ID(text)) }
        report(.unknownName(text), at: node.place)
        return .all([])
    }
}
