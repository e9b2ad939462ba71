import Instruments
import Sessions

/// All completions of a set of answers: every way in which the open questions could be answered.
///
/// A completion gives every question that is asked and open an ordinary answer. A question that
/// `ask-when` does not ask in a completion is left out there, as a not applicable one is everywhere.
struct Completions {
    typealias Node = DecisionDiagram.Node

    /// The diagram in which sets of completions are nodes.
    var diagram: DecisionDiagram
    /// What is asked and how it is read.
    var instruments: InstrumentSet { book.instruments }
    /// What was worked out of them once.
    let book: RuleBook
    /// For each variable, the share of its question's remaining answers for which it is true.
    private(set) var chances: [Double] = []

    /// Which problems lead to which.
    let links: [Link]

    /// The answer to each question, in the order of asking.
    let responses: [Response?]
    private let movable: [Question.ID: [AnswerValue]]
    /// For each open or movable question, the classes of its answers.
    private var classes: [Question.ID: [AnswerDomain.Class]] = [:]
    /// For each of them, the variables of its classes as nodes, the last class's left out.
    private var choices: [Question.ID: [Node]] = [:]
    private var variablesByQuestion: [Question.ID: [Int32]] = [:]
    /// The question of each variable; nil for an element that no question settles.
    private var questionByVariable: [Question.ID?] = []
    /// For each question with an `ask-when`, where it is asked, once that is known.
    private var isAsked: [Int: Node] = [:]
    private var freeFacts: [FreeFact: Node] = [:]
    /// Whether a question was met whose answers are too many to tell apart.
    private var isTooWide = false

    /// Something that no question settles and that takes both values.
    enum FreeFact: Hashable {
        case element(Reference<Element>)
        case problems(Framework.ID, ProblemSet.Pattern)
        /// Whether problems of a framework are linked that no link recorded joins.
        case unrecordedLink(Framework.ID)
    }

    /// Prepares the completions of some answers.
    ///
    /// - Parameters:
    ///   - book: what is asked and how it is read.
    ///   - responses: the answers; a question without one, or with a don't know, is open.
    ///   - links: which problems lead to which.
    ///   - movable: for answers that could be other than they are, what else they could be; a variable of
    ///     theirs that is true stands for the answer as it is.
    ///   - limit: the most nodes of the diagram.
    init(
        _ book: RuleBook, responses: [Question.ID: Response], links: [Link],
        movable: [Question.ID: [AnswerValue]] = [:], limit: Int
    ) {
        self.book = book
        self.responses = book.questions.map { responses[$0.id] }
        self.links = links
        self.movable = movable
        diagram = DecisionDiagram(limit: limit)
        for question in Self.inDiagramOrder(book, links) {
            open(question)
        }
    }

    /// Whether some set could not be worked out within the limit; then no answer means anything.
    var isExhausted: Bool { diagram.isExhausted || isTooWide }

    /// The variables that stand for the answer to an open or movable question; empty for any other.
    func variables(of id: Question.ID) -> [Int32] {
        variablesByQuestion[id] ?? []
    }

    /// The questions that some functions depend on.
    func questions(behind nodes: [Node]) -> Set<Question.ID> {
        nodes.reduce(into: []) { questions, node in
            for variable in diagram.support(of: node) {
                if let question = questionByVariable[Int(variable)] { questions.insert(question) }
            }
        }
    }

    /// What a function can be, over all completions: true before false.
    static func values(of holds: Node) -> [Bool] {
        [
            holds == DecisionDiagram.never ? nil : true,
            holds == DecisionDiagram.always ? nil : false,
        ].compactMap(\.self)
    }

    /// What the variables of a movable question are when its answer is the one given.
    func settings(of id: Question.ID, as value: AnswerValue) -> [Int32: Bool] {
        let place = classes[id]?.firstIndex { $0.members.contains(value) }
        guard let place else { return [:] }
        return Dictionary(
            uniqueKeysWithValues: variables(of: id).prefix(place + 1).enumerated()
                .map { ($1, $0 == place) })
    }

