import Instruments

extension YAMLDecoder {
    /// How a condition gets its grade.
    mutating func grading(_ node: YAMLNode, names: FrameworkNames) -> Condition.Grading {
        let fields = fields(
            of: node, known: ["of", "core", "in-place-from", "needs", "lacking-to", "lacking-too"])
        let elements = elementNames(requiredItems("of", of: fields), names: names)
        let core = elementNames(items("core", of: fields), names: names)
        for (id, node) in zip(core, items("core", of: fields)) where !elements.contains(id) {
            report(.unknownName(id.text), at: node.place)
        }
        return Condition.Grading(
            elements: elements, core: core, inPlace: share("in-place-from", of: fields),
            needs: fields["needs"].map { formula($0, names: names) },
            lacking: share("lacking-to", of: fields),
            lackingToo: fields["lacking-too"].map { formula($0, names: names) })
    }

    /// The share under a key: a text such as `2/3` of at least a part, and at most all.
    mutating func share(_ key: String, of fields: Fields) -> Share {
        guard let node = required(key, of: fields), let text = scalar(node, key: key) else { return .all }
        if let share = Share(text) { return share }
        report(.notAShare(text), at: node.place)
        return .all
    }

    /// Grades by their names.
    mutating func grades(_ nodes: [YAMLNode]) -> [Condition.Grade] {
        let grades = nodes.compactMap { word($0, key: "is", of: Condition.Grade.allCases) }
        reportRepeated(grades.map(\.rawValue), at: nodes.map(\.place))
        return grades
    }

    private mutating func elementNames(_ nodes: [YAMLNode], names: FrameworkNames) -> [Element.ID] {
        let ids: [Element.ID] = nodes.map { node in
            guard let text = scalar(node, key: nil) else { return "" }
            if !names.elements.contains(text) { report(.unknownName(text), at: node.place) }
            return Element.ID(text)
        }
        reportRepeated(ids.map(\.text), at: nodes.map(\.place))
        return ids
    }
}
