package import Instruments
package import Sessions

/// The ordinary answers that a question can have, sorted by what the rules can tell apart.
///
/// Two answers are in one class when every element, warning and `ask-when` treats them alike.
struct AnswerDomain {
    /// Answers that no rule tells apart.
    struct Class {
        /// One of them; nil for an answer that no rule names (a number, a date or a text).
        var example: AnswerValue?
        /// How many there are, for counting; an answer that no rule names counts as one.
        var size: Int
        /// Those that were named one by one.
        var members: Set<AnswerValue> = []
        /// For a step that is not done: the frameworks of which it will bring up another link.
        var newlyLinked: Set<Framework.ID> = []
    }

    /// The classes; never empty.
    let classes: [Class]

    /// The most options of a `choices` question, of those that some rule looks at, that can be combined.
    static let mostCombinedOptions = 10

    /// Sorts the answers to a question; nil for a `choices` of which rules look at too many options to combine.
    ///
    /// - Parameters:
    ///   - question: the question.
    ///   - asked: for each `ask-when` that looks at the question, the values that it looks for.
    init?(_ question: Question, lookedForBy asked: [[PlainValue]]) {
        let candidates: [Class]
        switch question.kind {
        case .rating(let rating):
            candidates = (1...rating.scale.levels.count).map { Class(example: .rating($0), size: 1) }
        case .yesNo:
            candidates = [true, false].map { Class(example: .yesNo($0), size: 1) }
        case .choice(let options):
            candidates = options.map { Class(example: .choice($0.id), size: 1) }
        case .choices(let options):
            guard let combinations = Self.combinations(of: options, lookedForBy: asked) else { return nil }
            candidates = combinations
        case .number(let range) where range.least != nil && range.least == range.greatest:
            candidates = [Class(example: range.least.map { .number($0) }, size: 1)]
        case .number, .date, .text:
            // What is named by some rule, each once, and one answer that is not.
            let named = asked.joined().compactMap { value -> AnswerValue? in
                let answer = try? AnswerValue(value.description, for: question.kind)
                return answer?.matches(value) == true ? answer : nil
            }
            var seen: Set<AnswerValue> = []
            candidates =
                named.filter { seen.insert($0).inserted }.map { Class(example: $0, size: 1) }
                + [Class(example: nil, size: 1)]
        }

        guard let domain = AnswerDomain(question, candidates, lookedForBy: asked) else { return nil }
        self = domain
    }

    /// Sorts some answers to a question; those that no rule tells from the first are in the first class.
    ///
    /// - Parameters:
    ///   - question: the question.
    ///   - answers: the answers to sort; nil for none.
    ///   - asked: for each `ask-when` that looks at the question, the values that it looks for.
    init?(_ question: Question, among answers: [AnswerValue], lookedForBy asked: [[PlainValue]]) {
        self.init(question, answers.map { Class(example: $0, size: 1) }, lookedForBy: asked)
    }

    /// Sorts the ways in which a step that is not done can turn out: in each framework it brings up another link, or
    /// none; nil where there are too many frameworks to combine.
    ///
    /// - Parameters:
    ///   - step: the question that says whether it is done.
    ///   - answers: the answers that the question can have by then.
    ///   - linkable: the frameworks whose problems can be linked.
    ///   - asked: for each `ask-when` that looks at the question, the values that it looks for.
    init?(
        step: Question, among answers: [AnswerValue], linking linkable: [Framework.ID],
        lookedForBy asked: [[PlainValue]]
    ) {
        guard linkable.count <= Self.mostCombinedOptions else { return nil }
        let candidates = answers.flatMap { answer in
            (0..<(1 << linkable.count)).map { mask in
                Class(
                    example: answer, size: 1,
                    newlyLinked: Set(linkable.indices.filter { mask >> $0 & 1 == 1 }.map { linkable[$0] }))
            }
        }
        self.init(step, candidates, lookedForBy: asked, linking: linkable)
    }

