import Sessions

// Days that people name from today on.
extension TypedDate {
    /// The day that the last words name from today on, and how many words these are; nil where they name none.
    static func relativeDay(
        atEndOf parts: [String], today: CalendarDate
    ) -> (day: CalendarDate, words: Int)? {
        let last = parts.suffix(3).map { $0.lowercased().withoutStop }
        if last.count >= 2, let weekday = weekdays.firstIndex(of: last[last.count - 1]),
            ["next", "by", "on", "before"].contains(last[last.count - 2])
        {
            // The first of January 1970 was a Thursday.
            let now = (today.daysSince1970 + 3) % 7
            let days = (weekday - now + 6) % 7 + 1
            return (CalendarDate(daysSince1970: today.daysSince1970 + days), 2)
        }
        guard last.count == 3, last[0] == "in", let count = number(last[1]) else { return nil }
        return switch last[2] {
        case "day", "days": (CalendarDate(daysSince1970: today.daysSince1970 + count), 3)
        case "week", "weeks": (CalendarDate(daysSince1970: today.daysSince1970 + 7 * count), 3)
        case "month", "months": months(count, after: today).map { ($0, 3) }
        default: nil
        }
    }

    static let weekdays = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ]

    static func number(_ word: String) -> Int? {
        let names = [
            "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        ]
        if ["a", "an"].contains(word) { return 1 }
        if let place = names.firstIndex(of: word) { return place + 1 }
        return Int(typed: word).flatMap { (1...999).contains($0) ? $0 : nil }
    }

    /// The same day of a later month, or the last day of that where it is shorter.
    private static func months(_ count: Int, after today: CalendarDate) -> CalendarDate? {
        let months = today.year * 12 + today.month - 1 + count
        let (year, month) = (months / 12, months % 12 + 1)
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return (0...3).lazy.compactMap { back in
            CalendarDate("\(year)-\(two(month))-\(two(today.day - back))")
        }.first
    }
}

// Days that have been.
extension TypedDate {
    /// Reads the day at the beginning of words, or behind an `on` at their end, as one that has been: without a year it is
    /// the last such day, and `on Friday` is the last Friday.
    ///
    /// - Parameters:
    ///   - words: what was typed.
    ///   - today: the day on which it was.
    /// - Returns: the day and the words without it; what is no day in any calendar; or nothing.
    static func past(in words: String, today: CalendarDate) -> TypedDate {
        let parts = words.split(whereSeparator: \.isWhitespace).map(String.init)
        let start = parts.first?.lowercased() == "on" ? 1 : 0
        for count in [4, 3, 2, 1] where parts.count >= start + count {
            guard let found = day(of: Array(parts[start..<start + count]), today: today) else { continue }
            let rest = parts[(start + count)...].joined(separator: " ")
            return found.map { .day($0, before: rest.withoutMarkInFront) }
                ?? .impossible(parts[start..<start + count].joined(separator: " "))
        }
        guard let on = parts.lastIndex(where: { $0.lowercased() == "on" }), on > 0,
            let found = day(of: Array(parts[(on + 1)...]), today: today)
        else { return .none }
        return found.map { .day($0, before: parts[..<on].joined(separator: " ").withoutStop) }
            ?? .impossible(parts[(on + 1)...].joined(separator: " "))
    }

    /// The day that words are; nil where they are none, and nil in that where no calendar has it.
    private static func day(of words: [String], today: CalendarDate) -> CalendarDate?? {
        let small = words.map { $0.lowercased().withoutStop }
        let before = ["today": 0, "yesterday": 1]
        if small.count == 1, let days = before[small[0]] {
            return CalendarDate(daysSince1970: today.daysSince1970 - days)
        }
        if let last = small.last, let weekday = weekdays.firstIndex(of: last),
            small.count == 1 || small == ["last", last]
        {
            let now = (today.daysSince1970 + 3) % 7
            return CalendarDate(daysSince1970: today.daysSince1970 - (now - weekday + 6) % 7 - 1)
        }
        guard let numbers = numbers(in: words) else { return nil }
        return .some(day(numbers, today: today, isPast: true))
    }
}

extension String {
    /// The text without a comma, a colon or a dash that divides it from what stood before it.
    fileprivate var withoutMarkInFront: String {
        String(drop { ",;:-\u{2013} ".contains($0) })
    }
}
