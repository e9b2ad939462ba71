import Instruments
import Sessions

/// A case in plain numbers, so that its completions can be tried one by one.
///
/// Written from `domain.md`, sections 1 to 4, and not from the evaluator; it shares no code with it.
struct PlainCase {
    /// A question with the answers to try.
    struct Item {
        var id: Question.ID
        /// All ordinary answers where it is open; else its answer, or none where it is not applicable.
        var answers: [AnswerValue]
        var isOpen: Bool
        var isApplicable: Bool
        var ask: Ask?
        /// For each answer to a step that is not done: the frameworks of which another link comes up.
        var newlyLinked: [Set<Framework.ID>] = []
        /// Whether an answer was given to a step that is not done: other questions can look at that answer.
        var isGiven = false
    }

    /// When a question is asked; `fits` says for each answer of an item whether it is looked for.
    indirect enum Ask {
        case answer(item: Int, fits: [Bool])
        case all([Ask])
        case any([Ask])
        case not(Ask)
    }

    /// A question that speaks for an element, or of a signature; `says` for each of its answers.
    struct Witness {
        var item: Int
        var says: [Bool]
    }

    struct PlainElement {
        var reference: Reference<Element>
        var witnesses: [Witness]
        /// The share of its witnesses that must speak for it; nil for all.
        var share: Share?
    }

    /// A condition that gets a grade.
    struct PlainGraded {
        var elements: [Int]
        var core: [Int]
        var grading: Condition.Grading
        var needs: PlainFormula?
        var lackingToo: PlainFormula?
        /// The numbers of the free truths that say what it is where too little of it is left.
        var free: (inPlace: Int, lacking: Int)
    }

    struct PlainCondition {
        var reference: Reference<Condition>
        var formula: PlainFormula
        /// The number of its grading; nil for none.
        var graded: Int?
    }

    struct PlainTable {
        var framework: Framework.ID
        var table: DecisionTable
        var inputs: [Int]
        /// For each rule, what each of what goes along needs besides.
        var alongside: [[PlainFormula?]] = []
        /// When each remark is made.
        var remarks: [PlainFormula] = []
    }

    struct PlainModel {
        var framework: Framework.ID
        var model: Model
        var needs: [Int]
    }

    struct PlainSignature {
        var signature: Signature
        var indicators: [Witness]
    }

    var items: [Item] = []
    /// The items' numbers, each after those that its `ask-when` looks at.
    var order: [Int] = []
    var elements: [PlainElement] = []
    /// The question about going through the problems for links, and whether a yes was given to it.
    var step: (item: Int, isDone: Bool)?
    /// For each framework, the number of the free truth that says whether there is a link that is not recorded.
    var unrecorded: [Framework.ID: Int] = [:]
    /// How many free truths there are: one for each element, and those of problems after them.
    var freeCount = 0
    var conditions: [PlainCondition] = []
    var graded: [PlainGraded] = []
    var tables: [PlainTable] = []
    var models: [PlainModel] = []
    var signatures: [PlainSignature] = []
    var thresholds: SignatureSet.Thresholds?

