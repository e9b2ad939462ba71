import Foundation
import TestSupport
import Testing

/// Problems, their links and circles, as a corporate team records them.
struct ProblemTests {
    private static let answers = """
        objectives.too-vague: present
        arrangements.resources-not-aligned: partly
        dysfunction.posts-vacant: present
        """
    private static let links = [
        "link too-vague leads-to resources-not-aligned The plan names no money.",
        "link resources-not-aligned leads-to posts-vacant",
    ]
    private static let last = "link posts-vacant leads-to objectives.too-vague"
    private static let circle = [
        "objectives.too-vague", "arrangements.resources-not-aligned", "dysfunction.posts-vacant",
    ]

    private func session(_ canary: Canary, _ lines: [String]) throws -> (id: String, said: String) {
        let id = try canary.start("C", questionnaire: "corporate-health")
        try canary.run("answer", id, try canary.file("c.yaml", Self.answers))
        let said = try canary.run("resume", id, "--plain", input: lines.joined(separator: "\n") + "\n")
        return (id, said.outputText.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }

    @Test func `three links that lead back are named as a circle in text, DOT, Mermaid and JSON`() throws {
        try Canary.inTemporaryFolder { canary in
            let (id, said) = try session(canary, Self.links + [Self.last, "map", "explain too-vague"])
            let sentence =
                "Objectives too vague or unrealistic leads to money and people not aligned, which leads "
                + "to posts vacant or turnover high, which leads back to objectives too vague or unrealistic."
            #expect(said.contains("This closes a vicious circle. \(sentence)"))
            let findings = try canary.json("evaluate", id)
            #expect(findings["viciousCircles"] as? [[String]] == [Self.circle])
            let text = try canary.run("evaluate", id).outputText
                .split(whereSeparator: \.isWhitespace).joined(separator: " ")
            #expect(text.contains("There is a vicious circle."))
            #expect(text.contains(sentence))
            let dot = try canary.run("export", id, "--format", "dot").outputText
            for edge in ["p1 -> p2 [style=bold", "p2 -> p3 [style=bold]", "p3 -> p1 [style=bold]"] {
                #expect(dot.contains(edge), "\(dot)")
            }
            let mermaid = try canary.run("export", id, "--format", "mermaid").outputText
            #expect(mermaid.hasPrefix("flowchart LR\n") && mermaid.contains("p3 ==> p1"))
            #expect(
                try canary.run("export", id, "--format", "dot", "--audience", "public").status == .exited(1))
        }
    }

    @Test func `without the last link there is no circle, and undo takes a link back`() throws {
        try Canary.inTemporaryFolder { canary in
            let (id, said) = try session(canary, Self.links + [Self.last, "undo", "map"])
            #expect(said.contains("vicious circle"))
            let findings = try canary.json("evaluate", id)
            #expect(findings["viciousCircles"] as? [[String]] == [])
            #expect((findings["links"] as? [Any])?.count == 2)
            let dot = try canary.run("export", id, "--format", "dot").outputText
            #expect(!dot.contains("style=bold"))
        }
    }

    @Test func `an end that is not known makes a circle possible, an absent one makes none`() throws {
        try Canary.inTemporaryFolder { canary in
            let (id, _) = try session(canary, Self.links + [Self.last])
            try canary.run("answer", id, try canary.file("d.yaml", "dysfunction.posts-vacant: dont-know\n"))
            var findings = try canary.json("evaluate", id)
            #expect(findings["viciousCircles"] as? [[String]] == [])
            #expect(findings["possibleCircles"] as? [[String]] == [Self.circle])
            try canary.run("answer", id, try canary.file("e.yaml", "dysfunction.posts-vacant: absent\n"))
            findings = try canary.json("evaluate", id)
            #expect(findings["possibleCircles"] as? [[String]] == [])
        }
    }

