import Foundation
import TestSupport
import Testing

/// A vote on a keypad that is passed round, at a real terminal.
@Suite(.serialized) struct `A ballot` {
    /// A room of five at its first rating.
    private func room(_ canary: Canary) throws -> RoomVisit {
        try canary.run("start", "leadership", "--workshop", "--no-walk", "--title", "Room")
        try canary.run("resume", "Room", "--plain", input: RoomVisit.setUp(5))
        return try RoomVisit(canary, "resume", "Room")
    }

    /// Types the keys of one person, and waits until keys count again.
    private func cast(_ keys: String, _ number: Int, in terminal: TerminalSession) throws {
        try terminal.send(keys)
        try terminal.settle(on: "\(number) of 5 have voted.")
        Thread.sleep(forTimeInterval: 2.2)
    }

    private func journal(_ canary: Canary) throws -> String {
        let id = try #require((canary.json("list")["sessions"] as? [[String: Any]])?.first?["id"] as? String)
        return try String(contentsOfFile: canary.journal(of: id), encoding: .utf8)
    }

    @Test(.timeLimit(.minutes(2)))
    func `shows how many have voted and nothing of their keys, and is one event`() throws {
        try Canary.inTemporaryFolder { canary in
            let room = try room(canary)
            let terminal = room.terminal
            var keys = "bal\r"
            try terminal.send(keys)
            try terminal.settle(on: "0 of 5 have voted.")
            let begin = terminal.transcript.count
            #expect(terminal.transcriptText.contains("3: Established"))
            #expect(terminal.transcriptText.contains("0: don't know"))
            // Keys of no meaning, a change of mind, and Enter without a key.
            try cast("\r\rxyz+-*/\t\u{1B}[4~\u{1B}[A13\r", 1, in: terminal)
            // What bounces, and whoever types again at once, comes to nothing.
            try terminal.send("3\r")
            try terminal.settle(on: "2 of 5 have voted.")
            try terminal.send("\r1\r1\r\r")
            Thread.sleep(forTimeInterval: 2.2)
            try cast("3\r", 3, in: terminal)
            try cast("2\r", 4, in: terminal)
            try cast("0\r", 5, in: terminal)
            try terminal.settle(on: "Show the vote now?")
            let shown = String(decoding: terminal.transcript[begin...], as: UTF8.self)
            let counted = (1...5).map { "\r\($0) of 5 have voted." }.joined()
            #expect(shown.hasPrefix(counted + "\r\n"), "\(shown.debugDescription)")
            // A ballot that comes too late is neither seen nor taken for an answer.
            try terminal.send("4\r\r")
            try terminal.send("y\r")
            keys += "y\r"
            try terminal.settle(on: "Your command:")
            try terminal.settle(on: "3  Established: 3")
            let told = String(decoding: terminal.transcript[begin...], as: UTF8.self)
                .replacing(#/\u{1B}\[[0-9;?]*[A-Za-z]/#, with: "").split(whereSeparator: \.isWhitespace)
                .joined(separator: " ")
            #expect(told.contains("seen as you type. Political support 1, the vote."), "\(told)")
            try terminal.send("agr\r")
            keys += "agr\r"
            try terminal.settle(on: "agreed by consent")
            #expect(keys.count <= 12)
            // Neither the arrow nor a search brings a key back.
            try terminal.send("\u{1B}[A\u{1B}[A\u{1B}[A\u{1B}[A")
            try terminal.send("\u{15}")
            #expect(try room.quit() == .exited(0))
            #expect(terminal.modes == .usual)
            let lines = try journal(canary).split(separator: "\n").filter { $0.contains("\"tally\"") }
            #expect(lines.count == 1)
            #expect(
                lines.first?.contains(#""tally":{"counts":[0,1,3,0],"dontKnow":1,"notApplicable":0}"#) == true
            )
        }
    }

    @Test(.timeLimit(.minutes(2)))
    func `that a crash ends leaves nothing, and one that is ended early counts the others as blank`() throws {
        try Canary.inTemporaryFolder { canary in
            let room = try room(canary)
            try room.terminal.send("ballot\r")
            try room.terminal.settle(on: "0 of 5 have voted.")
            try cast("3\r", 1, in: room.terminal)
            try room.crash(in: "Room")
            #expect(try !journal(canary).contains("\"tally\""))
            let id = try #require(
                (canary.json("list")["sessions"] as? [[String: Any]])?.first?["id"] as? String)
            let signs = (try? FileManager.default.contentsOfDirectory(atPath: "/dev/shm")) ?? []
            #expect(!signs.contains { $0.contains(id) }, "what tells the wall how many voted is gone, too")
            #expect(room.seen.contains("Type ballot, and pass the keypad round."), "\(room.seen)")
            let terminal = room.terminal
            try terminal.send("ballot\r")
            try terminal.settle(on: "0 of 5 have voted.")
            try cast("3\r", 1, in: terminal)
            try terminal.send("\u{3}")
            try terminal.settle(on: "nothing was counted")
            #expect(try !journal(canary).contains("\"tally\""))
            try terminal.send("ballot\r")
            try terminal.settle { $0.beforeCursor.hasSuffix("0 of 5 have voted.") }
            try cast("3\r", 1, in: terminal)
            try cast(".\r", 2, in: terminal)
            try terminal.send("count\r")
            try terminal.settle(on: "stand as blank.")
            try terminal.send("n\r")
            try terminal.settle(on: "Not shown.")
            #expect(try room.quit() == .exited(0))
            #expect(
                try journal(canary).contains(
                    #""tally":{"counts":[0,0,1,0],"dontKnow":0,"notApplicable":1,"blank":3}"#))
        }
    }

    @Test(.timeLimit(.minutes(2)))
    func `gives the terminal back where a signal ends it`() throws {
        try Canary.inTemporaryFolder { canary in
            let room = try room(canary)
            try room.terminal.send("ballot\r")
            try room.terminal.settle(on: "0 of 5 have voted.")
            room.terminal.signal(SIGTERM)
            #expect(try room.terminal.waitForEnd() == .exited(128 + SIGTERM))
            #expect(room.terminal.modes == .usual)
            #expect(try !journal(canary).contains("\"tally\""))
        }
    }
}