    /// Puts a case into numbers.
    ///
    /// - Parameters:
    ///   - instruments: what is asked and how it is read.
    ///   - responses: the answers; those set aside count where their question is asked.
    ///   - links: which problems lead to which.
    ///   - answers: the answers to try for an open question.
    init(
        _ instruments: InstrumentSet, _ responses: [Question.ID: Response], links: [Link] = [],
        answers: (Question, Questionnaire) -> [AnswerValue] = { ordinaryAnswers(to: $0, in: $1) }
    ) {
        let questionnaire = instruments.questionnaire
        let questions = questionnaire.questions
        let numbers = Dictionary(uniqueKeysWithValues: questions.enumerated().map { ($1.id, $0) })
        items = questions.map { question in
            switch responses[question.id] {
            case .given(let answer)? where question.step == .links && answer != .yesNo(true):
                undoneStep(question.id, [answer], isGiven: true, instruments)
            case .dontKnow? where question.step == .links, nil where question.step == .links:
                undoneStep(question.id, answers(question, questionnaire), isGiven: false, instruments)
            case .given(let answer)?:
                Item(id: question.id, answers: [answer], isOpen: false, isApplicable: true)
            case .notApplicable?:
                Item(id: question.id, answers: [], isOpen: false, isApplicable: false)
            case .dontKnow?, nil:
                Item(
                    id: question.id, answers: answers(question, questionnaire), isOpen: true,
                    isApplicable: true)
            }
        }
        step = questions.firstIndex { $0.step == .links }.map { place in
            (place, responses[questions[place].id] == .given(.yesNo(true)))
        }
        for (number, question) in questions.enumerated() {
            items[number].ask = question.askWhen.map { plain($0, numbers) }
        }
        order = Self.order(questions, numbers)
        var firstElements: [Framework.ID: Int] = [:]
        for framework in instruments.frameworks {
            firstElements[framework.id] = elements.count
            addElements(of: framework, questions)
        }
        freeCount = elements.count
        var problems: [String: PlainFormula] = [:]
        for framework in instruments.frameworks {
            func places(_ ids: [Element.ID]) -> [Int] {
                let first = firstElements[framework.id] ?? 0
                return ids.map { first + number(of: $0, among: framework.elements.map(\.id)) }
            }
            let all = places(framework.problems?.elements ?? [])
            let own = links.filter { $0.from.framework == framework.id && $0.to.framework == framework.id }
                .map { (places([$0.from.name])[0], places([$0.to.name])[0]) }
                .filter { all.contains($0.0) && all.contains($0.1) }
            problems["\(framework.id) present"] = .problems(
                all, links: nil, free: [freeCount], framework: framework.id)
            problems["\(framework.id) linked"] = .problems(
                all, links: own, free: [freeCount, freeCount + 1], framework: framework.id)
            freeCount += 2
            // Gone through in all completions, or a matter of the answers: then nothing is free.
            if let step, items[step.item].newlyLinked.isEmpty {
                let isAlwaysDone = step.isDone && items[step.item].ask == nil
                if !isAlwaysDone {
                    unrecorded[framework.id] = freeCount
                    freeCount += 1
                }
            }
        }
        // Of a framework that is not fed nothing is left, ever.
        for pattern in ProblemSet.Pattern.allCases {
            problems["nowhere \(pattern.rawValue)"] = .problems(
                [], links: nil, free: pattern == .present ? [freeCount] : [freeCount, freeCount + 1],
                framework: "nowhere")
        }
        freeCount += 2
        for framework in instruments.frameworks {
            add(framework, questions, firstElement: firstElements[framework.id] ?? 0) { id, pattern in
                problems["\(id) \(pattern.rawValue)"] ?? .problems([], links: nil, free: [], framework: id)
            }
        }
    }

    private func plain(_ askWhen: AskWhen, _ numbers: [Question.ID: Int]) -> Ask {
        switch askWhen {
        case .answer(let id, let values):
            guard let item = numbers[id] else { preconditionFailure("no question \(id)") }
            return .answer(
                item: item,
                fits: items[item].answers.map { answer in values.contains { isSame(answer, as: $0) } })
        case .all(let parts): return .all(parts.map { plain($0, numbers) })
        case .any(let parts): return .any(parts.map { plain($0, numbers) })
        case .not(let part): return .not(plain(part, numbers))
        }
    }

    private mutating func addElements(of framework: Framework, _ questions: [Question]) {
        for element in framework.elements {
            let reference = Reference(framework.id, element.id)
            elements.append(
                PlainElement(
                    reference: reference,
                    witnesses: questions.indices.flatMap { number in
                        supports(questions[number], reference).map { says in
                            Witness(item: number, says: items[number].answers.map(says))
                        }
                    }, share: element.share))
        }
    }

