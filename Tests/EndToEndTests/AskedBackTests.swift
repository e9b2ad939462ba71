import Foundation
import TestSupport
import Testing

/// What a hurried visitor types, and what the program says of it instead of guessing or ending without a word.
struct AskedBackTests {
    private func onOneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    @Test func `where every question is not applicable, nobody says that it is quiet`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start(questionnaire: "early-warning")
            let questions = try canary.answers(of: id).keys.sorted()
            let sheet = questions.map { "\($0): {not-applicable: it is not ours}" }.joined(separator: "\n")
            let loaded = try canary.run("answer", id, try canary.file("na.yaml", sheet + "\n"))
            #expect(loaded.status == .exited(0), "\(loaded.errorText)")
            let none = "No signature can be told: none of its questions is left."
            let told = [
                try canary.run("evaluate", id), try canary.run("explain", id, "early-warning"),
                try canary.run("export", id, "--format", "markdown"),
                try canary.run("resume", id, "--plain", input: "evaluate\nquit\n"),
            ]
            for result in told {
                let text = onOneLine(result.outputText)
                #expect(text.contains(none), "\(text)")
                #expect(!text.contains("Quiet"), "\(text)")
            }
            let grade = try canary.json("evaluate", id)["earlyWarning"] as? [String: Any]
            #expect(grade?["possible"] as? [String] == [])
            // One answer is enough for a grade, which then speaks of few.
            let first = try canary.run(
                "evaluate", id, "--what-if", "\(try #require(questions.first))=4", "--format", "text")
            #expect(onOneLine(first.outputText).contains("signatures: of the others no question is left."))
        }
    }

    @Test(arguments: ["redact", "erase", "import-review"])
    func `Ctrl-C at a question of yes or no says that nothing was done`(command: String) throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start()
            try canary.run(
                "resume", id, "--plain", input: "goto political-support\n3 NEEDLE of the leader\nquit\n")
            let folder = (canary.folder as NSString).deletingLastPathComponent
            let report = "\(folder)/report.json"
            try canary.run("export", id, "--format", "json", "-o", report)
            let review = "\(folder)/review.json"
            _ = try PipedProcess.run(
                Canary.path,
                ["review", report, "--role", "peer", "-o", review, "--sessions", folder + "/none"],
                input: "agree\nquit\n")
            let arguments = [
                "redact": ["redact", id, "political-support.leader-accepts"], "erase": ["erase", id],
                "import-review": ["import-review", id, review],
            ]
            let terminal = try TerminalSession(
                Canary.path, (arguments[command] ?? []) + ["--sessions", canary.folder])
            try terminal.settle { $0.beforeCursor.hasSuffix("no: ") }
            try terminal.send("\u{3}")
            #expect(try terminal.waitForEnd() == .exited(1))
            let said = onOneLine(terminal.transcriptText)
            let nothing = ["redact": "othing was removed", "erase": "othing was erased"]
            #expect(said.contains(nothing[command] ?? "othing was filed"), "\(said)")
            #expect(try String(contentsOfFile: canary.journal(of: id), encoding: .utf8).contains("NEEDLE"))
        }
    }

    @Test func `undo takes nothing back that a session was started with`() throws {
        try Canary.inTemporaryFolder { canary in
            let first = try canary.start("First")
            try canary.run(
                "resume", first, "--plain",
                input:
                    "goto political-support\n3\naction @1 Ask the cabinet\ntheme @1 money\nstrength @1 good\nquit\n"
            )
            let second = try canary.run("start", "leadership", "--from", first, "--no-walk").outputText
                .trimmingCharacters(in: .newlines)
            let walk = try canary.run("resume", second, "--plain", input: "undo\nundo\nquit\n").outputText
            #expect(onOneLine(walk).contains("There is nothing to take back since the session was started"))
            let answer = try canary.answers(of: second)["political-support.leader-accepts"]
            #expect((answer?["actions"] as? [Any])?.count == 1 && answer?["themes"] as? [String] == ["money"])
            #expect(try canary.run("verify", second).status == .exited(0))
        }
    }

    @Test func `answers that nobody has confirmed are told on both sides, and in every row`() throws {
        try Canary.inTemporaryFolder { canary in
            let first = try canary.start("First")
            try canary.run("resume", first, "--plain", input: "goto political-support\n3\n2\nquit\n")
            let second = try canary.run(
                "start", "leadership", "--from", first, "--no-walk", "--title", "Second"
            ).outputText.trimmingCharacters(in: .newlines)
            let compared = onOneLine(try canary.run("compare", second, first).outputText)
            #expect(
                compared.contains("2 answers of the earlier one were not confirmed by anybody."),
                "\(compared)")
            try canary.run("resume", second, "--plain", input: "goto political-support\nconfirm\nquit\n")
            let table = try canary.run("export", second, "--format", "csv").outputText
            let rows = table.split(separator: "\r\n").filter { $0.hasPrefix("\"answer\",") }
            #expect(rows.count { $0.hasSuffix(",\"to be confirmed\"") } == 1)
            #expect(
                rows.first { $0.contains("lead-member-accepts") }?.hasSuffix(",\"to be confirmed\"") == true)
        }
    }

    @Test func `a title is found whatever its capitals`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start("Spring Review")
            #expect(try canary.run("show", "spring review").outputText.contains(id))
            let other = try canary.start("spring review")
            #expect(try canary.run("show", "spring review").outputText.contains(other))
            #expect(try canary.run("show", "SPRING review").status == .exited(1))
        }
    }

    @Test func `what is said of what is known follows an assumption, and no question is assumed twice`()
        throws
    {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start()
            try canary.run("resume", id, "--plain", input: "goto political-support\n?\nquit\n")
            let question = "political-support.leader-accepts"
            func known(_ arguments: String...) throws -> String {
                let text = try PipedProcess.run(
                    Canary.path, ["evaluate", id, "--sessions", canary.folder] + arguments, input: ""
                ).outputText
                return text.split(separator: "\n").first { $0.contains("Known:") }.map(String.init) ?? ""
            }
            #expect(try known() != known("--what-if", "\(question)=3"))
            let twice = try canary.run("evaluate", id, "--what-if", "\(question)=3", "\(question)=2")
            #expect(twice.status == .exited(1) && twice.errorText.contains("is assumed twice"))
            #expect(
                try canary.run("evaluate", id, "--what-if", "\(question)=Not in place").outputText
                    .contains("1, Not in place, instead of"))
        }
    }

    @Test func `the values of an option stand on the line that asks for one of them`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start()
            let refused = try canary.run("export", id, "--format", "nope")
            #expect(refused.status == .exited(64))
            #expect(
                onOneLine(refused.errorText).contains("one of the following: markdown, html, pdf, docx, csv")
                    && !refused.errorText.contains("u{"), "\(refused.errorText)")
        }
    }

    @Test func `what was removed for good goes not well, and balances nothing`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start()
            try canary.run(
                "resume", id, "--plain",
                input: "goto political-support\n3\nstrength @1 NEEDLE\nconcern @2 slow\nquit\n")
            try canary.run("redact", id, "political-support.leader-accepts", "--yes")
            let text = try canary.run("export", id, "--format", "markdown").outputText
            let position = text.split(separator: "## ").filter { $0.contains("What is going well") }
            #expect(!position.isEmpty && position.allSatisfy { !$0.contains("removed") }, "\(position)")
            #expect(!onOneLine(text).contains("records strengths as well as concerns."), "\(text)")
        }
    }
}

