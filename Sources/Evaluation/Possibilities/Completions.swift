import Instruments
import Sessions

/// All completions of a set of answers: every way in which the open questions could be answered.
///
/// A completion gives every question that is asked and open an ordinary answer. A question that
/// `ask-when` does not ask in a completion is left out there, as a not applicable one is everywhere.
struct Completions {
    typealias Node = Functions.Node

    /// The functions that stand for sets of completions.
    var functions: Functions
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
    /// The answers by question.
    let responsesByQuestion: [Question.ID: Response]
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
    /// Whether links that come up have nothing to do with the answer to the step: there are too many frameworks.
    private var leavesLinksFree = false
    /// For each open `choices` with many options, where each is chosen.
    private var chosenOptions: [Question.ID: [AnswerKind.Option.ID: Node]] = [:]

    /// Something that no question settles and that takes both values.
    enum FreeFact: Hashable {
        case element(Reference<Element>)
        case problems(Framework.ID, ProblemSet.Pattern)
        /// Whether a graded condition of which too little is left is in place.
        case inPlace(Reference<Condition>)
        /// Whether it is lacking, where it is not in place.
        case lacking(Reference<Condition>)
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
    ///   - forHeadline: whether it is for the headline alone, which has an order of its own.
    ///   - limit: the most nodes of a diagram; nil for a circuit.
    init(
        _ book: RuleBook, responses: [Question.ID: Response], links: [Link],
        movable: [Question.ID: [AnswerValue]] = [:], forHeadline: Bool = false, limit: Int?
    ) {
        self.book = book
        self.responses = book.questions.map { responses[$0.id] }
        responsesByQuestion = responses
        self.links = links
        self.movable = movable
        functions = Functions(limit: limit)
        let own = forHeadline ? book.headlineOrder : nil
        for question in own ?? Self.inDiagramOrder(book, links) {
            open(question)
        }
    }

    /// Whether a diagram reached its limit; then no set means anything.
    var isExhausted: Bool { functions.isExhausted }

    /// The variables that stand for the answer to an open or movable question; empty for any other.
    func variables(of id: Question.ID) -> [Int32] {
        variablesByQuestion[id] ?? []
    }

    /// The questions that some functions depend on.
    mutating func questions(behind nodes: [Node]) -> Set<Question.ID> {
        nodes.reduce(into: []) { questions, node in
            for variable in functions.support(of: node) {
                if let question = questionByVariable[Int(variable)] { questions.insert(question) }
            }
        }
    }

