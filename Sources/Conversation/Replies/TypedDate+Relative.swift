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

    private static let weekdays = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ]

    private static func number(_ word: String) -> Int? {
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
