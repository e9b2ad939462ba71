import Foundation
import TestSupport
import Testing

/// Each gets one clear sentence and the right status, and loses nothing.
struct BadInputTests {
    @Test
    func `a batch with one wrong answer among fifty records none`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start()
            var lines = try Sheets(canary).sheet(false: []).split(separator: "\n").prefix(50)
            lines[26] = lines[26].prefix { $0 != ":" } + ": 9"
            let sheet = try canary.file("sheet.yaml", lines.joined(separator: "\n") + "\n")
            let before = try Data(contentsOf: URL(filePath: canary.journal(of: id)))
            let result = try canary.run("answer", id, sheet)
            #expect(result.status == .exited(1))
            #expect(result.errorText.hasPrefix("canary: \(sheet):27:1: `"))
            #expect(result.errorText.contains("`9` is not on the scale of 1 to 4"))
            #expect(result.errorText.contains("\nhint: "))
            #expect(try Data(contentsOf: URL(filePath: canary.journal(of: id))) == before)
        }
    }

    @Test
    func `a command line that names nothing says what there is`() throws {
        try Canary.inTemporaryFolder { canary in
            let start = try canary.run("start")
            #expect(start.status == .exited(1) && start.outputText.isEmpty)
            #expect(start.errorText.hasPrefix("canary: start needs the name of a questionnaire\nhint: "))
            #expect(start.errorText.contains("leadership") && start.errorText.contains("early-warning"))
            let help = try canary.run("help", "nothing")
            #expect(help.status == .exited(64) && help.outputText.isEmpty)
            #expect(help.errorText.hasPrefix("canary: there is no command `nothing`\nhint: "))
            #expect(try canary.run("help", "start").status == .exited(0))
        }
    }

    @Test
    func `an unknown session and one that fits two are told apart`() throws {
        try Canary.inTemporaryFolder { canary in
            let first = try canary.start("Twin")
            let second = try canary.start("Twin")
            let unknown = try canary.run("show", "nowhere")
            #expect(unknown.status == .exited(1))
            #expect(
                unknown.errorText.hasPrefix(
                    "canary: there is no session `nowhere` in `\(canary.folder)`\nhint: "))
            let twice = try canary.run("show", "Twin")
            #expect(twice.status == .exited(1))
            #expect(twice.errorText.contains(first) && twice.errorText.contains(second))
        }
    }

    @Test
    func `a journal that is empty, foreign, of another version or damaged is named`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start()
            try canary.run("resume", id, input: "goto political-support\n3\n4\n2\n")
            let good = try Data(contentsOf: URL(filePath: canary.journal(of: id)))
            func shown(_ data: Data) throws -> PipedProcess.Result {
                let url = URL(filePath: canary.folder + "/broken.canary.jsonl")
                try data.write(to: url)
                let result = try canary.run("resume", "broken", input: "3\n")
                #expect(try Data(contentsOf: url) == data, "nothing is changed")
                return result
            }
            let empty = try shown(Data())
            #expect(empty.status == .exited(1) && empty.errorText.contains("is empty"))
            let foreign = try shown(Data("{\"hello\": 1}\n".utf8))
            #expect(foreign.status == .exited(1) && foreign.errorText.contains("is not a session"))
            let text = String(decoding: good, as: UTF8.self)
            let later = try shown(
                Data(text.replacingOccurrences(of: "canary-session/1", with: "canary-session/9").utf8))
            #expect(later.status == .exited(1) && later.errorText.contains("canary-session/9"))
            var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            lines[2] = lines[2].replacingOccurrences(of: "\"rating\":3", with: "\"rating\":1")
            let damaged = try shown(Data(lines.joined(separator: "\n").utf8))
            #expect(damaged.status == .exited(1))
            #expect(
                damaged.errorText.contains(
                    "is damaged in line 3, at byte \(lines[0].utf8.count + lines[1].utf8.count + 2)"))
        }
    }

    @Test
    func `a torn last line is set aside and the rest is there`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start()
            try canary.run("resume", id, input: "goto political-support\n3\n4\n")
            let url = URL(filePath: canary.journal(of: id))
            try (try Data(contentsOf: url) + Data("{\"n\":5,\"at\":\"20".utf8)).write(to: url)
            let result = try canary.run("resume", id, input: "quit\n")
            #expect(result.status == .exited(0))
            #expect(result.outputText.contains("torn"))
            let kept = try String(contentsOfFile: url.path + ".torn-1", encoding: .utf8)
            #expect(kept == "{\"n\":5,\"at\":\"20")
            #expect(
                try canary.answers(of: id)["political-support.lead-member-accepts"]?["value"] as? Int == 4)
        }
    }

    @Test
    func `a questionnaire with a fault is refused with file, line and column`() throws {
        try Canary.inTemporaryFolder { canary in
            let framework = try canary.file(
                "small.yaml",
                """
                format: canary-framework/1
                id: small
                version: 1.0.0
                title: Small
                elements:
                  - {id: has-plan, statement: There is a plan., source: "small, 1"}

                """)
            func checked(_ questions: String) throws -> PipedProcess.Result {
                let file = try canary.file(
                    "tiny.yaml",
                    """
                    format: canary-questionnaire/1
                    id: tiny
                    version: 1.0.0
                    title: Tiny
                    feeds: [small]
                    scales: {grip: {levels: [A, B, C, D], met-from: 3}}
                    areas:
                      - id: plan
                        title: Plan
                        questions:
                    \(questions)
                    """)
                return try canary.run("questionnaire", "check", file, framework)
            }
            let question = """
                      - id: plan.exists
                        text: Is there a plan?
                        kind: yes-no
                        why: {text: Plans help., source: "small, 1"}
                        look-for: [The plan]
                """
            let good = try checked(question + "\n        supports: [small/has-plan]")
            #expect(good.status == .exited(0), "\(good.outputText)")
            let unknown = try checked(question + "\n        supports: [small/nothing]")
            #expect(unknown.status == .exited(2))
            #expect(unknown.outputText.contains("tiny.yaml:16:"))
            #expect(unknown.outputText.contains("there is no element `small/nothing`"))
            let twice = try checked(question + "\n" + question)
            #expect(twice.status == .exited(2) && twice.outputText.contains("tiny.yaml:16:"))
            let broken = try checked(question + "\n        supports: [small/has-plan")
            #expect(broken.status == .exited(2) && broken.outputText.contains("tiny.yaml:1"))
        }
    }

    @Test
    func `an unwritable folder and a full disk end with 74 and lose nothing`() throws {
        try Canary.inTemporaryFolder { canary in
            let file = try canary.file("in-the-way", "")
            let unwritable = try PipedProcess.run(
                Canary.path, ["start", "leadership", "--sessions", file + "/sessions"], input: "")
            #expect(unwritable.status == .exited(74))
            #expect(unwritable.errorText.hasPrefix("canary: cannot "))

            let id = try canary.start()
            let journal = canary.journal(of: id)
            let good = try Data(contentsOf: URL(filePath: journal))
            // A file that may not grow is as good as a full disk, and needs no disk to fill.
            let blocks = good.count / 1_024 + 3
            let script =
                "ulimit -f \(blocks); (echo goto political-support; "
                + "yes '3 a note that takes some room in the file' | head -n 50) | '\(Canary.path)' resume \(id) --sessions '\(canary.folder)'"
            let full = try PipedProcess.run("bash", ["-c", script], input: "")
            #expect(full.status == .exited(74))
            #expect(full.errorText.contains("was not saved"))
            let shown = try canary.answers(of: id).values
            let saved = shown.filter { $0["status"] as? String == "answered" }.count
            let told = full.outputText.components(separatedBy: "Saved: 3").count - 1
            #expect(saved == told && saved > 0)
        }
    }

    @Test
    func `a session that somebody else has open is refused`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start()
            let first = try canary.terminal("resume", id)
            try first.settle { $0.beforeCursor == "Your answer: " }
            let second = try canary.run("resume", id, input: "3\n")
            #expect(second.status == .exited(74))
            #expect(second.errorText.contains("the session is open in canary, process"))
            let listed = try canary.json("list")["sessions"] as? [[String: Any]]
            #expect(listed?.first?["state"] as? String == "locked")
        }
    }

    @Test(arguments: [["nonsense"], ["show"], ["export", "x", "--format", "odt"], ["--nonsense"]])
    func `wrong usage ends with 64`(arguments: [String]) throws {
        let result = try PipedProcess.run(Canary.path, arguments, input: "")
        #expect(result.status == .exited(64))
        #expect(result.errorText.hasPrefix("canary: "))
    }

    @Test
    func `files are for their owner alone whatever the umask`() throws {
        try Canary.inTemporaryFolder { canary in
            let script =
                "umask 0; '\(Canary.path)' start leadership --no-walk --sessions '\(canary.folder)'"
            try PipedProcess.run("bash", ["-c", script], input: "")
            let paths = try FileManager.default.subpathsOfDirectory(atPath: canary.folder)
            #expect(paths.count >= 5)
            for path in [""] + paths {
                let attributes = try FileManager.default.attributesOfItem(
                    atPath: canary.folder + "/" + path)
                let mode = (attributes[.posixPermissions] as? NSNumber)?.intValue ?? 0
                #expect(mode & 0o077 == 0, "\(path) \(String(mode, radix: 8))")
            }
        }
    }
}
