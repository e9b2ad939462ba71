import Foundation
import TestSupport
import Testing

/// What `invite --html` makes and refuses; what a page does is tested in browsers.
@Suite struct `A page for pre-work` {
    private func folder(_ canary: Canary) -> String { (canary.folder as NSString).deletingLastPathComponent }

    private func workshop(_ canary: Canary, _ questionnaire: String = "leadership") throws -> String {
        try canary.run("start", questionnaire, "--workshop", "--no-walk", "--title", "W").outputText
            .trimmingCharacters(in: .whitespacesAndNewlines)
    }

    @Test func `is one file for one person, which nobody else reads, and shows the words of the key`() throws
    {
        try Canary.inTemporaryFolder { canary in
            let id = try workshop(canary)
            let pages = ["anna", "ben.html"].map { "\(folder(canary))/\($0)" }
            let invited = try canary.run("invite", id, "--html", "-o", pages[0], pages[1])
            #expect(invited.status == .exited(0), "\(invited.errorText)")
            let texts = try ["anna.html", "ben.html"].map { name in
                let path = "\(folder(canary))/\(name)"
                let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
                #expect(mode == 0o600)
                return try String(contentsOfFile: path, encoding: .utf8)
            }
            let names = try texts.map {
                try #require($0.firstMatch(of: #/contributor&quot;:&quot;([0-9a-f]{24})&quot;/#)?.1)
            }
            #expect(names[0] != names[1])
            #expect(
                texts[0].replacing(names[0], with: "") == texts[1].replacing(names[1], with: ""))
            let journal = try String(contentsOfFile: canary.journal(of: id), encoding: .utf8)
            #expect(names.allSatisfy { !journal.contains($0) })
            // The same words where somebody answers with Canary.
            let words = try #require(
                invited.outputText.onOneLine.firstMatch(
                    of: #/The workshop's key, in words: ((?:[a-z]+ ){7}[a-z]+)\./#)?.1)
            let blank = folder(canary) + "/cara"
            try canary.run("invite", id, "-o", blank)
            try canary.run(
                "resume", blank + ".canary.jsonl", input: "goto political-support\n3\nquit\n")
            let sealed = try canary.run("submit", blank + ".canary.jsonl", "--role", "members")
            #expect(sealed.outputText.onOneLine.contains("in words: \(words)."))
            let taken = try canary.run("invite", id, "--html", "-o", pages[0])
            #expect(taken.status == .exited(1) && taken.errorText.contains("is there already"))
            #expect(try String(contentsOfFile: folder(canary) + "/anna.html", encoding: .utf8) == texts[0])
        }
    }

    @Test func `is refused where nothing would be counted, and for an ordinary session`() throws {
        try Canary.inTemporaryFolder { canary in
            let page = folder(canary) + "/page.html"
            for (id, words) in [
                (try workshop(canary, "scoping-interview"), "is counted before a workshop"),
                (try canary.start(), "the session is no workshop"),
            ] {
                let before = try String(contentsOfFile: canary.journal(of: id), encoding: .utf8)
                let refused = try canary.run("invite", id, "--html", "-o", page)
                #expect(
                    refused.status == .exited(1) && refused.errorText.onOneLine.contains(words),
                    "\(refused.errorText)")
                #expect(!FileManager.default.fileExists(atPath: page))
                #expect(try String(contentsOfFile: canary.journal(of: id), encoding: .utf8) == before)
            }
        }
    }

    /// Keys of RFC 7748, 6.1, as version 0.1 would have kept some.
    private static let earlier =
        #""publicKey":"hSDwCYkwp1R0i33ctD73Wg2/Og0mOBr066SpjqqbTmo=","privateKey":"dwdtCnMYpX08FsFyUbJmRd9ML4frwJkqsXf7pR25LCo=""#

    @Test
    func `is refused for a workshop of version 0.1, whose ordinary files are sealed and merged as before`()
        throws
    {
        try Canary.inTemporaryFolder { canary in
            let id = try workshop(canary)
            let appended = try PipedProcess.run(
                "python3",
                [
                    Canary.package + "/Tests/AdversaryTests/append_event.py", canary.journal(of: id),
                    "invited", #"{"people":5,\#(Self.earlier)}"#,
                ])
            #expect(appended.status == .exited(0), "\(appended.errorText)")
            let before = try String(contentsOfFile: canary.journal(of: id), encoding: .utf8)
            let refused = try canary.run("invite", id, "--html", "-o", folder(canary) + "/page.html")
            #expect(refused.status == .exited(1))
            let said = refused.errorText.onOneLine
            #expect(said.contains("a key of version 0.1, to which a browser cannot seal"), "\(said)")
            #expect(said.contains("leave --html out, or start another workshop"), "\(said)")
            #expect(try String(contentsOfFile: canary.journal(of: id), encoding: .utf8) == before)
            let blanks = (0..<5).map { "\(folder(canary))/p\($0)" }
            let invited = try PipedProcess.run(
                Canary.path, ["invite", id, "--sessions", canary.folder, "-o"] + blanks, input: "")
            #expect(invited.status == .exited(0), "\(invited.errorText)")
            for blank in blanks {
                try canary.run("resume", blank + ".canary.jsonl", input: "goto political-support\n2\nquit\n")
                try canary.run("submit", blank + ".canary.jsonl", "--role", "members")
                let sealed = try String(contentsOfFile: blank + ".canary-answers", encoding: .utf8)
                #expect(sealed.hasPrefix(#"{"format":"canary-prework/1","#))
            }
            let merged = try PipedProcess.run(
                Canary.path,
                ["merge", id, "--yes", "--sessions", canary.folder] + blanks.map { $0 + ".canary-answers" },
                input: "")
            #expect(merged.status == .exited(0), "\(merged.errorText)")
            #expect(
                try String(contentsOfFile: canary.journal(of: id), encoding: .utf8)
                    .contains(#""counts":[0,5,0,0]"#))
        }
    }
}
