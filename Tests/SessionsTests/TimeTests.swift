import Instruments
import Sessions
import Testing

@Suite struct Time {
    @Test(arguments: 0..<20)
    func `given any clock, then no event is dated before the one it follows`(seed: Int) throws {
        var session = Given()
        var commands = RandomCommands(seed: seed)
        var clock = SplitMix(seed: seed)
        for _ in 0..<40 {
            let now = Timestamp(milliseconds: 1_795_262_400_000 - 500_000 + Int(clock.next() % 1_000_000))
            _ = try? session.when(commands.next(in: session.state), at: now)
        }
        #expect(session.events.map(\.at) == session.events.map(\.at).sorted())
        #expect(session.state.lastAt == session.events.last?.at)
    }

    @Test(arguments: [
        (0, "1970-01-01T00:00:00.000Z"), (1_795_262_400_123, "2026-11-21T12:00:00.123Z"),
        (-1, "1969-12-31T23:59:59.999Z"), (-62_135_596_800_000, "0001-01-01T00:00:00.000Z"),
        (253_402_300_799_999, "9999-12-31T23:59:59.999Z"), (951_782_400_000, "2000-02-29T00:00:00.000Z"),
    ])
    func `is written and read to the millisecond`(milliseconds: Int, text: String) {
        #expect(Timestamp(milliseconds: milliseconds).description == text)
        #expect(Timestamp(text)?.milliseconds == milliseconds)
    }

    @Test(arguments: [
        1e18, -1e18, .infinity, -.infinity, .nan, 253_402_300_800, -62_135_596_801, 1e300,
    ])
    func `of a clock outside the calendar is the nearest that the calendar has, and can be read`(
        seconds: Double
    ) {
        let moment = Timestamp(clock: seconds)
        #expect(Timestamp(moment.description) == moment)
        let expected =
            seconds.isNaN ? "1970-01-01" : seconds > 0 ? "9999-12-31" : "0001-01-01"
        #expect(moment.date.description == expected)
    }

    @Test func `is ahead of another only where more than ten minutes lie between`() {
        #expect(!Timestamp(milliseconds: 600_000).isAhead(of: Timestamp(milliseconds: 0)))
        #expect(Timestamp(milliseconds: 600_001).isAhead(of: Timestamp(milliseconds: 0)))
        #expect(!Timestamp(milliseconds: 0).isAhead(of: Timestamp(milliseconds: 600_001)))
    }

    @Test(arguments: [
        "", "2026-11-21", "2026-11-21T12:00:00Z", "2026-11-21T12:00:00.12Z", "2026-11-21 12:00:00.123Z",
        "2026-11-21T24:00:00.000Z", "2026-11-21T12:60:00.000Z", "2026-11-21T12:00:60.000Z",
        "2026-02-29T12:00:00.000Z", "2026-11-21T12:00:00.123z", "2026-11-21T1\u{FF12}:00:00.1Z",
        "0000-01-01T00:00:00.000Z", "+026-11-21T12:00:00.123Z",
    ])
    func `written otherwise is none`(text: String) {
        #expect(Timestamp(text) == nil)
    }

    @Test func `counts days as the calendar does`() {
        var date = CalendarDate(daysSince1970: -719_162)
        for days in stride(from: -719_161, through: 2_932_896, by: 1) {
            let next = CalendarDate(daysSince1970: days)
            let isNextDay = next.day == date.day + 1 && next.month == date.month && next.year == date.year
            let isNextMonth = next.day == 1 && next.month == date.month + 1 && next.year == date.year
            let isNextYear =
                next.day == 1 && next.month == 1 && date.month == 12 && next.year == date.year + 1
            guard isNextDay || isNextMonth || isNextYear, next.daysSince1970 == days else {
                Issue.record("\(date) → \(next)")
                return
            }
            date = next
        }
        #expect(date.description == "9999-12-31")
    }
}
