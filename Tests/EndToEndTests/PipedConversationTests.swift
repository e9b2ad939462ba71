import Foundation
import TestSupport
import Testing

/// The same conversation without a terminal.
struct PipedConversationTests {
    @Test
    func `three piped lines are three answers and no escape sequence`() throws {
        try Canary.inTemporaryFolder { canary in
            let result = try canary.run(
                "start", "leadership", "--title", "T",
                input: "goto political-support\n3\n2 thin evidence\n?\nquit\n")
            #expect(result.status == .exited(0))
            #expect(!result.output.contains(0x1B))
            // The folder of the sessions was made, which is said beside the conversation.
            #expect(result.errorText.split(separator: "\n").count == 1)
            let answers = try canary.answers(of: "T").values.filter {
                $0["status"] as? String != "unanswered"
            }
            #expect(answers.count == 3)
        }
    }

    @Test
    func `input that ends in the middle of a line loses nothing that was finished`() throws {
        try Canary.inTemporaryFolder { canary in
            let result = try canary.run(
                "start", "leadership", "--title", "T", input: "goto political-support\n3\n4\nnote half a no")
            #expect(result.status == .exited(0))
            let answers = try canary.answers(of: "T")
            #expect(answers["political-support.leader-accepts"]?["value"] as? Int == 3)
            #expect(answers["political-support.lead-member-accepts"]?["value"] as? Int == 4)
        }
    }

    @Test
    func `a refused line is reported with its number and the question stands`() throws {
        try Canary.inTemporaryFolder { canary in
            let result = try canary.run(
                "start", "leadership", "--title", "T", input: "goto political-support\n3\n7\n4\n")
            #expect(result.status == .exited(1))
            #expect(result.outputText.contains("Line 3. There is a problem."))
            let answers = try canary.answers(of: "T")
            #expect(answers["political-support.lead-member-accepts"]?["value"] as? Int == 4)
        }
    }

    @Test
    func `in strict mode the first refused line ends with status 1`() throws {
        try Canary.inTemporaryFolder { canary in
            let result = try canary.run(
                "start", "leadership", "--title", "T", "--strict", input: "goto political-support\n3\n7\n4\n")
            #expect(result.status == .exited(1))
            #expect(result.errorText.contains("canary: standard input:3: "))
            let answers = try canary.answers(of: "T")
            #expect(answers["political-support.leader-accepts"]?["value"] as? Int == 3)
            #expect(answers["political-support.lead-member-accepts"]?["status"] as? String == "unanswered")
        }
    }

    @Test(arguments: [
        // More than a pipe holds, so that somebody has to read it.
        "questionnaire show leadership --format json | head -c 10 >/dev/null; echo ${PIPESTATUS[0]}",
        "questionnaire list > /dev/full; echo $?",
    ])
    func `output that cannot be written ends with status 74`(rest: String) throws {
        let result = try PipedProcess.run("bash", ["-c", "'\(Canary.path)' \(rest)"], input: "")
        #expect(result.outputText == "74\n")
        #expect(result.errorText.hasPrefix("canary: "))
    }

    @Test(arguments: ["C", "C.UTF-8"])
    func `words outside ASCII survive in any locale`(locale: String) throws {
        try Canary.inTemporaryFolder { canary in
            try canary.run(
                "start", "leadership", "--title", "T",
                input: "goto political-support\n3 Cafè yn Nhŷ'r Cyngor\n",
                environment: ["LANG": locale, "LC_ALL": locale])
            let answers = try canary.answers(of: "T")
            #expect(
                answers["political-support.leader-accepts"]?["note"] as? String
                    == "Cafè yn Nhŷ'r Cyngor")
        }
    }

    @Test
    func `a changed answer sets aside what it hides and brings it back`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start()
            let cover = "corporate-support.chief-executive-cover"
            let accepts = "corporate-support.chief-executive-accepts"
            try canary.run(
                "resume", id,
                input: "goto \(accepts)\n1\ngoto \(cover)\n4 kept words\ngoto \(accepts)\n4\n")
            #expect(try canary.answers(of: id)[cover]?["status"] as? String == "set-aside")
            try canary.run("resume", id, input: "goto \(accepts)\n2\n")
            let back = try canary.answers(of: id)[cover]
            #expect(back?["status"] as? String == "answered")
            #expect(back?["note"] as? String == "kept words")
        }
    }

    @Test
    func `undo works across restarts`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start()
            try canary.run("resume", id, input: "goto political-support\n3\n4\n")
            try canary.run("resume", id, input: "undo\nundo\n")
            #expect(
                try canary.answers(of: id).values.allSatisfy { $0["status"] as? String == "unanswered" })
            try canary.run("resume", id, input: "redo\n")
            #expect(
                try canary.answers(of: id)["political-support.leader-accepts"]?["value"] as? Int == 3)
        }
    }
}
