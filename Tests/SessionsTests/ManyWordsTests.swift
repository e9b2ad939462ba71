import Instruments
import Sessions
import TestSupport
import Testing

/// Thousands of words on one question, as a stranger's journal may have them, take as long as there are many.
@Suite struct `The words of a session of thousands` {
    private static let question: Question.ID = "village.hall"

    private func events(_ count: Int, _ payload: (Int) -> SessionEvent.Payload) -> [SessionEvent] {
        (1...count).map { number in
            SessionEvent(number: number, at: Timestamp(milliseconds: 1_000 * number), what: payload(number))
        }
    }

    @Test func `are listed in a time that grows no faster than they do`() {
        let growth = growth(
            from: 10_000,
            prepare: { count in
                events(count) { .strengthAdded(Self.question, "\($0) is a number of its own") }
            },
            { #expect($0.placedWords.map(\.words.count) == [$0.count]) })
        #expect(growth < 3)
    }

    @Test func `are one note, however many lines it was typed in, and as quickly`() {
        let growth = growth(
            from: 10_000,
            prepare: { count in
                events(count) { number in
                    let line = "a line of a note that grows by sixty bytes with each that comes"
                    return number == 1
                        ? .noted(Self.question, line) : .noteContinued(step: 1, line)
                }
            },
            { #expect($0.withWholeNotes.count == 1) })
        #expect(growth < 3)
    }

    @Test func `that a note is typed in stand in it in their order`() {
        let payloads: [SessionEvent.Payload] = [
            .noted(Self.question, "one"), .noteContinued(step: 1, "two"), .noteAdded(Self.question, "other"),
            .noteContinued(step: 3, "more"), .noteContinued(step: 1, "three"),
            .noteContinued(step: 9, "lost"),
        ]
        let whole = events(payloads.count) { payloads[$0 - 1] }.withWholeNotes
        #expect(
            whole.map(\.what) == [
                .noted(Self.question, "one\ntwo\nthree"), .noteAdded(Self.question, "other\nmore"),
            ])
    }
}
