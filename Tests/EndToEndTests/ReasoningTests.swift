import Foundation
import TestSupport
import Testing

/// What is open, why a finding is what it is, and what would change it, as a user asks for it.
struct ReasoningTests {
    @Test
    func `any listed set of Fenmoor reaches the tier that it promises, and needs every member`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try lackingFenmoor(canary)
            let now = try canary.json("evaluate", id)
            #expect(now["pathsStatus"] as? String == "found")
            let paths = now["paths"] as? [[[String: Any]]] ?? []
            #expect(paths.count == 15)
            for path in paths {
                let changes = path.map { "\($0["question"] as? String ?? "")=\($0["to"] as? Int ?? 0)" }
                #expect(try tier(canary, id, assuming: changes) == ["external-scrutiny"])
                for left in changes.indices {
                    let others = changes.indices.filter { $0 != left }.map { changes[$0] }
                    #expect(try tier(canary, id, assuming: others) == ["alternative-delivery"])
                }
                #expect(path.allSatisfy { $0["area"] is String && $0["levels"] is Int })
            }
        }
    }

    @Test
    func `an assumption changes what is said and leaves the journal as it is`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try example("fenmoor", canary)
            let before = try Data(contentsOf: URL(filePath: canary.journal(of: id)))
            let text = try canary.run(
                "evaluate", id, "--what-if", "dcs-leadership.mistakes=2", "corporate-support.vacancies=1")
            #expect(text.outputText.hasPrefix("What if. Nothing of this is saved."))
            #expect(text.outputText.contains("The tier would be: Alternative delivery"))
            let inside = try canary.run(
                "resume", id, input: "what-if dcs-leadership.mistakes=2 vacancies=1\nquit\n")
            #expect(inside.outputText.contains("The tier would be: Alternative delivery"))
            #expect(try Data(contentsOf: URL(filePath: canary.journal(of: id))) == before)
        }
    }

    @Test
    func `the reasons under an assumption are the assumed answers`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try example("fenmoor", canary)
            let assumed = try canary.run(
                "evaluate", id, "--what-if", "dcs-leadership.sees-practice=1",
                "capacity-to-deliver.caseloads=3")
            let text = unwrapped(assumed)
            #expect(text.contains("Warns: DCS leadership 8: How do the director"))
            #expect(text.contains("get to know front-line practice? Rated 1, Not in place"))
            // A prompt that the assumption brings up names the assumed answer.
            #expect(text.contains("Who carries the work of the last one?"))
            #expect(text.contains("Capacity to deliver 1: 3, Established"))
            #expect(!text.contains("Capacity to deliver 1: 2, Emerging"))
        }
    }

    @Test(arguments: [
        ("nonsense", "`nonsense` is no assumption"),
        ("capacity-to-plan.nothing=3", "there is no question `capacity-to-plan.nothing`"),
        ("capacity-to-deliver.caseloads=9", "`9` is not on the scale of 1 to 4"),
        ("circumstances.systemic=perhaps", "`perhaps` is neither yes nor no"),
    ])
    func `an assumption that cannot be is refused and says what exists`(change: String, message: String)
        throws
    {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start()
            let result = try canary.run("evaluate", id, "--what-if", change)
            #expect(result.status == .exited(1))
            #expect(result.errorText.contains(message), "\(result.errorText)")
            #expect(result.errorText.contains("hint: "), "\(result.errorText)")
            #expect(result.output.isEmpty)
        }
    }

    @Test
    func `answering the most telling question first narrows until the tier is settled`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try example("northmarsh", canary)
            var findings = try canary.json("evaluate", id)
            var open = findings["openQuestions"] as? [String] ?? []
            #expect(open.count >= 5)
            let text = try canary.run("evaluate", id).outputText
            #expect(text.contains("the most telling first"))
            var answered = 0
            while let first = open.first {
                try canary.run(
                    "answer", id,
                    try canary.file("a.yaml", "\(first): \(first.hasPrefix("circum") ? "no" : "3")\n"))
                answered += 1
                findings = try canary.json("evaluate", id)
                let left = findings["openQuestions"] as? [String] ?? []
                // What could no longer change the tier never can again, and the answered one is closed.
                #expect(Set(left).isStrictSubset(of: open))
                open = left
            }
            let possible = (findings["tier"] as? [String: Any])?["possible"] as? [String]
            #expect(possible?.count == 1)
            #expect(answered <= 14)
        }
    }

    @Test
    func `the walk by telling questions stops when the tier is settled`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try example("northmarsh", canary)
            let answers = String(repeating: "3\nn\n", count: 30)
            let result = try canary.run("resume", id, input: "next-best\n" + answers)
            let text = unwrapped(result)
            #expect(text.contains("this one is the most telling"))
            #expect(text.contains("The tier is settled: "))
            #expect(text.contains("still unanswered; none of them can change the tier"))
        }
    }

    @Test
    func `a walk in which everything is passed over ends and says so`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try example("northmarsh", canary)
            let result = try canary.run(
                "resume", id, input: "next-best\n" + String(repeating: "?\n\n", count: 20) + "quit\n")
            #expect(unwrapped(result).contains("The tier is still open: "))
            #expect(unwrapped(result).contains("passed over or answered with don't know"))
        }
    }

    @Test(arguments: [
        "tier", "voluntary-trust", "political-focus", "early-warning", "capacity-to-plan", "listens",
    ])
    func `every kind of finding is explained with its source, in sentences and as a tree`(name: String) throws
    {
        try Canary.inTemporaryFolder { canary in
            for authority in ["fenmoor", "northmarsh"] {
                let id = try example(authority, canary)
                let sentences = try canary.run("explain", id, name)
                let tree = try canary.run("explain", id, name, "--tree")
                for result in [sentences, tree] {
                    #expect(result.status == .exited(0))
                    #expect(result.outputText.split(separator: "\n").allSatisfy { $0.count <= 72 })
                }
                let sources = ["isos, ", "annex-j, ", "vsc, "]
                #expect(sources.contains { unwrapped(sentences).contains($0) }, "\(name)")
                #expect(tree.outputText.hasPrefix("- "))
            }
        }
    }

    @Test
    func `a finding that does not exist, or fits several, is refused and says which there are`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start()
            let none = try canary.run("explain", id, "nothing")
            #expect(none.status == .exited(1))
            #expect(none.errorText.contains("there are tier, improvement-advice"))
            let several = try canary.run("explain", id, "le")
            #expect(several.status == .exited(1))
            #expect(several.errorText.contains("annex-j/leader-accepts"))
        }
    }

    @Test
    func `the report says how firm the tier is, and how the answers were reached`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try example("borsetshire", canary)
            let findings = try canary.json("evaluate", id)
            #expect(findings["pathsStatus"] as? String == "none-needed")
            let robustness = findings["robustness"] as? [String: Any]
            let lower = (robustness?["oneLower"] as? [String: Any])?["possible"] as? [String]
            let report = try canary.run("export", id, "--format", "markdown").outputText
            #expect(report.contains("## How firm the tier is"))
            #expect(report.contains("## How these answers were reached"))
            #expect(lower == ["external-scrutiny"])
            #expect(
                report.contains("If every rating were one level lower, the tier would be external scrutiny"))
            let open = try canary.run("export", id, "--format", "markdown", "--audience", "public").outputText
            #expect(!open.contains("## How firm the tier is"))
            let tests = (findings["quality"] as? [[String: Any]] ?? []).filter { $0["area"] is NSNull }
            #expect(
                tests.compactMap { $0["test"] as? String }
                    == ["evidenced", "triangulated", "balanced", "known", "complete", "challenged", "shared"])
        }
    }

    @Test func `each form of support can be read about, whatever the answers point to`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try example("borsetshire", canary)
            let help = unwrapped(try canary.run("resume", id, input: "help tiers\nhelp\nquit\n"))
            for form in ["sector-led", "external-scrutiny", "alternative-delivery"] {
                #expect(help.contains("More: explain \(form)."))
                let told = unwrapped(try canary.run("explain", id, form))
                #expect(told.contains("What makes it work:"), "\(form)")
                #expect(
                    told.contains("These answers point to it.") == (form == "sector-led"), "\(form)")
            }
            #expect(help.contains("tiers: What the answers can point to."))
        }
    }

    /// What was shown, without its line breaks.
    private func unwrapped(_ result: PipedProcess.Result) -> String {
        result.outputText.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private func example(_ name: String, _ canary: Canary) throws -> String {
        let id = try canary.start(name)
        try canary.run("answer", id, "\(Canary.package)/Sessions/Examples/\(name).yaml")
        return id
    }

    /// Fenmoor with four answers one level lower: all three capacities are lacking.
    private func lackingFenmoor(_ canary: Canary) throws -> String {
        let id = try example("fenmoor", canary)
        try canary.run("answer", id, "\(Canary.package)/Tests/EndToEndTests/lacking.yaml")
        return id
    }

    private func tier(_ canary: Canary, _ id: String, assuming changes: [String]) throws -> [String]? {
        let result = try PipedProcess.run(
            Canary.path,
            ["evaluate", id, "--format", "json", "--sessions", canary.folder, "--what-if"] + changes)
        let value = try JSONSerialization.jsonObject(with: Data(result.output)) as? [String: Any]
        return (value?["tier"] as? [String: Any])?["possible"] as? [String]
    }
}
