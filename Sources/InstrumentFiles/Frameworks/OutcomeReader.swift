import Instruments

extension YAMLDecoder {
    /// An outcome of a table; one without `means` has an empty one, which a check reports.
    mutating func outcome(_ node: YAMLNode, names: FrameworkNames) -> Outcome {
        let fields = fields(
            of: node,
            known: [
                "id", "title", "means", "benefits", "works-when", "fits-when", "settle-first", "focus",
                "places", "helps",
            ])
        return Outcome(
            id: id("id", of: fields), title: text("title", of: fields),
            means: optionalStatement("means", of: fields) ?? Statement(""),
            benefits: statements("benefits", of: fields),
            worksWhen: statements("works-when", of: fields),
            fitsWhen: statements("fits-when", of: fields),
            settleFirst: statements("settle-first", of: fields),
            focus: items("focus", of: fields).map { focus($0, names: names) },
            places: items("places", of: fields).map { place($0) }, helps: helps(of: fields))
    }

    private mutating func place(_ node: YAMLNode) -> PlaceStory {
        let fields = fields(of: node, known: ["name", "text", "source", "basis"])
        return PlaceStory(name: text("name", of: fields), statement: statement(of: fields))
    }

    private mutating func focus(_ node: YAMLNode, names: FrameworkNames) -> Outcome.Focus {
        let fields = fields(of: node, known: ["when", "text", "source"])
        return Outcome.Focus(
            when: formula("when", of: fields, names: names), text: text("text", of: fields),
            source: optionalText("source", of: fields))
    }
}
