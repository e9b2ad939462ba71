import Foundation
import TestSupport
import Testing

/// Links as a step, and what an assumption, a comparison and an explanation say of every finding.
struct CounterfactualTests {
    private static let link = "link too-vague leads-to resources-not-aligned"

    /// A session of the corporate check in which all is answered: two problems are there, and a concern is borne out.
    private func session(
        _ canary: Canary, _ title: String, _ changes: [String: String] = [:], lines: [String] = []
    ) throws -> String {
        let id = try canary.start(title, questionnaire: "corporate-health")
        let areas = [
            "objectives", "arrangements", "dysfunction", "no-improvement", "education", "social-services",
        ]
        var sheet: [String: String] = [
            "objectives.too-vague": "present", "arrangements.resources-not-aligned": "partly",
            "links.gone-through": "yes", "conclusion.information-sufficient": "yes",
            "conclusion.significant": "yes", "conclusion.substantiated": "yes", "conclusion.aware": "yes",
            "conclusion.acting": "no", "request.can-resolve-alone-promptly": "yes",
        ]
        for question in try canary.answers(of: id).keys where sheet[question] == nil {
            let isProblem = areas.contains { question.hasPrefix($0 + ".") }
            // The others are asked only by and by, and are left open.
            if isProblem { sheet[question] = "absent" }
        }
        sheet.merge(changes) { $1 }
        let text = sheet.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }
            .map { "\($0): \($1)" }.joined(separator: "\n")
        let result = try canary.run("answer", id, try canary.file("\(title).yaml", text + "\n"))
        #expect(result.status == .exited(0), "\(result.errorText)")
        if !lines.isEmpty {
            try canary.run("resume", id, "--plain", input: (lines + ["quit"]).joined(separator: "\n") + "\n")
        }
        return id
    }

    private func possible(_ canary: Canary, _ id: String, _ table: String) throws -> [String] {
        let tables = try canary.json("evaluate", id)["outcomes"] as? [String: [String: Any]]
        return tables?["wales/\(table)"]?["possible"] as? [String] ?? []
    }

    @Test func `until the problems were gone through, both conclusions stay possible`() throws {
        try Canary.inTemporaryFolder { canary in
            let open = try session(canary, "Open", ["links.gone-through": ""])
            #expect(try possible(canary, open, "conclusion") == ["limited-support", "intensive-support"])
            #expect(try possible(canary, open, "request") == ["request-support", "none-needed"])
            let found = try canary.json("evaluate", open)
            #expect(
                found["linksStep"] as? String == "open" && found["linked"] as? [String] == ["true", "false"])
            let text = onOneLine(try canary.run("evaluate", open))
            #expect(text.contains("have not been gone through for links yet"))
            #expect(!text.contains("There is no vicious circle"))
            let told = onOneLine(try canary.run("resume", open, "--plain", input: "next-best\nquit\n"))
            #expect(told.contains("Have you gone through the problems recorded"), "\(told)")

            let done = try session(canary, "Done")
            #expect(try possible(canary, done, "conclusion") == ["limited-support"])
            #expect(onOneLine(try canary.run("evaluate", done)).contains("There is no vicious circle."))
            // A link between two problems that are there needs no step.
            let linked = try session(canary, "Linked", ["links.gone-through": ""], lines: [Self.link])
            #expect(try possible(canary, linked, "conclusion") == ["intensive-support"])
        }
    }

    @Test func `going through the problems records the links with what shows them, and then the yes`() throws
    {
        try Canary.inTemporaryFolder { canary in
            let id = try session(
                canary, "Walk", ["links.gone-through": "", "dysfunction.posts-vacant": "present"])
            let lines = [
                "links", "2 and 3", "2 to 3", "2, and 3", "2 3 plans name no money",
                "2: 3 plans name no money",
                "7", "money is short", "",
                "3, 1", "", "1", "", "quit",
            ]
            let said = onOneLine(
                try canary.run("resume", id, "--plain", input: lines.joined(separator: "\n") + "\n"))
            for words in [
                "1 of 3. Objectives too vague or unrealistic leads to which?",
                "Saved: objectives too vague or unrealistic leads to money and people not aligned. It counts",
                "there is no problem `7` on the list", "names no problem by its number", "2 of 3.",
                "This closes a vicious circle.", "You have gone through all problems", "Saved: Yes.",
            ] {
                #expect(said.lowercased().contains(words.lowercased()), "\(words)\n\(said)")
            }
            let found = try canary.json("evaluate", id)
            #expect(found["linksStep"] as? String == "done" && found["linked"] as? [String] == ["true"])
            let links = found["links"] as? [[String: Any]] ?? []
            let pairs = links.map { "\($0["from"] as? String ?? "") > \($0["to"] as? String ?? "")" }
            let (vague, money, posts) = (
                "objectives.too-vague", "arrangements.resources-not-aligned", "dysfunction.posts-vacant"
            )
            #expect(
                pairs == [
                    "\(vague) > \(money)", "\(money) > \(posts)", "\(money) > \(vague)",
                    "\(posts) > \(vague)",
                ])
            #expect(
                try canary.run("export", id, "--format", "markdown").outputText.contains(
                    "3 plans name no money"))
        }
    }

    @Test func `an assumption is said to change every table that it changes`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try session(
                canary, "T",
                [
                    "conclusion.aware": "no", "conclusion.acting": "", "request.duties-at-risk": "yes",
                    "request.can-resolve-alone-promptly": "no", "gate.support-declined": "yes",
                    "gate.urgent-or-critical": "no", "gate.support-not-engaged": "no",
                    "gate.support-failed": "no",
                    "forms.able-to-engage": "yes", "forms.willing-to-engage": "yes",
                ], lines: [Self.link])
            let gate = onOneLine(try canary.run("evaluate", id, "--what-if", "gate.support-declined=no"))
            #expect(
                !gate.contains("No other finding would change") && !gate.contains("No finding would change"))
            #expect(gate.contains("Support comes first, instead of"), "\(gate.prefix(1_200))")
            #expect(gate.contains("It would no longer be asked:"))
            let conclusion = try canary.json("evaluate", id, "--what-if", "conclusion.significant=no")
            let changes = conclusion["changes"] as? [[String: Any]] ?? []
            let table = changes.first { $0["finding"] as? String == "wales/conclusion" }
            #expect(table?["from"] as? [String] == ["intensive-support"])
            #expect(table?["to"] as? [String] == ["no-support"])
            #expect((try canary.json("evaluate", id)["changes"] as? [Any])?.isEmpty == true)
        }
    }

    @Test func `a comparison names the link that did it, and not the answer that did nothing`() throws {
        try Canary.inTemporaryFolder { canary in
            let before = try session(canary, "N")
            let after = try session(
                canary, "C", ["conclusion.aware": "no", "conclusion.acting": ""], lines: [Self.link])
            let compared = try canary.json("compare", before, after)
            let findings = compared["findings"] as? [[String: Any]] ?? []
            let conclusion = try #require(findings.first { $0["id"] as? String == "wales/conclusion" })
            #expect(conclusion["from"] as? [String] == ["limited-support"])
            #expect(conclusion["to"] as? [String] == ["intensive-support"])
            let causes = try #require(conclusion["causes"] as? [String: Any])
            for key in ["withoutAsBefore", "alone"] {
                let moves = causes[key] as? [[String: Any]] ?? []
                #expect(moves.count == 1 && moves[0]["link"] is [String: Any], "\(causes)")
            }
            let text = onOneLine(try canary.run("compare", before, after))
            #expect(
                text.contains(
                    "Added: Objectives too vague or unrealistic leads to money and people not aligned."))
            #expect(text.contains("Without this move it would be as before: the link from objectives"))
            #expect(!text.contains("did it alone"))
            let shown = onOneLine(try canary.run("compare", before, after, "--audience", "public"))
            #expect(!shown.contains("vague") && !shown.contains("Without"))
        }
    }

    @Test func `a finding is explained by its name on the screen`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try session(canary, "E", ["links.gone-through": "no"])
            for name in ["linked-problems", "Linked problems", "wales/problems-linked", "Vicious circles"] {
                let said = try canary.run("explain", id, name)
                #expect(said.status == .exited(0), "\(name): \(said.errorText)")
                #expect(onOneLine(said).contains("gone through"), "\(name): \(said.outputText)")
            }
            let inside = try canary.run(
                "resume", id, "--plain", input: "explain what the conference would weigh\nquit\n")
            #expect(inside.outputText.contains("wales/conclusion#"), "\(inside.outputText)")
        }
    }

    private func onOneLine(_ result: PipedProcess.Result) -> String {
        result.outputText.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
