import Escaping
import Languages
import Reports
import Sessions

/// What the end of typed words says of a day.
enum TypedDate: Equatable {
    /// No day.
    case none
    /// A day, and the words before it, without an `on` or a `by` that only leads to it.
    case day(CalendarDate, before: String)
    /// A day of a form that is known and that no calendar has.
    case impossible(String)

    /// Reads the day at the end of words, as people in Britain write it: `2027-01-31`, `31 January 2027`,
    /// `31st of Jan 2027`, `31/01/2027`, `31.1.27`, and without a year, which is then the next such day; `next Friday`,
    /// `by Friday`, which is the first such day to come, and `in 6 weeks`.
    ///
    /// - Parameters:
    ///   - words: what was typed.
    ///   - today: the day on which it was.
    init(atEndOf words: String, today: CalendarDate) {
        let parts = words.split(whereSeparator: \.isWhitespace).map(String.init)
        if let (day, count) = Self.relativeDay(atEndOf: parts, today: today) {
            self = .day(day, before: Self.words(parts.dropLast(count)))
            return
        }
        for count in [4, 3, 2, 1] where parts.count >= count {
            let piece = parts.suffix(count)
            guard let numbers = Self.numbers(in: Array(piece)) else { continue }
            guard let day = Self.day(numbers, today: today) else {
                self = .impossible(piece.joined(separator: " "))
                return
            }
            let before = parts.dropLast(count)
            // The day of a letter is none on which something is due.
            if let last = before.last?.lowercased(), ["of", "from", "since", "dated"].contains(last) {
                continue
            }
            self = .day(day, before: Self.words(before))
            return
        }
        self = .none
    }

    /// Words without those at their end that only lead to a day.
    private static func words(_ parts: ArraySlice<String>) -> String {
        var before = Array(parts)
        while let last = before.last?.lowercased(), leads.contains(last.withoutStop) { before.removeLast() }
        return before.joined(separator: " ")
    }

    static let leads: Set<String> = ["by", "on", "before", "until", "till", "due"]
    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    private static let names = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
        "november", "december",
    ]

    /// The month that a word names, in full or shortened.
    static func month(_ word: String) -> Int? {
        let word = word.lowercased().withoutStop
        let place = names.firstIndex(of: word) ?? months.firstIndex(of: word) ?? (word == "sept" ? 8 : nil)
        return place.map { $0 + 1 }
    }

    /// Day, month and year of words that are nothing but a day; a year of two digits is of this century.
    static func numbers(in words: [String]) -> (day: Int, month: Int, year: Int?)? {
        if words.count == 1, let word = words.first?.withoutStop {
            let iso = word.split(separator: "-", omittingEmptySubsequences: false)
            if iso.count == 3, iso[0].count == 4, let year = Int(iso[0]), let month = Int(iso[1]),
                let day = Int(iso[2])
            {
                return (day, month, year)
            }
            for mark in ["/", ".", "-"] as [Character] {
                let parts = word.split(separator: mark, omittingEmptySubsequences: false)
                guard parts.count == 3, let day = Int(parts[0]), let month = Int(parts[1]),
                    let year = year(String(parts[2])), parts[0].count < 3, parts[1].count < 3
                else { continue }
                return (day, month, year)
            }
            return nil
        }
        var rest = words
        if rest.count > 2, rest[1].lowercased() == "of" { rest.remove(at: 1) }
        guard rest.count >= 2, let day = day(rest[0]), let month = month(rest[1])
        else { return nil }
        rest.removeFirst(2)
        guard let last = rest.first else { return (day, month, nil) }
        return rest.count == 1 ? year(last).map { (day, month, $0) } : nil
    }

    /// A day of a month as it is written: `31`, `31st`.
    static func day(_ word: String) -> Int? {
        let digits = word.prefix(while: \.isNumber)
        let ending = word.dropFirst(digits.count).lowercased()
        guard (1...2).contains(digits.count), ["", ",", "st", "nd", "rd", "th"].contains(ending) else {
            return nil
        }
        return Int(digits)
    }

    private static func year(_ word: String) -> Int? {
        let word = word.withoutStop
        guard [2, 4].contains(word.count), let year = Int(word) else { return nil }
        return word.count == 2 ? 2_000 + year : year
    }

    /// The day; nil where there is none such. Without a year it is the next one, or the last one where it is past.
    static func day(
        _ numbers: (day: Int, month: Int, year: Int?), today: CalendarDate, isPast: Bool = false
    ) -> CalendarDate? {
        func day(in year: Int) -> CalendarDate? {
            func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
            return CalendarDate("\(year)-\(two(numbers.month))-\(two(numbers.day))")
        }
        if let year = numbers.year { return day(in: year) }
        // The 29th of February may be years away.
        if isPast {
            return (today.year - 8...today.year).reversed().lazy.compactMap { day(in: $0) }.first {
                $0 <= today
            }
        }
        return (today.year...today.year + 8).lazy.compactMap { day(in: $0) }.first { $0 >= today }
    }
}
