/// Something that makes an instrument unusable, whatever file it was read from.
///
/// A file of YAML and a compiled file are held against the same rules.
package enum InstrumentFlaw: Error, Hashable, Sendable {
    /// Two things of one kind have this name.
    case repeated(String)
    /// This name is used, and nothing has it.
    case unknown(String)
    /// Names that lead round in a circle, from the first to itself.
    case circle([String])
    /// What is built on one another is so many deep, and more than this.
    case tooDeep(limit: Int)
    /// A table's rule, a scale or a question has other parts than it needs; the name of what it is.
    case misshapen(String)

    /// How many conditions may be built on one another, so that what follows them down does not exhaust the stack.
    package static let mostConditions = 200
    /// How many questions, each asked on the answer to another, may be asked in a row.
    package static let mostQuestions = 3_500
}

extension Framework {
    /// What makes it unusable, in its own order; nothing for a sound one.
    package var flaws: [InstrumentFlaw] {
        let circles = circles
        return repeated(elements.map(\.id)) + repeated(conditions.map(\.id)) + repeated(tables.map(\.id))
            + repeated(models.map(\.id)) + repeated(signatures?.members.map(\.id) ?? [])
            + unknownNames + circles.found.map { .circle($0.map(\.text)) }
            + (circles.deepest > InstrumentFlaw.mostConditions
                ? [.tooDeep(limit: InstrumentFlaw.mostConditions)] : [])
            + tables.flatMap(\.flaws)
            + (translations ?? [:]).values.flatMap(\.flaws)
    }

    /// The circles that its conditions go round in.
    package var circles: Circles<Condition.ID> {
        let formulas = Dictionary(conditions.map { ($0.id, $0.formulas) }) { first, _ in first }
        return Circles(among: conditions.map(\.id)) { id in
            formulas[id]?.flatMap(\.names).compactMap { name in
                switch name {
                case .condition(let id): id
                case .element: nil
                }
            } ?? []
        }
    }

    private var unknownNames: [InstrumentFlaw] {
        let elements = Set(elements.map(\.id))
        let conditions = Set(conditions.map(\.id))
        let categories = Set(signatures?.categories.map(\.id) ?? [])
        let named = formulas.flatMap(\.names)
            .filter { name in
                switch name {
                case .element(let id): !elements.contains(id)
                case .condition(let id): !conditions.contains(id)
                }
            }.map { name in
                switch name {
                case .element(let id): id.text
                case .condition(let id): id.text
                }
            }
        let looked = (tables.flatMap(\.inputs) + models.flatMap(\.needs)).filter { !conditions.contains($0) }
        let grouped = ((factors?.groups ?? []) + (problems?.groups ?? [])).flatMap(\.elements)
        let staged = factors?.stages.map(\.when) ?? []
        let graded = self.conditions.compactMap(\.grading).flatMap { $0.elements + $0.core }
        let counted = (grouped + staged + graded).filter { !elements.contains($0) }
        let placed = (signatures?.members ?? []).map(\.category).filter { !categories.contains($0) }
        return (named + looked.map(\.text) + counted.map(\.text) + placed.map(\.text)).map { .unknown($0) }
    }

    /// Every formula of the framework.
    private var formulas: [Formula] {
        let outcomes = tables.flatMap(\.outcomes)
        let cautions = tables.flatMap(\.rules).flatMap(\.cautions) + models.flatMap(\.cautions)
        return conditions.flatMap(\.formulas) + cautions.map(\.of) + outcomes.flatMap(\.focus).map(\.when)
            + tables.flatMap(\.rules).flatMap(\.alongside).compactMap(\.when)
            + tables.flatMap(\.remarks).map(\.when)
    }
}

extension DecisionTable {
    fileprivate var flaws: [InstrumentFlaw] {
        let known = Set(outcomes.map(\.id))
        let rows = rules.filter { $0.when.count != inputs.count }.map { _ in
            InstrumentFlaw.misshapen(id.text)
        }
        let given =
            rules.map(\.then) + rules.flatMap(\.alongside).map(\.outcome) + remarks.flatMap(\.outcomes)
        return repeated(outcomes.map(\.id)) + repeated(inputs) + repeated(rules.compactMap(\.id)) + rows
            + given.filter { !known.contains($0) }.map { .unknown($0.text) }
    }
}

extension Questionnaire {
    /// What makes it unusable, in its own order; nothing for a sound one.
    package var flaws: [InstrumentFlaw] {
        let questions = questions
        let known = Set(questions.map(\.id))
        let circles = circles
        let overseen = oversight.map { $0.prevent + $0.detect + $0.respond } ?? []
        let looked =
            questions.compactMap(\.askWhen).flatMap(\.questions) + prompts.flatMap(\.when.questions)
            + overseen
        return repeated(areas.map(\.id)) + repeated(questions.map(\.id)) + repeated(feeds)
            + looked.filter { !known.contains($0) }.map { .unknown($0.text) }
            + circles.found.map { .circle($0.map(\.text)) }
            + (circles.deepest > InstrumentFlaw.mostQuestions
                ? [.tooDeep(limit: InstrumentFlaw.mostQuestions)] : [])
            + questions.filter { !$0.kind.isWellFormed }.map { .misshapen($0.id.text) }
            + (translations ?? [:]).values.flatMap(\.flaws)
    }

    /// The circles that the conditions of its questions go round in.
    package var circles: Circles<Question.ID> {
        let askWhens = Dictionary(questions.map { ($0.id, $0.askWhen) }) { first, _ in first }
        return Circles(among: questions.map(\.id)) { (askWhens[$0] ?? nil)?.questions ?? [] }
    }
}

extension AnswerKind {
    /// Whether it has the parts that it needs.
    fileprivate var isWellFormed: Bool {
        switch self {
        case .rating(let rating):
            rating.descriptors.count == rating.scale.levels.count
                && rating.scale.levels.indices.contains(rating.scale.metFrom - 1)
        case .choice(let options), .choices(let options):
            !options.isEmpty && Set(options.map(\.id)).count == options.count
        case .yesNo, .number, .date, .text: true
        }
    }
}

/// The names that stand there more than once, each once.
private func repeated<Subject>(_ ids: [Identifier<Subject>]) -> [InstrumentFlaw] {
    Dictionary(grouping: ids) { $0 }.filter { $1.count > 1 }.map(\.key.text).sorted().map { .repeated($0) }
}
