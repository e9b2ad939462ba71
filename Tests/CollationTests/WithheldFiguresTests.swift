import BuiltInInstruments
import Evaluation
import Instruments
import Sessions
import Testing

@testable import Collation

/// What a region counts of an answer that is withheld.
struct WithheldFiguresTests {
    private static let question: Question.ID = "political-support.leader-accepts"

    /// The figures of a session that was signed off and opened again, with an answer then and another now; where it is
    /// marked, that comes after both.
    private func figures(
        _ then: Response, _ now: Response, isMarked: Bool
    ) throws -> SessionFigures {
        let instruments = try #require(try BuiltIn.instruments.instruments(for: "leadership"))
        var state = SessionState(
            SessionEvent.Payload.Start(
                session: "s", title: "T", authority: "A", pins: InstrumentPins(instruments),
                position: Self.question), at: Timestamp(milliseconds: 0), instruments: instruments)
        func perform(_ command: SessionCommand) throws {
            for event in try decide(command, state, now: Timestamp(milliseconds: 1)) {
                apply(event, to: &state)
            }
        }
        for question in instruments.questionnaire.questions where state.asked.contains(question.id) {
            let value: AnswerValue? =
                switch question.kind {
                case .rating: .rating(3)
                case .yesNo: .yesNo(false)
                case .choice(let options): options.first.map { .choice($0.id) }
                case .choices, .number, .date, .text: nil
                }
            try perform(.answer(question.id, value.map { .given($0) } ?? .dontKnow, note: nil))
        }
        try perform(.answer(Self.question, then, note: nil))
        try perform(.signOff(role: "director"))
        try perform(.reopen(reason: "more is known"))
        try perform(.answer(Self.question, now, note: nil))
        try perform(.addEvidence(Self.question, kind: .data, reference: "Minutes", text: ""))
        if isMarked { try perform(.setConfidential(Self.question, .level)) }
        return try SessionFigures(state, InstrumentIndex(instruments))
    }

    @Test func `no figure tells of an answer whose level is confidential, now or at a sign-off`() throws {
        let responses: [Response] = [
            .given(.rating(1)), .given(.rating(4)), .dontKnow, .notApplicable(reason: "none"),
        ]
        let instruments = try #require(try BuiltIn.instruments.instruments(for: "leadership"))
        let names = InstrumentIndex(instruments).questionNames
        let place = UInt16(try #require(names.firstIndex(of: Self.question)))
        let first = try figures(responses[0], responses[0], isMarked: true)
        for then in responses {
            for now in responses {
                #expect(try figures(then, now, isMarked: true) == first)
            }
        }
        #expect(try figures(responses[0], responses[1], isMarked: false) != first, "figures differ else")
        let isOpen = first.now.conditions.contains { $0.isSuperset(of: [.yes, .no]) }
        #expect(isOpen && !first.now.evidence.contains { $0.question == place })
        // All else is answered, and what is withheld is not waited for.
        #expect(first.state == .complete && first.milestones.count == 1)
    }
}