    private init?(
        _ question: Question, _ candidates: [Class], lookedForBy asked: [[PlainValue]],
        linking linkable: [Framework.ID] = []
    ) {
        var classes: [Class] = []
        var indexByTraits: [[Bool]: Int] = [:]
        for answers in candidates {
            let candidate = answers.example
            var traits = asked.map { values in
                values.contains { value in candidate?.matches(value) ?? false }
            }
            // A yes to a step measures nothing by itself.
            traits.append(question.step == nil && question.isMet(by: candidate))
            traits += linkable.map(answers.newlyLinked.contains)
            traits += question.kind.options.filter { !$0.supports.isEmpty }.map {
                candidate?.chooses($0.id) ?? false
            }
            let index = indexByTraits[traits] ?? classes.count
            if index == classes.count {
                indexByTraits[traits] = index
                classes.append(answers)
            } else {
                classes[index].size += answers.size
            }
            if let candidate { classes[index].members.insert(candidate) }
        }
        guard !classes.isEmpty else { return nil }
        self.classes = classes
    }

    /// The options of a question that some rule looks at.
    static func optionsLookedAt(of question: Question, by asked: [[PlainValue]]) -> [AnswerKind.Option] {
        lookedAt(question.kind.options, by: asked)
    }

    /// How many of the options that no rule looks at are counted: past forty, one more or less makes no difference to a
    /// share.
    static func countedOptions(_ others: Int) -> Int { min(others, 40) }

    private static func lookedAt(
        _ options: [AnswerKind.Option], by asked: [[PlainValue]]
    ) -> [AnswerKind.Option] {
        let named = Set(asked.joined())
        return options.filter { !$0.supports.isEmpty || named.contains(.word($0.id.text)) }
    }

    /// The combinations of the options that some rule looks at; the others only make their classes larger.
    private static func combinations(
        of options: [AnswerKind.Option], lookedForBy asked: [[PlainValue]]
    ) -> [Class]? {
        let lookedAt = Set(lookedAt(options, by: asked).map(\.id))
        let told = options.filter { lookedAt.contains($0.id) && !$0.alone }.map(\.id)
        let others = options.filter { !lookedAt.contains($0.id) && !$0.alone }.map(\.id)
        let alone = options.filter(\.alone).map { Class(example: .choices([$0.id]), size: 1) }
        guard told.count <= mostCombinedOptions else { return nil }
        let size = 1 << countedOptions(others.count)
        let chosen = (1..<(1 << told.count)).map { mask in
            Class(
                example: .choices(told.indices.filter { mask >> $0 & 1 == 1 }.map { told[$0] }),
                size: size)
        }
        // At least one option is chosen in every answer.
        let rest = others.prefix(1).map { Class(example: .choices([$0]), size: size - 1) }
        return chosen + rest + alone
    }
}

extension Question {
    /// Whether an ordinary answer meets what a rating or yes/no question is about; false for other kinds.
    package func isMet(by value: AnswerValue?) -> Bool {
        switch (kind, value) {
        case (.rating(let rating), .rating(let level)?): level >= rating.scale.metFrom
        case (.yesNo, .yesNo(let answer)?): answer
        default: false
        }
    }

    /// Whether an ordinary answer warns: a rating below the met level, or the yes or no that is named.
    package func isWarning(_ value: AnswerValue?, when answer: Bool) -> Bool {
        switch (kind, value) {
        case (.rating(let rating), .rating(let level)?): level < rating.scale.metFrom
        case (.yesNo, .yesNo(let given)?): given == answer
        default: false
        }
    }
}

extension AnswerValue {
    /// Whether the answer chooses the option.
    func chooses(_ option: AnswerKind.Option.ID) -> Bool {
        switch self {
        case .choice(let chosen): chosen == option
        case .choices(let chosen): chosen.contains(option)
        case .rating, .yesNo, .number, .date, .text: false
        }
    }
}
