import Foundation
import TestSupport
import Testing

/// What the machine refuses at the edges ends in a true sentence and a true status.
struct LimitTests {
    /// Runs the program in a shell line, in which `"$@"` stands for it and its words.
    private func shell(_ line: String, _ canary: Canary, _ words: String...) throws -> PipedProcess.Result {
        try PipedProcess.run(
            "bash", ["-c", line, "bash", Canary.path] + words + ["--sessions", canary.folder], input: "")
    }

    private static let look = """
        import sys, zipfile, xml.dom.minidom
        book = zipfile.ZipFile(sys.argv[1])
        assert book.testzip() is None
        for name in book.namelist():
            xml.dom.minidom.parseString(book.read(name))
        """

    @Test(arguments: [1, 4, 8, 12, 16, 20, 24, 28, 32, 40, 48, 64, 96])
    func `a workbook that is written is whole, however little may be written`(kilobytes: Int) throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start()
            try canary.run("resume", id, input: "goto political-support\n3 a note\n2\n? \n4\n")
            let file = canary.folder + "/book.xlsx"
            let written = try shell(
                "trap '' XFSZ; ulimit -f \(kilobytes); exec \"$@\"", canary, "export", id, "--format", "xlsx",
                "-o", file)
            #expect(!written.errorText.contains("[ERROR]"), "\(written.errorText)")
            guard written.status == .exited(0) else {
                #expect(written.status == .exited(74), "\(written.errorText)")
                #expect(!FileManager.default.fileExists(atPath: file))
                let journal = try String(contentsOfFile: canary.journal(of: id), encoding: .utf8)
                #expect(!journal.contains("\"released\""), "nothing left, so nothing is on record")
                return
            }
            let looked = try PipedProcess.run("python3", ["-c", Self.look, file], input: "")
            #expect(looked.status == .exited(0), "\(looked.errorText)")
        }
    }

    @Test func `a note of two million combining marks is taken in seconds`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start()
            let marks = "a" + String(repeating: "\u{301}", count: 1_900_000)
            let sheet = try canary.file(
                "sheet.yaml", "political-support.leader-accepts: {answer: 2, note: \"\(marks)\"}\n")
            for words in [["answer", id, sheet], ["show", id], ["verify", id]] {
                let done = try PipedProcess.run(
                    "bash",
                    ["-c", "ulimit -t 60; exec \"$@\"", "bash", Canary.path] + words + [
                        "--sessions", canary.folder,
                    ], input: "", timeLimit: .seconds(600))
                #expect(done.status == .exited(0), "\(words) \(done.errorText.prefix(300))")
            }
        }
    }

    @Test func `an input that cannot be read is no end of the input`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start()
            let resumed = try shell("exec \"$@\" < /", canary, "resume", id)
            #expect(resumed.status == .exited(74))
            #expect(resumed.errorText.contains("standard input cannot be read on"))
            let pack = canary.folder + "/pack.json"
            try canary.run("export", id, "--format", "json", "-o", pack)
            let reviewed = try PipedProcess.run(
                "bash",
                [
                    "-c", "exec \"$@\" < /", "bash", Canary.path, "review", pack, "--role", "peer", "-o",
                    pack + ".r",
                ],
                input: "")
            #expect(reviewed.status == .exited(74), "\(reviewed.errorText)")
        }
    }

    @Test func `a line beyond all bounds is refused, and the next one is taken`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start()
            let line =
                "(echo goto political-support; printf 'note '; head -c 30000000 /dev/zero | tr '\\0' a; echo; echo 3) | \"$@\""
            let told = try shell(line, canary, "resume", id)
            #expect(told.status == .exited(1))
            #expect(told.outputText.contains("too long to be read"))
            let answers = try canary.answers(of: id)
            #expect(answers["political-support.leader-accepts"]?["status"] as? String == "answered")
            #expect(answers["political-support.leader-accepts"]?["note"] as? String == nil)
        }
    }

    @Test func `a second name of the same file is told where words are taken out`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start()
            try canary.run("resume", id, input: "goto political-support\nnote HARDWORD\n")
            try FileManager.default.linkItem(
                atPath: canary.journal(of: id), toPath: canary.folder + "/hard-hard.canary.jsonl")
            let told = try canary.run("redact", id, "political-support.leader-accepts", "--yes")
            #expect(told.status == .exited(0), "\(told.errorText)")
            #expect((told.outputText + told.errorText).contains("hard-hard"))
        }
    }
}