    private mutating func add(
        _ framework: Framework, _ questions: [Question], firstElement: Int,
        problems: (Framework.ID, ProblemSet.Pattern) -> PlainFormula
    ) {
        let firstCondition = conditions.count
        let firstGraded = graded.count
        let gradedIDs = framework.conditions.filter { $0.grading != nil }.map(\.id)
        func plain(_ formula: Formula) -> PlainFormula {
            PlainFormula(
                formula, in: framework,
                number: { firstElement + number(of: $0, among: framework.elements.map(\.id)) },
                graded: { firstGraded + number(of: $0, among: gradedIDs) }, problems: problems)
        }
        for condition in framework.conditions {
            var number: Int?
            if let grading = condition.grading {
                number = graded.count
                func places(_ ids: [Element.ID]) -> [Int] {
                    ids.map {
                        firstElement + EvaluationTests.number(of: $0, among: framework.elements.map(\.id))
                    }
                }
                graded.append(
                    PlainGraded(
                        elements: places(grading.elements), core: places(grading.core), grading: grading,
                        needs: grading.needs.map(plain), lackingToo: grading.lackingToo.map(plain),
                        free: (freeCount, freeCount + 1)))
                freeCount += 2
            }
            conditions.append(
                PlainCondition(
                    reference: Reference(framework.id, condition.id),
                    formula: plain(.condition(condition.id)), graded: number))
        }
        func conditionNumbers(_ ids: [Condition.ID]) -> [Int] {
            ids.map { firstCondition + number(of: $0, among: framework.conditions.map(\.id)) }
        }
        tables += framework.tables.map {
            PlainTable(
                framework: framework.id, table: $0, inputs: conditionNumbers($0.inputs),
                alongside: $0.rules.map { $0.alongside.map { $0.when.map(plain) } },
                remarks: $0.remarks.map { plain($0.when) })
        }
        models += framework.models.map {
            PlainModel(framework: framework.id, model: $0, needs: conditionNumbers($0.needs))
        }
        guard let set = framework.signatures, thresholds == nil else { return }
        thresholds = set.thresholds
        signatures = set.members.map { signature in
            let reference = Reference(framework.id, signature.id)
            let indicators = questions.indices.compactMap { number -> Witness? in
                let question = questions[number]
                guard let warning = question.warnsOf.first(where: { $0.signature == reference })
                else { return nil }
                return Witness(
                    item: number,
                    says: items[number].answers.map { warns($0, question, when: warning.when) })
            }
            return PlainSignature(signature: signature, indicators: indicators)
        }
    }

    /// A number for each question that comes after those of the questions that its `ask-when` looks at.
    private static func order(_ questions: [Question], _ numbers: [Question.ID: Int]) -> [Int] {
        var order: [Int] = []
        func visit(_ number: Int) {
            guard !order.contains(number) else { return }
            for id in questions[number].askWhen?.questions ?? [] {
                if let other = numbers[id] { visit(other) }
            }
            order.append(number)
        }
        for number in questions.indices { visit(number) }
        return order
    }
}

/// A step that is not done: each answer, with and without another link in each framework that has problems.
private func undoneStep(
    _ id: Question.ID, _ answers: [AnswerValue], isGiven: Bool, _ instruments: InstrumentSet
) -> PlainCase.Item {
    var ways: [Set<Framework.ID>] = [[]]
    for framework in instruments.frameworks where framework.problems != nil {
        ways += ways.map { $0.union([framework.id]) }
    }
    return PlainCase.Item(
        id: id, answers: answers.flatMap { answer in ways.map { _ in answer } }, isOpen: true,
        isApplicable: true, newlyLinked: answers.flatMap { _ in ways }, isGiven: isGiven)
}

/// The ways in which a question speaks for an element: whether an answer makes it true.
///
/// The options of a `choice` that support one element are alternatives; those of a `choices` must all be
/// chosen.
private func supports(
    _ question: Question, _ element: Reference<Element>
) -> [(AnswerValue) -> Bool] {
    var ways: [(AnswerValue) -> Bool] = []
    if question.supports.contains(element) {
        ways.append { answer in
            switch (question.kind, answer) {
            case (.rating(let rating), .rating(let level)): level >= rating.scale.metFrom
            case (.yesNo, .yesNo(let yes)): yes
            default: false
            }
        }
    }
    let options = question.kind.options.filter { $0.supports.contains(element) }.map(\.id)
    guard !options.isEmpty else { return ways }
    ways.append { answer in
        switch answer {
        case .choice(let chosen): options.contains(chosen)
        case .choices(let chosen): options.allSatisfy { chosen.contains($0) }
        case .rating, .yesNo, .number, .date, .text: false
        }
    }
    return ways
}

/// Whether an answer warns: a rating that is not met, or the yes or no that is named.
private func warns(_ answer: AnswerValue, _ question: Question, when: Bool) -> Bool {
    switch (question.kind, answer) {
    case (.rating(let rating), .rating(let level)): level < rating.scale.metFrom
    case (.yesNo, .yesNo(let yes)): yes == when
    default: false
    }
}

private func number<ID: Equatable>(of id: ID, among ids: [ID]) -> Int {
    guard let number = ids.firstIndex(of: id) else { preconditionFailure("no \(id)") }
    return number
}
