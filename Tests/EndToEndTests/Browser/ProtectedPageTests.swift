import Foundation
import TestSupport
import Testing

/// Pages that are sealed with a passphrase, and the reviews that come back from them.
struct ProtectedPageTests {
    private func python(_ script: String, _ arguments: String...) throws -> PipedProcess.Result {
        try PipedProcess.run(
            "python3", ["\(Canary.package)/Tests/EndToEndTests/Browser/\(script)"] + arguments,
            timeLimit: .seconds(300))
    }

    private func browse(_ arguments: String...) throws -> [String: Any] {
        let result = try PipedProcess.run(
            "python3", ["\(Canary.package)/Tests/EndToEndTests/Browser/browse.py"] + arguments,
            timeLimit: .seconds(300))
        let value = try? JSONSerialization.jsonObject(with: Data(result.output))
        return try #require(value as? [String: Any], "\(result.errorText)")
    }

    /// A protected page of a small session, with its passphrase.
    private func withPage(
        _ body: (_ canary: Canary, _ id: String, _ page: String, _ passphrase: String) throws -> Void
    ) throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start("Fenmoor")
            try canary.run("resume", id, input: "goto political-support\n3 PLAIN-words\nquit\n")
            let page = (canary.folder as NSString).deletingLastPathComponent + "/pack.html"
            let result = try canary.run("export", id, "--format", "html", "--protect", "-o", page)
            #expect(result.status == .exited(0))
            let found = try #require(
                result.errorText.firstMatch(
                    of: #/shown this once: ([0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){3})\n/#))
            try body(canary, id, page, String(found.1))
        }
    }

    @Test func `nothing of the pack is in the file, and others open it by the words of its header`() throws {
        try withPage { canary, id, page, passphrase in
            let text = try String(contentsOfFile: page, encoding: .utf8)
            for word in ["PLAIN-words", "Fenmoor", id] { #expect(!text.contains(word), "\(word)") }
            #expect(!text.contains(passphrase))
            let opened = try python("open_page.py", page, passphrase)
            #expect(opened.status == .exited(0), "\(opened.errorText)")
            #expect(opened.outputText.contains("PLAIN-words"))
            #expect(!opened.outputText.contains("<script"))
            #expect(try python("open_page.py", page, "0000-0000-0000-0000").status == .exited(1))
            let attributes = try FileManager.default.attributesOfItem(atPath: page)
            #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
            #expect(
                !(try String(contentsOfFile: canary.journal(of: id), encoding: .utf8)).contains(passphrase))
        }
    }

    @Test func `in a browser it is accessible closed, refused and open, and its review comes back sealed`()
        throws
    {
        try withPage { canary, id, page, passphrase in
            let file = (page as NSString).deletingLastPathComponent + "/review.json"
            let found = try browse("unlock", page, passphrase, file)
            #expect(found["violations"] as? [String] == [])
            #expect(found["complaints"] as? [String] == [])
            #expect(found["before"] as? Int == 0)
            #expect(
                found["problem"] as? String
                    == "There is a problem. The passphrase does not open this report.")
            #expect(found["focus"] as? String == "passphrase")
            #expect(found["heading"] as? String == "H1")
            #expect((found["answers"] as? Int ?? 0) > 50)
            #expect(found["blocked"] as? Bool == true)
            #expect((found["title"] as? String)?.contains("Fenmoor") == true)
            let sealed = try String(contentsOfFile: file, encoding: .utf8)
            #expect(!sealed.contains("agree") && !sealed.contains(id))
            #expect(try python("open_page.py", file, passphrase).outputText.contains("\"verdict\":\"agree\""))

            let secret = try canary.file("secret", passphrase + "\n")
            let refused = try canary.run("import-review", id, file, "--yes")
            #expect(refused.status == .exited(1))
            #expect(refused.errorText.contains("sealed, and no passphrase was given"))
            let filed = try PipedProcess.run(
                "sh",
                [
                    "-c", "exec \"$0\" \"$@\" 3<'\(secret)'", Canary.path, "import-review", id, file, "--yes",
                    "--passphrase-fd", "3", "--sessions", canary.folder,
                ])
            #expect(filed.status == .exited(0), "\(filed.errorText)")
            #expect(filed.outputText.contains("Filed as review 1"))
        }
    }

    @Test func `Firefox opens it from its file, too, and refuses another passphrase`() throws {
        try withPage { _, _, page, passphrase in
            let result = try python("firefox.py", page, passphrase)
            #expect(result.status == .exited(0), "\(result.errorText)")
            let found = try JSONSerialization.jsonObject(with: Data(result.output)) as? [String: Any] ?? [:]
            #expect(found["refused"] as? Bool == true)
            #expect(found["opened"] as? Bool == true)
            #expect(found["blocked"] as? Bool == true)
            #expect((found["answers"] as? Int ?? 0) > 50)
            #expect(found["answers"] as? Int == found["forms"] as? Int)
        }
    }

    @Test(arguments: ["rounds", "few-rounds", "header", "content"])
    func `a page that was changed on its way does not open`(change: String) throws {
        try withPage { _, _, page, passphrase in
            let other = (page as NSString).deletingLastPathComponent + "/other.html"
            let written = try python("open_page.py", page, passphrase, change, other)
            #expect(written.status == .exited(0))
            #expect(FileManager.default.contentsEqual(atPath: page, andPath: other) == false)
            let found = try browse("refused", other, passphrase)
            #expect(found["opened"] as? Bool == false)
        }
    }
}
