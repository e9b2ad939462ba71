import Foundation
import Glibc
import TestSupport
import Testing

/// The main job as somebody does it at a terminal.
struct TerminalWalkTests {
    private let fourth = "political-support.lead-member-backs-help"

    @Test
    func `a killed session resumes at the fourth question with all three answers`() throws {
        try Canary.inTemporaryFolder { canary in
            let first = try canary.terminal("start", "leadership", "--title", "Autumn")
            try first.settle { $0.beforeCursor == "Your answer: " }
            try first.send("goto political-support\r")
            try first.settle { $0.contains("Question 1 of 8") && $0.beforeCursor == "Your answer: " }
            try first.send("3\r")
            try first.settle { $0.contains("Question 2 of") && $0.beforeCursor == "Your answer: " }
            try first.send("2 the lead member doubts the findings\r")
            try first.settle { $0.contains("Question 3 of") && $0.beforeCursor == "Your answer: " }
            try first.send("evidence @2 politicians \"Cabinet minutes, May, item 4\" shows the vote\r")
            try first.settle { $0.contains("Saved as evidence E1") && $0.beforeCursor == "Your answer: " }
            try first.send("?\r")
            try first.settle { $0.contains("Question 4 of") && $0.beforeCursor == "Your answer: " }
            first.signal(SIGKILL)
            #expect(try first.waitForEnd() == .killed(signal: SIGKILL))

            let second = try canary.terminal("resume")
            try second.settle {
                $0.contains("Question 4 of") && $0.contains("3 of") && $0.beforeCursor == "Your answer: "
            }
            try second.send("quit\r")
            #expect(try second.waitForEnd() == .exited(0))
            #expect(second.modes == .usual)

            let shown = try canary.json("show", "Autumn")
            #expect(shown["current"] as? String == fourth)
            let answers = try canary.answers(of: "Autumn")
            #expect(answers["political-support.leader-accepts"]?["value"] as? Int == 3)
            let lead = answers["political-support.lead-member-accepts"]
            #expect(lead?["value"] as? Int == 2)
            #expect(lead?["note"] as? String == "the lead member doubts the findings")
            let evidence = lead?["evidence"] as? [[String: Any]]
            #expect(evidence?.first?["reference"] as? String == "Cabinet minutes, May, item 4")
            #expect(evidence?.first?["text"] as? String == "shows the vote")
            #expect(answers["political-support.leader-backs-help"]?["status"] as? String == "dont-know")
        }
    }

    /// Whether such a file ends libedit depends on what lies in its memory; where it does, a sentence says so.
    @Test(arguments: ["bind \"\n", "bind '\n", "bind \"\nbind \"\nbind \"\n", "\"", "bind -s \"\\\n"])
    func `settings that end the line editor do not end the walk`(text: String) throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.startAtFirstRating()
            let settings = try canary.file(".editrc", text)
            let home = (settings as NSString).deletingLastPathComponent
            let terminal = try canary.terminal("resume", id, environment: ["HOME": home])
            try terminal.settle { $0.beforeCursor == "Your answer: " }
            try terminal.send("3\r")
            try terminal.settle { $0.contains("Question 2 of") && $0.beforeCursor == "Your answer: " }
            try terminal.send("quit\r")
            #expect(try terminal.waitForEnd() == .exited(0))
            #expect(try canary.answers(of: id)["political-support.leader-accepts"]?["value"] as? Int == 3)
        }
    }

    @Test
    func `an answer shown as saved is in the file before the next prompt`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.startAtFirstRating()
            let terminal = try canary.terminal("resume", id)
            try terminal.settle { $0.beforeCursor == "Your answer: " }
            for answer in 1...4 {
                try terminal.send("\(answer)\r")
                try terminal.settle {
                    $0.contains("Question \(answer + 1) of") && $0.beforeCursor == "Your answer: "
                }
                let journal = try String(contentsOfFile: canary.journal(of: id), encoding: .utf8)
                #expect(journal.hasSuffix("\n"))
                #expect(journal.contains("\"rating\":\(answer)"))
            }
        }
    }

    @Test
    func `Ctrl-C drops the line and the conversation goes on`() throws {
        try Canary.inTemporaryFolder { canary in
            let terminal = try canary.terminal("start", "leadership")
            try terminal.settle { $0.beforeCursor == "Your answer: " }
            try terminal.send("4 half a note")
            try terminal.settle { $0.beforeCursor.hasSuffix("half a note") }
            try terminal.send("\u{3}")
            try terminal.settle { $0.beforeCursor == "Your answer: " }
            try terminal.send("status\r")
            try terminal.settle { $0.contains("Political support") && $0.contains("not started") }
        }
    }

    @Test(arguments: [[], ["--plain"]], [(SIGTERM, 143), (SIGHUP, 129)] as [(Int32, Int32)])
    func `a signal ends the program while Ctrl-S has stopped the terminal`(
        options: [String], signal: (Int32, status: Int32)
    ) throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start()
            let terminal = try TerminalSession(
                Canary.path, ["resume", id, "--sessions", canary.folder] + options, rows: 40)
            try terminal.settle { $0.beforeCursor == "Your answer: " }
            // The terminal itself takes it, and nothing tells when it has.
            try terminal.send("\u{13}")
            usleep(300_000)
            terminal.signal(signal.0)
            #expect(try terminal.waitForEnd() == .exited(signal.status))
            #expect(terminal.modes == .usual)
        }
    }

    @Test(arguments: [(SIGTERM, 143), (SIGHUP, 129)] as [(Int32, Int32)])
    func `a signal ends the program with its status and the terminal in order`(
        signal: Int32, status: Int32
    ) throws {
        try Canary.inTemporaryFolder { canary in
            let terminal = try canary.terminal("start", "leadership")
            try terminal.settle { $0.beforeCursor == "Your answer: " }
            terminal.signal(signal)
            #expect(try terminal.waitForEnd() == .exited(status))
            #expect(terminal.modes == .usual)
        }
    }

    @Test
    func `home offers saved sessions and questionnaires by number`() throws {
        try Canary.inTemporaryFolder { canary in
            _ = try canary.start("Autumn")
            let terminal = try canary.terminal()
            try terminal.settle {
                $0.unwrappedText.contains("Resume") && $0.beforeCursor == "Your choice: "
            }
            #expect(terminal.screen.contains("Autumn"))
            try terminal.send("1\r")
            try terminal.settle { $0.contains("Question 1 of") && $0.beforeCursor == "Your answer: " }
            try terminal.send("quit\r")
            #expect(try terminal.waitForEnd() == .exited(0))
        }
    }

    @Test
    func `Tab completes commands and kinds of evidence`() throws {
        try Canary.inTemporaryFolder { canary in
            let terminal = try canary.terminal("start", "leadership")
            try terminal.settle { $0.beforeCursor == "Your answer: " }
            try terminal.send("evid\t")
            try terminal.settle { $0.beforeCursor == "Your answer: evidence " }
            try terminal.send("insp\t")
            try terminal.settle { $0.beforeCursor == "Your answer: evidence inspection " }
        }
    }
}
