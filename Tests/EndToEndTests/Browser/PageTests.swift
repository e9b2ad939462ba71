import Foundation
import TestSupport
import Testing

/// The page that reviewers get, in a real browser.
struct PageTests {
    /// What the browser finds on a page of an example session, whose words are hostile.
    private func withPage<Result>(
        _ body: (_ page: String, _ canary: Canary) throws -> Result
    ) throws -> Result {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start("Fenmoor <script>alert(1)</script>")
            try canary.run("answer", id, "\(Canary.package)/Sessions/Examples/fenmoor.yaml")
            try canary.run(
                "resume", id,
                input: """
                    goto political-support.members-role
                    note <img src=x onerror=alert(1)> [a](javascript:alert(1)) \u{202E}turned
                    back
                    strength \(String(repeating: "W", count: 10_000))
                    concern \u{05E9}\u{05DC}\u{05D5}\u{05DD} \u{1F9D2}\u{1F3FD} =1+1 </blockquote><h1>no</h1>
                    ask Ask "why" & 'how' <style>*{display:none}</style>

                    """)
            let page = (canary.folder as NSString).deletingLastPathComponent + "/pack.html"
            let result = try canary.run("export", id, "--format", "html", "-o", page)
            #expect(result.status == .exited(0), "\(result.errorText)")
            return try body(page, canary)
        }
    }

    private func browse(_ arguments: String...) throws -> [String: Any] {
        let script = Canary.package + "/Tests/EndToEndTests/Browser/browse.py"
        let result = try PipedProcess.run("python3", [script] + arguments, timeLimit: .seconds(300))
        let value = try? JSONSerialization.jsonObject(with: Data(result.output))
        return try #require(value as? [String: Any], "\(result.errorText)")
    }

    @Test
    func `axe-core finds nothing in light and dark, at every width, and the browser complains of nothing`()
        throws
    {
        try withPage { page, _ in
            let found = try browse("axe", page)
            #expect(found["violations"] as? [String] == [])
            #expect(found["complaints"] as? [String] == [])
            #expect(found["wide"] as? [String] == [])
        }
    }

    @Test func `a workshop's page draws its votes, and it and the slips are sound`() throws {
        try Canary.inTemporaryFolder { canary in
            try canary.run("start", "leadership", "--workshop", "--no-walk", "--title", "Room")
            let votes = (0..<8).map { index in
                "tally \(["1 5 0 6", "0 4 8 0", "3 3 3 3", "0 0 12 0"][index % 4])\nreveal\nagree 2\n"
            }
            try canary.run(
                "resume", "Room",
                input:
                    "present 12\ngoto political-support\nroom share counts\n\(votes.joined())back\nother-view a few <b>no</b>\nquit\n"
            )
            let folder = (canary.folder as NSString).deletingLastPathComponent
            try canary.run("export", "Room", "--format", "html", "-o", folder + "/room.html")
            try canary.run(
                "slips", "Room", "--area", "political", "--people", "3", "-o", folder + "/slips.html")
            let room = try String(contentsOfFile: folder + "/room.html", encoding: .utf8)
            #expect(room.contains("How many voted for each level") && room.contains("&lt;b&gt;no&lt;/b&gt;"))
            for page in ["room.html", "slips.html"] {
                let found = try browse("axe", "\(folder)/\(page)")
                #expect(found["violations"] as? [String] == [], "\(page)")
                #expect(found["complaints"] as? [String] == [], "\(page)")
                #expect(found["wide"] as? [String] == [], "\(page)")
            }
        }
    }

    @Test func `Firefox writes nothing to its disk of what a reviewer types`() throws {
        try withPage { page, _ in
            let found = try KeptOnDisk(page)
            #expect(found.fields > 100 && found.words == [])
            // So that the search is known to find what is there.
            let open = (page as NSString).deletingLastPathComponent + "/open.html"
            try String(contentsOfFile: page, encoding: .utf8).replacing(" autocomplete=\"off\"", with: "")
                .write(toFile: open, atomically: true, encoding: .utf8)
            #expect(try !KeptOnDisk(open).words.isEmpty)
        }
    }

    @Test func `a page that is broken on purpose does not pass`() throws {
        try withPage { page, _ in
            let text = try String(contentsOfFile: page, encoding: .utf8)
                .replacing(" lang=\"en-GB\"", with: "").replacing("for=\"find-words\"", with: "")
            try text.write(toFile: page, atomically: false, encoding: .utf8)
            let violations = try browse("axe", page)["violations"] as? [String] ?? []
            #expect(violations.contains { $0.contains("html-has-lang") })
            #expect(violations.contains { $0.contains(" label:") })
        }
    }

    @Test func `it is read without scripts, by keyboard and on paper, and searched without a network`() throws
    {
        try withPage { page, _ in
            let found = try browse("read", page)
            #expect(found["complaints"] as? [String] == [])
            let everything = try #require(found["everything"] as? Int)
            let without = try #require(found["without"] as? [String: Any])
            #expect(without["answers"] as? Int == everything)
            #expect(without["forms"] as? Int == 0)
            #expect(without["levels"] as? Bool == true)
            #expect(found["first"] as? String == "Skip to the report")
            #expect(found["target"] as? String == "#main")
            let some = try #require(found["found"] as? Int)
            #expect(some > 0 && some < everything)
            #expect(found["said"] as? String == "\(some) answers shown of \(everything).")
            #expect(found["right"] as? Bool == true)
            #expect(found["area"] as? Int == 1)
            #expect(found["link"] as? [Bool] == [true, true, true], "hidden, reached, all lead somewhere")
            #expect(found["blocked"] as? Bool == true, "the page must not be able to fetch anything")
            #expect(found["shift"] as? Double == 0)
            #expect(found["printed"] as? Int == 0)
            let paper = try #require(found["paper"] as? [Any])
            #expect(paper.first as? Bool == true && paper.last as? Int == everything)
            #expect(paper[1] as? Int == 0, "tables wider than the paper")
            #expect(found["tagged"] as? Bool == true)
        }
    }

    @Test func `the form is filled in by keyboard, names what is missing, and opens again what it saved`()
        throws
    {
        try withPage { page, _ in
            let file = (page as NSString).deletingLastPathComponent + "/review.json"
            let found = try browse("review", page, file)
            #expect(found["complaints"] as? [String] == [])
            #expect(found["heading"] as? String == "There is a problem")
            #expect(
                found["problems"] as? [String] == [
                    "Say in which role you review.",
                    "Political support 1 needs a comment: say what you saw, or what is missing.",
                ])
            #expect(found["role"] as? String == "review-role")
            #expect(found["verdict"] as? String == "challenge")
            #expect(found["comment"] as? String == "Minutes say <b>otherwise</b> & \"more\"")
            let saved = try JSONSerialization.jsonObject(with: try Data(contentsOf: URL(filePath: file)))
            let reviewer = try #require((saved as? [String: Any])?["reviewer"] as? String)
            #expect(reviewer.wholeMatch(of: #/[0-9a-f]{32}/#) != nil)
        }
    }

    @Test func `no markup of a user's is ever live`() throws {
        try withPage { page, _ in
            let text = try String(contentsOfFile: page, encoding: .utf8)
            for live in ["<script>alert", "<img", "</blockquote><h1>", "<style>*", "\u{202E}"] {
                #expect(!text.contains(live), "\(live)")
            }
            #expect(text.contains("&lt;img src=x onerror=alert(1)&gt;"))
            #expect(text.components(separatedBy: "<script").count == 2, "there is one script, ours")
            #expect(!text.contains(" style="))
            #expect(!text.contains(" onclick="))
        }
    }
}