    /// For each class of answers to an open question, the function with that answer given.
    mutating func settled(_ id: Question.ID, in node: Node) -> [Node] {
        let variables = variables(of: id)
        // With one variable true and all others false the answer is in that variable's class, else in the last.
        var none: [Int32: Bool] = [:]
        for variable in variables { none[variable] = false }
        let results = variables.map { variable in
            var values = none
            values[variable] = true
            return diagram.settle(values, in: node)
        }
        return results + [diagram.settle(none, in: node)]
    }

    /// Where the answer to the question at a place has a property; where the question is open, by completion.
    mutating func answer(_ place: Int, has property: (AnswerValue?) -> Bool) -> Node {
        if let classes = classes[book.questions[place].id] {
            return chosen(classes, at: place) { property($0.example) }
        }
        guard case .given(let value)? = responses[place], property(value) else {
            return DecisionDiagram.never
        }
        return DecisionDiagram.always
    }

    /// Where the answer to an open or movable question is in a class that has a property.
    private mutating func chosen(
        _ classes: [AnswerDomain.Class], at place: Int, has property: (AnswerDomain.Class) -> Bool
    ) -> Node {
        // The first class whose variable is true is the answer. So from the last variable, which comes
        // first in the diagram, to the first: what holds if no variable before it is true.
        let holds = classes.map(property)
        var otherwise = (yes: DecisionDiagram.always, no: DecisionDiagram.never)
        for (holds, variable) in zip(holds, choices[book.questions[place].id] ?? []) {
            let high = holds ? otherwise.yes : otherwise.no
            otherwise = (
                diagram.choose(variable, high, otherwise.yes),
                diagram.choose(variable, high, otherwise.no)
            )
        }
        return holds.last == true ? otherwise.yes : otherwise.no
    }

    /// Where the question at a place is asked.
    mutating func isAsked(_ place: Int) -> Node {
        guard let askWhen = book.askWhen[place] else { return DecisionDiagram.always }
        if let node = isAsked[place] { return node }
        // A circle is refused when the instrument is checked; here it must only come to an end.
        isAsked[place] = DecisionDiagram.never
        let node = holds(askWhen)
        isAsked[place] = node
        return node
    }

    /// Where the question at a place counts: it is asked, and not marked not applicable.
    mutating func counts(_ place: Int) -> Node {
        if case .notApplicable? = responses[place] { return DecisionDiagram.never }
        return isAsked(place)
    }

    /// The free truth of a fact that no question settles: it takes both values.
    mutating func free(_ fact: FreeFact) -> Node {
        if let node = freeFacts[fact] { return node }
        let node = diagram.makeVariable()
        chances.append(0.5)
        questionByVariable.append(nil)
        freeFacts[fact] = node
        return node
    }

    /// Where problems of a framework are linked that no link recorded joins, if there are two to link.
    ///
    /// Nowhere, where the questionnaire has no step for it, or the step is done. A step that is open can turn out
    /// either way, and so can one that is not applicable.
    mutating func unrecordedLink(in framework: Framework.ID) -> Node {
        guard let place = book.linksStep else { return DecisionDiagram.never }
        if let classes = classes[book.questions[place].id] {
            return chosen(classes, at: place) { $0.newlyLinked.contains(framework) }
        }
        guard LinksStep.isDone(responses[place]) else { return free(.unrecordedLink(framework)) }
        let isDone = isAsked(place)
        guard isDone != DecisionDiagram.always else { return DecisionDiagram.never }
        let unrecorded = free(.unrecordedLink(framework))
        return diagram.choose(isDone, DecisionDiagram.never, unrecorded)
    }

