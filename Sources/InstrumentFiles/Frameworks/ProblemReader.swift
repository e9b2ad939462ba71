import Instruments

extension YAMLDecoder {
    /// Problems and what their links mean; their elements must be names of the same file.
    mutating func problemSet(_ node: YAMLNode, names: FrameworkNames) -> ProblemSet {
        let fields = fields(
            of: node, known: ["source", "groups", "isolated", "linked", "circle", "lone"])
        let nodes = requiredItems("groups", of: fields)
        let groups = nodes.map { elementGroup($0, names: names) }
        reportRepeated(idsOf: nodes, groups.map(\.id.text))
        return ProblemSet(
            source: text("source", of: fields), groups: groups,
            isolated: statement("isolated", of: fields), linked: statement("linked", of: fields),
            circle: statement("circle", of: fields),
            lone: fields["lone"].map { lone($0, among: groups.map(\.id)) })
    }

    private mutating func lone(
        _ node: YAMLNode, among groups: [ProblemSet.Group.ID]
    ) -> ProblemSet.Lone {
        let fields = fields(of: node, known: ["group", "text", "source", "basis"])
        let id: ProblemSet.Group.ID = id("group", of: fields)
        if let node = fields["group"], !id.text.isEmpty, !groups.contains(id) {
            report(.unknownWord(id.text, key: "group", known: groups.map(\.text)), at: node.place)
        }
        return ProblemSet.Lone(group: id, means: statement(of: fields))
    }
}
