package import Instruments

/// Which questions are asked, given the answers so far.
package struct AskedQuestions: Sendable {
    /// The questions asked now, in the questionnaire's order.
    package let questions: [Question]
    private let ids: Set<Question.ID>

    /// Works out which questions a questionnaire asks.
    ///
    /// - Parameters:
    ///   - questionnaire: what could be asked.
    ///   - response: the answer to a question, whether it is asked now or not.
    package init(_ questionnaire: Questionnaire, response: (Question.ID) -> Response?) {
        let all = questionnaire.questions
        let byID = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var known: [Question.ID: Bool] = [:]

        func isAsked(_ question: Question) -> Bool {
            guard let askWhen = question.askWhen else { return true }
            if let answer = known[question.id] { return answer }
            // A circle is refused when the instrument is checked; here it must only come to an end.
            known[question.id] = false
            let asked = askWhen.holds { other, values in
                guard let other = byID[other], isAsked(other),
                    case .given(let value)? = response(other.id)
                else { return false }
                return values.contains { value.matches($0) }
            }
            known[question.id] = asked
            return asked
        }

        questions = all.filter { isAsked($0) }
        ids = Set(questions.map(\.id))
    }

    /// Whether the question is asked now.
    package func contains(_ id: Question.ID) -> Bool {
        ids.contains(id)
    }

    /// The question after this one, whether this one is asked or not; nil at the end.
    package func after(_ id: Question.ID, in questionnaire: Questionnaire) -> Question.ID? {
        let order = questionnaire.questions.map(\.id)
        guard let index = order.firstIndex(of: id) else { return questions.first?.id }
        return order[(index + 1)...].first { ids.contains($0) }
    }

    /// The question before this one; nil at the beginning. The end of the walk is nil, too.
    package func before(_ id: Question.ID?, in questionnaire: Questionnaire) -> Question.ID? {
        let order = questionnaire.questions.map(\.id)
        let end = id.flatMap { order.firstIndex(of: $0) } ?? order.count
        return order[..<end].last { ids.contains($0) }
    }
}

extension AnswerValue {
    /// Whether the answer is, or holds, the value of an `ask-when`.
    package func matches(_ value: PlainValue) -> Bool {
        switch (self, value) {
        case (.rating(let level), .whole(let wanted)): level == wanted
        case (.yesNo(let answer), .yes(let wanted)): answer == wanted
        case (.choice(let option), .word(let wanted)): option.text == wanted
        case (.choices(let options), .word(let wanted)): options.contains { $0.text == wanted }
        case (.number(let number), .whole(let wanted)): number == Double(wanted)
        case (.date(let date), .word(let wanted)): date.description == wanted
        case (.text(let text), .word(let wanted)): text == wanted
        default: false
        }
    }
}

extension SessionState {
    /// The questions asked now.
    package var asked: AskedQuestions {
        AskedQuestions(questionnaire) { response(to: $0) }
    }
}
