import Escaping
import Languages
import Reports
import Sessions

// A time within words, which may be the day that is meant and may be something else.
extension TypedDate {
    /// What words say of a time that is no day at their end.
    enum Mention: Equatable {
        /// One day: as it was written, and the words without it.
        case day(CalendarDate, said: String, rest: String)
        /// No one day: a range, a month, next week, soon.
        case unclear(String)

        /// Why nothing is made of it without asking.
        var errorDescription: ErrorDescription {
            switch self {
            case .day(let day, let said, _):
                ErrorDescription(
                    local(
                        "`\(said.visible)` may be the day on which it is due, \(day.localizedDescription), and nothing was saved"
                    ),
                    hint: local("put that day at the end, or the words in quotes to keep them"))
            case .unclear(let said):
                ErrorDescription(
                    local("`\(said.visible)` names no day, and nothing was saved"),
                    hint: local("write the day such as 31 January 2027, or the words in quotes to keep them"))
            }
        }
    }

    /// Finds the first time that words tell of. Quoted words and the dates of papers are passed over.
    ///
    /// - Parameters:
    ///   - words: what was typed.
    ///   - today: the day on which it was.
    /// - Returns: the day or the time; nil where there is none.
    static func mention(in words: String, today: CalendarDate) -> Mention? {
        TimeFinder(words, today: today).found
    }

    /// Several days, or from one to another, within words; nil where there is none such.
    static func range(in words: String, today: CalendarDate) -> Mention? {
        TimeFinder(words, today: today).range
    }
}

/// Looks for a time in words.
private struct TimeFinder {
    private let parts: [String]
    /// The same in small letters, without a sign at the end.
    private let small: [String]
    private let today: CalendarDate

    init(_ words: String, today: CalendarDate) {
        parts = words.split(whereSeparator: \.isWhitespace).map(String.init)
        small = parts.map { $0.lowercased().withoutStop }
        self.today = today
    }

    var found: TypedDate.Mention? {
        var place = 0
        var isQuoted = false
        while place < parts.count {
            let opens = parts[place].hasPrefix("\"")
            if isQuoted || opens {
                isQuoted = !parts[place].withoutStop.hasSuffix("\"") || opens && parts[place] == "\""
                place += 1
                continue
            }
            if let (_, count) = date(at: place), isOfPaper(place) {
                place += count
                continue
            }
            if let mention = range(at: place) ?? day(at: place) ?? relative(at: place) ?? month(at: place)
                ?? period(at: place)
            {
                return mention
            }
            place += 1
        }
        return nil
    }

    var range: TypedDate.Mention? { parts.indices.lazy.compactMap(range).first }

    private func word(_ place: Int) -> String { small.indices.contains(place) ? small[place] : "" }

    private func said(_ range: Range<Int>) -> String {
        parts[range.clamped(to: parts.indices)].joined(separator: " ").withoutStop
    }

    /// The day of a letter, or that from which something is so.
    private func isOfPaper(_ place: Int) -> Bool {
        ["of", "from", "since", "dated", "after"].contains(word(place - 1))
    }

    /// What is written as a date here, and of how many words it is.
    private func date(at place: Int) -> (CalendarDate?, Int)? {
        for count in [4, 3, 2, 1] where place + count <= parts.count {
            let piece = Array(parts[place..<place + count])
            if let numbers = TypedDate.numbers(in: piece) {
                return (TypedDate.day(numbers, today: today), count)
            }
        }
        // The month first: December 3, 2027.
        guard isMonth(place), let day = TypedDate.day(word(place + 1)), (1...31).contains(day) else {
            return nil
        }
        let isYear = word(place + 2).count == 4 && Int(word(place + 2)) != nil
        let numbers = (
            day: day, month: TypedDate.month(word(place)) ?? 0, year: isYear ? Int(word(place + 2)) : nil
        )
        return (TypedDate.day(numbers, today: today), isYear ? 3 : 2)
    }

    /// Whether a word is a month: may and march are words, too, and only with a capital a month.
    private func isMonth(_ place: Int) -> Bool {
        guard TypedDate.month(word(place)) != nil else { return false }
        return !["may", "march", "mar", "sept", "dec", "jan"].contains(word(place))
            || parts[place].first?.isUppercase == true
    }

    private static let joins: Set<String> = ["to", "-", "\u{2013}", "\u{2014}", "and", "or", "until", "till"]

    /// Several days, or from one to another.
    private func range(at place: Int) -> TypedDate.Mention? {
        let pieces = word(place).split { "-\u{2013}/".contains($0) }.map(String.init)
        if pieces.count == 2, pieces.allSatisfy({ TypedDate.day($0) != nil }), isMonth(place + 1) {
            return .unclear(said(place..<place + 2))
        }
        if pieces.count == 2, pieces.allSatisfy({ TypedDate.month($0) != nil }) {
            return .unclear(said(place..<place + 1))
        }
        if TypedDate.day(word(place)) != nil, Self.joins.contains(word(place + 1)),
            TypedDate.day(word(place + 2)) != nil, isMonth(place + 3)
        {
            return .unclear(said(place..<place + 4))
        }
        if let (_, count) = date(at: place), Self.joins.contains(word(place + count)),
            let (_, more) = date(at: place + count + 1)
        {
            return .unclear(said(place..<place + count + 1 + more))
        }
        // Without a year, and with a word before it that leads to a day.
        if pieces.count == 2, word(place).contains("/"), pieces.allSatisfy({ Int($0) != nil }),
            TypedDate.leads.contains(word(place - 1))
        {
            return .unclear(said(place..<place + 1))
        }
        return nil
    }

