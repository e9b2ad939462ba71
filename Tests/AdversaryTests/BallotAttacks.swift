import Foundation
import TestSupport
import Testing

/// What somebody finds of a ballot who can read the memory of the program, its files and its terminal.
@Suite struct `Somebody who reads the memory of a ballot` {
    /// Who pressed what, in that order: levels, then 0 for don't know and a full stop for not applicable.
    private static let keys = ["3", "1", "4", "0", "2", "4", ".", "1"]

    /// The same as the cells that are counted.
    private static var cells: [UInt8] { [2, 0, 3, 4, 1, 3, 5, 0] }

    /// The forms in which an order of keys, or of counts, could lie about in memory.
    private static func forms(of values: [UInt8]) -> [[UInt8]] {
        [1, 2, 4, 8].map { width in
            values.flatMap { value in [value] + Array(repeating: 0, count: width - 1) }
        }
    }

    @Test(.timeLimit(.minutes(2)))
    func `finds no order of keys there, nor in a file, nor on the screen`() throws {
        try Target.inTemporaryFolder { target in
            let id = try target.start()
            _ = try target.lead(
                id,
                [
                    "present \(Self.keys.count + 1)", "room minutes 60", "room voting ballot",
                    "room share shape",
                    "room welsh no", "ground-rules", "yes",
                ])
            let terminal = try TerminalSession(
                Target.path, ["resume", id, "--sessions", target.sessions], rows: 40, columns: 80)
            try terminal.settle(on: "Your command:")
            try terminal.send("ballot\r")
            try terminal.settle(on: "0 of 9 have voted.")
            let begin = terminal.transcript.count
            for (index, key) in Self.keys.enumerated() {
                try terminal.send(key + "\r")
                try terminal.settle(on: "\(index + 1) of 9 have voted.")
                Thread.sleep(forTimeInterval: 2.1)
            }
            let typed = Array(Self.keys.joined().utf8)
            // Five in a row are enough to tell an order, and too many to be there by chance.
            let orders =
                [
                    typed, Array(Self.keys.joined(separator: "\r").utf8),
                    Array(Self.keys.joined(separator: "\n").utf8),
                ]
                .map { Array($0.prefix(9)) }
                + Self.forms(of: Array(typed.prefix(6))) + Self.forms(of: Array(Self.cells.prefix(6)))
            func isClean() throws {
                let control = Array(id.utf8)
                let result = try PipedProcess.run(
                    "python3",
                    [
                        URL(filePath: #filePath).deletingLastPathComponent().appending(path: "scan_memory.py")
                            .path, "\(terminal.processIdentifier)",
                    ]
                        + ([control] + orders).map { bytes in
                            bytes.map { String(format: "%02x", $0) }.joined()
                        }, input: "")
                // Where nobody may read another process, the attack is over before it begins.
                guard result.status != .exited(3) else { return }
                let found = result.outputText.split(separator: "\n").map { $0.split(separator: " ") }
                #expect(found.count == orders.count + 1, "\(result.errorText)")
                #expect(found.first?.last != "0", "the scan does not find what is there")
                for line in found.dropFirst() { #expect(line.last == "0", "form \(line.first ?? "")") }
            }
            try isClean()
            // The sign for the wall holds how many have voted, is this user's alone and is in memory.
            let sign = [
                "\(ProcessInfo.processInfo.environment["XDG_RUNTIME_DIR"] ?? "/dev/shm")", "/dev/shm",
            ]
            .map { "\($0)/canary-\(geteuid())-\(id).voted" }
            .first { FileManager.default.fileExists(atPath: $0) }
            if let sign {
                #expect(try String(contentsOfFile: sign, encoding: .utf8) == "  8")
                let mode = try FileManager.default.attributesOfItem(atPath: sign)[.posixPermissions]
                #expect(mode as? Int == 0o600)
            }
            try terminal.send("1\r")
            try terminal.settle(on: "Show the vote now?")
            try isClean()
            try terminal.send("n\r")
            try terminal.settle(on: "Not shown.")
            try isClean()
            if let sign { #expect(!FileManager.default.fileExists(atPath: sign)) }
            let shown = String(decoding: terminal.transcript[begin...], as: UTF8.self)
                .replacing(#/\u{1B}\[[0-9;?]*[A-Za-z]/#, with: "")
            #expect(
                shown.hasPrefix((1...9).map { "\r\($0) of 9 have voted." }.joined() + "\r\nSaved: "),
                "\(shown.debugDescription)")
            try terminal.send("history\r")
            try terminal.settle(on: "a vote was counted")
            try terminal.send("quit\r")
            #expect(try terminal.waitForEnd() == .exited(0))
            let journal = try target.journal(of: id)
            let votes = journal.split(separator: "\n").filter { $0.contains("\"tally\"") }
            #expect(votes.count == 1)
            for order in [typed, Array(Self.keys.joined(separator: ",").utf8)] {
                #expect(!journal.contains(String(decoding: order, as: UTF8.self)))
            }
            // Between the question and the vote nothing was written, so that nothing tells when anybody voted.
            #expect(
                journal.split(separator: "\n").filter { $0.contains("\"type\":\"roomArranged\"") }.count == 5)
        }
    }
}
