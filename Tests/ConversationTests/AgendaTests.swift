import Disclosure
import Foundation
import Instruments
import LineEditing
import Sessions
import Testing

@testable import Conversation

/// What a room plans for its day, and how its walk follows that.
struct AgendaTests {
    private func room(_ minutes: Int, _ lines: String...) throws -> (words: String, state: SessionState) {
        try Talk.open(lines.map(LineInput.line), true, as: .workshop) { talk, said, _ in
            try talk.perform(
                .arrangeRoom(
                    RoomArrangement(
                        present: 12, minutes: minutes, voting: .slips, share: .shape, welsh: false)))
            try talk.perform(.agreeGroundRules)
            _ = talk.run()
            return (said.text.split(whereSeparator: \.isWhitespace).joined(separator: " "), talk.recorded)
        }
    }

    @Test func `no question of a questionnaire without rules changes a result`() throws {
        let words = try room(60, "agenda").words
        #expect(words.contains("No open question can change the results any more."), "\(words)")
        #expect(words.contains("3 open questions change the results no more; triage lists them."))
    }

    @Test func `what is no agenda is refused, and the walk stays`() throws {
        let (words, state) = try room(60, "agenda tomorrow")
        #expect(words.contains("says nothing about the agenda"))
        #expect(state.position == "plan.one")
    }
}
