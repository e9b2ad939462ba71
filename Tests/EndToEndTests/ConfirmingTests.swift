import Foundation
import TestSupport
import Testing

/// A second round, in which nothing passes for looked at that nobody has looked at.
struct ConfirmingTests {
    private let first = "political-support.leader-accepts"

    /// A second round of a session in which every question is answered.
    private func secondRound(_ canary: Canary) throws -> String {
        let id = try canary.start("First")
        try canary.run("answer", id, try canary.file("sheet.yaml", try Sheets(canary).sheet(false: [])))
        return try canary.run(
            "start", "leadership", "--from", id, "--no-walk", "--title", "Second"
        ).outputText.trimmingCharacters(in: .newlines)
    }

    private func onOneLine(_ result: PipedProcess.Result) -> String {
        result.outputText.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    @Test func `answers that nobody has confirmed are counted wherever progress and findings are told`()
        throws
    {
        try Canary.inTemporaryFolder { canary in
            let id = try secondRound(canary)
            let listed = try #require((try canary.json("list")["sessions"] as? [[String: Any]])?.first)
            let count = try #require(listed["toConfirm"] as? Int)
            #expect(count > 50 && listed["state"] as? String == "in-progress")
            #expect(onOneLine(try canary.run("list")).contains("\(count) to confirm"))
            #expect(try canary.answers(of: id)[first]?["toConfirm"] as? Bool == true)
            #expect(try canary.json("evaluate", id)["unconfirmed"] as? Int == count)
            let rests = "rests on \(count) answers that nobody has confirmed"
            #expect(onOneLine(try canary.run("evaluate", id)).contains(rests))
            for audience in ["full", "reviewers", "public"] {
                // Of the two sensitive questions nobody else learns whether they were answered.
                let told = audience == "full" ? count : count - 2
                for format in ["markdown", "html"] {
                    let report = try canary.run("export", id, "--format", format, "--audience", audience)
                    #expect(
                        onOneLine(report).contains("rests on \(told) answers that nobody has confirmed"),
                        "\(format) for \(audience)")
                }
            }
            let compared = onOneLine(try canary.run("compare", "First", id))
            #expect(compared.contains("Nobody has confirmed \(count) answers of the later one"))
            let walk = onOneLine(
                try canary.run("resume", id, input: "status\nunanswered\nanswers\ncheck\n\nevaluate\nquit\n"))
            #expect(walk.contains("answered. \(count) to confirm."))
            #expect(walk.contains("Every question is answered. \(count) answers are to be confirmed"))
            #expect(walk.contains(" 8 to confirm"))
            #expect(walk.components(separatedBy: "To be confirmed.").count > 2 * count)
            #expect(walk.contains(rests))
            for command in ["explain tier", "explain tier tree", "paths", "next-best", "what-if \(first)=1"] {
                let said = onOneLine(try canary.run("resume", id, input: "\(command)\nquit\n"))
                let told = command.hasPrefix("what-if") ? "rests on \(count - 1) answers that nobody" : rests
                #expect(said.contains(told), "\(command): \(said)")
            }
            #expect(onOneLine(try canary.run("explain", id, "tier")).contains(rests))
            #expect(onOneLine(try canary.run("explain", id, "tier", "--tree")).contains(rests))
            let assumed = onOneLine(try canary.run("evaluate", id, "--what-if", "\(first)=1"))
            #expect(assumed.components(separatedBy: "that nobody has confirmed").count == 2)
        }
    }

