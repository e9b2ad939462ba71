import Foundation
import TestSupport
import Testing

/// What people answer alone before a workshop, sealed, sent back and put together.
struct PreWorkTests {
    // No numbers: a number in a note may be another answer.
    private static let names = ["a", "b", "c", "d", "e", "f", "g"]
    private static let roles = ["members", "corporate", "front-line", "partners", "members"]

    /// A workshop and the sealed answers of some people, each of whom wrote a note.
    private func withReturns(
        _ people: Int, _ body: (_ canary: Canary, _ workshop: String, _ files: [String]) throws -> Void
    ) throws {
        try Canary.inTemporaryFolder { canary in
            let folder = (canary.folder as NSString).deletingLastPathComponent
            let id = try canary.run("start", "leadership", "--workshop", "--no-walk", "--title", "W")
                .outputText
                .trimmingCharacters(in: .whitespacesAndNewlines)
            let files = (0..<people).map { "\(folder)/person\($0).canary.jsonl" }
            let invited = try PipedProcess.run(
                Canary.path, ["invite", id, "--sessions", canary.folder, "-o"] + files, input: "")
            #expect(invited.status == .exited(0), "\(invited.errorText)")
            for (index, file) in files.enumerated() {
                let walk = try canary.run(
                    "resume", file,
                    input:
                        "goto political-support\n\(index % 4 + 1) note of person \(Self.names[index])\n2\n?\nquit\n"
                )
                #expect(walk.outputText.contains("You were asked to answer alone"))
                let sealed = try canary.run("submit", file, "--role", Self.roles[index % 5])
                #expect(sealed.status == .exited(0), "\(sealed.errorText)")
            }
            try body(canary, id, files.map { $0.replacing(".canary.jsonl", with: ".canary-answers") })
        }
    }

