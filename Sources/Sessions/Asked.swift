package import Instruments

/// Who is asked.
package enum Setting: Sendable {
    /// Somebody alone, who can be asked everything.
    case alone
    /// A room, or one of the people who answer before it meets: some questions are not for them.
    case room

    /// Whether a question can be asked there at all.
    func allows(isNotForARoom: Bool) -> Bool { self == .alone || !isNotForARoom }
}

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
    ///   - setting: who is asked; what the answers mean is worked out as for somebody alone, so that what a room is not
    ///     asked stays open.
    ///   - response: the answer to a question, whether it is asked now or not.
    package init(
        _ questionnaire: Questionnaire, in setting: Setting = .alone, response: (Question.ID) -> Response?
    ) {
        var asking = Asking(setting: setting)
        var ids: Set<Question.ID> = []
        ids.reserveCapacity(questionnaire.areas.reduce(0) { $0 + $1.questions.count })
        for area in questionnaire.areas {
            // Whole questions are large, and every answer that is given comes through here.
            for index in area.questions.indices
            where setting.allows(isNotForARoom: area.questions[index].isNotForARoom)
                && asking.isAsked(
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
    package func isAsked(
        _ question: Question, in setting: Setting, response: (Question.ID) -> Response?
    ) -> Bool {
        var asking = Asking(setting: setting)
        return setting.allows(isNotForARoom: question.isNotForARoom)
            && asking.isAsked(question.id, question.askWhen, self, response)
    }

    /// The question that is asked after this one, whether this one is asked or not; nil at the end, and the first where
    /// there is no such question. None is looked at beyond the one that is found.
    package func questionAsked(
        after id: Question.ID, in setting: Setting, response: (Question.ID) -> Response?
    ) -> Question.ID? {
        var asking = Asking(setting: setting)
        var isPassed = false
        for area in areas {
            for index in area.questions.indices {
                let other = area.questions[index].id
                if isPassed, setting.allows(isNotForARoom: area.questions[index].isNotForARoom),
                    asking.isAsked(other, area.questions[index].askWhen, self, response)
                {
                    return other
                }
                isPassed = isPassed || other == id
            }
        }
        return isPassed ? nil : AskedQuestions(self, in: setting, response: response).ids().first
    }
}

/// What was found out of single questions, since others may wait for the same.
private struct Asking {
    let setting: Setting
    private var known: [Question.ID: Bool] = [:]

    init(setting: Setting) { self.setting = setting }

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
                setting.allows(isNotForARoom: other.isNotForARoom),
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
        AskedQuestions(questionnaire, in: setting) { response(to: $0) }
    }

    /// Who is asked.
    package var setting: Setting { room != nil || invitation != nil ? .room : .alone }

    /// The questions that are asked of people alone and of no room, where the session is a room's or somebody's answers
    /// before one, in the order of asking; none elsewhere. They stay open.
    package var notForTheRoom: [Question] {
        setting == .room ? questionnaire.questions.filter(\.isNotForARoom) : []
    }

    /// Why a question that is not asked now is not.
    package func whyNotAsked(_ id: Question.ID) -> Rejection {
        isClosedToTheRoom(id) ? .notForARoom(id) : .notAskedNow(id)
    }

    /// Whether the session is a room's, or for one, and the question is for somebody alone.
    func isClosedToTheRoom(_ id: Question.ID) -> Bool {
        setting == .room && questionnaire.question(id)?.isNotForARoom == true
    }
}
