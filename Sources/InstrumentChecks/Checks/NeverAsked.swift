import Instruments

/// A question whose `ask-when` no answers can meet is never asked.
///
/// Tries every combination of the answers that the formulas tell apart, those of the questions that
/// these depend on included; more than `mostQuestions` or `mostCombinations` are not tried.
struct NeverAsked: Check {
    let codes: [Diagnostic.Code] = [.neverAsked]

    /// More questions than this have more combinations than are tried.
    static let mostQuestions = 16
    /// More combinations than this take longer than anybody waits.
    static let mostCombinations = 1 << 16

    func diagnostics(in context: CheckContext) -> [Diagnostic] {
        // A circle has a diagnostic of its own.
        context.questionnaires.filter { CyclicAskWhen().isFine($0) }.flatMap { questionnaire in
            let byID = Dictionary(
                questionnaire.questions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
            return questionnaire.placedQuestions
                .filter { $0.question.askWhen != nil && Self.canBeAsked($0.question, byID) == false }
                .map { $0.diagnostic(at: ["ask-when"], .neverAsked($0.question.id)) }
        }
    }

    /// Whether some answers bring a question up; nil where there are too many to try.
    private static func canBeAsked(_ question: Question, _ byID: [Question.ID: Question]) -> Bool? {
        var needed: [Question.ID] = []
        var looked: [Question.ID: Set<PlainValue>] = [:]
        func collect(_ askWhen: AskWhen) {
            switch askWhen {
            case .answer(let id, let values):
                looked[id, default: []].formUnion(values)
                guard !needed.contains(id) else { return }
                needed.append(id)
                guard needed.count <= mostQuestions else { return }
                if let earlier = byID[id]?.askWhen { collect(earlier) }
            case .all(let parts), .any(let parts):
                for part in parts where needed.count <= mostQuestions { collect(part) }
            case .not(let part): collect(part)
            }
        }
        guard let askWhen = question.askWhen else { return true }
        collect(askWhen)
        guard needed.count <= mostQuestions else { return nil }
        // An unknown question has a diagnostic of its own.
        guard needed.allSatisfy({ byID[$0] != nil }) else { return nil }
        var answers: [[Set<PlainValue>]] = []
        for id in needed {
            guard let choices = byID[id]?.kind.answers(lookedFor: looked[id] ?? []) else { return nil }
            answers.append(choices)
        }
        let count = answers.reduce(1) { $0 > mostCombinations ? $0 : $0 * $1.count }
        guard count <= mostCombinations else { return nil }
        for number in 0..<count {
            var given: [Question.ID: Set<PlainValue>] = [:]
            var rest = number
            for (id, choices) in zip(needed, answers) {
                given[id] = choices[rest % choices.count]
                rest /= choices.count
            }
            if holds(askWhen, given, byID, depth: byID.count) { return true }
        }
        return false
    }

    private static func holds(
        _ askWhen: AskWhen, _ given: [Question.ID: Set<PlainValue>],
        _ byID: [Question.ID: Question], depth: Int
    ) -> Bool {
        askWhen.holds { id, values in
            guard depth > 0, given[id]?.isDisjoint(with: values) == false else { return false }
            return byID[id]?.askWhen.map { holds($0, given, byID, depth: depth - 1) } ?? true
        }
    }
}

extension AnswerKind {
    /// The answers that some values tell apart, each as the values that it matches; none of them is one, too.
    ///
    /// - Returns: nil where there are too many to try.
    fileprivate func answers(lookedFor values: Set<PlainValue>) -> [Set<PlainValue>]? {
        switch self {
        case .choices(let options):
            // Each value may be among those chosen or not; one that stands alone is chosen without others.
            let alone = Set(options.filter(\.alone).map { PlainValue.word($0.id.text) })
            let together = Array(values.subtracting(alone))
            guard together.count <= 16 else { return nil }
            return (0..<(1 << together.count)).map { mask in
                Set(together.indices.filter { mask >> $0 & 1 == 1 }.map { together[$0] })
            } + values.intersection(alone).map { [$0] }
        case .rating, .yesNo, .choice, .number, .date, .text:
            return [[]] + values.map { [$0] }
        }
    }
}

extension Diagnostic.Code {
    static let neverAsked = Self(error: "never-asked")
}

extension Diagnostic.Content {
    /// No answers bring the question up.
    static func neverAsked(_ id: Question.ID) -> Self {
        Self(
            .neverAsked, "`\(id)` is never asked: no answers meet its `ask-when`",
            hint: "look for a value that is waited for and excluded at once")
    }
}
