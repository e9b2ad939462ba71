import Foundation
import TestSupport
import Testing

/// What is said at the end of something: what was kept, what was not, and what became of it.
struct EndingTests {
    private let question = "political-support.leader-accepts"

    @Test func `answers are said to be saved only where they are`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.startAtFirstRating()
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
            let id = try canary.startAtFirstRating()
            let terminal = try canary.terminal("resume", id, "--plain")
            try terminal.settle { $0.beforeCursor == "Your answer: " }
            try terminal.send("3\r")
            try terminal.settle { $0.contains("Saved: 3") && $0.beforeCursor == "Your answer: " }
            try terminal.send("quit\r")
            #expect(try terminal.waitForEnd() == .exited(0))
            #expect(terminal.transcriptText.contains("Every answer is saved"))
        }
    }

    @Test func `a walk's export is for whom it is said to be, and a file's name says nothing of that`() throws
    {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start()
            let folder = (canary.folder as NSString).deletingLastPathComponent
            let output =
                try canary.run(
                    "resume", id, "--plain",
                    input: """
                        goto political-support
                        3 NEEDLE
                        export markdown public \(folder)/anybody.md
                        export markdown \(folder)/peers.md
                        export markdown for the public \(folder)/third.md
                        export \(folder)/fourth.md --audience public
                        export markdown public \(folder)/walk.docx
                        export markdown public reviewers
                        export brief everybody
                        quit

                        """
                ).outputText
            let said = output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            #expect(said.contains("Written: the report as markdown, for anybody: \(folder)/anybody.md"))
            #expect(
                said.contains("for the peer review team: \(folder)/peers.md")
            )
            for name in ["third", "fourth"] {
                #expect(said.contains("Written: the report as markdown, for anybody: \(folder)/\(name).md"))
                let text = try String(contentsOfFile: "\(folder)/\(name).md", encoding: .utf8)
                #expect(text.contains("Audience: public") && !text.contains("NEEDLE"))
            }
            #expect(
                said.contains("says docx, and you say markdown") && said.contains("`everybody` is no format"))
            #expect(said.contains("`reviewers` says something else than a word before it"))
            let anybody = try String(contentsOfFile: folder + "/anybody.md", encoding: .utf8)
            #expect(anybody.contains("Audience: public") && !anybody.contains("NEEDLE"))
            #expect(try String(contentsOfFile: folder + "/peers.md", encoding: .utf8).contains("NEEDLE"))
        }
    }

    @Test func `what is shown to the authority says which words are confidential, and no other report does`()
        throws
    {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start()
            try canary.run(
                "resume", id, "--plain",
                input: "goto political-support\n3 words\nconfidential @1\n2 open\n?\nquit\n")
            let mark = "Its words are confidential: no other report has them."
            let shown = try canary.run("show", id).outputText
            #expect(shown.components(separatedBy: mark).count == 2)
            #expect(try !canary.run("export", id, "--format", "markdown").outputText.contains(mark))
            // Don't knows are answers, as in every list.
            #expect(shown.contains("3 of 66 questions answered (among them 1 don't know), 63 not answered."))
        }
    }

    @Test func `an export says what it wrote, where, for whom, and what it left out`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start()
            try canary.run(
                "resume", id, "--plain", input: "goto political-support\n3 words\nback\nconfidential\n")
            let path = (canary.folder as NSString).deletingLastPathComponent + "/report.html"
            let done = try canary.run("export", id, "--format", "html", "-o", path)
            #expect(done.status == .exited(0) && done.output.isEmpty)
            #expect(done.errorText.contains("Written: the report as html, for the peer review team: \(path)"))
            #expect(done.errorText.contains("Left out: 1 answer marked confidential"))
            let quiet = try canary.run("export", id, "--format", "html", "-o", path, "--force", "--quiet")
            #expect(quiet.errorText.isEmpty)
        }
    }

    @Test func `words are removed for good only after somebody has seen them`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start()
            try canary.run(
                "resume", id, "--plain",
                input: "goto political-support\n3 NEEDLE alpha\nback\nevidence data \"NEEDLE beta\"\n")
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
