import Instruments

extension YAMLDecoder {
    /// What helps, each with who can do it.
    mutating func helps(of fields: Fields) -> [Help] {
        items("helps", of: fields).map { node in
            let fields = self.fields(of: node, known: ["text", "who", "source", "basis", "reason"])
            return Help(
                statement(of: fields),
                who: word("who", of: fields, among: Help.Actor.allCases, otherwise: .director))
        }
    }

    /// Another outcome that goes with a rule's.
    mutating func alongside(_ node: YAMLNode, outcomes: [Outcome], names: FrameworkNames) -> Alongside {
        let fields = fields(of: node, known: ["outcome", "when", "because", "source", "basis", "reason"])
        let (basis, reason) = reasonedBasis(of: fields)
        return Alongside(
            outcome: required("outcome", of: fields).flatMap { outcome($0, among: outcomes) } ?? "",
            when: fields["when"].flatMap { states($0, names: names) }, because: text("because", of: fields),
            source: optionalText("source", of: fields), basis: basis, reason: reason)
    }

    /// A map of conditions to what each may be: grades, or yes and no; all of them have to fit.
    private mutating func states(_ node: YAMLNode, names: FrameworkNames) -> Formula? {
        guard case .map(let entries) = node.content else {
            report(.wrongShape(key: "when", expected: .map, found: node.shape), at: node.place)
            return nil
        }
        let parts = entries.compactMap { entry in state(entry, names: names) }
        return parts.isEmpty ? nil : .all(parts)
    }

    /// What one condition may be; nil where that is anything.
    private mutating func state(_ entry: YAMLNode.Entry, names: FrameworkNames) -> Formula? {
        let id = Condition.ID(entry.key)
        if !names.conditions.contains(entry.key) {
            report(.unknownCondition(entry.key), at: entry.keyPlace)
        }
        let nodes: [YAMLNode] =
            if case .list(let nodes) = entry.value.content { nodes } else { [entry.value] }
        if names.graded.contains(entry.key) { return .grade(of: id, isIn: grades(nodes)) }
        let truths = Set(nodes.compactMap { flag($0, key: entry.key) })
        guard truths.count == 1 else { return nil }
        return truths.contains(true) ? .condition(id) : .not(.condition(id))
    }

    /// A sentence that is said where a formula holds.
    mutating func remark(_ node: YAMLNode, outcomes: [Outcome], names: FrameworkNames) -> Remark {
        let fields = fields(of: node, known: ["when", "outcome", "text", "source", "basis"])
        return Remark(
            when: formula("when", of: fields, names: names),
            outcomes: items("outcome", of: fields).compactMap { outcome($0, among: outcomes) },
            statement(of: fields))
    }

    private mutating func outcome(_ node: YAMLNode, among outcomes: [Outcome]) -> Outcome.ID? {
        guard let text = scalar(node, key: "outcome") else { return nil }
        let id = Outcome.ID(text)
        if !outcomes.contains(where: { $0.id == id }) { report(.unknownOutcome(text), at: node.place) }
        return id
    }
}
