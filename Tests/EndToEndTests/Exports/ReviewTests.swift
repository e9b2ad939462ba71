import Foundation
import TestSupport
import Testing

/// What reviewers send back.
struct ReviewTests {
    /// A session with three answers, and a review of it that a test can change.
    private func withReview(
        _ body: (_ canary: Canary, _ id: String, _ review: inout [String: Any]) throws -> Void
    ) throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start()
            try canary.run("resume", id, input: "goto political-support\n1\n3\n2\nquit\n")
            let pack = try canary.run("export", id, "--format", "json").outputText
            let cover = try #require(
                (try JSONSerialization.jsonObject(with: Data(pack.utf8)) as? [String: Any])?["cover"]
                    as? [String: Any])
            var review: [String: Any] = [
                "format": "canary-review/1", "pack": cover["pack"] ?? "", "session": id,
                "questionnaire": cover["questionnaire"] ?? "", "role": "lead peer", "date": "2026-11-22",
                "answers": [
                    entry("political-support.leader-accepts", "challenge", 3, "They did say so."),
                    entry("political-support.lead-member-accepts", "agree", 3),
                    entry("political-support.members-role", "more-evidence", NSNull(), "Which minutes?"),
                ],
            ]
            try body(canary, id, &review)
        }
    }

    private func entry(
        _ question: String, _ verdict: String, _ rating: Any = NSNull(), _ comment: String = ""
    ) -> [String: Any] {
        [
            "question": question, "verdict": verdict, "rating": rating, "comment": comment, "seen": "",
            "test": "",
        ]
    }

    private func write(_ review: [String: Any], _ canary: Canary) throws -> String {
        let data = try JSONSerialization.data(withJSONObject: review, options: .sortedKeys)
        return try canary.file("review.json", String(decoding: data, as: UTF8.self))
    }

    @Test func `a review is shown first, filed once, and changes no answer`() throws {
        try withReview { canary, id, review in
            let before = try canary.answers(of: id).mapValues { "\($0["value"] ?? "")\($0["changed"] ?? "")" }
            try canary.run("resume", id, input: "goto political-support.members-role\n4\nquit\n")
            let path = try write(review, canary)
            let asked = try canary.run("import-review", id, path, input: "no\n")
            #expect(asked.status == .exited(1))
            #expect(asked.outputText.contains("for reviewers"))
            #expect(
                asked.outputText.contains(
                    "3 answers were looked at: agree 1, challenge 1 and more-evidence 1."))
            #expect(asked.outputText.contains("Changed since the pack left: Political support 6."))
            #expect(asked.errorText.contains("nothing was filed"))
            #expect(
                !(try canary.run("export", id, "--format", "markdown").outputText).contains("They did say so")
            )
            let filed = try canary.run("import-review", id, path, input: "yes\n")
            #expect(filed.status == .exited(0), "\(filed.errorText)")
            let again = try canary.run("import-review", id, path, "--yes")
            #expect(again.status == .exited(0))
            #expect(again.outputText.contains("filed already"))
            var after = try canary.answers(of: id).mapValues { "\($0["value"] ?? "")\($0["changed"] ?? "")" }
            after["political-support.members-role"] = before["political-support.members-role"]
            #expect(after == before)
            let report = try canary.run("export", id, "--format", "markdown").outputText
            #expect(report.contains("## What peer reviewers found"))
            #expect(report.contains("Challenged: 1 peer review is on file."))
            let quality = try canary.json("evaluate", id)["quality"] as? [[String: Any]] ?? []
            let line = quality.first { $0["test"] as? String == "challenged" && $0["area"] is NSNull }
            #expect(line?["value"] as? Double == 1)
            #expect(
                report.contains(
                    "Peers rated higher 1, the same 1, lower 0: 2 ratings by 1 reviewer on 2 questions."))
            let wide = try #require(report.range(of: "Two levels apart or more"))
            let challenged = try #require(report.range(of: "Challenged, or more evidence wanted"))
            #expect(wide.lowerBound < challenged.lowerBound)
            #expect(report.contains("Comment: They did say so."))
            #expect(
                !(try canary.run("export", id, "--format", "markdown", "--audience", "public").outputText)
                    .contains("What peer reviewers found"))
        }
    }

    @Test func `details of a person in a comment are said before it is filed`() throws {
        try withReview { canary, id, review in
            var answers = review["answers"] as? [[String: Any]] ?? []
            answers[0]["comment"] = "Write to ann.other@example.org about it."
            review["answers"] = answers
            let asked = try canary.run("import-review", id, try write(review, canary), input: "no\n")
                .outputText
                .split(whereSeparator: \.isWhitespace).joined(separator: " ")
            #expect(asked.contains("looks like details of a person: Political support 1."))
            #expect(!asked.contains("example.org"))
        }
    }

    @Test func `several reviews stand side by side`() throws {
        try withReview { canary, id, review in
            try canary.run("import-review", id, try write(review, canary), "--yes")
            review["role"] = "second peer"
            let second = try canary.run("import-review", id, try write(review, canary), "--yes")
            #expect(second.outputText.contains("Filed as review 2"))
            let report = try canary.run("export", id, "--format", "html").outputText
            #expect(report.contains("Review 1: lead peer") && report.contains("Review 2: second peer"))
            #expect(report.contains("4 ratings by 2 reviewers on 2 questions"))
        }
    }

    @Test
    func `the same review in other bytes is recognised, and a later one of the same reviewer replaces it`()
        throws
    {
        try withReview { canary, id, review in
            review["reviewer"] = String(repeating: "0a", count: 16)
            try canary.run("import-review", id, try write(review, canary), "--yes")
            let pretty = try JSONSerialization.data(withJSONObject: review, options: .prettyPrinted)
            let again = try canary.run(
                "import-review", id,
                try canary.file("pretty.json", "\n" + String(decoding: pretty, as: UTF8.self)), "--yes")
            #expect(again.status == .exited(0))
            #expect(again.outputText.contains("This review is filed already, as review 1."))
            var answers = review["answers"] as? [[String: Any]] ?? []
            answers[1]["comment"] = "A word more."
            review["answers"] = answers
            let later = try write(review, canary)
            let asked = try canary.run("import-review", id, later, input: "no\n")
            #expect(asked.outputText.contains("takes the place of review 1"))
            let filed = try canary.run("import-review", id, later, "--yes")
            #expect(filed.outputText.contains("Filed as review 2, in place of review 1."))
            let report = try canary.run("export", id, "--format", "markdown").outputText
            #expect(report.contains("Challenged: 1 peer review is on file."))
            #expect(report.contains("2 ratings by 1 reviewer on 2 questions"))
            #expect(!report.contains("Review 1"))
            #expect(try canary.run("compare", id, "\(id)@review1").status == .exited(0))
            #expect(try canary.run("verify", id).status == .exited(0))
            review["reviewer"] = String(repeating: "0b", count: 16)
            review["date"] = "2026-11-24"
            let altered = try write(review, canary)
            let refused = try canary.run("import-review", id, altered, "--yes")
            #expect(refused.status == .exited(1) && refused.errorText.contains("just what review 2 says"))
            #expect(try canary.run("import-review", id, altered, "--yes", "--another").status == .exited(0))
        }
    }

    @Test func `a file that does not tell whose it is waits for somebody to say so`() throws {
        try withReview { canary, id, review in
            try canary.run("import-review", id, try write(review, canary), "--yes")
            review["date"] = "2999-11-23"
            let sameWords = try canary.run("import-review", id, try write(review, canary), "--yes")
            #expect(sameWords.outputText.contains("This review is filed already, as review 1."))
            review["answers"] = Array((review["answers"] as? [[String: Any]] ?? []).dropLast())
            let path = try write(review, canary)
            let unclear = try canary.run("import-review", id, path, "--yes")
            #expect(unclear.status == .exited(1))
            #expect(unclear.errorText.contains("a later one of the reviewer of review 1"))
            #expect(unclear.errorText.contains("--replaces R1"))
            #expect(
                try canary.run("import-review", id, path, "--yes", "--another", "--replaces", "R1").status
                    == .exited(64))
            #expect(
                try canary.run("import-review", id, path, "--yes", "--replaces", "R4").status == .exited(1))
            let filed = try canary.run("import-review", id, path, "--yes", "--replaces", "R1")
            #expect(filed.outputText.contains("That day has not come yet"))
            #expect(filed.outputText.contains("Filed as review 2, in place of review 1."))
        }
    }

    @Test func `a review that is taken back is in no report, and stays in the history`() throws {
        try withReview { canary, id, review in
            let path = try write(review, canary)
            try canary.run("import-review", id, path, "--yes")
            let taken = try canary.run("withdraw-review", id, "R1")
            #expect(taken.status == .exited(0), "\(taken.errorText)")
            #expect(taken.outputText.contains("Review 1 is taken back, in the role of lead peer"))
            for format in ["markdown", "html", "json", "csv"] {
                let report = try canary.run("export", id, "--format", format, "--audience", "full").outputText
                #expect(!report.contains("They did say so"), "\(format)")
            }
            #expect(try canary.run("withdraw-review", id, "R1").status == .exited(1))
            #expect(try canary.run("withdraw-review", id, "R2").status == .exited(1))
            #expect(try canary.run("compare", id, "\(id)@review1").status == .exited(1))
            let history = try canary.run("resume", id, input: "history\nquit\n").outputText
            #expect(history.contains("review 1 was taken back"))
            let again = try canary.run("import-review", id, path, "--yes", "--another")
            #expect(again.outputText.contains("Filed as review 2."))
            let talk = try canary.run(
                "resume", id, input: "withdraw-review\nwithdraw-review R1\nwithdraw-review R2\nquit\n")
            let told = talk.outputText.lowercased().split(whereSeparator: \.isWhitespace)
                .joined(separator: " ")
            #expect(told.contains("those that count: r2.") && told.contains("review 1 was taken back"))
            #expect(told.contains("saved: review 2 is taken back."), "\(told)")
            #expect(try canary.run("verify", id).status == .exited(0))
        }
    }

    @Test func `a review of another report is refused, and says which reports left`() throws {
        try withReview { canary, id, review in
            let pack = try #require(review["pack"] as? String)
            review["pack"] = "000000000000"
            let path = try write(review, canary)
            let refused = try canary.run("import-review", id, path, "--yes")
            #expect(refused.status == .exited(1))
            #expect(refused.errorText.contains("of report 000000000000"))
            #expect(refused.errorText.contains(pack) && refused.errorText.contains("--other-pack"))
            #expect(
                try canary.run("import-review", id, path, "--yes", "--other-pack").status == .exited(0))
        }
    }

    @Test func `half a character in a review is refused`() throws {
        try withReview { canary, id, review in
            let path = try write(review, canary)
            let text = try String(contentsOfFile: path, encoding: .utf8)
                .replacing("They did say so.", with: "half \\ud800 of it")
            let result = try canary.run(
                "import-review", id, try canary.file("half.json", text), "--yes")
            #expect(result.status == .exited(1), "\(result.outputText)")
        }
    }

    @Test func `a comment on words that are confidential stays with the authority`() throws {
        try withReview { canary, id, review in
            try canary.run("import-review", id, try write(review, canary), "--yes")
            try canary.run("resume", id, input: "goto political-support.leader-accepts\nconfidential\nquit\n")
            for (audience, isThere) in [("reviewers", false), ("full", true)] {
                for format in ["markdown", "html", "json"] {
                    let report = try canary.run("export", id, "--format", format, "--audience", audience)
                    #expect(report.outputText.contains("They did say so") == isThere, "\(format) \(audience)")
                }
                let report = try canary.run("export", id, "--format", "csv", "--audience", audience)
                let found = report.outputText.split(separator: "\r\n").filter { $0.hasPrefix("\"review\"") }
                #expect(found.count == (isThere ? 3 : 2), "\(audience)")
            }
        }
    }

    @Test func `the words of a review are taken out with those on its question`() throws {
        try withReview { canary, id, review in
            try canary.run("import-review", id, try write(review, canary), "--yes")
            let result = try canary.run("redact", id, "political-support.leader-accepts", "--yes")
            #expect(result.status == .exited(0), "\(result.errorText)")
            let journal = try String(contentsOfFile: canary.journal(of: id), encoding: .utf8)
            #expect(!journal.contains("They did say so") && journal.contains("Which minutes?"))
            #expect(try canary.run("verify", id).status == .exited(0))
        }
    }

    @Test func `a signed-off session takes a review`() throws {
        try withReview { canary, id, review in
            try canary.run("resume", id, input: "sign-off director\nquit\n")
            let filed = try canary.run("import-review", id, try write(review, canary), "--yes")
            #expect(filed.status == .exited(0), "\(filed.errorText)")
        }
    }

    @Test func `a file that does not fit gets one sentence, and nothing is filed`() throws {
        try withReview { canary, id, review in
            let answers = review["answers"] as? [[String: Any]] ?? []
            func with(_ change: ([String: Any]) -> [String: Any]) -> [String: Any] {
                var first = answers[0]
                first = change(first)
                return review.merging(["answers": [first]]) { $1 }
            }
            func setting(_ key: String, _ value: Any) -> [String: Any] {
                with { $0.merging([key: value]) { $1 } }
            }
            let pin = ["id": "leadership", "version": "0.9.0", "sha256": String(repeating: "0", count: 64)]
            let faulty: [(String, [String: Any])] = [
                ("another session, `zzzz-zzzz`", review.merging(["session": "zzzz-zzzz"]) { $1 }),
                ("another version: leadership 0.9.0", review.merging(["questionnaire": pin]) { $1 }),
                ("of the kind `canary-review/9`", review.merging(["format": "canary-review/9"]) { $1 }),
                ("`soon` is no day", review.merging(["date": "soon"]) { $1 }),
                ("in which role", review.merging(["role": "  "]) { $1 }),
                ("says nothing on any answer", review.merging(["answers": [Any]()]) { $1 }),
                ("`answers` is missing or of another kind", review.merging(["answers": 3]) { $1 }),
                ("`answers.1.verdict` is missing", with { $0.filter { $0.key != "verdict" } }),
                ("`perhaps` is no verdict", setting("verdict", "perhaps")),
                ("no comment says why", setting("comment", " ")),
                ("`9` does not fit the question", setting("rating", 9)),
                ("`yes` does not fit the question", setting("rating", "yes")),
                ("not asked here: no.such", setting("question", "no.such")),
                (
                    "speaks of `political-support.leader-accepts` twice",
                    review.merging(["answers": [answers[0], answers[0]]]) { $1 }
                ),
            ]
            let before = try Data(contentsOf: URL(filePath: canary.journal(of: id)))
            for (words, file) in faulty {
                let result = try canary.run("import-review", id, try write(file, canary), "--yes")
                #expect(result.status == .exited(1), "\(words): \(result.outputText)\(result.errorText)")
                #expect(result.errorText.contains(words), "\(words): \(result.errorText)")
                #expect(result.errorText.contains("review.json"), "\(words): \(result.errorText)")
            }
            for (words, text) in [
                ("cut short", #"{"format": "canary-review/1", "pack": "#), ("cut short", "\u{0}"),
                ("cut short", "[]"),
            ] {
                let result = try canary.run(
                    "import-review", id, try canary.file("review.json", text), "--yes")
                #expect(result.status == .exited(1))
                #expect(result.errorText.contains(words), "\(result.errorText)")
            }
            #expect(try canary.run("import-review", id, "/no/such/file", "--yes").status == .exited(74))
            #expect(try Data(contentsOf: URL(filePath: canary.journal(of: id))) == before)
        }
    }

    @Test func `the history says what left, for whom, and by which hash`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start()
            let path = (canary.folder as NSString).deletingLastPathComponent + "/r.csv"
            try canary.run("export", id, "--format", "csv", "--audience", "public", "-o", path)
            let hash = try PipedProcess.run("sha256sum", [path]).outputText.prefix(64)
            let journal = try String(contentsOfFile: canary.journal(of: id), encoding: .utf8)
            #expect(journal.contains("\"audience\":\"public\",\"format\":\"csv\",\"sha256\":\"\(hash)\""))
            let history = try canary.run("resume", id, input: "history\nquit\n").outputText
            #expect(history.contains("a report left: csv for public"))
        }
    }
}
