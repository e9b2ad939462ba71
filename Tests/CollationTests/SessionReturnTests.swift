import Evaluation
import Sessions
import Testing

@testable import Collation

/// Which of several sessions of one authority counts.
struct SessionReturnTests {
    private static let now = Timestamp(milliseconds: 1_800_000_000_000)

    private func figures(
        _ session: String, _ state: SessionFigures.State, answered: Int = 10, daysAgo: Int = 0
    ) -> SessionFigures {
        SessionFigures(
            session: session, authority: "Borsetshire",
            pins: InstrumentPins(
                questionnaire: InstrumentPin(id: "q", version: "1.0.0", sha256: ""), frameworks: []),
            state: state, changed: Timestamp(milliseconds: Self.now.milliseconds - daysAgo * 86_400_000),
            now: SessionResult(
                answers: (0..<20).map { $0 < answered ? .yes : .unanswered }, evidence: [], tables: [],
                conditions: [], models: [], signatures: [], grades: 0, factors: [], problems: [], links: [],
                circles: [], possibleCircles: [], quality: []), milestones: [])
    }

    private func goesBefore(_ first: SessionFigures, _ second: SessionFigures) -> Bool {
        let (one, other) = (SessionReturn(first, now: Self.now), SessionReturn(second, now: Self.now))
        // One of two goes before the other, never both.
        #expect(one.goesBefore(other) != other.goesBefore(one))
        return one.goesBefore(other)
    }

    @Test func `a blank newer session never displaces a complete one`() {
        #expect(
            goesBefore(
                figures("old", .complete, answered: 20, daysAgo: 90), figures("new", .inProgress, answered: 0)
            ))
    }

    @Test func `one that is signed off goes before one that is complete`() {
        #expect(
            goesBefore(figures("old", .signedOff, daysAgo: 9), figures("new", .complete, answered: 20)))
    }

    @Test func `of two in progress the one with more answers counts, and of two signed off the newer one`() {
        #expect(
            goesBefore(
                figures("old", .inProgress, answered: 15, daysAgo: 9),
                figures("new", .inProgress, answered: 14)))
        #expect(goesBefore(figures("new", .signedOff), figures("old", .signedOff, daysAgo: 9)))
        #expect(goesBefore(figures("b", .signedOff), figures("a", .signedOff)))
    }

    @Test func `a change that lies in the future makes no session the newer one`() {
        let early = figures("early", .complete, daysAgo: -300)
        #expect(goesBefore(figures("old", .complete, daysAgo: 900), early))
        #expect(SessionReturn(early, now: Self.now).isFromFuture)
        #expect(!SessionReturn(figures("now", .complete), now: Self.now).isFromFuture)
        // It still counts where it alone is complete.
        #expect(goesBefore(early, figures("blank", .inProgress, answered: 0)))
    }
}
