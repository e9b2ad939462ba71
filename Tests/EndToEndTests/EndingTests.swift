import Foundation
import TestSupport
import Testing

/// What is said at the end of something: what was kept, what was not, and what became of it.
struct EndingTests {
    private let question = "political-support.leader-accepts"

    @Test func `answers are said to be saved only where they are`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start()
            let terminal = try canary.terminal("resume", id, "--plain")
            try terminal.settle { $0.beforeCursor == "Your answer: " }
            try terminal.send("3\r")
            try terminal.settle { $0.contains("Saved: 3") && $0.beforeCursor == "Your answer: " }
            try FileManager.default.removeItem(atPath: canary.journal(of: id))
            try terminal.send("quit\r")
            #expect(try terminal.waitForEnd() == .exited(74))
            #expect(terminal.transcriptText.contains("moved or removed"))
            #expect(!terminal.transcriptText.contains("Every answer is saved"))
        }
    }

    @Test func `answers that are there are said to be saved`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start()
            let terminal = try canary.terminal("resume", id, "--plain")
            try terminal.settle { $0.beforeCursor == "Your answer: " }
            try terminal.send("3\r")
            try terminal.settle { $0.contains("Saved: 3") && $0.beforeCursor == "Your answer: " }
            try terminal.send("quit\r")
            #expect(try terminal.waitForEnd() == .exited(0))
            #expect(terminal.transcriptText.contains("Every answer is saved"))
        }
    }

    @Test func `an export says what it wrote, where, for whom, and what it left out`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start()
            try canary.run("resume", id, "--plain", input: "3 words\nback\nconfidential\n")
            let path = (canary.folder as NSString).deletingLastPathComponent + "/report.html"
            let done = try canary.run("export", id, "--format", "html", "-o", path)
            #expect(done.status == .exited(0) && done.output.isEmpty)
            #expect(done.errorText.contains("Written as html for reviewers: \(path)"))
            #expect(done.errorText.contains("Left out: 1 answers marked confidential"))
            let quiet = try canary.run("export", id, "--format", "html", "-o", path, "--force", "--quiet")
            #expect(quiet.errorText.isEmpty)
        }
    }

    @Test func `words are removed for good only after somebody has seen them`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start()
            try canary.run(
                "resume", id, "--plain", input: "3 NEEDLE alpha\nback\nevidence data \"NEEDLE beta\"\n")
            let before = try Data(contentsOf: URL(filePath: canary.journal(of: id)))
            let piped = try canary.run("redact", id, question, input: "yes\n")
            #expect(piped.status == .exited(1) && piped.errorText.contains("--yes"))
            for replies in [["no"], ["n"], ["maybe", "ye", "no"]] {
                let terminal = try canary.terminal("redact", id, question)
                try terminal.settle {
                    $0.contains("NEEDLE alpha") && $0.contains("NEEDLE beta")
                        && $0.beforeCursor.hasSuffix("yes or no: ")
                }
                for reply in replies.dropLast() {
                    try terminal.send(reply + "\r")
                    // Nothing but a no, or the end, is a no.
                    try terminal.settle {
                        $0.contains("`\(reply)` is no answer to that.")
                            && $0.beforeCursor.hasSuffix("yes or no: ")
                    }
                }
                try terminal.send((replies.last ?? "") + "\r")
                #expect(try terminal.waitForEnd() == .exited(1))
            }
            #expect(try Data(contentsOf: URL(filePath: canary.journal(of: id))) == before)
            let terminal = try canary.terminal("redact", id, question)
            try terminal.settle { $0.beforeCursor.hasSuffix("yes or no: ") }
            try terminal.send("of course\r")
            try terminal.settle {
                $0.contains("is no answer to that.") && $0.beforeCursor.hasSuffix("yes or no: ")
            }
            try terminal.send("Yes\r")
            #expect(try terminal.waitForEnd() == .exited(0))
            let after = try String(contentsOfFile: canary.journal(of: id), encoding: .utf8)
            #expect(!after.contains("NEEDLE"))
        }
    }

    @Test func `a passphrase that does not do is asked for again, and nothing of it reaches a shell`() throws
    {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start("Spring")
            let terminal = try canary.terminal("encrypt", id)
            try terminal.settle(within: .seconds(60)) {
                $0.contains("at least 12 characters") && $0.contains("nobody can bring it back")
                    && $0.beforeCursor.hasPrefix("New passphrase:")
            }
            try terminal.send("too short\r")
            try terminal.settle(within: .seconds(60)) {
                $0.contains("That one has 9") && $0.beforeCursor.hasPrefix("New passphrase:")
            }
            try terminal.send("a long enough phrase\r")
            try terminal.settle(within: .seconds(60)) { $0.beforeCursor.hasPrefix("The same again:") }
            try terminal.send("another phrase altogether\r")
            try terminal.settle(within: .seconds(60)) {
                $0.contains("are not the same") && $0.beforeCursor.hasPrefix("New passphrase:")
            }
            try terminal.send("a long enough phrase\r")
            try terminal.settle(within: .seconds(60)) { $0.beforeCursor.hasPrefix("The same again:") }
            try terminal.send("a long enough phrase\r")
            #expect(try terminal.waitForEnd(within: .seconds(90)) == .exited(0))
            #expect(terminal.transcriptText.contains("canary resume \(id)"))
            #expect(!terminal.transcriptText.contains("enough"))
            // The title is gone, and whoever looks for it is told so.
            let lost = try canary.run("show", "Spring")
            #expect(lost.status == .exited(1) && lost.errorText.contains("sealed and known by its id"))
        }
    }
}