    private func day(at place: Int) -> TypedDate.Mention? {
        guard let (day, count) = date(at: place) else { return nil }
        guard let day else { return .unclear(said(place..<place + count)) }
        return .day(day, said: said(place..<place + count), rest: without(place..<place + count))
    }

    /// The words without some of them, and without those that only lead to them.
    private func without(_ range: Range<Int>) -> String {
        var before = Array(parts[..<range.lowerBound])
        while let last = before.last?.lowercased(), TypedDate.leads.contains(last.withoutStop) {
            before.removeLast()
        }
        return (before + parts[range.upperBound...]).joined(separator: " ")
    }

    /// A day that is named from today on.
    private func relative(at place: Int) -> TypedDate.Mention? {
        if TypedDate.weekdays.contains(word(place)) {
            if ["week", "fortnight"].contains(word(place + 1)) { return .unclear(said(place..<place + 2)) }
            let before = word(place - 1)
            let isLast = place == parts.count - 1
            let leads = ["next", "by", "on", "before", "this", "until", "till", "due"].contains(before)
            let isEvery = ["every", "each", "last", "most", "of", "alternate", "other", "a", "the"].contains(
                before)
            guard leads || isLast && !isEvery && parts.count > 1 else { return nil }
            let named = ["next", word(place)]
            guard let (day, _) = TypedDate.relativeDay(atEndOf: named, today: today) else { return nil }
            let start = ["next", "this"].contains(before) ? place - 1 : place
            return .day(day, said: said(start..<place + 1), rest: without(start..<place + 1))
        }
        if word(place) == "tomorrow"
            || word(place) == "today" && (isAtEnd(place) || TypedDate.leads.contains(word(place - 1)))
        {
            let day = CalendarDate(daysSince1970: today.daysSince1970 + (word(place) == "today" ? 0 : 1))
            return .day(day, said: said(place..<place + 1), rest: without(place..<place + 1))
        }
        guard ["in", "within"].contains(word(place)) else { return nil }
        let named = ["in", word(place + 1), word(place + 2)]
        if let (day, count) = TypedDate.relativeDay(atEndOf: named, today: today) {
            // How soon after something, and no day.
            guard word(place + count) != "of" else { return nil }
            return .day(day, said: said(place..<place + count), rest: without(place..<place + count))
        }
        let first = word(place + 1)
        let counts =
            first.first?.isNumber == true || TypedDate.number(first) != nil
            || ["few", "several", "the", "couple"].contains(first)
        guard counts, let end = (place + 2...place + 6).first(where: { Self.units.contains(word($0)) }),
            first != "the" || ["next", "coming"].contains(word(place + 2)), word(end + 1) != "of"
        else { return nil }
        return .unclear(said(place..<end + 1))
    }

    private static let units: Set<String> = [
        "day", "days", "week", "weeks", "fortnight", "month", "months", "quarter", "year", "years", "term",
        "terms",
    ]

    private func isAtEnd(_ place: Int) -> Bool { place == parts.count - 1 }

    /// A month, which is no day.
    private func month(at place: Int) -> TypedDate.Mention? {
        let halves = word(place).split(separator: "-").map(String.init)
        if halves.count == 2, ["mid", "early", "late", "end"].contains(halves[0]),
            TypedDate.month(halves[1]) != nil
        {
            return .unclear(said(place..<place + 1))
        }
        guard isMonth(place) else { return nil }
        let before = word(place - 1)
        let isYear = word(place + 1).count == 4 && Int(word(place + 1)) != nil
        let end = place + (isYear ? 2 : 1)
        if before == "of", ["end", "start", "beginning", "middle"].contains(word(place - 2)) {
            return .unclear(said(place - 2..<end))
        }
        if ["early", "mid", "late"].contains(before) { return .unclear(said(place - 1..<end)) }
        let isPaper = isOfPaper(place) || ["the", "each", "every", "last"].contains(before)
        let leads = TypedDate.leads.contains(before) || ["in", "during", "through"].contains(before)
        guard leads || !isPaper && parts.count > 1 && (isYear || end == parts.count) else { return nil }
        return .unclear(said(place..<end))
    }

    /// A week, a quarter, or soon.
    private func period(at place: Int) -> TypedDate.Mention? {
        let before = word(place - 1)
        let isQuarter =
            word(place).count == 2 && word(place).first == "q" && word(place).last?.isNumber == true
        if isQuarter,
            TypedDate.leads.contains(before) || before == "in" || before == "of"
                || Int(word(place + 1)) != nil
        {
            return .unclear(said(place..<place + 1))
        }
        if Self.periods.contains(word(place)), !["for", "of", "per", "from"].contains(word(place - 2)) {
            if ["next", "this", "coming"].contains(before) || TypedDate.leads.contains(before) {
                return .unclear(said(place - 1..<place + 1))
            }
        }
        if Self.periods.contains(word(place)), ["the", "next", "this"].contains(before),
            word(place - 2) == "of",
            ["end", "start", "beginning", "middle"].contains(word(place - 3))
        {
            return .unclear(said(place - 3..<place + 1))
        }
        guard isAtEnd(place) else { return nil }
        if word(place) == "possible", word(place - 1) == "as",
            ["soon", "quickly", "early"].contains(word(place - 2))
        {
            return .unclear(said(place - 3..<place + 1))
        }
        let odd = ["asap", "a.s.a.p", "soon", "shortly", "immediately", "tonight", "eventually", "sometime"]
        return odd.contains(word(place)) ? .unclear(said(place..<place + 1)) : nil
    }

    private static let periods: Set<String> = [
        "week", "fortnight", "month", "quarter", "year", "term", "half-term", "weekend", "spring", "summer",
        "autumn",
        "winter", "christmas", "easter",
    ]
}
