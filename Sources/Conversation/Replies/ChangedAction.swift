import Escaping
import Languages
import Reports
import Sessions

extension Action {
    /// What of an action changes.
    enum Change {
        case due, by, open, doing, done, drop, measure
    }

    /// How people say what changes; the longer before the shorter.
    private static let changes: [(words: [String], change: Change)] = [
        (["in", "progress"], .doing), (["in", "hand"], .doing), (["under", "way"], .doing),
        (["underway"], .doing), (["doing"], .doing), (["started"], .doing), (["begun"], .doing),
        (["ongoing"], .doing), (["due"], .due), (["by"], .by), (["open"], .open), (["done"], .done),
        (["finished"], .done), (["completed"], .done), (["complete"], .done), (["drop"], .drop),
        (["dropped"], .drop), (["cancel"], .drop), (["cancelled"], .drop), (["abandoned"], .drop),
        (["measure"], .measure),
    ]

    /// What the words behind an action's name change; any others are new words of it.
    ///
    /// A comma, a colon or a full stop may stand behind what says it.
    ///
    /// - Parameter words: what was typed.
    /// - Returns: what changes and the words behind it; nil where they say no change.
    static func change(in words: String) -> (change: Change, rest: String)? {
        for (said, change) in changes {
            var rest = words
            let fits = said.allSatisfy { word in
                let (first, behind) = rest.firstWord
                rest = behind
                return first.lowercased().withoutStop == word
            }
            if fits { return (change, rest) }
        }
        return nil
    }

    /// Changes it as what is typed behind its name says.
    ///
    /// - Parameters:
    ///   - words: what was typed.
    ///   - today: the day on which it was.
    /// - Returns: the action as it is then.
    /// - Throws: what of it names no day, or says nothing.
    func changed(by words: String, today: CalendarDate) throws(ErrorDescription) -> Action {
        var action = self
        action.isCarried = false
        guard let (change, rest) = Self.change(in: words), change != .open || rest.isEmpty else {
            return try reworded(action, words, today)
        }
        switch change {
        case .due:
            action.due = try Self.day(rest, today: today)
        case .by:
            guard !rest.isEmpty else {
                throw ErrorDescription(
                    local("say who does it, by role"), hint: local("such as \(id) by head of quality"))
            }
            // With a day behind it, as where the action was recorded.
            let typed = try Action(typed: "\"\(text)\" by \(rest)", behind: "action", today: today)
            action.role = typed.role
            action.due = typed.due ?? due
        case .open:
            (action.state, action.outcome) = (.open, nil)
        case .doing:
            action.state = .doing
            if !rest.isEmpty { action.outcome = rest }
        case .done:
            let (day, words) = try Self.settling(rest, today: today)
            if day != nil || !state.isSettled || state == .dropped { action.settled = day }
            action.state = .done
            action.outcome = words.isEmpty ? nil : words
        case .drop:
            guard !rest.isEmpty else {
                throw ErrorDescription(
                    local("say why \(id) is dropped, and nothing was saved"),
                    hint: local("such as: action \(id) drop the post was filled otherwise"))
            }
            if state != .dropped { action.settled = nil }
            (action.state, action.outcome) = (.dropped, rest)
        case .measure:
            guard !rest.isEmpty else {
                throw ErrorDescription(
                    local("say how people will see that it worked, and nothing was saved"),
                    hint: local(
                        "such as: action \(id) measure nine in ten visits are in time, from seven now"))
            }
            action.measure = rest
        }
        return action
    }

    /// The action with other words.
    private func reworded(
        _ action: Action, _ words: String, _ today: CalendarDate
    ) throws(ErrorDescription) -> Action {
        // A word or two are rather a change that was meant than new words.
        guard words.hasPrefix("\"") || words.split(separator: " ").count > 2 else {
            throw ErrorDescription(
                local("`\(words.visible)` is no change of \(id), and nothing was saved"),
                hint: local(
                    "type due, by, doing, done, open, drop or measure and what belongs to it, or new words: fewer than three in quotes"
                ))
        }
        var action = action
        let typed = try Action(typed: words, behind: "action \(id)", today: today)
        action.text = typed.text
        action.role = typed.role ?? role
        action.due = typed.due ?? due
        return action
    }

    private static func day(_ words: String, today: CalendarDate) throws(ErrorDescription) -> CalendarDate? {
        if ["none", "no date"].contains(words.lowercased()) { return nil }
        let day: CalendarDate
        if case .day(let named, before: "") = TypedDate(atEndOf: words, today: today) {
            day = named
        } else if case .day(let named, _, rest: "")? = TypedDate.mention(in: words, today: today) {
            day = named
        } else {
            throw ErrorDescription(
                words.isEmpty
                    ? local("say by when, and nothing was saved")
                    : local("`\(words.visible)` is no day, and nothing was saved"),
                hint: local(
                    "write 31 January 2027, 31/01/2027, 2027-01-31, next Friday or in 6 weeks; due none takes the day away"
                ))
        }
        guard day >= today else {
            throw ErrorDescription(
                local("\(day.localizedDescription) has passed, and nothing was saved"),
                hint: local("name the day on which it is due"))
        }
        return day
    }

    /// The day on which something was done, where the words name one at either end, and the words without it.
    private static func settling(
        _ words: String, today: CalendarDate
    ) throws(ErrorDescription) -> (day: CalendarDate?, words: String) {
        switch TypedDate.past(in: words, today: today) {
        case .day(let day, let words):
            guard day <= today else {
                throw ErrorDescription(
                    local("\(day.localizedDescription) has not come yet, and nothing was saved"),
                    hint: local("type done when it is done, or due and the day"))
            }
            return (day, words)
        case .impossible(let day):
            throw ErrorDescription(
                local("there is no day `\(day.visible)`, and nothing was saved"),
                hint: local("write the day such as 31 January 2027"))
        case .none:
            guard words.firstWord.word.lowercased() == "on",
                case .unclear(let said)? = TypedDate.mention(in: words, today: today)
            else { return (nil, words) }
            throw TypedDate.Mention.unclear(said).errorDescription
        }
    }
}
