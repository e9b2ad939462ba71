import Foundation
import Glibc
import TestSupport
import Testing

/// What keeps sessions safe, as somebody does it on the command line.
struct CareTests {
    private let question = "political-support.leader-accepts"

    /// A descriptor of a command that gives these lines, named as the command's option wants it.
    private func passphrases(_ lines: String..., canary: Canary) throws -> [String] {
        let path = try canary.file("passphrases", lines.map { $0 + "\n" }.joined())
        return ["-c", "exec 9<'\(path)'; exec \"$@\" --passphrase-fd 9", "sh", Canary.path]
    }

    private func sealed(
        _ canary: Canary, _ arguments: String..., with lines: String, _ second: String? = nil,
        input: String = ""
    ) throws -> PipedProcess.Result {
        let shell =
            try second.map { try passphrases(lines, $0, canary: canary) }
            ?? passphrases(lines, canary: canary)
        return try PipedProcess.run(
            "sh", shell + arguments + ["--sessions", canary.folder], input: input)
    }

    private func onOneLine(_ result: PipedProcess.Result) -> String {
        result.outputText.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    @Test func `words that were redacted are nowhere any more`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start()
            try canary.run(
                "resume", id, "--plain",
                input: """
                    goto political-support
                    3 NEEDLE the leader
                    evidence @1 data "NEEDLE minutes" NEEDLE
                    2 kept words
                    strength NEEDLE of the other question
                    undo
                    """)
            let sheet = try canary.file(
                "sheet.yaml",
                "\(question): {answer: 2, note: NEEDLE again}\npolitical-support.lead-member-accepts: {answer: 4}\n"
            )
            try canary.run("answer", id, sheet)
            let done = try canary.run("redact", id, question, "--yes")
            #expect(done.status == .exited(0))
            #expect(done.outputText.contains("Backups"))
            let files = try #require(FileManager.default.enumerator(atPath: canary.folder))
            for case let name as String in files {
                let path = canary.folder + "/" + name
                guard let data = FileManager.default.contents(atPath: path) else { continue }
                // The strength was said of another question, and taken back, not redacted.
                let text = String(decoding: data, as: UTF8.self)
                    .replacing("NEEDLE of the other question", with: "")
                #expect(!text.contains("NEEDLE"), "\(name)")
            }
            for format in ["markdown", "json"] {
                let report = try canary.run("export", id, "--format", format, "--audience", "full", "-o", "-")
                #expect(!report.outputText.contains("NEEDLE"))
                #expect(report.outputText.contains("removed"))
            }
            #expect(
                try canary.answers(of: id)["political-support.lead-member-accepts"]?["note"] as? String
                    == "kept words")
            let undone = try canary.run(
                "resume", id, "--plain", input: "undo\nundo\nundo\nundo\nhistory \(question)\nstatus\n")
            #expect(!undone.outputText.contains("NEEDLE"))
            #expect(undone.outputText.contains("words were removed for good"))
            #expect(try canary.run("verify", id).status == .exited(0))
            #expect(try canary.run("redact", id, "capacity-to-plan.no-such").status == .exited(1))
        }
    }

    @Test func `every word of a session is listed with what to type, and goes`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.run(
                "start", "corporate-health", "--no-walk", "--title", "NEEDLE title", "--authority",
                "NEEDLE council"
            ).outputText.trimmingCharacters(in: .newlines)
            let asked = try canary.run(
                "resume", id, "--plain",
                input: """
                    link objectives.too-vague leads-to objectives.too-narrow NEEDLE link
                    link objectives.too-vague leads-to objectives.too-narrow NEEDLE newer
                    unlink objectives.too-vague leads-to objectives.too-narrow
                    ask NEEDLE ask
                    ask NEEDLE second
                    undo
                    title NEEDLE again
                    authority NEEDLE board
                    note NEEDLE note
                    sign-off NEEDLE director
                    reopen NEEDLE reason
                    quit
                    """)
            #expect(asked.outputText.contains("Left."), "\(asked.outputText)")
            let list = try canary.run("redact", id, "--what")
            #expect(list.status == .exited(0), "\(list.errorText)")
            let names = [
                "title 1", "title 2", "authority 1", "authority 2", "ask 1", "ask 2", "sign-off 1",
                "reopening 1", "link objectives.too-vague leads-to objectives.too-narrow",
            ]
            let told = onOneLine(list)
            for name in names { #expect(told.contains(". \(name): NEEDLE"), "\(name): \(told)") }
            let journal = { try String(contentsOfFile: canary.journal(of: id), encoding: .utf8) }
            let first = try canary.run("redact", id, "--what", "1", "--yes")
            #expect(first.status == .exited(1) && first.errorText.contains("number"))
            #expect(try canary.run("redact", id, "--what", "colour", "--yes").status == .exited(1))
            #expect(try canary.run("redact", id).status == .exited(64))
            #expect(try canary.run("redact", id, "--what", "ask", "A2", "--yes").status == .exited(0))
            #expect(try journal().contains("NEEDLE ask") && !journal().contains("NEEDLE second"))
            let most = [
                ["link", "objectives.too-vague", "leads-to", "objectives.too-narrow"], ["title"],
                ["authority"], ["asks"], ["roles"], ["reopen"],
            ]
            for words in most {
                let done = try PipedProcess.run(
                    Canary.path,
                    ["redact", id, "--what"] + words + ["--yes", "--sessions", canary.folder])
                #expect(done.status == .exited(0), "\(words): \(done.errorText)")
            }
            let left = try canary.run("redact", id, "--what")
            #expect(!onOneLine(left).contains("title"))
            let questions = left.outputText.split(separator: "\n").compactMap {
                $0.split(separator: " ").dropFirst().first?.split(separator: ":").first.map(String.init)
            }.filter { $0.contains(".") }
            for question in questions {
                #expect(try canary.run("redact", id, question, "--yes").status == .exited(0), "\(question)")
            }
            #expect(try !journal().contains("NEEDLE"))
            #expect(try canary.run("verify", id).status == .exited(0))
            let shown = try canary.run("list", "--format", "json")
            #expect(shown.outputText.contains("[removed]") && shown.outputText.contains(id))
            #expect(try canary.run("redact", id, "--what", "title", "--yes").status == .exited(1))
        }
    }

    @Test func `redact says which other sessions hold the same words`() throws {
        try Canary.inTemporaryFolder { canary in
            let first = try canary.start("First")
            try canary.run(
                "resume", first, "--plain",
                input: "goto political-support\n3 NEEDLE of the leader\n2 kept words\n")
            let second = try canary.run(
                "start", "leadership", "--from", first, "--no-walk", "--title", "Second"
            ).outputText.trimmingCharacters(in: .newlines)
            try canary.run("resume", second, "--plain", input: "goto \(question)\nnote +and more\n")
            let apart = try canary.start("Apart")
            try canary.run("resume", apart, "--plain", input: "goto political-support\n3 kept words\n")
            let damaged = try canary.start("Damaged")
            try "{\"n\":1,\n{}\n".write(
                toFile: canary.journal(of: damaged), atomically: false, encoding: .utf8)
            for (id, other, title) in [(second, first, "First"), (first, second, "Second")] {
                let terminal = try canary.terminal("redact", id, question)
                try terminal.settle { $0.beforeCursor.hasSuffix("yes or no: ") }
                let shown = terminal.screen.description.replacing("|", with: " ").split(
                    whereSeparator: \.isWhitespace
                )
                .joined(separator: " ")
                #expect(shown.contains("stay there: \(other) (\(title))"), "\(shown)")
                #expect(shown.contains("not looked into: \(damaged)") && !shown.contains("(Apart)"))
                try terminal.send("no\r")
                #expect(try terminal.waitForEnd() == .exited(1))
            }
            let done = try canary.run("redact", second, question, "--yes")
            let said = onOneLine(done)
            #expect(said.contains("stay there: \(first) (First)") && !said.contains("NEEDLE"), "\(said)")
            let last = onOneLine(try canary.run("redact", first, question, "--yes"))
            #expect(!last.contains("stay there"), "\(last)")
        }
    }

    @Test func `a sealed session opens by its passphrase alone, and shows nothing else`() throws {
        try Canary.inTemporaryFolder { canary in
            let words = "correct horse battery staple"
            let id = try sealed(
                canary, "start", "leadership", "--no-walk", "--encrypt", "--title", "NEEDLE", with: words
            ).outputText.trimmingCharacters(in: .newlines)
            let walked = try sealed(
                canary, "resume", id, "--plain", with: words, input: "goto political-support\n3 NEEDLE\n2\n")
            #expect(walked.status == .exited(0), "\(walked.errorText)")
            let journal = try String(contentsOfFile: canary.journal(of: id), encoding: .utf8)
            #expect(!journal.contains("NEEDLE") && journal.hasPrefix("{\"format\":\"canary-sealed/1\""))
            let list = try canary.run("list", "--format", "json").outputText
            #expect(!list.contains("NEEDLE") && list.contains("locked"))
            let asked = try canary.run("show", id)
            #expect(asked.status == .exited(1) && asked.errorText.contains("--passphrase-fd"))
            let wrong = try sealed(canary, "show", id, with: words + "!")
            #expect(wrong.status == .exited(1) && wrong.errorText.contains("not the passphrase"))
            #expect(wrong.output.isEmpty)
            let other = "four quite different words"
            #expect(try sealed(canary, "encrypt", id, with: words, other).status == .exited(0))
            #expect(try sealed(canary, "show", id, with: words).status == .exited(1))
            #expect(try sealed(canary, "verify", id, with: other).status == .exited(0))
            #expect(try sealed(canary, "decrypt", id, with: other).status == .exited(0))
            #expect(try canary.answers(of: id)[question]?["note"] as? String == "NEEDLE")
            #expect(try sealed(canary, "encrypt", id, with: "too short").status == .exited(1))
        }
    }

    @Test func `a session that goes on from a sealed one is sealed, too, and says so`() throws {
        try Canary.inTemporaryFolder { canary in
            let words = "correct horse battery staple"
            let id = try sealed(
                canary, "start", "leadership", "--no-walk", "--encrypt", "--title", "T", with: words
            ).outputText.trimmingCharacters(in: .newlines)
            _ = try sealed(
                canary, "resume", id, "--plain", with: words,
                input: "goto political-support\n3 NEEDLE\nconfidential\n")
            let next = try sealed(
                canary, "start", "leadership", "--no-walk", "--from", id, with: words)
            #expect(
                next.status == .exited(0) && next.errorText.contains("is sealed, too"), "\(next.errorText)")
            let other = next.outputText.trimmingCharacters(in: .newlines)
            let journal = try String(contentsOfFile: canary.journal(of: other), encoding: .utf8)
            #expect(!journal.contains("NEEDLE") && journal.hasPrefix("{\"format\":\"canary-sealed/1\""))
            #expect(try sealed(canary, "show", other, with: words).outputText.contains("NEEDLE"))
        }
    }

    @Test func `a mark that comes after a report says that the report has left`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start()
            try canary.run("resume", id, input: "goto political-support\n3 words of ours\n")
            let before = try canary.run("resume", id, input: "confidential @1\nconfidential off @1\nquit\n")
            #expect(!onOneLine(before).contains("cannot be called back"))
            for audience in ["public", "reviewers"] {
                try canary.run("export", id, "--format", "markdown", "--audience", audience)
                let after = try canary.run("resume", id, input: "confidential @1\nundo\nquit\n")
                #expect(
                    onOneLine(after).contains("a report for reviewers left on") == (audience == "reviewers"))
            }
        }
    }

    @Test func `a passphrase is typed twice, and never shown`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start("Spring")
            let terminal = try canary.terminal("encrypt", id)
            try terminal.settle(within: .seconds(60)) { $0.contains("New passphrase:") }
            try terminal.send("a long enough phrasX\u{7F}e\r")
            try terminal.settle(within: .seconds(60)) { $0.contains("The same again:") }
            try terminal.send("a long enough phrase\r")
            #expect(try terminal.waitForEnd(within: .seconds(90)) == .exited(0))
            #expect(!terminal.transcriptText.contains("enough"))
            #expect(terminal.modes == .usual)
            let again = try canary.terminal("show", id)
            try again.settle(within: .seconds(60)) { $0.contains("Passphrase of") }
            try again.send("not this one at all\r")
            // Whoever sees the slip types the right one before it is asked for.
            try again.settle(within: .seconds(60)) { $0.contains("Opening. This takes a moment.") }
            try again.send("a long enough phrase\r")
            try again.settle(within: .seconds(60)) {
                $0.contains("That is not the passphrase") && $0.beforeCursor.hasPrefix("Passphrase of")
            }
            try again.send("a long enough phrase\r")
            #expect(try again.waitForEnd(within: .seconds(90)) == .exited(0))
            #expect(again.transcriptText.contains("Spring"))
            #expect(!again.transcriptText.contains("long enough"))
            #expect(again.modes == .usual)
        }
    }

    @Test func `a signed-off session is frozen, found by its head, and opened with a reason`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start()
            let signed = try canary.run(
                "resume", id, "--plain", input: "goto political-support\n3\nsign-off director\n2\n"
            )
            .outputText
            #expect(signed.contains("No answer can be changed now."))
            #expect(signed.contains("signed off on"))
            let head = try #require(signed.matches(of: /[0-9a-f]{64}/).first).output
            let list = try canary.json("list")["sessions"] as? [[String: Any]]
            #expect(list?.first?["state"] as? String == "signed-off")
            #expect(try canary.json("show", id)["state"] as? String == "signed-off")
            let checked = try canary.run("verify", id, "--head", String(head))
            #expect(checked.status == .exited(0))
            #expect(onOneLine(checked).contains("as it was when it was noted"))
            let sheet = try canary.file("late.yaml", "\(question): 1\n")
            #expect(try canary.run("answer", id, sheet).status == .exited(1))
            try canary.run("resume", id, "--plain", input: "reopen a figure was wrong\n4\n")
            let later = try canary.run("verify", id, "--head", String(head))
            #expect(onOneLine(later).contains("2 events have been added since"))
            let cover = onOneLine(try canary.run("show", id))
            #expect(cover.contains("in the role of director."))
            #expect(cover.contains("because the session was opened again: a figure was wrong"))
            let published = try canary.run("export", id, "--format", "markdown", "--audience", "public")
                .outputText
            #expect(published.contains("Signed off on") && published.contains("void since"))
            #expect(!published.contains("role of director") && !published.contains("a figure was wrong"))
            let journal = canary.journal(of: id)
            let lines = try String(contentsOfFile: journal, encoding: .utf8).split(separator: "\n")
            try (lines.prefix(2).joined(separator: "\n") + "\n")
                .write(toFile: journal, atomically: false, encoding: .utf8)
            #expect(try canary.run("verify", id).status == .exited(0))
            #expect(try canary.run("verify", id, "--head", String(head)).status == .exited(2))
        }
    }

    @Test func `milestones are compared, with what moved and what that did`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start("Autumn")
            let sheet = Canary.package + "/Sessions/Examples/fenmoor.yaml"
            #expect(try canary.run("answer", id, sheet).status == .exited(0))
            let lacking = Canary.package + "/Tests/EndToEndTests/lacking.yaml"
            #expect(try canary.run("answer", id, lacking).status == .exited(0))
            let paths = try canary.json("evaluate", id)["paths"] as? [[[String: Any]]]
            let path = try #require(paths?.first)
            try canary.run("resume", id, "--plain", input: "sign-off director\nreopen things moved\n")
            for raise in path {
                let question = try #require(raise["question"] as? String)
                let to = raise["to"].map { "\($0)" } ?? ""
                let answers = try canary.file(
                    "raise.yaml", "\(question): \(to == "1" && raise["to"] is Bool ? "yes" : to)\n")
                #expect(try canary.run("answer", id, answers).status == .exited(0))
            }
            let compared = try canary.json("compare", "\(id)@1", id)
            let moved = try #require(compared["moved"] as? [[String: Any]])
            #expect(moved.count == path.count)
            let findings = try #require(compared["findings"] as? [[String: Any]])
            let tier = try #require(findings.first)
            #expect(tier["from"] as? [String] != tier["to"] as? [String])
            // Of a smallest set no member can be spared; alone it is enough only where it is the whole set.
            let causes = try #require(tier["causes"] as? [String: Any])
            #expect((causes["withoutAsBefore"] as? [Any])?.count == path.count)
            #expect((causes["alone"] as? [Any])?.count == (path.count == 1 ? 1 : 0))
            let text = onOneLine(try canary.run("compare", "\(id)@1", id))
            #expect(text.contains("it would be as before"))
            #expect(onOneLine(try canary.run("compare", id, id)).contains("No finding is another."))
            let shown = try canary.run("compare", "\(id)@1", id, "--audience", "public").outputText
            #expect(!shown.contains("Answers") && !shown.contains("as before"))
            #expect(try canary.run("compare", "\(id)@2", id).status == .exited(1))
        }
    }

    @Test func `every fault is reported, and what is sound is brought back`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start("Autumn")
            try canary.run(
                "resume", id, "--plain",
                input: "goto political-support\n3 NEEDLE red\n2 NEEDLE blue\n4 green\n")
            let journal = canary.journal(of: id)
            let text = try String(contentsOfFile: journal, encoding: .utf8)
            try text.replacing("NEEDLE red", with: "NEEDLE rEd")
                .write(toFile: journal, atomically: false, encoding: .utf8)
            let checked = try canary.run("verify", id)
            #expect(checked.status == .exited(2))
            #expect(checked.outputText.contains("Line 3, at byte"))
            #expect(try canary.run("resume", id, "--plain").status == .exited(1))
            let salvaged = try canary.run("verify", id, "--salvage")
            #expect(onOneLine(salvaged).contains("1 event could not be brought back: number 3."))
            let sessions = try canary.json("list")["sessions"] as? [[String: Any]] ?? []
            let new = try #require(sessions.first { $0["id"] as? String != id }?["id"] as? String)
            #expect(try canary.run("verify", new).status == .exited(0))
            #expect(
                try canary.answers(of: new)["political-support.lead-member-accepts"]?["value"] as? Int == 2)
            #expect(try String(contentsOfFile: journal, encoding: .utf8).contains("NEEDLE rEd"))
            // What its damaged lines hold is still there, until it is removed by the command that is named.
            #expect(onOneLine(salvaged).contains("canary erase \(journal) removes it"))
            #expect(try canary.run("erase", journal, "--no-request-or-hold").status == .exited(0))
            #expect(!FileManager.default.fileExists(atPath: journal))
        }
    }

    @Test func `a session is erased after two questions, and not without them`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start()
            #expect(try canary.run("erase", id, input: "yes\n").status == .exited(1))
            #expect(try canary.run("erase", id, input: "no\nsomething\n").status == .exited(1))
            #expect(try canary.run("erase", id, input: "perhaps\n").status == .exited(1))
            let asked = try canary.run("erase", id, input: "perhaps\n\nNO\nsomething\nno\n")
            #expect(asked.status == .exited(1) && asked.errorText.contains("nothing was erased"))
            #expect(asked.outputText.contains("`perhaps` is no answer to that."))
            #expect(asked.outputText.contains("`something` is no answer to that."))
            #expect(FileManager.default.fileExists(atPath: canary.journal(of: id)))
            let erased = try canary.run("erase", id, input: "no\n\(id)\n")
            #expect(erased.status == .exited(0) && erased.outputText.contains("Out of reach"))
            #expect(!FileManager.default.fileExists(atPath: canary.journal(of: id)))
            let other = try canary.start()
            #expect(try canary.run("erase", other, "--no-request-or-hold").status == .exited(0))
            let letter = try canary.file("letter.txt", "Dear colleagues\n")
            let refused = try canary.run("erase", letter, "--no-request-or-hold")
            #expect(refused.status == .exited(1) && refused.errorText.contains("not a session"))
            #expect(FileManager.default.fileExists(atPath: letter))
            let renamed = try canary.file("renamed", "{\"n\":1,\"at\":\n")
            #expect(try canary.run("erase", renamed, "--no-request-or-hold").status == .exited(0))
        }
    }

    @Test func `another name of the file of an erased session is said, with how to find it`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start()
            let journal = canary.journal(of: id)
            let kept = try canary.file("kept", "")
            try FileManager.default.removeItem(atPath: kept)
            try FileManager.default.linkItem(atPath: journal, toPath: kept)
            let inode = try FileManager.default.attributesOfItem(atPath: kept)[.systemFileNumber] as? Int
            let erased = onOneLine(try canary.run("erase", id, "--no-request-or-hold"))
            #expect(erased.contains("1 other name (a hard link), which still holds the whole session"))
            #expect(erased.contains("-inum \(try #require(inode))`"))
            let alone = try canary.run("erase", try canary.start(), "--no-request-or-hold")
            #expect(alone.status == .exited(0) && !alone.outputText.contains("other name"))
        }
    }

    @Test func `a session in the clear where a sealed one was is refused by every command`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start("Spring")
            let clear = try Data(contentsOf: URL(filePath: canary.journal(of: id)))
            #expect(
                try canary.run("encrypt", id, "--passphrase-fd", "0", input: "four words in a row\n").status
                    == .exited(0))
            try clear.write(to: URL(filePath: canary.journal(of: id)))
            for words in [
                ["show", id], ["verify", id], ["evaluate", id], ["resume", id, "--plain"],
                ["export", id, "--format", "csv"], ["encrypt", id, "--passphrase-fd", "0"],
            ] {
                let refused = try PipedProcess.run(
                    Canary.path, words + ["--sessions", canary.folder], input: "four words in a row\n")
                #expect(refused.status == .exited(1), "\(words)")
                let said = refused.errorText.split(whereSeparator: \.isWhitespace).joined(separator: " ")
                #expect(said.contains("the session of this name was sealed with a passphrase"), "\(words)")
            }
            let listed = try canary.json("list")["sessions"] as? [[String: Any]] ?? []
            #expect(listed.map { $0["state"] as? String } == ["damaged"])
            #expect(try Data(contentsOf: URL(filePath: canary.journal(of: id))) == clear)
        }
    }

    @Test(arguments: [SIGSEGV, SIGILL, SIGABRT]) func `a crash leaves no words anywhere`(signal: Int32) throws
    {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start()
            let folder = try canary.file("place", "")
            let here = (folder as NSString).deletingLastPathComponent
            // Let a dump and a backtrace be made, and see that neither is.
            let script = """
                cd '\(here)'; ulimit -c unlimited; export SWIFT_BACKTRACE=enable=yes,output-to=stderr
                mkfifo input; '\(Canary.path)' resume \(id) --plain --sessions '\(canary.folder)' <input >out 2>err &
                exec 9>input; printf 'goto political-support\\n3 NEEDLE\\n' >&9
                until grep -q Saved out; do sleep 0.02; done
                kill -\(signal) $!; wait $!; echo "ended $?"
                """
            let ended = try PipedProcess.run("bash", ["-c", script], input: "")
            #expect(ended.outputText.contains("ended \(128 + signal)"))
            let names = try FileManager.default.contentsOfDirectory(atPath: here)
            #expect(Set(names) == ["place", "input", "out", "err", "sessions"])
            #expect(try String(contentsOfFile: here + "/err", encoding: .utf8).isEmpty)
            #expect(
                try canary.answers(of: id)[question]?["note"] as? String == "NEEDLE",
                "what was saved is there")
        }
    }

    @Test func `resume without a name finds the newest that can be read, else a sealed one`() throws {
        try Canary.inTemporaryFolder { canary in
            let words = "correct horse battery staple"
            let locked = try sealed(
                canary, "start", "leadership", "--no-walk", "--encrypt", with: words
            ).outputText.trimmingCharacters(in: .newlines)
            let asked = try canary.run("resume", "--plain", input: "quit\n")
            #expect(asked.status == .exited(1) && asked.errorText.contains(locked))
            let open = try canary.start("Readable")
            #expect(try canary.run("resume", "--plain", input: "quit\n").outputText.contains("Readable"))
            try FileManager.default.removeItem(atPath: canary.journal(of: open))
            try FileManager.default.removeItem(atPath: canary.journal(of: locked))
            try "damaged\n".write(toFile: canary.journal(of: "x"), atomically: false, encoding: .utf8)
            #expect(try canary.run("resume", "--plain").errorText.contains("not a session"))
        }
    }

    @Test func `a second writer is told who has the session`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start()
            let holder = try canary.terminal("resume", id)
            try holder.settle { $0.beforeCursor == "Your answer: " }
            let refused = try canary.run("resume", id, "--plain")
            #expect(refused.status == .exited(74))
            #expect(refused.errorText.contains("open in canary, process \(holder.processIdentifier)"))
            #expect(refused.errorText.contains("can read it meanwhile"))
            #expect(try canary.run("show", id).status == .exited(0))
            holder.signal(SIGKILL)
            #expect(try holder.waitForEnd() == .killed(signal: SIGKILL))
            #expect(try canary.run("resume", id, "--plain").status == .exited(0))
        }
    }

    @Test func `of two writers at once each line is whole, and only one is in at a time`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start()
            let sheet = try canary.file("sheet.yaml", "\(question): 2\n")
            let command = "'\(Canary.path)' answer \(id) '\(sheet)' --sessions '\(canary.folder)' --quiet"
            let script = """
                done=0
                for i in $(seq 100); do
                  \(command) 2>/dev/null & first=$!
                  \(command) 2>/dev/null & second=$!
                  wait $first && done=$((done + 1))
                  wait $second && done=$((done + 1))
                done
                echo $done
                """
            let result = try PipedProcess.run("sh", ["-c", script], input: "")
            let done = try #require(Int(result.outputText.trimmingCharacters(in: .newlines)))
            #expect(done >= 100)
            let journal = try String(contentsOfFile: canary.journal(of: id), encoding: .utf8)
            #expect(journal.split(separator: "\n").count { $0.contains("\"type\":\"answered\"") } == done)
            #expect(try canary.run("verify", id).status == .exited(0))
        }
    }

    @Test func `folders that look synchronised draw one warning`() throws {
        try Canary.inTemporaryFolder { outer in
            let canary = Canary(folder: outer.folder + "/OneDrive - Borsetshire/sessions")
            let said = try canary.run("start", "leadership", "--plain", input: "").outputText
                .split(whereSeparator: \.isWhitespace).joined(separator: " ")
            #expect(said.components(separatedBy: "looks as if OneDrive copied it elsewhere").count == 2)
        }
    }
}
