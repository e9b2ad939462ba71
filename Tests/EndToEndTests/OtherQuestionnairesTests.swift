import Foundation
import TestSupport
import Testing

/// The questionnaires beside `leadership`, as a user answers and evaluates them.
struct OtherQuestionnairesTests {
    @Test
    func `the early-warning check leads to signatures and to no tier`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start("E", questionnaire: "early-warning")
            let questions = try questions(canary, "early-warning")
            #expect(questions.count == 26)
            // Both indicators of one signature warn, and one of another.
            let sheet = questions.map { question in
                let warns = question.signatures.contains("signatures/learning-culture")
                return "\(question.id): \(question.isRating ? (warns ? "1" : "4") : "no")"
            }.joined(separator: "\n")
            #expect(try canary.run("answer", id, try canary.file("e.yaml", sheet)).status == .exited(0))
            let findings = try canary.json("evaluate", id)
            #expect(findings["tier"] is NSNull)
            #expect((findings["earlyWarning"] as? [String: Any])?["possible"] as? [String] == ["isolated"])
            let text = try canary.run("evaluate", id).outputText
            #expect(text.contains("A thin learning culture: evident."))
            #expect(!text.contains("tier"))
        }
    }

    /// Ten minutes at 220 words a minute.
    @Test(arguments: [("1", "y"), ("2", "n"), ("4", "n"), ("?", "?")])
    func `the walk of the early-warning check is read in ten minutes`(rating: String, fact: String) throws {
        try Canary.inTemporaryFolder { canary in
            let answers = try questions(canary, "early-warning").map { $0.isRating ? rating : fact }
            let walk = try canary.run(
                "start", "early-warning", "--title", "E", "--plain",
                input: answers.joined(separator: "\n") + "\nquit\n")
            #expect(walk.status == .exited(0) && walk.outputText.contains("Every question is answered."))
            #expect(walk.outputText.split(whereSeparator: \.isWhitespace).count <= 2_200)
        }
    }

    @Test(arguments: [("entering", "aims"), ("in", "leadership"), ("leaving", "exit")])
    func `partnership lists what is missing, the present stage first, and a style`(
        stage: String, first: String
    ) throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start("P", questionnaire: "partnership")
            let sheet = try questions(canary, "partnership").map { question in
                let answer = question.isRating ? "1" : question.id.hasSuffix(".stage") ? stage : "yes"
                return "\(question.id): \(answer)"
            }.joined(separator: "\n")
            #expect(try canary.run("answer", id, try canary.file("p.yaml", sheet)).status == .exited(0))
            let partnership = try canary.json("evaluate", id)["partnership"] as? [String: Any]
            #expect(partnership?["stage"] as? String == stage)
            let missing = partnership?["missing"] as? [String] ?? []
            #expect(missing.count == 47)
            #expect(missing.first?.hasPrefix(first) == true)
            let style = partnership?["style"] as? [String: Any]
            #expect(style?["possible"] as? [String] == ["directive-first"])
            let text = try canary.run("evaluate", id).outputText
            #expect(text.contains("Factors of success"))
            #expect(text.contains("first at this stage"))
        }
    }

    private func questions(
        _ canary: Canary, _ id: String
    ) throws -> [(id: String, isRating: Bool, signatures: [String])] {
        let shown = try canary.json("questionnaire", "show", id)
        let areas = shown["areas"] as? [[String: Any]] ?? []
        return areas.flatMap { $0["questions"] as? [[String: Any]] ?? [] }.map { question in
            let warnings = question["warns-of"] as? [[String: Any]] ?? []
            return (
                question["id"] as? String ?? "", question["kind"] as? String == "rating",
                warnings.compactMap { $0["signature"] as? String }
            )
        }
    }
}

/// Interviews: text questions with probes that can be passed over.
struct InterviewTests {
    @Test
    func `lines behind an answer are further words on it, and a probe is put before them by its number`()
        throws
    {
        try Canary.inTemporaryFolder { canary in
            let result = try canary.run(
                "start", "scoping-interview", "--title", "I",
                input: "I lead the review.\nSince May\n1\nTeam manager\n\nThe director.\n:quit\n")
            #expect(result.status == .exited(0))
            let answers = try canary.answers(of: "I")
            #expect(answers["context.role"]?["value"] as? String == "I lead the review.")
            #expect(
                answers["context.role"]?["note"] as? String == "Since May\nWhat is your job? Team manager")
            #expect(answers["context.works-with"]?["value"] as? String == "The director.")
        }
    }

    @Test
    func `a command in place of more words does not end them, and words are not taken for one`() throws {
        try Canary.inTemporaryFolder { canary in
            let result = try canary.run(
                "start", "scoping-interview", "--title", "I",
                input: "I lead it.\n:back\nI only advise.\n:status\n::odd words\n:note also this\n:quit\n")
            #expect(result.status == .exited(0))
            let answer = try canary.answers(of: "I")["context.role"]
            // Back has gone to the question again, which is then answered anew.
            #expect(answer?["value"] as? String == "I only advise.")
            #expect(answer?["note"] as? String == ":odd words\nalso this")
        }
    }

    @Test(arguments: ["scoping-interview", "stakeholder-interview"])
    func `an interview is evaluated without findings, and reported with its answers`(id: String) throws {
        try Canary.inTemporaryFolder { canary in
            try canary.run("start", id, "--title", "I", input: ":na Not for me.\nMy own words.\n:quit\n")
            let findings = try canary.json("evaluate", "I")
            #expect(findings["tier"] is NSNull)
            #expect(findings["models"] is NSNull)
            let report = try canary.run("export", "I", "--format", "markdown")
            #expect(report.status == .exited(0))
            #expect(report.outputText.contains("My own words."))
        }
    }
}
