import Disclosure
import LineEditing
import Sessions
import Testing

@testable import Conversation

/// Numbers that are larger or smaller than any that can be counted on from.
struct NumberTests {
    private static let commands = [
        "N", "goto N", "agree N", "majority N", "withdraw N", "other-view N 2 x", "other-view 3 N x",
        "note @N words",
        "evidence @N data report", "strength @N good", "withdraw-review RN", "explain N", "what-if N 3",
        "tally N",
        "present N", "room minutes N", "park @N words by role 2099-01-01", "probe N", "confirm N", "links N",
    ]

    @Test(arguments: commands, [Int.min, Int.max])
    func `at the ends of what there is are answers to nothing, and no crash`(command: String, number: Int)
        throws
    {
        let line = command.replacing("N", with: "\(number)")
        try Talk.open([.line(line), .line("quit")], true, as: .workshop) { talk, said, _ in
            try talk.perform(
                .arrangeRoom(RoomArrangement(present: 12, minutes: 180, voting: .cards, share: .shape)))
            try talk.perform(.agreeGroundRules)
            _ = talk.run()
            #expect(!said.text.isEmpty && talk.recorded.records.allSatisfy { $0.value.response == nil })
        }
        let alone = try Talk(line, "quit", isTerminal: true)
        #expect(alone.state.records.allSatisfy { $0.value.response == nil }, "\(alone.said)")
    }
}
