import Instruments

extension YAMLDecoder {
    /// Factors of success; their elements and groups must be names of the same file.
    mutating func factorSet(_ node: YAMLNode, names: FrameworkNames) -> FactorSet {
        let fields = fields(of: node, known: ["source", "scale", "stages", "groups"])
        let nodes = requiredItems("groups", of: fields)
        let groups = nodes.map { elementGroup($0, names: names) }
        reportRepeated(idsOf: nodes, groups.map(\.id.text))
        let stageNodes = items("stages", of: fields)
        let stages = stageNodes.map { stage($0, among: groups.map(\.id), names: names) }
        reportRepeated(idsOf: stageNodes, stages.map(\.id.text))
        return FactorSet(
            source: text("source", of: fields), scale: scale(of: fields), stages: stages,
            groups: groups)
    }

    private mutating func scale(of fields: Fields) -> [FactorSet.Meaning] {
        guard let node = required("scale", of: fields) else { return [] }
        let fields = self.fields(of: node, known: FactorSet.State.allCases.map(\.rawValue))
        return FactorSet.State.allCases.map {
            FactorSet.Meaning(state: $0, means: text($0.rawValue, of: fields))
        }
    }

    /// Elements of the same file that belong together.
    mutating func elementGroup(_ node: YAMLNode, names: FrameworkNames) -> ElementGroup {
        let fields = fields(of: node, known: ["id", "title", "means", "source", "elements"])
        return ElementGroup(
            id: id("id", of: fields), title: text("title", of: fields),
            means: Statement(
                text("means", of: fields), source: optionalText("source", of: fields)),
            elements: requiredItems("elements", of: fields).compactMap { element($0, names: names) })
    }

    private mutating func stage(
        _ node: YAMLNode, among groups: [FactorSet.Group.ID], names: FrameworkNames
    ) -> FactorSet.Stage {
        let fields = fields(of: node, known: ["id", "title", "when", "groups"])
        let chosen: [FactorSet.Group.ID] = requiredItems("groups", of: fields).compactMap { node in
            let id: FactorSet.Group.ID = id(node, key: nil)
            guard groups.contains(id) else {
                report(
                    .unknownWord(id.text, key: "groups", known: groups.map(\.text)), at: node.place)
                return nil
            }
            return id
        }
        return FactorSet.Stage(
            id: id("id", of: fields), title: text("title", of: fields),
            when: required("when", of: fields).flatMap { element($0, names: names) } ?? "",
            groups: chosen)
    }

    /// An element of the same file; nil, and reported, for any other name.
    mutating func element(_ node: YAMLNode, names: FrameworkNames) -> Element.ID? {
        let id: Element.ID = id(node, key: nil)
        guard names.elements.contains(id.text) else {
            if !id.text.isEmpty { report(.unknownName(id.text), at: node.place) }
            return nil
        }
        return id
    }
}
