import Disclosure
import Instruments
import LineEditing
import Reports
import Sessions
import Terminal
import Testing

@testable import Conversation

/// The lines of a room's wall, in windows of every width.
struct WallTextTests {
    /// What stands on the wall of a room that did what lines say.
    private func wall(_ lines: String..., voted: Int? = nil, isCovered: Bool = false) throws -> WallContent {
        try Talk.open(lines.map(LineInput.line), false, as: .workshop) { talk, _, _ in
            try talk.perform(.arrangeRoom(RoomArrangement(present: 12, voting: .slips, share: .shape)))
            _ = talk.run()
            return WallContent(talk.recorded, voted: voted, isCovered: isCovered)
        }
    }

    private var voted: [String] { ["tally 6 0 0 6", "reveal", "revote", "tally 0 7 3 1 n1", "reveal"] }

    @Test(arguments: 40...200)
    func `are no wider than the window, and no more than it is high`(columns: Int) throws {
        let content = try wall(voted[0], voted[1], voted[2], voted[3], voted[4])
        for rows in [12, 18, 24, 60] {
            let lines = WallText.lines(of: content, columns: columns, rows: rows)
            #expect(lines.count < rows, "\(columns) by \(rows)")
            for line in lines { #expect(TextCells.width(of: line) < columns, "\(columns): \(line)") }
            // Whatever is left out, how many chose each level is there.
            #expect(
                lines.contains { $0.contains("7 now") } && lines.contains { $0.contains("6 in the first") })
        }
    }

    @Test func `say in words what a bar shows`() throws {
        let content = try wall(voted[0], voted[1], voted[2], voted[3], voted[4])
        let words = WallText.plainLines(of: content).joined(separator: "\n")
        #expect(words.contains("2, Emerging: b First vote: 0. Now: 7 of 12 people."), "\(words)")
        #expect(words.contains("11 of 12 rated. Don't know: 0. Not applicable: 1."))
        #expect(!words.contains("█"))
    }

    @Test func `hold no count before the reveal, of few, or behind the curtain`() throws {
        for content in [
            try wall("tally 6 0 0 6"), try wall("tally 0 0 3 0 d9", "reveal"),
            try wall("tally 6 0 0 6", "reveal", isCovered: true), try wall("tally 6 0 0 6", voted: 3),
        ] {
            #expect(content.choices.allSatisfy { $0.count == nil && $0.before == nil })
        }
        #expect(try wall("tally 6 0 0 6", "reveal", isCovered: true).question == nil)
        #expect(try wall(voted: 7).status.first == "7 of 12 have voted.")
        #expect(try wall("close") == .ended)
    }

    @Test func `hold no words of an answer, and say that it was agreed`() throws {
        let content = try wall("goto talk.role", "agree we lead it", "agree na because of that", ":back")
        let words = WallText.plainLines(of: content).joined(separator: "\n")
        #expect(!words.contains("we lead it") && !words.contains("because"), "\(words)")
        #expect(words.contains("Agreed"))
    }
}
