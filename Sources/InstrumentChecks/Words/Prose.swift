import Instruments

/// A text for the reader where it stands.
struct PlacedText {
    let instrument: InstrumentName
    /// The path within the instrument.
    let path: [PathPart]
    let text: String
    /// Its sentences, each as its words.
    let sentences: [[Substring]]
    /// Whether it is what a question asks.
    let isQuestion: Bool

    /// A text with its sentences worked out.
    init(instrument: InstrumentName, path: [PathPart], text: String, isQuestion: Bool = false) {
        self.instrument = instrument
        self.path = path
        self.text = text
        self.isQuestion = isQuestion
        sentences = Reading.sentences(of: text)
    }

    /// A diagnostic about the text.
    func diagnostic(_ content: Diagnostic.Content) -> Diagnostic {
        Diagnostic(instrument, path, content)
    }
}

extension Questionnaire {
    /// Every text of the areas, by area.
    var textsByArea: [[PlacedText]] {
        areas.enumerated().map { index, area in
            let path: [PathPart] = ["areas", .index(index)]
            let intro = area.intro.map { [text($0, path + ["intro"])] } ?? []
            return intro
                + area.questions.enumerated().flatMap { number, question in
                    texts(of: question, path + ["questions", .index(number)])
                }
        }
    }

    /// Every text of the prompts.
    var promptTexts: [PlacedText] {
        prompts.enumerated().map { text($1.text, ["prompts", .index($0), "text"]) }
    }

    private func texts(of question: Question, _ path: [PathPart]) -> [PlacedText] {
        var texts = [
            PlacedText(
                instrument: .questionnaire(id), path: path + ["text"], text: question.text, isQuestion: true)
        ]
        if let hint = question.hint { texts.append(text(hint, path + ["hint"])) }
        if case .rating(let rating) = question.kind {
            texts += rating.descriptors.enumerated().map { text($1, path + ["levels", .index($0)]) }
        }
        texts += question.kind.options.enumerated().map {
            text($1.text, path + ["options", .index($0), "text"])
        }
        if let why = question.why { texts.append(text(why.text, path + ["why"])) }
        texts += question.lookFor.enumerated().map { text($1, path + ["look-for", .index($0)]) }
        texts += question.probes.enumerated().map { text($1, path + ["probes", .index($0)]) }
        return texts
    }

    private func text(_ words: String, _ path: [PathPart]) -> PlacedText {
        PlacedText(instrument: .questionnaire(id), path: path, text: words)
    }
}

extension Framework {
    /// Every text for the reader.
    var texts: [PlacedText] {
        let ruling = tables.enumerated().flatMap { texts(of: $1, ["tables", .index($0)]) }
        let other =
            elements.enumerated().map { text($1.statement, ["elements", .index($0), "statement"]) }
            + models.enumerated().flatMap { index, model in
                [text(model.means.text, ["models", .index(index), "means"])]
                    + cautions(model.cautions, ["models", .index(index)])
            }
            + notes.enumerated().map { text($1.statement.text, ["notes", .index($0), "text"]) }
        let signs =
            (signatures?.members ?? []).enumerated().map {
                text($1.risk, ["signatures", "members", .index($0), "risk"])
            }
        let factorial = (factors?.groups ?? []).enumerated().map {
            text($1.means.text, ["factors", "groups", .index($0), "means"])
        }
        return other + ruling + signs + factorial + problemTexts
    }

    private var problemTexts: [PlacedText] {
        guard let problems else { return [] }
        return problems.groups.enumerated().map {
            text($1.means.text, ["problems", "groups", .index($0), "means"])
        } + [
            text(problems.isolated.text, ["problems", "isolated"]),
            text(problems.linked.text, ["problems", "linked"]),
            text(problems.circle.text, ["problems", "circle"]),
        ]
    }

    private func texts(of table: DecisionTable, _ path: [PathPart]) -> [PlacedText] {
        let rules = table.rules.enumerated().flatMap { index, rule in
            let path = path + ["rules", .index(index)]
            return [("says", rule.says), ("reason", rule.reason)].compactMap { key, words in
                words.map { text($0, path + [.key(key)]) }
            } + cautions(rule.cautions, path)
        }
        let outcomes = table.outcomes.enumerated().flatMap { index, outcome in
            let path = path + ["outcomes", .index(index)]
            func list(_ key: String, _ statements: [Statement]) -> [PlacedText] {
                statements.enumerated().map { text($1.text, path + [.key(key), .index($0)]) }
            }
            return [text(outcome.means.text, path + ["means"])] + list("benefits", outcome.benefits)
                + list("works-when", outcome.worksWhen) + list("fits-when", outcome.fitsWhen)
                + list("settle-first", outcome.settleFirst)
        }
        return rules + outcomes
    }

    private func cautions(_ cautions: [Caution], _ path: [PathPart]) -> [PlacedText] {
        cautions.enumerated().map { text($1.text, path + ["cautions", .index($0), "text"]) }
    }

    private func text(_ words: String, _ path: [PathPart]) -> PlacedText {
        PlacedText(instrument: .framework(id), path: path, text: words)
    }
}
