import Foundation
import TestSupport
import Testing

/// A peer reviewer at the prompt, with nothing but the report that was sent.
struct ReviewWalkTests {
    /// A report in some format, and the folder that it lies in.
    private func withReport(
        _ format: String,
        _ body: (_ canary: Canary, _ id: String, _ folder: String, _ report: String) throws -> Void
    ) throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start(questionnaire: "early-warning")
            try canary.run(
                "resume", id, input: "3 <b>our</b> view &amp; more\n3\nn\nquit\n")
            let folder = (canary.folder as NSString).deletingLastPathComponent
            let report = "\(folder)/report.\(format)"
            let exported = try canary.run("export", id, "--format", format, "-o", report)
            #expect(exported.status == .exited(0), "\(exported.errorText)")
            try body(canary, id, folder, report)
        }
    }

    private func review(
        _ report: String, _ arguments: String..., in folder: String, input: String
    ) throws -> PipedProcess.Result {
        try PipedProcess.run(
            Canary.path, ["review", report] + arguments + ["--sessions", folder + "/none"], input: input,
            in: folder)
    }

    @Test(arguments: ["html", "json"])
    func `what a reviewer says is saved as it is said, and comes back`(format: String) throws {
        try withReport(format) { canary, id, folder, report in
            let first = try review(
                report, in: folder,
                input:
                    "lead peer\n1\nseen Minutes of May\nchallenge\nchallenge Not what we saw.\nagree\nquit\n")
            #expect(first.status == .exited(0), "\(first.errorText)")
            #expect(first.outputText.contains("Note: <b>our</b> view &amp; more"))
            #expect(first.outputText.contains("Say why in the same line"))
            #expect(first.outputText.contains("Saved for Political and corporate climate 2."))
            let file = "\(folder)/\(id)-review.json"
            let attributes = try FileManager.default.attributesOfItem(atPath: file)
            #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
            let second = try review(report, in: folder, input: "more-evidence Which figures?\nquit\n")
            #expect(
                second.outputText.contains("Political and corporate climate 3."),
                "it goes on where it was left")
            let filed = try canary.run("import-review", id, file, "--yes")
            #expect(filed.status == .exited(0), "\(filed.errorText)")
            #expect(
                filed.outputText.contains(
                    "3 answers were looked at: agree 1, challenge 1 and more-evidence 1."))
            let words = try canary.run("export", id, "--format", "markdown").outputText
            #expect(
                words.contains("lower 1: 1 rating by 1 reviewer on 1 question")
                    && words.contains("Evidence seen: Minutes of May"))
        }
    }

    @Test func `nothing that a reviewer said is lost, and it is seen again on the way back`() throws {
        try withReport("html") { canary, id, folder, report in
            let talk = try review(
                report, in: folder, input: "lead peer\ncomment A\nchallenge B\nback\ncomment C\nagree\nquit\n"
            )
            let words = talk.outputText.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            #expect(words.contains("Comment: A B"), "\(words)")
            #expect(words.contains("Your comment says why you did not agree"))
            let file = try String(contentsOfFile: "\(folder)/\(id)-review.json", encoding: .utf8)
            #expect(file.contains("A\\nB\\nC") && file.contains("challenge"))
            let cleared = try review(report, in: folder, input: "back\nclear\nagree\nquit\n").outputText
            #expect(cleared.contains("Taken back: what you said of Political and corporate climate 1."))
            let after = try String(contentsOfFile: "\(folder)/\(id)-review.json", encoding: .utf8)
            #expect(!after.contains("challenge") && after.contains("agree"))
        }
    }

    @Test func `the preview counts verdicts, and names every answer that changed`() throws {
        try withReport("html") { canary, id, folder, report in
            _ = try review(report, in: folder, input: "lead peer\ncomment only words\nnext\nagree\nquit\n")
            // Reviewed, and not reviewed.
            try canary.run("resume", id, input: "back\nback\n4\n")
            let filed = try canary.run("import-review", id, "\(folder)/\(id)-review.json", "--yes")
            let words = filed.outputText.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            #expect(words.contains("1 answer was looked at: agree 1."), "\(words)")
            #expect(words.contains("Without a verdict, but with words: Political and corporate climate 1."))
            #expect(!words.contains("No answer was changed since"))
            let told = try canary.run("export", id, "--format", "markdown").outputText
            #expect(!told.contains("I have not looked at this"))
        }
    }

    @Test func `what is said to be saved is on disk, whenever the reviewer leaves`() throws {
        try withReport("html") { canary, id, folder, report in
            let file = "\(folder)/\(id)-review.json"
            let atOnce = try review(report, "--role", "peer", in: folder, input: "quit\n")
            #expect(atOnce.status == .exited(0))
            #expect(atOnce.outputText.contains("You have said nothing of an answer yet"))
            #expect(FileManager.default.fileExists(atPath: file), "it is named as the review file")
            let nowhere = try review(
                report, "--role", "peer", "-o", "/no/such/folder/review.json", in: folder,
                input: "agree\nquit\n")
            #expect(nowhere.status == .exited(74))
            #expect(!nowhere.outputText.contains("Saved") && !nowhere.outputText.contains("Give it to"))
            let gone = try PipedProcess.run(
                "sh",
                [
                    "-c",
                    "(sleep 1; echo agree; sleep 1; rm '\(file)'; echo quit) | '\(Canary.path)' review '\(report)' --sessions none",
                ], in: folder)
            #expect(gone.status == .exited(74))
            #expect(gone.outputText.contains("Saved for Political and corporate climate 1."))
            #expect(!gone.outputText.contains("What you said is saved"))
            #expect(gone.errorText.contains("the review file is not as it was saved"), "\(gone.errorText)")
        }
    }

    @Test func `a blind review hides an answer until the reviewer has one`() throws {
        try withReport("html") { _, _, folder, report in
            let hidden = try review(report, "--blind", "--role", "peer", in: folder, input: "quit\n")
                .outputText
            #expect(hidden.contains("Their answer is hidden until you give your own"))
            #expect(hidden.contains("4, Embedded: "))
            #expect(!hidden.contains("our</b> view"))
            let shown = try review(report, "--blind", "--role", "peer", in: folder, input: "4\nquit\n")
                .outputText
            #expect(shown.contains("Saved for Political and corporate climate 1."))
            #expect(shown.contains("Their answer: 3, Established"))
        }
    }

    @Test func `the review of a protected report is sealed like it`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start(questionnaire: "early-warning")
            try canary.run("resume", id, input: "3 OPEN-words\nquit\n")
            let folder = (canary.folder as NSString).deletingLastPathComponent
            let exported = try canary.run(
                "export", id, "--format", "html", "--protect", "-o", "\(folder)/report.html")
            let found = try #require(exported.errorText.firstMatch(of: #/once: ([0-9A-Z-]{19})/#))
            let secret = try canary.file("secret", "\(found.1)\n")
            func run(_ command: String, _ input: String = "") throws -> PipedProcess.Result {
                try PipedProcess.run(
                    "sh", ["-c", "exec '\(Canary.path)' \(command) --passphrase-fd 3 3<'\(secret)'"],
                    input: input, in: folder)
            }
            let walk = try run("review report.html --role peer", "challenge SEALED-words\nquit\n")
            #expect(walk.status == .exited(0), "\(walk.errorText)")
            #expect(walk.outputText.contains("OPEN-words"))
            let file = try String(contentsOfFile: "\(folder)/\(id)-review.json", encoding: .utf8)
            #expect(!file.contains("SEALED-words") && !file.contains("council-plan"))
            let more = try run("review report.html", "quit\n")
            #expect(more.outputText.contains("Political and corporate climate 2."), "\(more.errorText)")
            let filed = try run("import-review \(id) \(id)-review.json --yes --sessions '\(canary.folder)'")
            #expect(filed.status == .exited(0), "\(filed.errorText)")
        }
    }

    @Test func `a report cannot say into which folder the review goes`() throws {
        try withReport("json") { canary, id, folder, report in
            let text = try String(contentsOfFile: report, encoding: .utf8)
                .replacing("\"session\" : \"\(id)\"", with: "\"session\" : \"../../outside\"")
            let hostile = try canary.file("hostile.json", text)
            let inner = folder + "/a/b"
            try FileManager.default.createDirectory(atPath: inner, withIntermediateDirectories: true)
            let result = try review(hostile, "--role", "peer", in: inner, input: "agree\nquit\n")
            #expect(result.status == .exited(0), "\(result.errorText)")
            let written = try FileManager.default.contentsOfDirectory(atPath: inner)
            #expect(written == ["outside-review.json"])
        }
    }

    @Test func `what is no report gets one sentence`() throws {
        try withReport("html") { canary, id, folder, report in
            let other = try canary.file("other.html", "<!DOCTYPE html><p>no</p>")
            let none = try review(other, in: folder, input: "")
            #expect(none.status == .exited(1))
            #expect(none.errorText.contains("is no report that can be reviewed"))
            let open = try canary.run(
                "export", id, "--format", "html", "--audience", "public", "-o", folder + "/public.html")
            #expect(open.status == .exited(0))
            #expect(try review(folder + "/public.html", in: folder, input: "").status == .exited(1))
            #expect(try review(folder + "/missing.html", in: folder, input: "").status == .exited(74))
            let mine = try canary.file("mine.json", "{\"mine\": true}\n")
            let kept = try review(report, "--role", "peer", "-o", mine, in: folder, input: "agree\n")
            #expect(kept.status == .exited(1))
            #expect(try String(contentsOfFile: mine, encoding: .utf8) == "{\"mine\": true}\n")
        }
    }
}