    private mutating func holds(_ askWhen: AskWhen) -> Node {
        switch askWhen {
        case .answer(let id, let values):
            // A question that there is not answers nothing.
            guard let place = book.places[id] else { return DecisionDiagram.never }
            let matching = answer(place) { answer in
                values.contains { answer?.matches($0) ?? false }
            }
            return diagram.and(isAsked(place), matching)
        case .all(let parts):
            var node = DecisionDiagram.always
            for part in parts { node = diagram.and(node, holds(part)) }
            return node
        case .any(let parts):
            var node = DecisionDiagram.never
            for part in parts { node = diagram.or(node, holds(part)) }
            return node
        case .not(let part):
            return diagram.not(holds(part))
        }
    }

    /// How a step that is not done can turn out; a no that was given stands, and leaves it undone.
    private func openStep(at place: Int) -> AnswerDomain? {
        let question = book.questions[place]
        var answers: [AnswerValue] = [.yesNo(true), .yesNo(false)]
        if case .given(let value)? = responses[place] { answers = [value] }
        return AnswerDomain(
            step: question, among: answers, linking: book.linkable,
            lookedForBy: book.lookedFor[question.id] ?? [])
    }

    private mutating func open(_ place: Int) {
        // Whole questions are large, and most of them are answered.
        let id = book.questions[place].id
        let domain: AnswerDomain?
        switch responses[place] {
        case let response where book.linksStep == place && LinksStep.isOpen(response):
            domain = openStep(at: place)
        case .given(let value):
            guard let others = movable[id] else { return }
            domain = AnswerDomain(
                book.questions[place], among: [value] + others, lookedForBy: book.lookedFor[id] ?? [])
        case .notApplicable: return
        case .dontKnow, nil:
            domain = AnswerDomain(book.questions[place], lookedForBy: book.lookedFor[id] ?? [])
        }
        guard let domain else {
            isTooWide = true
            return
        }
        // The variable of a later class comes first, so that the chains share their ends and stay short.
        var isThis: [Node] = []
        var variables: [Int32] = []
        for _ in domain.classes.dropLast() {
            variables.insert(diagram.variableCount, at: 0)
            isThis.insert(diagram.makeVariable(), at: 0)
            questionByVariable.append(id)
        }
        var shares: [Double] = []
        var left = domain.classes.reduce(0) { $0 + $1.size }
        for answers in domain.classes.dropLast() {
            shares.append(Double(answers.size) / Double(left))
            left -= answers.size
        }
        chances += shares.reversed()
        classes[id] = domain.classes
        choices[id] = isThis
        variablesByQuestion[id] = variables
    }

    /// Signature by signature, then problems beside those that they lead to, then the questions that are left.
    ///
    /// Counting, and telling whether any link counts, stay narrow in that order.
    private static func inDiagramOrder(_ book: RuleBook, _ links: [Link]) -> [Int] {
        guard !links.isEmpty else { return book.diagramOrder }
        let warning = book.diagramOrder.prefix { !book.questions[$0].warnsOf.isEmpty }
        var linked: [Int] = []
        var placed = Set(warning)
        for element in ProblemGraph(links: links).elementsByNeighbourhood() {
            for (place, question) in book.questions.enumerated() where question.measures(element) {
                if placed.insert(place).inserted { linked.append(place) }
            }
        }
        return warning + linked + book.questions.indices.filter { !placed.contains($0) }
    }

    /// For each question, the values that each `ask-when` on it looks for.
    static func valuesLookedFor(in all: [Question]) -> [Question.ID: [[PlainValue]]] {
        func leaves(_ askWhen: AskWhen) -> [(Question.ID, [PlainValue])] {
            switch askWhen {
            case .answer(let id, let values): [(id, values)]
            case .all(let parts), .any(let parts): parts.flatMap(leaves)
            case .not(let part): leaves(part)
            }
        }
        return Dictionary(
            grouping: all.compactMap(\.askWhen).flatMap(leaves), by: \.0
        ).mapValues { $0.map(\.1) }
    }
}

extension Question {
    /// Whether an answer makes the element true, by itself or by one of its options.
    fileprivate func measures(_ element: Reference<Element>) -> Bool {
        supports.contains(element) || kind.options.contains { $0.supports.contains(element) }
    }
}
