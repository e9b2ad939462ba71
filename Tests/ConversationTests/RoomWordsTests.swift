import Disclosure
import Instruments
import LineEditing
import Sessions
import Testing

@testable import Conversation

/// Words that are typed while the room talks go with the question that it talks about, whatever the room does with it.
struct RoomWordsTests {
    /// What is typed before the words, and what stands in front of them.
    private static let stages: [(name: String, lines: [String], at: String)] = [
        ("reading", [], ""),
        ("the vote, which is counted", ["tally 6 0 0 6"], ""),
        ("the question whether to show it", ["tally 6 0 0 6", "reveal"], ""),
        ("the vote, which the room has seen", ["tally 6 0 0 6", "reveal", "yes"], ""),
        ("the call to a second vote", ["tally 6 0 0 6", "reveal", "yes", "revote"], ""),
        ("the second vote", ["tally 6 0 0 6", "reveal", "yes", "revote", "tally 0 6 6 0"], ""),
        (
            "the second vote, which the room has seen",
            ["tally 6 0 0 6", "reveal", "yes", "revote", "tally 0 6 6 0", "reveal", "yes"], ""
        ),
        ("the question whether all agree", ["agree 3"], ""),
        ("an agreement", ["agree 3 majority"], "@1 "),
        ("an agreement, back at it", ["agree 3 majority", "back"], ""),
        ("no agreement", ["agree none"], "@1 "),
        ("no agreement, back at it", ["agree none", "goto 1"], ""),
        ("putting it off", ["park by head of quality 2099-12-15"], "@1 "),
        ("another area", ["goto 3", "agree none", ":goto plan.one"], ""),
    ]

    @Test(arguments: stages.indices, [true, false])
    func `of each kind are kept at each stage`(stage: Int, isTerminal: Bool) throws {
        let (name, before, at) = Self.stages[stage]
        // Where nobody is asked, it is agreed at once.
        guard isTerminal || before != ["agree 3"] else { return }
        let words = [
            "note \(at)the minutes say so", "evidence \(at)corporate \"Minutes, May\"",
            "strength \(at)they meet",
            "concern \(at)it is late", "action \(at)find the figures by head of quality 2099-12-15",
            "ask whether they meet",
        ]
        // Where nobody is asked there is nothing to answer.
        let lines = before.filter { isTerminal || $0 != "yes" } + words
        let state = try Talk.open(lines.map(LineInput.line), isTerminal, as: .workshop) { talk, _, _ in
            try talk.perform(.arrangeRoom(RoomArrangement(present: 12, voting: .slips, share: .shape)))
            try talk.perform(.agreeGroundRules)
            _ = talk.run()
            return talk.recorded
        }
        let record = try #require(state.records["plan.one"], "\(name)")
        #expect(record.note == "the minutes say so", "\(name)")
        #expect(record.evidence.count == 1 && record.strengths == ["they meet"], "\(name)")
        #expect(record.concerns == ["it is late"] && record.actions.count == 1, "\(name)")
        #expect(state.asks == ["whether they meet"], "\(name)")
        // Nothing of it answers for the room, or is left out by agreeing on it afterwards.
        #expect(state.records["plan.two"] == nil, "\(name)")
    }

    @Test func `that were typed before the agreement stay beside those that come with it`() throws {
        let lines = ["note first", "agree none because of this", "goto 1", "note + more", "agree 3 majority"]
        let state = try Talk.open(lines.map(LineInput.line), true, as: .workshop) { talk, _, _ in
            try talk.perform(.arrangeRoom(RoomArrangement(present: 12, voting: .slips, share: .shape)))
            _ = talk.run()
            return talk.recorded
        }
        #expect(state.records["plan.one"]?.note == "first\nbecause of this\nmore")
    }

    @Test func `of a ballot that comes by a pipe are refused, and nothing is counted`() throws {
        let (state, said) = try Talk.open([.line("ballot"), .line("3")], false, as: .workshop) {
            talk, said, _ in
            try talk.perform(.arrangeRoom(RoomArrangement(present: 1 + 11, voting: .slips)))
            _ = talk.run()
            return (talk.recorded, said.text)
        }
        #expect(state.roomRecord(of: "plan.one").votes.isEmpty)
        #expect(said.contains("A ballot is typed at a terminal"), "\(said)")
    }

    @Test func `of a blank slip keep the sum right, and are no don't know`() throws {
        let lines = ["tally 2 6 0 3 b1", "reveal", "yes"]
        let (state, said) = try Talk.open(lines.map(LineInput.line), true, as: .workshop) { talk, said, _ in
            try talk.perform(.arrangeRoom(RoomArrangement(present: 12, voting: .slips)))
            _ = talk.run()
            return (talk.recorded, said.text)
        }
        let tally = state.roomRecord(of: "plan.one").votes.last?.tally
        #expect(tally?.blank == 1 && tally?.dontKnow == 0 && tally?.people == 12)
        #expect(said.contains("Blank or spoilt: 1."), "\(said)")
        #expect(said.contains("11 of 12 rated."))
    }
}
