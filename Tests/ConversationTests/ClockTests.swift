import LineEditing
import Sessions
import Testing

@testable import Conversation

/// A clock of which no event can be dated.
struct ClockTests {
    @Test(arguments: [true, false]) func `of no calendar refuses an answer in one sentence`(
        isTerminal: Bool
    ) throws {
        try Talk.open([.line("3"), .line("note words")], isTerminal, clock: { nil }) { talk, said, _ in
            _ = talk.run()
            let words = said.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            #expect(words.lowercased().contains("before 1970 or after the year 9999"), "\(words)")
            #expect(words.lowercased().contains("set the clock") && !words.contains("Saved:"), "\(words)")
            #expect(talk.recorded.lastNumber == 1)
        }
    }
}
