import Disclosure
import Foundation
import Instruments
import LineEditing
import Sessions
import Testing

@testable import Conversation

/// What a facilitator does in haste: the same line twice, a count anew, a question that is left and comes back.
struct RoomMistakesTests {
    /// A room of twelve that does what lines say; what was said, on one line, and where it stands.
    private func room(_ lines: String...) throws -> (words: String, state: SessionState) {
        try Talk.open(lines.map(LineInput.line), true, as: .workshop) { talk, said, _ in
            try talk.perform(
                .arrangeRoom(RoomArrangement(present: 12, minutes: 180, voting: .cards, share: .shape)))
            try talk.perform(.agreeGroundRules)
            _ = talk.run()
            return (said.text.split(whereSeparator: \.isWhitespace).joined(separator: " "), talk.recorded)
        }
    }

    @Test(arguments: ["agree 3 majority", "agree none", "park it by head of quality 2099-12-15"])
    func `a line that is typed twice settles no question that the room has not come to`(line: String) throws {
        let once = try room(line, line, "no")
        #expect(once.words.contains("The same was typed for Plan 1. Is it for Plan 2, too?"), "\(once.words)")
        #expect(once.state.roomRecord(of: "plan.one").isSettled)
        #expect(!once.state.roomRecord(of: "plan.two").isSettled)
        #expect(try room(line, line, "yes").state.roomRecord(of: "plan.two").isSettled)
        // Where the room has voted on it, it has come to it.
        let voted = try room(line, "tally 0 0 12 0", "reveal", "yes", line)
        #expect(voted.state.roomRecord(of: "plan.two").isSettled)
    }

    @Test func `a count in another's place says so, and names the question`() throws {
        let words = try room("tally 0 0 12 0", "tally 0 0 6 6").words
        #expect(words.contains("the vote on Plan 1 is counted, 12 slips."))
        #expect(
            words.contains("the vote on Plan 1 is counted again, 12 slips, in place of the earlier count."))
    }

    @Test func `nothing is put off to a day that has passed`() throws {
        let (words, state) = try room("park it by head of quality 2020-01-01")
        #expect(words.contains("1 January 2020 has passed, and nothing was saved"))
        #expect(!state.roomRecord(of: "plan.one").isSettled)
    }

    @Test(arguments: ["31/12/2099", "31 December 2099", "2099-12-31"])
    func `the day may be written as people write it`(day: String) throws {
        let (words, state) = try room("park it by head of quality \(day)")
        #expect(words.contains("To be brought back by: head of quality, 31 December 2099."))
        #expect(state.roomRecord(of: "plan.one").isSettled)
    }

    @Test func `nothing is put off to a day that there is not`() throws {
        let (words, state) = try room("park it by head of quality 31/02/2099")
        #expect(words.contains("There is no day `31/02/2099`, and nothing was saved"))
        #expect(!state.roomRecord(of: "plan.one").isSettled)
    }

    @Test func `what a refused command would have left is asked again, and said to be`() throws {
        let (words, state) = try room("agree 2", "goto nowhere", "yes")
        let question = "Can everyone live with 2, Emerging?"
        #expect(words.contains("Not answered, and nothing was done: \(question)"))
        #expect(words.contains("It is asked again: \(question)"))
        #expect(state.roomRecord(of: "plan.one").isSettled)
    }

    @Test func `a curtain takes no question away that was asked when it was drawn`() throws {
        let (words, state) = try room("agree 2", "curtain", "", "yes")
        #expect(words.components(separatedBy: "Can everyone live with 2, Emerging?").count > 2)
        #expect(state.roomRecord(of: "plan.one").isSettled)
    }

    @Test(arguments: ["agree 3 majority\nagree 3 majority", "agree none\nagree none", "note x\nagree 3"])
    func `several lines that are pasted do nothing by themselves`(paste: String) throws {
        try Talk.open([.pasted(paste)], true, as: .workshop) { talk, said, _ in
            _ = talk.run()
            #expect(said.text.contains("Several lines came at once, and nothing of them was saved"))
            #expect(talk.recorded.records.isEmpty)
            #expect(!talk.recorded.roomRecord(of: "plan.one").isSettled)
        }
    }
}