    /// What a function can be, over all completions: true before false.
    static func values(of holds: Node) -> [Bool] {
        [
            holds == Functions.never ? nil : true,
            holds == Functions.always ? nil : false,
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

    /// Where the answer to an open question decides whether a function holds; only in a diagram.
    mutating func decided(_ node: Node, by id: Question.ID) -> Node {
        let variables = Set(variables(of: id))
        return functions.diagram.decided(node) { variables.contains($0) }
    }

    /// Where the answer to the question at a place has a property; where the question is open, by completion.
    mutating func answer(_ place: Int, has property: (AnswerValue?) -> Bool) -> Node {
        if let classes = classes[book.questions[place].id] {
            return chosen(classes, at: place) { property($0.example) }
        }
        guard case .given(let value)? = responses[place], property(value) else {
            return Functions.never
        }
        return Functions.always
    }

    /// Where the answer to the question at a place chooses one of some options.
    mutating func answer(_ place: Int, choosesAnyOf options: [AnswerKind.Option.ID]) -> Node {
        guard let chosen = chosenOptions[book.questions[place].id] else {
            return answer(place) { answer in options.contains { answer?.chooses($0) ?? false } }
        }
        return options.reduce(Functions.never) { functions.or($0, chosen[$1] ?? Functions.never) }
    }

    /// Where the answer to an open or movable question is in a class that has a property.
    private mutating func chosen(
        _ classes: [AnswerDomain.Class], at place: Int, has property: (AnswerDomain.Class) -> Bool
    ) -> Node {
        // The first class whose variable is true is the answer. So from the last variable, which comes
        // first in the diagram, to the first: what holds if no variable before it is true.
        let holds = classes.map(property)
        var otherwise = (yes: Functions.always, no: Functions.never)
        for (holds, variable) in zip(holds, choices[book.questions[place].id] ?? []) {
            let high = holds ? otherwise.yes : otherwise.no
            otherwise = (
                functions.choose(variable, high, otherwise.yes),
                functions.choose(variable, high, otherwise.no)
            )
        }
        return holds.last == true ? otherwise.yes : otherwise.no
    }

    /// Where the question at a place is asked.
    mutating func isAsked(_ place: Int) -> Node {
        guard let askWhen = book.askWhen[place] else { return Functions.always }
        if let node = isAsked[place] { return node }
        // A circle is refused when the instrument is checked; here it must only come to an end.
        isAsked[place] = Functions.never
        let node = holds(askWhen)
        isAsked[place] = node
        return node
    }

    /// Where the question at a place counts: it is asked, and not marked not applicable.
    mutating func counts(_ place: Int) -> Node {
        if case .notApplicable? = responses[place] { return Functions.never }
        return isAsked(place)
    }

    /// The free truth of a fact that no question settles: it takes both values.
    mutating func free(_ fact: FreeFact) -> Node {
        if let node = freeFacts[fact] { return node }
        let node = functions.makeVariable()
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
        guard let place = book.linksStep else { return Functions.never }
        if !leavesLinksFree, let classes = classes[book.questions[place].id] {
            return chosen(classes, at: place) { $0.newlyLinked.contains(framework) }
        }
        guard LinksStep.isDone(responses[place]) else { return free(.unrecordedLink(framework)) }
        let isDone = isAsked(place)
        guard isDone != Functions.always else { return Functions.never }
        let unrecorded = free(.unrecordedLink(framework))
        return functions.choose(isDone, Functions.never, unrecorded)
    }

    private mutating func holds(_ askWhen: AskWhen) -> Node {
        switch askWhen {
        case .answer(let id, let values):
            // A question that there is not answers nothing.
            guard let place = book.places[id] else { return Functions.never }
            let matching: Node
            if chosenOptions[id] != nil {
                matching = answer(
                    place,
                    choosesAnyOf: book.questions[place].kind.options.map(\.id).filter { option in
                        values.contains(.word(option.text))
                    })
            } else {
                matching = answer(place) { answer in values.contains { answer?.matches($0) ?? false } }
            }
            return functions.and(isAsked(place), matching)
        case .all(let parts):
            var node = Functions.always
            for part in parts { node = functions.and(node, holds(part)) }
            return node
        case .any(let parts):
            var node = Functions.never
            for part in parts { node = functions.or(node, holds(part)) }
            return node
        case .not(let part):
            return functions.not(holds(part))
        }
    }

    /// How a step that is not done can turn out; a no that was given stands, and leaves it undone.
    private mutating func openStep(at place: Int) -> AnswerDomain? {
        let question = book.questions[place]
        var answers: [AnswerValue] = [.yesNo(true), .yesNo(false)]
        if case .given(let value)? = responses[place] { answers = [value] }
        let asked = book.lookedFor[question.id] ?? []
        if let domain = AnswerDomain(
            step: question, among: answers, linking: book.linkable, lookedForBy: asked)
        {
            return domain
        }
        leavesLinksFree = true
        return AnswerDomain(question, among: answers, lookedForBy: asked)
    }

    /// Opens a `choices` of which rules look at too many options to combine: each is chosen or not, by itself.
    ///
    /// Every answer is as likely as any other, as it is where they are combined. So the first option that is chosen
    /// has a chance of its own at each place; whether one behind it is chosen, too, is even.
    private mutating func openOptions(at place: Int) {
        let question = book.questions[place]
        let told = AnswerDomain.optionsLookedAt(of: question, by: book.lookedFor[question.id] ?? [])
        let several = told.filter { !$0.alone }
        guard !several.isEmpty else { return }
        let others = question.kind.options.filter { option in
            !option.alone && !told.contains { $0.id == option.id }
        }.count
        func power(_ exponent: Int) -> Double { Double(sign: .plus, exponent: exponent, significand: 1) }
        var nodes: [AnswerKind.Option.ID: Node] = [:]
        var variables: [Int32] = []
        func chance(_ share: Double) -> Node {
            variables.append(functions.variableCount)
            questionByVariable.append(question.id)
            chances.append(share)
            return functions.makeVariable()
        }
        var left = several.count + AnswerDomain.countedOptions(others)
        var none = Functions.always
        let alone = question.kind.options.filter(\.alone)
        for (index, option) in alone.enumerated() {
            let isThis = chance(1 / (power(left) - 1 + Double(alone.count - index)))
            nodes[option.id] = functions.and(none, isThis)
            none = functions.choose(isThis, Functions.never, none)
        }
        var some = Functions.never
        for option in several {
            left -= 1
            // At least one option is chosen in every answer.
            let isFirst = left == 0 ? Functions.always : chance(power(left) / (power(left + 1) - 1))
            let first = functions.and(none, isFirst)
            let further = some == Functions.never ? some : functions.and(some, chance(0.5))
            nodes[option.id] = functions.or(first, further)
            some = functions.or(some, first)
            none = functions.choose(isFirst, Functions.never, none)
        }
        chosenOptions[question.id] = nodes
        variablesByQuestion[question.id] = variables
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
        guard let domain else { return openOptions(at: place) }
        // The variable of a later class comes first, so that the chains share their ends and stay short.
        var isThis: [Node] = []
        var variables: [Int32] = []
        for _ in domain.classes.dropLast() {
            variables.insert(functions.variableCount, at: 0)
            isThis.insert(functions.makeVariable(), at: 0)
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
