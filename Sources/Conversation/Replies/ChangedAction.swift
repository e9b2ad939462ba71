import Escaping
import Languages
import Reports
import Sessions

extension Action {
    /// The words behind an action's name that say what changes; any others are new words of it.
    static let changes: Set<String> = [
        "due", "by", "open", "doing", "started", "done", "drop", "dropped", "measure",
    ]

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
        let (word, rest) = words.firstWord
        switch word.lowercased() {
        case "due":
            action.due = try Self.day(rest, today: today)
        case "by":
            guard !rest.isEmpty else {
                throw ErrorDescription(
                    local("say who does it, by role"), hint: local("such as \(id) by head of quality"))
            }
            // With a day behind it, as where the action was recorded.
            let typed = try Action(typed: "\"\(text)\" by \(rest)", behind: "action", today: today)
            action.role = typed.role
            action.due = typed.due ?? due
        case "open" where rest.isEmpty:
            (action.state, action.outcome) = (.open, nil)
        case "doing", "started":
            action.state = .doing
            if !rest.isEmpty { action.outcome = rest }
        case "done":
            let (day, words) = try Self.settling(rest, today: today)
            if day != nil || !state.isSettled || state == .dropped { action.settled = day }
            action.state = .done
            action.outcome = words.isEmpty ? nil : words
        case "drop", "dropped":
            guard !rest.isEmpty else {
                throw ErrorDescription(
                    local("say why \(id) is dropped, and nothing was saved"),
                    hint: local("such as: action \(id) drop the post was filled otherwise"))
            }
            if state != .dropped { action.settled = nil }
            (action.state, action.outcome) = (.dropped, rest)
        case "measure":
            guard !rest.isEmpty else {
                throw ErrorDescription(
                    local("say how people will see that it worked, and nothing was saved"),
                    hint: local(
                        "such as: action \(id) measure nine in ten visits are in time, from seven now"))
            }
            action.measure = rest
        default:
            // A word or two are rather a change that was meant than new words.
            guard words.hasPrefix("\"") || words.split(separator: " ").count > 2 else {
                throw ErrorDescription(
                    local("`\(words.visible)` is no change of \(id), and nothing was saved"),
                    hint: local(
                        "type due, by, doing, done, open, drop or measure and what belongs to it, or new words: fewer than three in quotes"
                    ))
            }
            let typed = try Action(typed: words, behind: "action \(id)", today: today)
            action.text = typed.text
            action.role = typed.role ?? role
            action.due = typed.due ?? due
        }
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
