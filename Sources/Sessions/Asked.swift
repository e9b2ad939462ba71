package import Instruments

/// Which questions are asked, given the answers so far.
package struct AskedQuestions: Sendable {
    private let areas: [Area]
    private let members: Set<Question.ID>

    /// The questions asked now, in the questionnaire's order. Linear in their number.
    package var questions: [Question] {
        areas.flatMap { area in area.questions.filter { members.contains($0.id) } }
    }

    /// The ids of the questions asked now, in the questionnaire's order; no question is copied.
    package func ids() -> [Question.ID] {
        var found: [Question.ID] = []
        for area in areas {
            for index in area.questions.indices {
                let id = area.questions[index].id
                if members.contains(id) { found.append(id) }
            }
        }
        return found
    }

    /// Works out which questions a questionnaire asks.
    ///
    /// - Parameters:
    ///   - questionnaire: what could be asked.
    ///   - response: the answer to a question, whether it is asked now or not.
    package init(_ questionnaire: Questionnaire, response: (Question.ID) -> Response?) {
        var asking = Asking()
        var ids: Set<Question.ID> = []
        ids.reserveCapacity(questionnaire.areas.reduce(0) { $0 + $1.questions.count })
        for area in questionnaire.areas {
            // Whole questions are large, and every answer that is given comes through here.
            for index in area.questions.indices
            where asking.isAsked(
                area.questions[index].id, area.questions[index].askWhen, questionnaire, response)
            {
                ids.insert(area.questions[index].id)
            }
        }
        areas = questionnaire.areas
        members = ids
    }

    /// Whether the question is asked now.
    package func contains(_ id: Question.ID) -> Bool {
        members.contains(id)
    }

    /// The question before this one; nil at the beginning. The end of the walk is nil, too.
    package func before(_ id: Question.ID?, in questionnaire: Questionnaire) -> Question.ID? {
        let order = questionnaire.questions.map(\.id)
        let end = id.flatMap { order.firstIndex(of: $0) } ?? order.count
        return order[..<end].last { members.contains($0) }
    }
}

extension Questionnaire {
    /// Whether a question is asked, given some answers; no other is looked at than those that it waits for.
    package func isAsked(_ question: Question, response: (Question.ID) -> Response?) -> Bool {
        var asking = Asking()
        return asking.isAsked(question.id, question.askWhen, self, response)
    }

    /// The question that is asked after this one, whether this one is asked or not; nil at the end, and the first where
    /// there is no such question. None is looked at beyond the one that is found.
    package func questionAsked(after id: Question.ID, response: (Question.ID) -> Response?) -> Question.ID? {
        var asking = Asking()
        var isPassed = false
        for area in areas {
            for index in area.questions.indices {
                let other = area.questions[index].id
                if isPassed, asking.isAsked(other, area.questions[index].askWhen, self, response) {
                    return other
                }
                isPassed = isPassed || other == id
            }
        }
        return isPassed ? nil : AskedQuestions(self, response: response).ids().first
    }
}

/// What was found out of single questions, since others may wait for the same.
private struct Asking {
    private var known: [Question.ID: Bool] = [:]

    mutating func isAsked(
        _ id: Question.ID, _ askWhen: AskWhen?, _ questionnaire: Questionnaire,
        _ response: (Question.ID) -> Response?
    ) -> Bool {
        guard let askWhen else { return true }
        if let answer = known[id] { return answer }
        // A circle is refused when the instrument is checked; here it must only come to an end.
        known[id] = false
        let asked = askWhen.holds { other, values in
            // Few questions wait for another, so looking through all is sooner done than an index of all.
            guard let other = questionnaire.question(other),
                isAsked(other.id, other.askWhen, questionnaire, response),
                case .given(let value)? = response(other.id)
            else { return false }
            return values.contains { value.matches($0) }
        }
        known[id] = asked
        return asked
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