/// A reviewer who is to judge by themselves first, and the counts of what they looked at.
struct ReviewCountTests {
    private func inFolder(
        _ body: (_ canary: Canary, _ id: String, _ review: ([String], String) throws -> PipedProcess.Result)
            throws -> Void
    ) throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start(questionnaire: "early-warning")
            try canary.run("resume", id, input: "3\n3\nn\nquit\n")
            let folder = (canary.folder as NSString).deletingLastPathComponent
            let report = "\(folder)/report.json"
            try canary.run("export", id, "--format", "json", "-o", report)
            try body(canary, id) { arguments, input in
                try PipedProcess.run(
                    Canary.path, ["review", report, "--sessions", folder + "/none"] + arguments, input: input,
                    in: folder)
            }
        }
    }

    @Test(arguments: ["agree", "challenge Not what we saw.", "more-evidence Which figures?"])
    func `a blind review takes no verdict before an own answer`(verdict: String) throws {
        try inFolder { _, _, review in
            let early = try review(["--blind", "--role", "peer"], "\(verdict)\nstatus\nquit\n")
            #expect(early.outputText.contains("Their answer is still hidden."))
            #expect(!early.outputText.contains("Saved") && !early.outputText.contains("Their answer: "))
            #expect(early.outputText.contains("0 answers looked at"))
            #expect(early.status == .exited(1))
            let late = try review(["--blind", "--role", "peer"], "4\n\(verdict)\nquit\n")
            #expect(late.status == .exited(0) && late.outputText.contains("Their answer: 3, Established"))
        }
    }

    @Test func `a role that is not that of the review file is refused`() throws {
        try inFolder { _, _, review in
            #expect(try review(["--role", "lead peer"], "agree\nquit\n").status == .exited(0))
            let other = try review(["--role", "finance peer"], "agree\nquit\n")
            #expect(other.status == .exited(1) && other.errorText.contains("is in the role of lead peer"))
            #expect(try review(["--role", " Lead  peer"], "quit\n").status == .exited(0))
        }
    }

    @Test func `the walk, the preview and the report count the same answers as looked at`() throws {
        try inFolder { canary, id, review in
            let walk = try review(["--role", "peer"], "comment words\nnext\nagree\nstatus\nquit\n").outputText
            #expect(walk.contains("1 answer looked at, 1 with words and no verdict, "))
            let folder = (canary.folder as NSString).deletingLastPathComponent
            let filed = try canary.run("import-review", id, "\(folder)/\(id)-review.json", "--yes").outputText
            #expect(filed.contains("1 answer was looked at: agree 1."))
            let report = try canary.run("export", id, "--format", "markdown").outputText
                .split(whereSeparator: \.isWhitespace).joined(separator: " ")
            #expect(
                report.contains("1 answer was looked at. 1 more has words and no verdict."), "\(report)")
        }
    }

    @Test func `a review whose place was taken is recognised, whatever stands for it now`() throws {
        try inFolder { canary, id, review in
            let folder = (canary.folder as NSString).deletingLastPathComponent
            let file = "\(folder)/\(id)-review.json"
            _ = try review(["--role", "peer"], "agree\nquit\n")
            try FileManager.default.copyItem(atPath: file, toPath: "\(folder)/first.json")
            _ = try canary.run("import-review", id, file, "--yes")
            _ = try review([], "challenge Not so.\nquit\n")
            _ = try canary.run("import-review", id, file, "--yes")
            for arguments in [[], ["--another"], ["--replaces", "R1"]] {
                let again = try PipedProcess.run(
                    Canary.path,
                    ["import-review", id, "\(folder)/first.json", "--yes", "--sessions", canary.folder]
                        + arguments, input: "")
                #expect(!again.outputText.contains("Filed as"), "\(arguments) \(again.outputText)")
            }
            _ = try canary.run("withdraw-review", id, "R2")
            let late = try canary.run("import-review", id, "\(folder)/first.json", "--yes")
            #expect(!late.outputText.contains("Filed as"), "\(late.outputText)")
        }
    }
}
