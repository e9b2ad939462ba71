import Foundation
import TestSupport
import Testing

/// What is counted for a plan, from the first value to the next round.
struct MeasureStoryTests {
    private static func say(_ line: String, _ shown: String, at terminal: TerminalSession) throws {
        try terminal.send(line + "\r")
        try terminal.settle(within: .seconds(30)) {
            $0.text.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(shown)
        }
    }

    @Test func `a measure is typed, shown in every document, carried over and taken out`() throws {
        try Canary.inTemporaryFolder { canary in
            let first = try canary.start("First")
            let walk = try canary.terminal("resume", first, rows: 100)
            try walk.settle(within: .seconds(30)) { $0.beforeCursor == "Your answer: " }
            try Self.say("measure Rhozq visits, in %, from the return", "Saved as measure M1:", at: walk)
            try Self.say("measure M1 62% 31 January 2026", "31 January 2026: 62%.", at: walk)
            try Self.say("measure M1 a lot", "`a` is no number, and nothing was saved", at: walk)
            try Self.say("measure M1 70.5 30/06/2026", "From first to last: up 8.5.", at: walk)
            try Self.say("measure M1 compared England 80", "Compared with England: 80%.", at: walk)
            try Self.say("remove M1 30 June 2026", "It said: Rhozq visits, in %", at: walk)
            try Self.say("undo", "Measures:", at: walk)
            try walk.send("quit\r")
            #expect(try walk.waitForEnd() == .exited(0))

            // What one kill leaves is whole: each line was on the disk when it was shown.
            #expect(try canary.run("verify", first).status == .exited(0))
            for format in ["text", "markdown", "csv", "json"] {
                let plan = try canary.run("plan", first, "--format", format).outputText
                #expect(plan.contains("Rhozq visits") && plan.contains("70.5"), "\(format)")
            }
            for (kind, audience, isTold) in [
                ("self-evaluation", "reviewers", true), ("report", "corporate", true),
                ("plan", "full", true), ("self-evaluation", "public", false), ("report", "public", false),
            ] {
                let page = try canary.run(
                    "export", first, "--as", kind, "--format", "html", "--audience", audience
                ).outputText
                #expect(page.contains("Rhozq") == isTold, "\(kind) for \(audience)")
                #expect(page.contains("n = 2 values") == isTold, "\(kind) for \(audience)")
            }

            let second = try canary.run("start", "leadership", "--from", first, "--no-walk")
                .outputText.trimmingCharacters(in: .newlines)
            #expect(try canary.run("plan", second).outputText.contains("70.5%, 30 June 2026"))

            let list = try canary.run("redact", first, "--what").outputText
            #expect(list.contains("measure 1: Rhozq visits"))
            #expect(try canary.run("redact", first, "--what", "measure 1", "--yes").status == .exited(0))
            let journal = try String(contentsOfFile: canary.journal(of: first), encoding: .utf8)
            for gone in ["Rhozq", "70.5", "return", "England"] {
                #expect(!journal.contains(gone), "\(gone)")
            }
            #expect(try canary.run("plan", first).outputText.contains("[removed]"))
        }
    }

    @Test func `a session whose line is damaged is salvaged with its measures`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start("First")
            try canary.run(
                "resume", id, "--plain",
                input: "measure Visits\nmeasure M1 5\nstrength so it is\nmeasure M1 6 yesterday\nquit\n")
            let path = canary.journal(of: id)
            var lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map(
                String.init)
            let damaged = try #require(lines.firstIndex { $0.contains("\"number\":5}]") })
            lines[damaged] = lines[damaged].replacing("\"number\":5}]", with: "\"number\":7}]")
            try (lines.joined(separator: "\n") + "\n").write(toFile: path, atomically: false, encoding: .utf8)
            #expect(try canary.run("plan", id).status != .exited(0))
            let salvaged = try canary.run("verify", id, "--salvage")
            #expect(salvaged.status != .exited(64), "\(salvaged.errorText)")
            let sessions = try canary.json("list")["sessions"] as? [[String: Any]] ?? []
            let new = try #require(sessions.first { $0["id"] as? String != id }?["id"] as? String)
            let plan = try canary.run("plan", new).outputText
            // Each event says the measure as a whole, so that the one behind the damage has every value.
            #expect(plan.contains("down 1"), "\(plan)")
        }
    }
}
