import Foundation
import TestSupport
import Testing

/// A second round that starts from the answers of the first.
struct InheritingTests {
    @Test func `answers are carried over, marked until they are confirmed, and numbered anew`() throws {
        try Canary.inTemporaryFolder { canary in
            let first = try canary.start("First")
            try canary.run(
                "resume", first,
                input:
                    "goto political-support\n3 the leader spoke\nevidence @1 data \"Minutes\" May\n2\nauthority Fenmoor\nquit\n"
            )
            let before = try Data(contentsOf: URL(filePath: canary.journal(of: first)))
            let second = try canary.run(
                "start", "leadership", "--from", first, "--no-walk", "--title", "Second"
            ).outputText.trimmingCharacters(in: .newlines)
            #expect(try Data(contentsOf: URL(filePath: canary.journal(of: first))) == before)
            var answers = try canary.answers(of: second)
            let carried = try #require(answers["political-support.leader-accepts"])
            #expect(carried["origin"] as? String == "inherited" && carried["value"] as? Int == 3)
            #expect(carried["note"] as? String == "the leader spoke")
            #expect((carried["evidence"] as? [[String: Any]])?.first?["id"] as? String == "E1")
            let report = try canary.run("export", second, "--format", "markdown").outputText
            #expect(report.contains("(to be confirmed)"))
            #expect(report.contains("To be confirmed: carried over from an earlier session."))

            let walk = try canary.run(
                "resume", second, input: "goto political-support\nconfirm\n4 better now\nquit\n"
            ).outputText
            #expect(walk.contains("It was carried over from an earlier session."))
            answers = try canary.answers(of: second)
            #expect(answers["political-support.leader-accepts"]?["origin"] as? String == "own")
            #expect(answers["political-support.leader-accepts"]?["note"] as? String == "the leader spoke")
            let other = answers.values.filter { $0["origin"] as? String == "inherited" }
            #expect(other.isEmpty)
            #expect(try canary.run("verify", second).status == .exited(0))
        }
    }

    @Test func `a critical friend asks behind the last question of the area at hand, and of no other`() throws
    {
        try Canary.inTemporaryFolder { canary in
            let first = try canary.start("First")
            let last = "capacity-to-self-assess.childrens-views"
            let ids = ["listens", "outside-view", "audit-quality"].map { "capacity-to-self-assess.\($0)" }
            let sheet = (ids + ["political-support.leader-accepts", last]).map { "\($0): 3\n" }.joined()
            try canary.run("answer", first, try canary.file("first.yaml", sheet))
            let second = try canary.run(
                "start", "leadership", "--from", first, "--no-walk"
            ).outputText.trimmingCharacters(in: .newlines)
            func confirmed(_ question: String) throws -> String {
                try canary.run("resume", second, input: "goto \(question)\nconfirm\nquit\n").outputText
            }
            #expect(try confirmed(last).contains("Before you go on from Capacity to self-assess"))
            #expect(!(try confirmed("political-support.leader-accepts")).contains("critical friend"))
        }
    }

    @Test func `actions and themes come along, and the report says what moved since the earlier session`()
        throws
    {
        try Canary.inTemporaryFolder { canary in
            let first = try canary.start("First")
            try canary.run(
                "resume", first,
                input: """
                    goto political-support
                    2 a start
                    action @1 Ask the cabinet by director of finance 2027-03-01
                    theme @1 money
                    confidential @1
                    3
                    action @2 Meet the lead member
                    quit

                    """)
            let second = try canary.run(
                "start", "leadership", "--from", first, "--no-walk", "--title", "Second"
            ).outputText.trimmingCharacters(in: .newlines)
            #expect(try canary.run("verify", second).status == .exited(0))
            let full = try canary.run("export", second, "--format", "markdown", "--audience", "full")
                .outputText
            #expect(full.contains("Ask the cabinet."))
            #expect(
                full.contains("| director of finance | 1 March 2027 | Open, from the session before |")
                    && full.contains("Theme: money"))
            #expect(!full.contains("Since last time"))
            // What was confidential stays so, whichever event brought it.
            let others = try canary.run("export", second, "--format", "markdown").outputText
            #expect(!others.contains("Ask the cabinet") && others.contains("Meet the lead member"))

            try canary.run("resume", second, input: "goto political-support\n4\nconfirm\n1\nquit\n")
            let report = try canary.run("export", second, "--format", "markdown").outputText
            #expect(report.contains("2 levels higher") && report.contains("now answered"))
            #expect(report.contains("Last time is the earlier session whose answers were carried over."))
            #expect(report.contains("| Political support | 1 | 6 | 0 | 1 |"))
            #expect(!report.contains("(Its answer was carried over.)"))
        }
    }

    @Test func `another questionnaire, and a session that is not there, start nothing`() throws {
        try Canary.inTemporaryFolder { canary in
            let first = try canary.start("First")
            let other = try canary.run("start", "early-warning", "--from", first, "--no-walk")
            #expect(other.status == .exited(1))
            #expect(other.errorText.contains("of another questionnaire"))
            #expect(try canary.run("start", "leadership", "--from", "none", "--no-walk").status == .exited(1))
            let files = try FileManager.default.contentsOfDirectory(atPath: canary.folder)
            #expect(files.filter { $0.hasSuffix(".jsonl") }.count == 1)
        }
    }

    @Test func `the summary says what moved since the last sign-off`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start()
            let quiet = try canary.run("export", id, "--format", "markdown").outputText
            #expect(!quiet.contains("Since last time"))
            try canary.run(
                "resume", id,
                input:
                    "goto political-support\n2\n3\nsign-off director\nreopen new figures\ngoto political-support.leader-accepts\n4\nquit\n"
            )
            let report = try canary.run("export", id, "--format", "markdown").outputText
            #expect(report.contains("Since last time"))
            #expect(report.contains("2 levels higher"))
            #expect(report.contains("as it was"))
            #expect(report.contains("| Political support | 1 | 7 | 0 | 0 |"))
            #expect(report.contains("| Corporate support | 0 | 6 | 0 | 0 |"))
        }
    }
}
