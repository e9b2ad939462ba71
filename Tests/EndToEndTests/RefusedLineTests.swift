import Foundation
import TestSupport
import Testing

/// What becomes of a line that was refused: it can be brought back, and swallows nothing that is typed next.
struct RefusedLineTests {
    private static let lines = [
        "9 because nobody on the board has ever asked", "3 and a half is what most of us would say",
        "ring the chair before we go on with this", "goto the part on how members work together",
        "3 call the manager on 020 7946 0958",
    ]

    @Test(arguments: lines)
    func `leaves the next line its own`(line: String) throws {
        try Canary.inTemporaryFolder { canary in
            let terminal = try canary.terminal("resume", try canary.startAtFirstRating())
            try terminal.settle { $0.beforeCursor == "Your answer: " }
            try terminal.send(line + "\r")
            if line.contains("0958") {
                try terminal.settle { $0.beforeCursor.hasSuffix("leave it out: ") }
                try terminal.send("\r")
            }
            try terminal.settle {
                $0.unwrappedText.contains("arrow up") && $0.beforeCursor == "Your answer: "
                    && $0.cursorLine == "Your answer:"
            }
            try terminal.send("\u{1B}[A")
            try terminal.settle { $0.cursorLine == "Your answer: \(line)" }
            try terminal.send("\u{1B}[B")
            try terminal.settle { $0.beforeCursor == "Your answer: " && $0.cursorLine == "Your answer:" }
            try terminal.send("quit\r")
            #expect(try terminal.waitForEnd() == .exited(0))
            let journal = try canary.newestJournal()
            #expect(!journal.contains("answered") && !journal.contains("noted"))
        }
    }

    @Test func `is mended and entered where somebody brings it back`() throws {
        try Canary.inTemporaryFolder { canary in
            let terminal = try canary.terminal("resume", try canary.startAtFirstRating())
            try terminal.settle { $0.beforeCursor == "Your answer: " }
            try terminal.send("9 the chair asks for it every month\r")
            try terminal.settle { $0.contains("arrow up") && $0.beforeCursor == "Your answer: " }
            try terminal.send("\u{1B}[A\u{1}\u{4}3\r")
            try terminal.settle { $0.contains("Saved: 3, Established, with your note.") }
            try terminal.settle { $0.beforeCursor == "Your answer: " }
            // A line with words of its own is not kept any longer.
            try terminal.send("\u{1B}[A")
            try terminal.send("quit\r")
            #expect(try terminal.waitForEnd() == .exited(0))
        }
    }
}
