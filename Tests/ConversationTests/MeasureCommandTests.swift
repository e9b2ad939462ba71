import LineEditing
import Sessions
import Testing

@testable import Conversation

/// What is typed about measures does what it says, or nothing.
struct MeasureCommandTests {
    private static let today = CalendarDate("2026-12-01") ?? CalendarDate(daysSince1970: 0)

    @Test(arguments: [
        ("12", 12), ("12.5", 12.5), ("1,234", 1_234), ("1,234,567.25", 1_234_567.25), ("85%", 85), ("-3", -3),
        ("0", 0), ("-0", 0), ("85 per cent", 85), ("85 %", 85),
    ])
    func `a number is read as people write it`(words: String, number: Double) throws {
        let value = try #require(TypedValue(atStartOf: words))
        #expect(value.number == number && value.number.sign == (number < 0 ? .minus : .plus))
        #expect(value.rest.isEmpty && value.isPercent == (words.contains("%") || words.contains("per cent")))
    }

    @Test(arguments: [
        "", "many", "1,23", "1.234,5", "12k", "£12", "1e5", "12.", ".5", "twelve",
        "1,2345", "99999999999999999", "1000000000001", "12-13", "31/01/2026",
    ])
    func `what is no number is never guessed`(words: String) throws {
        #expect(TypedValue(atStartOf: words) == nil)
    }

    @Test(
        arguments: [
            ("Visits", "Visits", nil, nil), ("Visits in time, in %", "Visits in time", "%", nil),
            ("Visits, in per cent, from the return", "Visits", "%", "the return"),
            ("\"Visits, in time\", in days", "Visits, in time", "days", nil),
        ] as [(String, String, String?, String?)])
    func `a measure says what is counted, in what and from where`(
        typed: String, name: String, unit: String?, source: String?
    ) {
        let measure = Measure(typed: typed)
        #expect(measure == Measure(name: name, unit: unit, source: source))
    }

    @Test(arguments: [
        ("62", "2026-12-01"), ("62 31 January 2026", "2026-01-31"), ("62 31/01/2026", "2026-01-31"),
        ("62 on 31 Jan", "2026-01-31"), ("62 as at 2026-01-31", "2026-01-31"), ("62 yesterday", "2026-11-30"),
        ("62 days 31.1.26", "2026-01-31"), ("62 for 31 March", "2026-03-31"),
    ])
    func `a value is of the day that is named, the last such day, or of today`(words: String, day: String)
        throws
    {
        let measure = try Measure(id: "M1", name: "n", unit: "days").changed(by: words, today: Self.today)
        #expect(measure.values.map { "\($0.day)" } == [day] && measure.values.map(\.number) == [62])
    }

    @Test(arguments: [
        "62 2 December 2026", "62 31 February 2026", "62 soon", "62 days or so", "62%", "compared",
        "compared England", "compared 62", "called", "in", "from", "better",
    ])
    func `what names no day, no number or nothing changes nothing`(words: String) {
        let held = Measure(id: "M1", name: "n", unit: "days")
        #expect(throws: (any Error).self, "\(words)") { try held.changed(by: words, today: Self.today) }
    }

    @Test func `what was counted is corrected and taken away in words, and undo brings it back`() throws {
        let lines = [
            "measure Visits in time, in %", "measure M1 62% 31 January 2025", "measure M1 70 31 May 2025",
            "measure M1 compared England 80",
        ]
        func talk(_ more: String...) throws -> Talk {
            let all = lines + more + ["quit"]
            return try Talk(all.map { .line($0) })
        }
        func values(_ talk: Talk) -> [Double] { talk.state.measures.flatMap(\.values).map(\.number) }
        #expect(try values(talk()) == [62, 70])
        #expect(try values(talk("remove M1 31 January 2025")) == [70])
        #expect(try values(talk("remove M1 31 January 2025", "undo")) == [62, 70])
        #expect(try talk("remove M1 compared").state.measures.first?.comparator == nil)
        #expect(try talk("measure M1 compared none").state.measures.first?.comparator == nil)
        #expect(try talk("remove M1").state.measures.isEmpty)
        #expect(try values(talk("remove M1", "undo")) == [62, 70])
        #expect(try talk("edit M1 Visits").state.measures.map(\.name) == ["Visits"])
        #expect(try talk("measure Visits in time").words.contains("M1 counts that already"))
        #expect(try talk("measure M9 3").words.contains("There is no measure `M9`"))
        #expect(try talk("plan").words.contains("From first to last: up 8. Compared with England: 80%."))
        let wrong = try talk("measure M1 called this is confidential")
        #expect(wrong.state.measures.map(\.name) == ["Visits in time"])
    }
}
