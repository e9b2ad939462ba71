import Foundation
import Glibc
import TestSupport
import Testing

/// The year of a director: a walk, a result, a plan, and coming back to it.
struct StoryTests {
    /// A clock that stands elsewhere, by the tool that Debian has for it.
    private static func clock(_ moment: String) -> [String: String?] {
        [
            "LD_PRELOAD": "/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1",
            "FAKETIME": "@\(moment)", "TZ": "UTC",
        ]
    }

    private static func end(_ terminal: TerminalSession) throws {
        try terminal.send("quit\r")
        #expect(try terminal.waitForEnd() == .exited(0))
    }

    private static func say(_ line: String, _ shown: String, at terminal: TerminalSession) throws {
        try terminal.send(line + "\r")
        try terminal.settle(within: .seconds(30)) {
            $0.text.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(shown)
        }
    }

    @Test
    func `a plan is made, worked on, carried over and looked back on`() throws {
        try Canary.inTemporaryFolder { canary in
            let sheet = Canary.package + "/Sessions/Examples/fenmoor.yaml"
            let autumn = Self.clock("2026-09-01 10:00:00")
            let first = try canary.run(
                "start", "leadership", "--no-walk", "--title", "First", "--authority", "Fenmoor",
                environment: autumn
            ).outputText.trimmingCharacters(in: .newlines)
            #expect(try canary.run("answer", first, sheet, environment: autumn).status == .exited(0))

            let walk = try canary.terminal("resume", first, environment: autumn, rows: 200)
            try walk.settle(within: .seconds(30)) { $0.beforeCursor == "Your command: " }
            try Self.say("evaluate", "Type next-steps for what can be done about it", at: walk)
            try Self.say("next-steps", "A number for the plan, or Enter:", at: walk)
            try Self.say("1 by head of quality in 6 weeks", "Due 13 October 2026. It answers:", at: walk)
            try Self.say("2 by Jane Smith", "may be somebody's name", at: walk)
            try Self.say("no", "Nothing was saved. Name the role", at: walk)
            // The same line again is for the list, and no answer to the question behind it.
            try walk.settle { $0.beforeCursor == "A number for the plan, or Enter: " }
            try Self.say("2 by chair of the board 31/12/2026", "Saved as action A6:", at: walk)
            try Self.say("3", "Saved as action A7:", at: walk)
            try Self.say("3", "is in the plan as A7", at: walk)
            try Self.say("4 5 6", "names no role and no day", at: walk)
            try walk.send("\r")
            try walk.settle { $0.beforeCursor == "Your command: " }
            try Self.say(
                "sign-off director of children's services", "Sign off the answers as they stand?", at: walk)
            try Self.say("yes", "as milestone 1", at: walk)
            // What becomes of the plan is recorded behind the sign-off.
            try Self.say("action A5 doing two teams begun", "In hand. two teams begun", at: walk)
            try Self.end(walk)
            let more = try canary.run(
                "resume", first, "--plain", input: "action @1 a new one\n", environment: autumn)
            #expect(more.status == .exited(1) && more.outputText.contains("reopen"))

            // No report takes the place of a session, whatever asks for it.
            let over = try canary.run(
                "plan", first, "--force", "--format", "csv", "-o", canary.journal(of: first),
                environment: autumn)
            #expect(over.status == .exited(74), "\(over.errorText)")
            #expect(try canary.run("verify", first).status == .exited(0))

            let brief = try canary.run(
                "export", first, "--as", "brief", "--audience", "corporate", "--format", "markdown",
                environment: autumn
            ).outputText
            #expect(
                brief.contains("Signed off")
                    && brief.contains("The next look: 13 October 2026, when the next action is due."))
            #expect(brief.contains("in hand") || brief.contains("In hand"))

            let winter = Self.clock("2026-12-01 10:00:00")
            let plan = try canary.run("plan", first, environment: winter).outputText
            #expect(plan.contains("7 actions: 3 open and 4 overdue."))
            // What was signed off is come back to for its plan, too.
            let greeted = try canary.run("resume", first, "--plain", input: "quit\n", environment: winter)
            #expect(greeted.outputText.contains("The next round begins with its answers"))
            let second = try canary.terminal(
                "start", "leadership", "--from", first, "--title", "Second", environment: winter,
                rows: 200)
            try second.settle(within: .seconds(30)) {
                $0.beforeCursor == "Your answer: " && $0.contains("what became of")
            }
            #expect(second.screen.contains("Overdue: A"))
            try Self.say(
                "action A5 done every team is seen once a quarter", "Done, 1 December 2026.", at: second)
            try Self.say("action A99 done", "There is no action `A99`", at: second)
            try Self.say("next-weak", "Answered: 1,", at: second)
            try Self.say("3: it is better now", "Saved: 3", at: second)
            try Self.end(second)

            let sheetAgain = try canary.run("answer", "Second", sheet, environment: winter)
            #expect(sheetAgain.status == .exited(0))
            let third = Self.clock("2027-03-01 10:00:00")
            try canary.run(
                "start", "leadership", "--from", "Second", "--title", "Third", "--no-walk", environment: third
            )
            let compared = try canary.run("compare", "First@1", "Second", "Third", environment: third)
                .outputText
            #expect(compared.contains("Round by round") && compared.contains("rose"))
            let trend = try canary.json("trend", "fenmoor")
            let rounds = try #require(trend["rounds"] as? [[String: Any]])
            #expect(rounds.map { $0["title"] as? String } == ["First", "Second", "Third"])
            #expect((rounds[1]["actions"] as? [String: Any])?["done"] as? Int == 1)
            // What is done is not carried over.
            #expect(
                (rounds[2]["actions"] as? [String: Int])
                    == ["done": 0, "dropped": 0, "left": 6, "doing": 0, "overdue": 4],
                "\(rounds[2])")
        }
    }

    @Test
    func `a plan that leaves the screen leaves out what is confidential, and a name has to say a format`()
        throws
    {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start()
            try canary.run(
                "resume", id, "--plain",
                input: "goto political-support\naction SECRETWORD before the vote\nconfidential\nquit\n")
            #expect(!(try canary.run("plan", id).outputText.contains("SECRETWORD")))
            #expect(try canary.run("plan", id, "--audience", "full").outputText.contains("SECRETWORD"))
            let folder = (canary.folder as NSString).deletingLastPathComponent
            for more in [["-o", "\(folder)/p.doc"], ["-o", "\(folder)/p.csv", "--format", "ics"]] {
                let result = try PipedProcess.run(
                    Canary.path, ["plan", id, "--sessions", canary.folder] + more, input: "")
                #expect(result.status == .exited(64), "\(more)")
            }
            #expect(
                try !FileManager.default.contentsOfDirectory(atPath: folder).contains { $0.hasPrefix("p.") })
        }
    }
}
