import Evaluation
import Instruments
import Sessions
import Testing

/// What the evaluator takes from a session.
struct SessionAnswerTests {
    private let asked = instruments(
        [
            yesNo("first"),
            yesNo("then", supports: ["f/e"], askWhen: .answer("first", among: [.yes(true)])),
            yesNo("last", supports: ["f/e"]),
        ],
        framework(
            "f", [condition("c", .element("e"))],
            tables: [tierTable(["c"], .first, [([.yes], "good"), ([.any], "poor")])]))

    /// A session after some commands.
    private func session(_ commands: SessionCommand...) throws -> SessionState {
        let now = Timestamp(milliseconds: 1_000)
        let event = start(
            session: "test", title: "Test", authority: nil, instruments: asked, now: now)
        guard case .started(let first) = event.what else { preconditionFailure("no start") }
        var state = SessionState(first, at: now, instruments: asked)
        for command in commands {
            for event in try decide(command, state, now: now) { apply(event, to: &state) }
        }
        return state
    }

    private func findings(_ state: SessionState) throws -> Findings {
        evaluate(state.instruments, responses: state.responses)
    }

    @Test func `a set-aside answer counts again when its question is asked`() throws {
        let hidden = try session(
            .answer("first", .yes, note: nil), .answer("then", .no, note: nil),
            .answer("last", .yes, note: nil), .answer("first", .no, note: nil))
        #expect(try findings(hidden).possibleTiers == ["good"])
        #expect(try findings(hidden).counts.questions == 2)
        let shown = try session(
            .answer("first", .yes, note: nil), .answer("then", .no, note: nil),
            .answer("last", .yes, note: nil), .answer("first", .no, note: nil),
            .answer("first", .yes, note: nil))
        #expect(try findings(shown).possibleTiers == ["poor"])
        #expect(try findings(shown).counts.questions == 3)
    }

    @Test func `an answer taken away is open, and one undone too`() throws {
        let cleared = try session(.answer("last", .yes, note: nil), .clear("last"))
        #expect(try findings(cleared).possibleTiers == ["good", "poor"])
        #expect(try findings(cleared).counts.unanswered == 2)
        let undone = try session(.answer("last", .yes, note: nil), .answer("first", .no, note: nil), .undo)
        #expect(try findings(undone).possibleTiers == ["good", "poor"])
        #expect(try findings(undone).openIDs == ["first"])
    }
}
