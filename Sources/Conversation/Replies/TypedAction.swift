import Escaping
import Languages
import Reports
import Sessions

extension Action {
    /// Reads `TEXT by ROLE DATE`; a text in quotes may hold a "by" of its own.
    ///
    /// - Parameters:
    ///   - typed: what was typed behind the command.
    ///   - command: its name.
    ///   - today: the day on which it was.
    /// - Throws: what of it may mean something else: a day that there is not, that has passed or that names a month
    ///   alone, and a role that is none.
    init(typed: String, behind command: String, today: CalendarDate) throws(ErrorDescription) {
        let quoted = typed.firstQuoted
        var words = quoted?.rest ?? typed
        var due: CalendarDate?
        switch TypedDate(atEndOf: words, today: today) {
        case .none: break
        case .impossible(let day):
            throw ErrorDescription(
                local("there is no day `\(day.visible)`, and nothing was saved"),
                hint: local("write the day such as 31 January 2027, or the words in quotes to keep them"))
        case .day(let day, let before):
            if let range = TypedDate.range(in: words, today: today) { throw range.errorDescription }
            guard day >= today else {
                throw ErrorDescription(
                    local("\(day.localizedDescription) has passed, and nothing was saved"),
                    hint: local("name the day on which it is due, or put the words in quotes to keep them"))
            }
            due = day
            words = before
        }
        if let quoted {
            let role = words.firstWord.word.lowercased() == "by" ? words.firstWord.rest : words
            self.init(
                text: quoted.quoted, role: try Self.role(role, of: typed, behind: command, today: today),
                due: due)
            return
        }
        if due == nil, let time = TypedDate.mention(in: words, today: today) { throw time.errorDescription }
        let parts = words.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        guard let by = parts.lastIndex(where: { $0.lowercased() == "by" }), by > 0 else {
            self.init(text: words, role: nil, due: due)
            return
        }
        let role = parts[(by + 1)...].joined(separator: " ").trimmed
        let text = parts[..<by].joined(separator: " ").trimmed
        // What stood in front of the role stands at the end now.
        if due == nil, let time = TypedDate.mention(in: text, today: today) { throw time.errorDescription }
        self.init(text: text, role: try Self.role(role, of: typed, behind: command, today: today), due: due)
    }

    /// The words as a role; nil where there are none.
    ///
    /// - Throws: that they say when, and who does it no more.
    private static func role(
        _ role: String, of typed: String, behind command: String, today: CalendarDate
    ) throws(ErrorDescription) -> String? {
        guard !role.isEmpty else { return nil }
        if role.namesTime { throw TypedDate.Mention.unclear(role).errorDescription }
        if let time = TypedDate.mention(in: role, today: today) { throw time.errorDescription }
        guard role.mayBeRole else {
            throw ErrorDescription(
                local("`\(role.visible)` names no role, and nothing was saved"),
                hint: typed.contains("\"")
                    ? local("type by and a role, such as by head of quality")
                    : local(
                        "type by and a role, such as by head of quality, or put the words in quotes: \(command) \"\(typed.visible)\""
                    ))
        }
        // The day stood behind a comma.
        return role.withoutStop
    }
}

extension String {
    /// Whether the words say when, and no day: `June`, `June 2027`, `the end of March`, `next week`, `Friday`.
    fileprivate var namesTime: Bool {
        let words = lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        guard let last = words.last else { return false }
        let isYear = last.count == 4 && Int(last) != nil
        let name = isYear ? words.dropLast().last ?? last : last
        if isYear, words.count == 1 { return true }
        return TypedDate.month(name) != nil || Self.times.contains(name)
            || name.count == 2 && name.first == "q" && name.last?.isNumber == true
    }

    private static let times: Set<String> = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "week", "month", "year",
        "quarter", "term", "spring", "summer", "autumn", "winter", "christmas", "easter", "tomorrow", "today",
        "soon", "weekend", "now", "then",
    ]

    /// Whether the words may name who does something: no pronoun, no number, no means.
    fileprivate var mayBeRole: Bool {
        let first = firstWord.word.lowercased().withoutStop
        let isPercent =
            hasSuffix("%") || lowercased().hasSuffix("per cent") || lowercased().hasSuffix("percent")
        return first.contains(where: \.isLetter) && first.first?.isNumber == false && !isPercent
            && !Self.noRoles.contains(lowercased().withoutStop) && !Self.pronouns.contains(first)
    }

    private static let pronouns: Set<String> = [
        "me", "you", "us", "him", "her", "them", "it", "this", "that", "these", "those", "which", "whom",
        "what",
        "myself", "yourself", "himself", "herself", "itself", "ourselves", "yourselves", "themselves",
    ]
    private static let noRoles: Set<String> = [
        "email", "e-mail", "phone", "telephone", "post", "letter", "text", "hand", "default", "design", "law",
        "half", "accident", "step", "case", "day", "night", "name", "heart", "far", "turns", "consensus",
    ]
}