    private func onOneLine(_ result: PipedProcess.Result) -> String {
        result.outputText.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private func merge(
        _ canary: Canary, _ id: String, _ files: [String], _ more: String...
    ) throws -> PipedProcess.Result {
        try PipedProcess.run(
            Canary.path, ["merge", id] + files + more + ["--sessions", canary.folder], input: "")
    }

    @Test func `becomes counts, and nothing of one person is in the workshop`() throws {
        try withReturns(5) { canary, id, files in
            for file in files {
                let bytes = try Data(contentsOf: URL(filePath: file))
                #expect(!String(decoding: bytes, as: UTF8.self).contains("note of person"))
                let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
                #expect(mode == 0o600)
            }
            let merged = try merge(canary, id, files, "--erase")
            #expect(merged.status == .exited(0), "\(merged.errorText)")
            #expect(merged.outputText.contains("5 people answered."))
            #expect(files.allSatisfy { !FileManager.default.fileExists(atPath: $0) })
            let journal = try String(contentsOfFile: canary.journal(of: id), encoding: .utf8)
            #expect(journal.contains(#""counts":[2,1,1,1]"#))
            let walk = try canary.run(
                "resume", id, input: "present 5\ntriage\npre-work\npre-work notes\nquit\n"
            )
            .outputText
            #expect(walk.contains("Political support 3: a third or more do not know"))
            #expect(walk.contains("5 people answered beforehand."))
            #expect(walk.contains("note of person d"))
            // A room that does not vote again agrees on what was answered beforehand.
            let agreed = try canary.run(
                "resume", id,
                input: """
                    room voting pre-work
                    goto political-support.lead-member-accepts
                    agree
                    pre-work
                    agree
                    quit

                    """)
            #expect(agreed.outputText.contains("Nobody votes again"))
            // A level that nobody has seen is offered to nobody.
            let words = agreed.outputText.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            #expect(words.contains("The room has not seen what people answered beforehand"))
            #expect(agreed.outputText.ranges(of: "agreed by consent").count == 1)
            #expect(agreed.outputText.contains("Saved: 2, Emerging, agreed by consent."))
            // Notes are for the facilitator; no report has them, and none has who answered.
            for audience in ["full", "reviewers", "public"] {
                for format in ["json", "markdown", "html", "csv"] {
                    let text = try canary.run("export", id, "--format", format, "--audience", audience)
                        .outputText
                    #expect(!text.contains("note of person"), "\(format) \(audience)")
                }
            }
        }
    }

    @Test func `of four people is kept by nobody, and can be merged once the fifth is there`() throws {
        try withReturns(5) { canary, id, files in
            let before = try String(contentsOfFile: canary.journal(of: id), encoding: .utf8)
            let merged = try merge(canary, id, Array(files.prefix(4)), "--erase", "--yes")
            #expect(merged.status == .exited(1))
            #expect(merged.errorText.contains("nothing of fewer than 5 is kept; 1 more is needed"))
            #expect(files.allSatisfy { FileManager.default.fileExists(atPath: $0) })
            #expect(try String(contentsOfFile: canary.journal(of: id), encoding: .utf8) == before)
            #expect(try merge(canary, id, files).status == .exited(0))
        }
    }

    @Test
    func `to questions that no room votes on is said to be lost, at each step, and merged only on a yes`()
        throws
    {
        try Canary.inTemporaryFolder { canary in
            let folder = (canary.folder as NSString).deletingLastPathComponent
            let id = try canary.run("start", "corporate-health", "--workshop", "--no-walk", "--title", "W")
                .outputText.trimmingCharacters(in: .whitespacesAndNewlines)
            let files = (0..<5).map { "\(folder)/person\($0).canary.jsonl" }
            let invited = try PipedProcess.run(
                Canary.path, ["invite", id, "--sessions", canary.folder, "-o"] + files, input: "")
            #expect(onOneLine(invited).contains("questions are not counted, only notes on them are kept"))
            for file in files {
                _ = try canary.run("resume", file, input: "1\n2\nquit\n")
                let sealed = try canary.run("submit", file, "--role", "members")
                #expect(
                    onOneLine(sealed).contains("2 of your answers are not counted"), "\(onOneLine(sealed))")
            }
            let sealed = files.map { $0.replacing(".canary.jsonl", with: ".canary-answers") }
            let before = try String(contentsOfFile: canary.journal(of: id), encoding: .utf8)
            let refused = try merge(canary, id, sealed)
            #expect(refused.status == .exited(1))
            let said = refused.errorText.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            #expect(
                said.contains("more than half of the answers would not be counted")
                    && !said.contains("10 of"), "\(said)")
            #expect(try String(contentsOfFile: canary.journal(of: id), encoding: .utf8) == before)
            let merged = try merge(canary, id, sealed, "--yes")
            #expect(merged.status == .exited(0), "\(merged.errorText)")
            #expect(onOneLine(merged).contains("alone, so none to:"))
        }
    }

    @Test func `counts nobody whose file could not be made`() throws {
        try withReturns(5) { canary, id, files in
            let folder = (canary.folder as NSString).deletingLastPathComponent
            let before = try String(contentsOfFile: canary.journal(of: id), encoding: .utf8)
            for outputs in [["/proc/x"], [folder + "/one", "/proc/y"]] {
                let failed = try PipedProcess.run(
                    Canary.path, ["invite", id, "--sessions", canary.folder, "-o"] + outputs, input: "")
                #expect(failed.status == .exited(74), "\(failed.errorText)")
            }
            #expect(try String(contentsOfFile: canary.journal(of: id), encoding: .utf8) == before)
            #expect(!FileManager.default.fileExists(atPath: folder + "/one.canary.jsonl"))
            #expect(try merge(canary, id, files).status == .exited(0))
        }
    }

    @Test func `in a file whose cover has two hundred thousand keys is refused at once`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.run("start", "leadership", "--workshop", "--no-walk").outputText
                .trimmingCharacters(in: .newlines)
            try canary.run("invite", id, "-o", canary.folder + "/a")
            let keys = (0..<200_000).map { "\"key\($0)\":0" }.joined(separator: ",")
            let file = try canary.file("cover.canary-answers", "{\"format\":\"canary-prework/1\",\(keys)}\n")
            let limited = try PipedProcess.run(
                "bash",
                [
                    "-c", "ulimit -t 5; exec \"$@\"", "bash", Canary.path, "merge", id, file, "--sessions",
                    canary.folder,
                ], input: "")
            #expect(limited.status == .exited(1), "\(limited.errorText)")
            #expect(limited.errorText.contains("cover.canary-answers"))
        }
    }

    @Test func `of fewer than were invited is merged only where somebody says so`() throws {
        try withReturns(6) { canary, id, files in
            let five = Array(files.prefix(5))
            let asked = try merge(canary, id, five)
            #expect(asked.status == .exited(1))
            #expect(asked.errorText.contains("files that come later can never be opened"))
            let terminal = try TerminalSession(
                Canary.path, ["merge", id] + five + ["--sessions", canary.folder], environment: [:], rows: 40,
                columns: 72)
            try terminal.settle { $0.beforeCursor.hasSuffix("yes or no: ") }
            try terminal.send("no\r")
            #expect(try terminal.waitForEnd() == .exited(1))
            let merged = try merge(canary, id, five, "--yes")
            #expect(merged.status == .exited(0), "\(merged.errorText)")
            #expect(merged.outputText.contains("The key that opens the files is removed"))
            let late = try merge(canary, id, files)
            #expect(late.status == .exited(1) && late.errorText.contains("a workshop merges once"))
            #expect(try canary.run("verify", id).status == .exited(0))
        }
    }

    @Test func `in files that are copies of one invitation is told apart from one person's second file`()
        throws
    {
        try withReturns(5) { canary, id, files in
            let folder = (canary.folder as NSString).deletingLastPathComponent
            // Somebody mails the blank file on, and both answer it.
            let blank = "\(folder)/blank.canary.jsonl"
            let invited = try canary.run("invite", id, "-o", blank)
            #expect(invited.status == .exited(0), "\(invited.errorText)")
            var copies: [String] = []
            for level in 1...2 {
                let copy = "\(folder)/copy\(level).canary.jsonl"
                try FileManager.default.copyItem(atPath: blank, toPath: copy)
                try canary.run("resume", copy, input: "goto political-support\n\(level)\nquit\n")
                try canary.run("submit", copy, "--role", "members")
                copies.append("\(folder)/copy\(level).canary-answers")
            }
            let refused = try merge(canary, id, files + copies)
            #expect(refused.status == .exited(1))
            #expect(refused.errorText.contains("are copies of one invitation"), "\(refused.errorText)")
        }
    }

    @Test func `brings the words on a question without an answer, but those that are confidential`() throws {
        try withReturns(5) { canary, id, files in
            let first = files[0].replacing(".canary-answers", with: ".canary.jsonl")
            try canary.run(
                "resume", first,
                input: """
                    note @4 OPENWORDS
                    confidential @5
                    note @5 HIDDENWORDS
                    quit

                    """)
            let again = files[0] + "-2"
            try canary.run("submit", first, "--role", "members", "-o", again)
            let merged = try merge(canary, id, [again] + files)
            #expect(merged.status == .exited(0), "\(merged.errorText)")
            #expect(merged.outputText.contains("6 notes are kept"), "\(merged.outputText)")
            let journal = try String(contentsOfFile: canary.journal(of: id), encoding: .utf8)
            #expect(journal.contains("OPENWORDS") && !journal.contains("HIDDENWORDS"))
        }
    }

    @Test func `holds no answer whose level is confidential, and says so`() throws {
        try withReturns(5) { canary, id, files in
            let first = files[0].replacing(".canary-answers", with: ".canary.jsonl")
            // Theirs is the one 1 among the answers to the first question.
            try canary.run("resume", first, input: "confidential level @1\nquit\n")
            let again = files[0] + "-2"
            let sealed = try canary.run("submit", first, "--role", "members", "-o", again)
            #expect(
                onOneLine(sealed).contains("1 answer is withheld, and is not in it: Political support 1."))
            let merged = try merge(canary, id, [again] + files[1...])
            #expect(merged.status == .exited(0), "\(merged.errorText)")
            let journal = try String(contentsOfFile: canary.journal(of: id), encoding: .utf8)
            #expect(!journal.contains("note of person a") && journal.contains("note of person b"))
            #expect(!journal.contains(#""counts":[2,1,1,1]"#))
        }
    }

    @Test func `counts each person once, by what they sealed last`() throws {
        try withReturns(5) { canary, id, files in
            let first = files[0].replacing(".canary-answers", with: ".canary.jsonl")
            try canary.run("resume", first, input: "goto political-support.leader-accepts\n4\nquit\n")
            let again = files[0] + "-2"
            try canary.run("submit", first, "--role", "members", "-o", again)
            let merged = try merge(canary, id, [again] + files)
            #expect(merged.outputText.contains("1 file was another one of the same person"))
            let journal = try String(contentsOfFile: canary.journal(of: id), encoding: .utf8)
            #expect(journal.contains(#""counts":[1,1,1,2]"#))
            let repeated = try merge(canary, id, files)
            #expect(repeated.status == .exited(1))
            #expect(repeated.errorText.contains("is merged already, and a workshop merges once"))
        }
    }

    @Test func `that is changed, cut short or for another workshop is refused by its file`() throws {
        try withReturns(5) { canary, id, files in
            let before = try String(contentsOfFile: canary.journal(of: id), encoding: .utf8)
            let text = try String(contentsOfFile: files[0], encoding: .utf8)
            // The last characters of what is sealed belong to its tag.
            let hostile = [
                ("changed", String(text.dropLast(9)) + "AAAAAAAA\n", "does not open"),
                ("short", String(text.prefix(100)), "cut short"),
                ("shorter", String(text.dropLast(9)), "cut short"),
                ("empty", "", "no answers for a workshop"),
                ("later", text.replacing("prework/2", with: "prework/3"), "does not know"),
                ("suite", text.replacing("AES-256", with: "AES-128"), "sealed by"),
                ("other", text.replacing(id, with: "aaaa-bbbb"), "another workshop"),
            ]
            for (name, content, message) in hostile {
                let file = try canary.file(name, content)
                let result = try merge(canary, id, [file] + files.dropFirst())
                #expect(result.status == .exited(1), "\(name)")
                #expect(
                    result.errorText.contains(message) && result.errorText.contains(file),
                    "\(result.errorText)")
            }
            let missing = try merge(canary, id, ["nowhere"])
            #expect(missing.status == .exited(74))
            let folder = try merge(canary, id, [canary.folder])
            #expect(folder.status == .exited(74) && folder.errorText.contains("is a folder"))
            #expect(try String(contentsOfFile: canary.journal(of: id), encoding: .utf8) == before)
        }
    }

    @Test func `is sealed by nobody else, to no group, and not when empty`() throws {
        try Canary.inTemporaryFolder { canary in
            let folder = (canary.folder as NSString).deletingLastPathComponent
            let own = try canary.start()
            #expect(try canary.run("submit", own, "--role", "members").errorText.contains("is no invitation"))
            try canary.run("start", "leadership", "--workshop", "--no-walk", "--title", "W")
            #expect(try merge(canary, "W", ["x"]).errorText.contains("nobody was invited"))
            let file = folder + "/one"
            try canary.run("invite", "W", "-o", file)
            let path = file + ".canary.jsonl"
            #expect(try canary.run("invite", "W", "-o", file).errorText.contains("is there already"))
            #expect(
                try canary.run("submit", path, "--role", "members").errorText.contains("nothing is answered"))
            try canary.run("resume", path, input: "goto political-support\n3\nquit\n")
            #expect(try canary.run("submit", path, "--role", "boss").errorText.contains("is no group"))
            #expect(try canary.run("submit", path, input: "5\n").status == .exited(0))
            #expect(try canary.run("submit", path, input: "5\n").errorText.contains("is there already"))
            // Nothing is merged yet, so removing the key is asked about.
            let burning = try canary.run("merge", "W", "--burn-key")
            #expect(burning.errorText.contains("nothing is merged yet") && burning.status == .exited(1))
            #expect(
                try canary.run("merge", own, "--burn-key").errorText.contains("the session is no workshop"))
            #expect(try canary.run("merge", "W", "--burn-key", "--yes").status == .exited(0))
            #expect(
                try canary.run("merge", "W", "--burn-key").errorText.contains("is gone for good"))
            #expect(
                try canary.run("invite", "W", "-o", folder + "/three").errorText.contains("is gone for good"))
            let ordinary = try PipedProcess.run(
                Canary.path, ["invite", own, "-o", folder + "/two", "--sessions", canary.folder], input: "")
            #expect(ordinary.errorText.contains("the session is no workshop"))
        }
    }
}
