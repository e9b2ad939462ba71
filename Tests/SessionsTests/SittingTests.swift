import Instruments
import Sessions
import Testing

@Suite struct `The minutes that a room has used` {
    private let start = Timestamp.noon

    private func moment(_ minutes: Int) -> Timestamp {
        Timestamp(milliseconds: start.milliseconds + minutes * 60_000)
    }

    private func room() throws -> Given {
        var session = Given(as: .workshop)
        try session.when(.arrangeRoom(RoomArrangement(present: 4, minutes: 90)), at: moment(0))
        return session
    }

    private let yes = Agreement(.given(.yesNo(true)), by: .consent)

    @Test func `are counted from the first agreement, not from when the session was made`() throws {
        var session = try room()
        try session.when(.agreeGroundRules, at: moment(2_880))
        #expect(session.state.minutesUsed(at: moment(2_890)) == 0)
        try session.when(.agree("well.exists", yes, note: nil), at: moment(2_890))
        #expect(session.state.minutesUsed(at: moment(2_915)) == 25)
    }

    @Test func `begin afresh after a night, and with another number of minutes`() throws {
        var session = try room()
        try session.when(.agree("well.exists", yes, note: nil), at: moment(10))
        try session.when(.note("well.exists", "so"), at: moment(240))
        // Four hours between two things are a long lunch, and more are the end of a sitting.
        #expect(session.state.minutesUsed(at: moment(480)) == 470)
        #expect(session.state.minutesUsed(at: moment(481)) == 0)
        try session.when(.note("well.exists", "or so"), at: moment(1_440))
        #expect(session.state.minutesUsed(at: moment(1_441)) == 0)
        try session.when(.agree("well.exists", yes, note: nil), at: moment(1_450))
        #expect(session.state.minutesUsed(at: moment(1_460)) == 10)
        try session.when(.arrangeRoom(RoomArrangement(minutes: 60)), at: moment(1_461))
        #expect(session.state.minutesUsed(at: moment(1_470)) == 0)
    }
}
