import Instruments

extension YAMLDecoder {
    /// A model of intervention; the outcome that it is shown under may be another framework's.
    mutating func model(_ node: YAMLNode, names: FrameworkNames) -> Model {
        let fields = fields(
            of: node, known: ["id", "title", "needs", "source", "means", "under", "cautions"])
        return Model(
            id: id("id", of: fields), title: text("title", of: fields),
            needs: conditions(requiredItems("needs", of: fields), names: names),
            source: optionalText("source", of: fields) ?? "",
            means: statement("means", of: fields),
            under: fields["under"].map { modelPlace($0) },
            cautions: items("cautions", of: fields).map { caution($0, names: names) })
    }

    private mutating func modelPlace(_ node: YAMLNode) -> Model.Place {
        let fields = fields(of: node, known: ["outcome", "reason"])
        return Model.Place(
            outcome: fields["outcome"].map { id($0, key: "outcome") },
            reason: text("reason", of: fields))
    }
}
