package import Instruments

/// Something that will be done about an answer: a line of the plan.
package struct Action: Equatable, Sendable {
    /// Its name in the session, such as `A1`; empty where the session still has to give it one, and for a question that a
    /// room put off.
    package var id: String
    /// What will be done.
    package var text: String
    /// Who does it, by role; nil where nobody is named yet.
    package var role: String?
    /// By when; nil where no date is set.
    package var due: CalendarDate?
    /// How far it is.
    package var state: State
    /// What came of it, or why it was dropped; nil where nobody said.
    package var outcome: String?
    /// The finding that it answers, by the name that `explain` takes; nil where none is named.
    package var finding: String?
    /// How people will see that it worked; nil where nobody said.
    package var measure: String?
    /// Whether it is from an earlier session, and nobody has said yet what became of it.
    package var isCarried: Bool
    /// The day on which it was done or dropped: the one that somebody named, else the one on which it was said; part of an
    /// event only where it was named.
    package var settled: CalendarDate?

    /// How far an action is.
    package enum State: String, CaseIterable, Sendable, Codable {
        /// Nothing of it is done yet.
        case open
        /// It was begun.
        case doing
        /// It is done.
        case done
        /// It will not be done.
        case dropped

        /// Whether nothing is left to do.
        package var isSettled: Bool { self == .done || self == .dropped }
    }

    /// An action with all its fields.
    package init(
        id: String = "", text: String, role: String?, due: CalendarDate?, state: State = .open,
        outcome: String? = nil, finding: String? = nil, measure: String? = nil, isCarried: Bool = false
    ) {
        self.id = id
        self.text = text
        self.role = role
        self.due = due
        self.state = state
        self.outcome = outcome
        self.finding = finding
        self.measure = measure
        self.isCarried = isCarried
    }

    /// Whether it is due on a day or before it, and not settled.
    package func isDue(on day: CalendarDate) -> Bool {
        !state.isSettled && due.map { $0 <= day } == true
    }
}

extension Action {
    /// The number in its name; nil where the name is none that a session gives.
    var number: Int? { Self.number(of: id) }

    /// The number in a name such as `A12`; nil where it is none.
    package static func number(of name: String) -> Int? {
        guard let first = name.utf8.first, first == UInt8(ascii: "A") || first == UInt8(ascii: "a"),
            (2...7).contains(name.utf8.count), name.utf8.dropFirst().allSatisfy({ (48...57).contains($0) }),
            let number = Int(name.dropFirst()), number > 0
        else { return nil }
        return number
    }

    /// The action with something done to each of its texts; what was taken out of the optional ones is gone.
    func mappingWords(_ change: (String) -> String) -> Action {
        func changed(_ text: String?) -> String? {
            text.map(change).flatMap { $0 == .removedWords ? nil : $0 }
        }
        var action = self
        action.text = change(text)
        action.role = changed(role)
        action.outcome = changed(outcome)
        action.measure = changed(measure)
        return action
    }
}

extension SessionState {
    /// The question on which an action stands, and the action; nil where there is none of that name.
    package func action(named name: String) -> (question: Question.ID, action: Action)? {
        guard let number = Action.number(of: name) else { return nil }
        for question in questionnaire.questions {
            guard let found = records[question.id]?.actions.first(where: { $0.number == number }) else {
                continue
            }
            return (question.id, found)
        }
        return nil
    }

    /// Every action with its question, in the order of asking.
    package var actions: [(question: Question.ID, action: Action)] {
        questionnaire.questions.flatMap { question in
            (records[question.id]?.actions ?? []).map { (question.id, $0) }
        }
    }

    /// The action with a name of its own; a journal gives none to one that has nothing but words, a role and a date.
    mutating func named(_ action: Action) -> Action {
        var action = action
        if action.id.isEmpty { action.id = "A\(actionsGiven + 1)" }
        actionsGiven = max(actionsGiven, action.number ?? actionsGiven)
        return action
    }
}
