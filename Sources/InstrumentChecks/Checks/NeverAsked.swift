import Instruments

/// A question whose `ask-when` no answers can meet is never asked.
///
/// Tries every combination of the answers that the formulas tell apart, those of the questions that
/// these depend on included; more than `mostQuestions` or `mostCombinations` are not tried.
struct NeverAsked: Check {
    /// More questions than this have more combinations than are tried.
    static let mostQuestions = 16
    /// More combinations than this take longer than anybody waits.
    static let mostCombinations = 1 << 16

    func findings(in context: CheckContext) -> [Finding] {
        context.questionnaires.flatMap { questionnaire in
            let byID = Dictionary(
                questionnaire.questions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
            return CheckContext(questionnaires: [questionnaire], frameworks: []).questions
                .filter { $0.question.askWhen != nil && Self.canBeAsked($0.question, byID) == false }
                .map { $0.finding(at: ["ask-when"], .neverAsked($0.question.id)) }
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
        // An unknown question, an impossible value or a circle has a finding of its own.
        let answers = needed.map { id in byID[id]?.kind.answers(lookedFor: looked[id] ?? []) ?? [[]] }
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
    fileprivate func answers(lookedFor values: Set<PlainValue>) -> [Set<PlainValue>] {
        switch self {
        case .choices:
            // Each value may be among those chosen or not.
            let values = Array(values)
            guard values.count <= 16 else { return [] }
            return (0..<(1 << values.count)).map { mask in
                Set(values.indices.filter { mask >> $0 & 1 == 1 }.map { values[$0] })
            }
        case .rating, .yesNo, .choice, .number, .date, .text:
            return [[]] + values.map { [$0] }
        }
    }
}
