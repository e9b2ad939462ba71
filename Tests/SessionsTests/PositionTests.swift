import Instruments
import Sessions
import Testing

/// The walk never stands at a question that is not asked.
struct PositionTests {
    private static let instruments = InstrumentSet(
        questionnaire: Questionnaire(
            id: "q", version: "1.0.0", title: "Q", feeds: [],
            areas: [
                Area(
                    id: "a", title: "A",
                    questions: [
                        Question(id: "a.first", text: "First?", kind: .yesNo),
                        Question(
                            id: "a.then", text: "Then?", kind: .yesNo,
                            askWhen: .answer("a.first", among: [.yes(true)])),
                        Question(id: "a.last", text: "Last?", kind: .yesNo),
                    ])
            ]),
        frameworks: [])

    private func session(after commands: [SessionCommand]) throws -> SessionState {
        var state = SessionState(
            SessionEvent.Payload.Start(
                session: "s", title: "T", authority: nil,
                pins: InstrumentPins(
                    questionnaire: InstrumentPin(id: "q", version: "1.0.0", sha256: ""), frameworks: []),
                position: "a.first"),
            at: Timestamp(milliseconds: 0), instruments: Self.instruments)
        for command in commands {
            for event in try decide(command, state, now: Timestamp(milliseconds: 1)) {
                apply(event, to: &state)
            }
        }
        return state
    }

    private func sheet(_ answers: [(Question.ID, String)]) -> SessionCommand {
        .recordSheet(
            AnswerSheet(
                entries: answers.map {
                    AnswerSheet.Entry(
                        question: $0.0, place: Place(line: 1, column: 1), answer: .value($0.1))
                }))
    }

    @Test
    func `taking back a sheet does not lead to a question that is set aside`() throws {
        let state = try session(after: [
            .answer("a.first", .given(.yesNo(false)), note: nil),
            sheet([("a.then", "yes"), ("a.last", "yes")]),
            .undo,
        ])
        #expect(state.position == "a.last")
    }

    @Test
    func `clearing the answer that a question hangs on moves on from it`() throws {
        let state = try session(after: [
            .answer("a.first", .given(.yesNo(true)), note: nil), .clear("a.first"),
        ])
        #expect(state.position == "a.last")
    }
}
