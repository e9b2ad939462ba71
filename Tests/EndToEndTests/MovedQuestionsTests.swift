import Foundation
import TestSupport
import Testing

/// A session that was answered under version 1.1.0 of `leadership`, as it goes on under version 2.
struct MovedQuestionsTests {
    private static let earlier = Canary.package + "/Tests/EndToEndTests/Earlier"
    private static let gone = [
        "corporate-support.interim-posts", "circumstances.persistent", "circumstances.size-rests-on-partner",
    ]

    @Test func `answers are carried, those to other words are to be confirmed, and what is gone is kept`()
        throws
    {
        try Canary.inTemporaryFolder { canary in
            let id = try session(canary)
            let before = try canary.answers(of: id)
            let preview = try say(canary, id, "migrate\n")
            for words in [
                "Leadership self-assessment (1.1.0, now 2.0.0)",
                "Forms of improvement support (1.0.0, now 2.0.0)", "57 answers would be kept.",
                "3 answers would be set aside",
                "Corporate support 7, Circumstances 2 and Circumstances 6.",
                "The words of 56 answered questions have changed", "13 questions are new",
                "Nothing has changed yet.",
            ] { #expect(preview.contains(words), "\(words): \(preview)") }
            #expect(try canary.answers(of: id).count == before.count)
            let moved = try say(canary, id, "migrate now\n")
            #expect(moved.contains("Forms of improvement support (1.0.0, now 2.0.0)"), "\(moved)")
            #expect(moved.contains("57 answers are kept, 3 answers are set aside."), "\(moved)")

            let after = try canary.answers(of: id)
            let carried = before.filter { after[$0.key] != nil && !Self.gone.contains($0.key) }
            #expect(carried.count == 57)
            for (question, answer) in carried {
                #expect(after[question]?["value"] as? NSObject == answer["value"] as? NSObject, "\(question)")
            }
            // One of another number by now, and one whose words are as they were.
            #expect(after["capacity-to-plan.shared-priorities"]?["toConfirm"] as? Bool == true)
            let unchanged = carried.keys.filter { after[$0]?["toConfirm"] as? Bool == false }
            #expect(unchanged == ["circumstances.partner-available"])
            let result = try canary.run("evaluate", id).outputText
            #expect(result.contains("rests on 54 answers that nobody has confirmed"), "\(result.prefix(400))")
        }
    }

    @Test func `what is gone is told in the full report with its note, and in no other`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try session(canary)
            try say(canary, id, "note @circumstances.persistent Two notices since 2015.\nmigrate now\n")
            let left = try #require(try canary.json("show", id)["leftBehind"] as? [[String: Any]])
            #expect(Set(left.compactMap { $0["question"] as? String }) == Set(Self.gone))
            #expect(left.compactMap { $0["note"] as? String } == ["Two notices since 2015."])
            func report(_ audience: String) throws -> String {
                try canary.run("export", id, "--format", "markdown", "--audience", audience).outputText
            }
            let full = try report("full")
            #expect(full.contains("Answers set aside") && full.contains("Two notices since 2015."))
            #expect(full.contains("since the session moved from version 1.1\\.0 of its questionnaire"))
            #expect(!(try report("reviewers")).contains("Two notices since 2015."))
        }
    }

    @Test func `what the former rules said is told beside what the present ones say, everywhere`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try session(canary)
            let before = try canary.json("evaluate", id)
            #expect(before["former"] is NSNull)
            let moved = try say(canary, id, "migrate now\n")
            let former = try #require(try canary.json("evaluate", id)["former"] as? [String: Any])
            for field in ["questionnaire", "outcomes", "earlyWarning"] {
                #expect(former[field] as? NSObject == before[field] as? NSObject, "\(field)")
            }
            let told = "Tier of support: Sector-led improvement. Early warning: quiet."
            #expect(moved.contains(told), "\(moved)")
            let texts = [
                try canary.run("evaluate", id).outputText, try say(canary, id, "evaluate\n"),
                try canary.run("export", id, "--format", "markdown", "--audience", "public").outputText,
            ]
            for text in texts {
                let text = text.split { " \n".contains($0) }.joined(separator: " ").replacing("\\", with: "")
                #expect(text.contains("The questions and rules moved on "), "\(text.prefix(900))")
                #expect(text.contains("(1.1.0, now 2.0.0)") && text.contains(told), "\(text.prefix(900))")
            }
        }
    }

    @Test
    func `an answer whose level is confidential now changes nothing that others read of the former rules`()
        throws
    {
        try Canary.inTemporaryFolder { canary in
            let question = "capacity-to-self-assess.root-causes"
            /// What each audience reads that the former answers came to.
            func told(_ answer: Int) throws -> [String: String] {
                let id = try session(canary, but: [question: "\(answer)"])
                try say(canary, id, "migrate now\nconfidential level @\(question)\n")
                return try Dictionary(
                    uniqueKeysWithValues: ["full", "reviewers", "public"].map { audience in
                        let text = try canary.run(
                            "export", id, "--format", "json", "--audience", audience
                        ).outputText
                        let pack = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
                        let moved = (pack?["cover"] as? [String: Any])?["moved"] as? [String]
                        return (audience, try #require(moved).joined(separator: " "))
                    })
            }
            let (low, high) = try (told(1), told(4))
            #expect(low["full"] != high["full"])
            #expect(low["reviewers"] == high["reviewers"] && low["public"] == high["public"])
            #expect(low["public"]?.contains(" or ") == true, "\(low)")
        }
    }

    /// A session with every rating at 3 and every yes or no a no, but for some.
    private func session(_ canary: Canary, but others: [String: String] = [:]) throws -> String {
        let shown = try canary.json("questionnaire", "show", "leadership", "--questionnaires", Self.earlier)
        let questions = (shown["areas"] as? [[String: Any]] ?? []).flatMap {
            $0["questions"] as? [[String: Any]] ?? []
        }
        let sheet = questions.compactMap { question in
            let answer = question["kind"] as? String == "rating" ? "3" : "no"
            return (question["id"] as? String).map { "\($0): \(others[$0] ?? answer)\n" }
        }.joined()
        let id = try canary.run(
            "start", "leadership", "--no-walk", "--questionnaires", Self.earlier
        ).outputText.trimmingCharacters(in: .newlines)
        let answered = try canary.run("answer", id, try canary.file("earlier.yaml", sheet))
        #expect(answered.outputText.contains("Recorded 60 answers"), "\(answered.errorText)")
        return id
    }

    @discardableResult
    private func say(_ canary: Canary, _ id: String, _ lines: String) throws -> String {
        try canary.run("resume", id, "--plain", input: lines + "quit\n").outputText
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
