import BuiltInInstruments
import Disclosure
import Evaluation
import Instruments
import Reports
import Sessions
import Testing

/// An event of a calendar is the same action whenever the calendar is taken in again.
struct CalendarTests {
    private func events(_ state: SessionState, _ audience: Audience) -> [String: String] {
        let pack = project(
            state, assess(state, for: .display), for: audience, now: Timestamp(milliseconds: 2))
        let lines = PlanExporter.calendar(of: pack).split(separator: "\r\n").map(String.init)
        let names = lines.filter { $0.hasPrefix("UID:") }
        let words = lines.filter { $0.hasPrefix("SUMMARY:") }.map { $0.split(separator: " ").last ?? "" }
        return Dictionary(uniqueKeysWithValues: zip(words.map(String.init), names))
    }

    @Test(arguments: [Audience.full, .reviewers, .corporate])
    func `another day, or an action elsewhere, makes no event another`(audience: Audience) throws {
        let shipped = try #require(try BuiltIn.instruments.instruments(for: "leadership"))
        let start = start(
            session: "s", title: "T", authority: nil, instruments: shipped, now: Timestamp(milliseconds: 1))
        guard case .started(let started) = start.what else { return }
        var state = SessionState(started, at: start.at, instruments: shipped)
        func perform(_ command: SessionCommand) throws {
            for event in try decide(command, state, now: Timestamp(milliseconds: 1)) {
                apply(event, to: &state)
            }
        }
        func action(_ text: String, _ day: String) -> Action {
            Action(text: text, role: nil, due: CalendarDate(day))
        }
        let late: Question.ID = "capacity-to-plan.staff-part"
        try perform(.addAction(late, action("first", "2027-01-01")))
        try perform(.addAction(late, action("second", "2027-02-01")))
        let before = events(state, audience)
        #expect(before.count == 2)
        var moved = try #require(state.action(named: "A1")?.action)
        moved.due = CalendarDate("2027-03-01")
        try perform(.changeAction(moved))
        try perform(.addAction("political-support.leader-accepts", action("other", "2027-01-15")))
        let after = events(state, audience)
        #expect(after.count == 3 && Set(after.values).count == 3)
        #expect(before.allSatisfy { after[$0.key] == $0.value })
    }
}
