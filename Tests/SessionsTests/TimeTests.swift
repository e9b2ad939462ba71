import Instruments
import Sessions
import TestSupport
import Testing

@Suite struct Time {
    @Test(arguments: 0..<20)
    func `given a clock that is never far off, then no event is dated before the one it follows`(seed: Int)
        throws
    {
        var session = Given()
        var commands = RandomCommands(seed: seed)
        var clock = SplitMix(seed: seed)
        for _ in 0..<40 {
            let now = Timestamp(milliseconds: 1_795_262_400_000 - 250_000 + Int(clock.next() % 500_000))
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
        1e18, -1e18, .infinity, -.infinity, .nan, 253_402_300_800, -1, -0.001, -62_135_596_801, 1e300,
    ])
    func `of a clock before 1970 or after the year 9999 is none`(seconds: Double) {
        #expect(Timestamp(clock: seconds) == nil)
    }

    @Test(arguments: [(0, "1970-01-01"), (0.5, "1970-01-01"), (253_402_300_799.999, "9999-12-31")])
    func `of any other clock can be written and read`(seconds: Double, date: String) throws {
        let moment = try #require(Timestamp(clock: seconds))
        #expect(Timestamp(moment.description) == moment && moment.date.description == date)
    }

    @Test func `of a clock that was ahead once is not that of all later events`() throws {
        var session = Given()
        let start = session.state.lastAt
        func moment(_ minutes: Int) -> Timestamp {
            Timestamp(milliseconds: start.milliseconds + minutes * 60_000)
        }
        try session.when(.title("Ahead"), at: moment(1_000_000))
        #expect(session.state.dates.faults(at: moment(1))?.ahead == moment(1_000_000))
        try session.when(.title("True"), at: moment(1))
        try session.when(.title("Truer"), at: moment(2))
        // A clock that is set back a little is none that was wrong.
        try session.when(.title("Later"), at: moment(0))
        let dates = session.events.map(\.at)
        #expect(dates.suffix(4) == [moment(1_000_000), moment(1), moment(2), moment(2)])
        #expect(session.state.lastAt == moment(2) && session.state.title == "Later")
        let back = session.events[session.events.count - 3].number
        let faults = try #require(session.state.dates.faults(at: moment(3)))
        #expect(faults.ahead == moment(1_000_000) && faults.back == [back])
        let later = try #require(session.state.dates.faults(at: moment(1_000_000)))
        #expect(later.ahead == nil && later.back == [back])
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