    @Test func `they are confirmed one by one or by area, and Enter only passes over them`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try secondRound(canary)
            let walk = onOneLine(
                try canary.run(
                    "resume", id,
                    input: """
                        goto political-support

                        next-unconfirmed
                        confirm
                        confirm all
                        confirm circumstances
                        undo
                        confirm circumstances
                        quit

                        """))
            #expect(walk.contains("Passed over: Political support 1 is still to be confirmed."))
            #expect(walk.contains("Saved as confirmed:"))
            #expect(walk.contains("so not all at once"))
            #expect(walk.contains("answers are confirmed."))
            let answers = try canary.answers(of: id)
            #expect(answers[first]?["toConfirm"] as? Bool == true)
            for (question, answer) in answers where question.hasPrefix("circumstances.") {
                #expect(answer["toConfirm"] as? Bool == false, "\(question)")
            }
            let before = try #require(try canary.json("evaluate", id)["unconfirmed"] as? Int)
            let held = try canary.run("confirm", id, first, "political-support")
            #expect(held.status == .exited(1))
            #expect(held.errorText.contains("no answer was confirmed"))
            #expect(held.outputText.contains("- \(first): "), "what is asked about is shown")
            #expect(try canary.json("evaluate", id)["unconfirmed"] as? Int == before)
            let done = try canary.run("confirm", id, first, "political-support", input: "yes\n")
            #expect(done.status == .exited(0), "\(done.errorText)")
            let after = try #require(try canary.json("evaluate", id)["unconfirmed"] as? Int)
            #expect(after < before - 5)
            #expect(try canary.run("confirm", id, first).status == .exited(1))
            let left = try canary.run("confirm", id).outputText
            #expect(left.components(separatedBy: "\n- ").count == after || left.hasPrefix("- "))
            #expect(!left.contains(first))
        }
    }

    @Test func `a sign-off is held back, and says in every report on how many answers it stands`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try secondRound(canary)
            let count = try #require(try canary.json("evaluate", id)["unconfirmed"] as? Int)
            let refused = onOneLine(try canary.run("resume", id, input: "sign-off director\nquit\n"))
            #expect(refused.contains("\(count) answers are still to be confirmed"))
            #expect(try canary.json("show", id)["state"] as? String == "in-progress")
            let signed = onOneLine(
                try canary.run("resume", id, input: "sign-off director --with-unconfirmed\nquit\n"))
            #expect(signed.contains("Signed off in the role of director"))
            for audience in ["full", "reviewers", "public"] {
                let words = "Nobody had confirmed \(audience == "full" ? count : count - 2) answers."
                let report = try canary.run("export", id, "--format", "markdown", "--audience", audience)
                #expect(onOneLine(report).contains(words), "\(audience)")
            }
            let pack = try canary.json("export", id, "--audience", "full")
            let cover = try #require(pack["cover"] as? [String: Any])
            #expect((cover["signOffs"] as? [[String: Any]])?.first?["unconfirmed"] as? Int == count)
            #expect(try canary.run("verify", id).status == .exited(0))
        }
    }

    @Test func `a sheet can say that an answer is carried over`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start()
            let sheet = try canary.file("sheet.yaml", "\(first): {answer: 3, origin: carried}\n")
            #expect(try canary.run("answer", id, sheet).status == .exited(0))
            #expect(try canary.answers(of: id)[first]?["toConfirm"] as? Bool == true)
            let wrong = try canary.file("wrong.yaml", "\(first): {answer: 3, origin: copied}\n")
            let refused = try canary.run("answer", id, wrong)
            #expect(refused.status == .exited(1) && refused.errorText.contains("carried"))
        }
    }

    @Test func `a sheet that is loaded twice says that its words were there already`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start()
            let sheet = try canary.file(
                "sheet.yaml",
                "\(first): {answer: 3, evidence: [{kind: audit, reference: Audit May}], strengths: [Good]}\n")
            try canary.run("answer", id, sheet)
            let again = try canary.run("answer", id, sheet)
            #expect(
                again.outputText.contains("2 pieces of evidence, strengths or concerns were there already."))
            let answer = try #require(try canary.answers(of: id)[first])
            #expect((answer["evidence"] as? [[String: Any]])?.count == 1)
            #expect(answer["strengths"] as? [String] == ["Good"])
        }
    }
}