    @Test func `a link that cannot be is refused with the way out`() throws {
        try Canary.inTemporaryFolder { canary in
            let lines = [
                "link too-vague leads-to too-vague", "link too-vague leads-to posts-vaccant",
                "link too-vague",
                "link posts-vacant leads-to too-vague", "link posts-vacant leads-to too-vague",
                "unlink too-vague leads-to posts-vacant",
            ]
            let (id, said) = try session(canary, lines)
            for words in [
                "cannot lead to itself", "perhaps dysfunction.posts-vacant",
                "say which problem leads to which",
                "leads to `objectives.too-vague` already", "no link says that",
            ] {
                #expect(said.lowercased().contains(words.lowercased()), "\(words)")
            }
            #expect((try canary.json("evaluate", id)["links"] as? [Any])?.count == 1)
            let other = try canary.start("L")
            let refused = try canary.run("resume", other, "--plain", input: "map\n").outputText
            #expect(refused.contains("records no problems"))
        }
    }

    @Test func `a link is saved, and said to be, where its findings cannot be worked out`() throws {
        try Canary.inTemporaryFolder { canary in
            let folder = (canary.folder as NSString).deletingLastPathComponent + "/wide"
            try FileManager.default.createDirectory(
                atPath: folder + "/Frameworks", withIntermediateDirectories: true)
            // An open question with more options than can be combined leaves nothing that could be said.
            let elements = (1...11).map { "  - {id: e\($0), statement: It is so., source: us}" }
            let options = (1...11).map { "{id: o\($0), text: O\($0)., supports: [wide/e\($0)]}" }
            try
                (["format: canary-framework/1", "id: wide", "version: 1.0.0", "title: Wide", "elements:"]
                + elements + [
                    "  - {id: dust, statement: There is dust., source: us}",
                    "  - {id: noise, statement: There is noise., source: us}",
                    "problems: {source: us, isolated: One., linked: Two., circle: Round.,",
                    "  groups: [{id: all, title: All, means: All., elements: [dust, noise]}]}",
                ]).joined(separator: "\n").write(
                    toFile: folder + "/Frameworks/wide.yaml", atomically: false, encoding: .utf8)
            try """
            format: canary-questionnaire/1
            id: wide
            version: 1.0.0
            title: Wide
            feeds: [wide]
            areas:
              - id: a
                title: A
                questions:
                  - {id: a.which, text: "Which?", kind: choices, options: [\(options.joined(separator: ", "))]}
                  - {id: a.dust, text: "Is there dust?", kind: yes-no, supports: [wide/dust]}
                  - {id: a.noise, text: "Is there noise?", kind: yes-no, supports: [wide/noise]}
            """.write(toFile: folder + "/wide.yaml", atomically: false, encoding: .utf8)
            let said = try canary.run(
                "start", "wide", "--plain", "--questionnaires", folder, input: "link dust leads-to noise\n")
            #expect(
                said.outputText.contains("Saved: there is dust leads to there is noise."),
                "\(said.outputText)")
            let sessions = try canary.json("list")["sessions"] as? [[String: Any]] ?? []
            let path = try #require(sessions.first?["path"] as? String)
            #expect(try String(contentsOfFile: path, encoding: .utf8).contains("\"type\":\"linked\""))
        }
    }

    @Test func `answers to an interview are tagged with themes and listed by theme`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start("I", questionnaire: "scoping-interview")
            let questions = try canary.answers(of: id).keys.sorted()
            let sheet = questions.map { "\($0): {answer: Words on \($0).}" }.joined(separator: "\n")
            try canary.run("answer", id, try canary.file("i.yaml", sheet))
            let said = try canary.run(
                "resume", id, "--plain",
                input:
                    ":back\n:theme Pace of change\n:theme trust\n:back\n:theme TRUST\n:themes\n:theme off trust\n:quit\n"
            ).outputText
            #expect(said.contains("the themes Pace of change and trust"))
            let shown = try canary.answers(of: id)
            #expect(
                shown.values.compactMap { $0["themes"] as? [String] }.flatMap(\.self).sorted() == [
                    "Pace of change", "trust",
                ])
            let markdown = try canary.run("export", id, "--format", "markdown").outputText
            #expect(markdown.contains("## Answers by theme") && markdown.contains("### Pace of change"))
        }
    }
}
