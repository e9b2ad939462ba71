import Evaluation
import Instruments
import Sessions

// Short ways to write instruments and answers in tests.

/// A rating question of four levels, met from the third unless said otherwise.
func rating(
    _ id: Question.ID, levels: Int = 4, metFrom: Int = 3, supports: [String] = [],
    warnsOf: [String] = [], askWhen: AskWhen? = nil
) -> Question {
    let scale = Scale(levels: (1...levels).map { "Level \($0)" }, metFrom: metFrom)
    return Question(
        id: id, text: "How well?",
        kind: .rating(.init(scaleID: "scale", scale: scale, descriptors: scale.levels)),
        askWhen: askWhen, supports: references(supports),
        warnsOf: references(warnsOf).map { Warning($0) })
}

/// A yes/no question; a no warns, unless it is said that a yes does.
func yesNo(
    _ id: Question.ID, supports: [String] = [], warnsOf: [String] = [], when: Bool = false,
    askWhen: AskWhen? = nil
) -> Question {
    Question(
        id: id, text: "Is it so?", kind: .yesNo, askWhen: askWhen, supports: references(supports),
        warnsOf: references(warnsOf).map { Warning($0, when: when) })
}

/// A question of another kind.
func question(_ id: Question.ID, _ kind: AnswerKind, askWhen: AskWhen? = nil) -> Question {
    Question(id: id, text: "What?", kind: kind, askWhen: askWhen)
}

/// An option, with the elements that choosing it makes true.
func option(_ id: String, supports: [String] = []) -> AnswerKind.Option {
    AnswerKind.Option(id: .init(id), text: id, supports: references(supports))
}

/// A condition.
func condition(_ id: Condition.ID, _ when: Formula) -> Condition {
    Condition(id: id, title: "Condition \(id)", when: when, source: "test")
}

/// A headline table, with outcomes in the order of their first rule.
func tierTable(
    _ inputs: [Condition.ID], _ policy: DecisionTable.HitPolicy = .first,
    _ rules: [([DecisionTable.Cell], Outcome.ID)]
) -> DecisionTable {
    var outcomes: [Outcome] = []
    for (_, id) in rules where !outcomes.contains(where: { $0.id == id }) {
        outcomes.append(Outcome(id: id, title: "Outcome \(id)", means: Statement("An outcome.")))
    }
    return DecisionTable(
        id: "tier", title: "Tier", role: .tier, hitPolicy: policy, ranked: true, inputs: inputs,
        rules: rules.map { .init(when: $0.0, then: $0.1, basis: .stated) }, outcomes: outcomes)
}

/// A framework; its elements are those that its conditions name.
func framework(
    _ id: Framework.ID, _ conditions: [Condition], tables: [DecisionTable] = [],
    models: [Model] = [], signatures: SignatureSet? = nil
) -> Framework {
    var elements: [Element] = []
    for case .element(let name) in conditions.flatMap(\.when.names)
    where !elements.contains(where: { $0.id == name }) {
        elements.append(Element(id: name, statement: "It is so.", source: "test"))
    }
    return Framework(
        id: id, version: "1.0.0", title: "Framework \(id)", elements: elements,
        conditions: conditions, tables: tables, models: models, signatures: signatures)
}

/// A questionnaire of one area with the frameworks that it feeds.
func instruments(_ questions: [Question], _ frameworks: Framework...) -> InstrumentSet {
    InstrumentSet(
        questionnaire: Questionnaire(
            id: "test", version: "1.0.0", title: "Test", feeds: frameworks.map(\.id),
            areas: [Area(id: "area", title: "Area", questions: questions)]),
        frameworks: frameworks)
}

/// `framework/name`, as the instruments write it.
func references<Subject>(_ texts: [String]) -> [Reference<Subject>] {
    texts.compactMap { Reference($0) }
}

extension Findings {
    /// The finding of a condition.
    func condition(_ name: String) -> ConditionFinding? {
        conditions.first { $0.reference.description == name }
    }

    /// The finding of an element.
    func element(_ name: String) -> ElementFinding? {
        elements.first { $0.reference.description == name }
    }

    /// The outcomes that the headline can have.
    var possibleTiers: [Outcome.ID] { tier?.possible ?? [] }

    /// The open questions' names, most telling first.
    var openIDs: [Question.ID] { openQuestions.map(\.question) }

    /// The open questions with how telling they are: `x 0.75`.
    var telling: [String] { openQuestions.map { "\($0.question) \($0.share ?? -1)" } }
}

extension Response {
    /// Not applicable, for some reason.
    static let none = Response.notApplicable(reason: "There is none here.")
    static let yes = Response.given(.yesNo(true))
    static let no = Response.given(.yesNo(false))

    /// A rating.
    static func level(_ level: Int) -> Response { .given(.rating(level)) }

    /// An option.
    static func option(_ id: String) -> Response { .given(.choice(.init(id))) }
}
