import Foundation
import TestSupport
import Testing

/// A questionnaire of another field: nothing in the program may assume children's services.
struct ForeignTests {
    private static let folder = Canary.package + "/Tests/EndToEndTests/Foreign"
    private static let library = ["--questionnaires", folder]

    @Test func `it is checked with its cases`() throws {
        let files = ["server-room.yaml", "Frameworks/running-risks.yaml", "server-room.cases.yaml"]
        let result = try PipedProcess.run(
            Canary.path, ["questionnaire", "check", "--strict"] + files.map { Self.folder + "/" + $0 })
        #expect(result.status == .exited(0), "\(result.outputText)")
        #expect(result.outputText.contains("71 cases"))
    }

    @Test func `it is walked, evaluated, explained and exported, in words that know no field`() throws {
        try Canary.inTemporaryFolder { canary in
            let questions = try questions(canary)
            let kinds = Set(questions.compactMap { $0["kind"] as? String })
            #expect(kinds == ["rating", "yes-no", "choice", "choices", "number", "date", "text"])
            // A walk by hand: the first option or level of everything, in the order of asking.
            let walk = Array(repeating: "1", count: 60).joined(separator: "\n") + "\n"
            let walked = try canary.run(
                "start", "server-room", "--plain", "--questionnaires", Self.folder, input: walk)
            // Where it is no answer, it is refused, which the status says.
            #expect(walked.status == .exited(1), "\(walked.errorText)")
            let id = try #require(
                try canary.json("list")["sessions"] as? [[String: Any]]
            ).compactMap { $0["id"] as? String }[0]
            let texts = [
                walked.outputText, try canary.run("evaluate", id).outputText,
                try canary.run("explain", id, "tier").outputText,
                try canary.run("export", id, "--format", "markdown").outputText,
            ]
            for word in ["tier of support", "leadership", "council", "children", "DCS", "less intrusive"] {
                for text in texts { #expect(!text.contains(word), "\(word)") }
            }
            #expect(texts[2].contains("running-risks/overall#"))
        }
    }

    @Test func `an option that stands alone cannot be chosen with others`() throws {
        try Canary.inTemporaryFolder { canary in
            let alone = try #require(
                try questions(canary).first { question in
                    let options = question["options"] as? [[String: Any]] ?? []
                    return options.contains { $0["alone"] as? Bool == true }
                })
            let id = try #require(alone["id"] as? String)
            let options = (alone["options"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
            let session = try canary.run(
                "start", "server-room", "--no-walk", "--questionnaires", Self.folder
            ).outputText.trimmingCharacters(in: .newlines)
            let sheet = "\(id): [\(options[0]), \(options[options.count - 1])]\n"
            let refused = try canary.run("answer", session, try canary.file("a.yaml", sheet))
            #expect(refused.status == .exited(1))
            #expect(refused.errorText.contains("cannot be chosen together with others"))
            let list = "goto \(id)\n1,\(options.count)\n1 2\n"
            let said = try canary.run("resume", session, "--plain", input: list).outputText
                .split(whereSeparator: \.isWhitespace).joined(separator: " ")
            #expect(said.contains("cannot be chosen together with others"))
            #expect(try canary.answers(of: session)[id]?["value"] as? [String] == Array(options.prefix(2)))
        }
    }

    @Test func `a session says that its questionnaire has changed, and stays with the one it began with`()
        throws
    {
        try Canary.inTemporaryFolder { canary in
            let (folder, session) = try sessionOfCopy(canary)
            func resume() throws -> String {
                try canary.run("resume", session, "--plain", "--questionnaires", folder, input: "quit\n")
                    .outputText.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            }
            #expect(!(try resume()).contains("Changed since"))
            let file = folder + "/server-room.yaml"
            let text = try String(contentsOfFile: file, encoding: .utf8)
            try text.replacing("version: 1.0.0", with: "version: 1.1.0").replacing(
                "Where do most of the servers stand?", with: "Where do the servers stand?"
            ).write(toFile: file, atomically: false, encoding: .utf8)
            let said = try resume()
            #expect(
                said.contains("Changed since this session started: Server room check (1.0.0, now 1.1.0)."))
            #expect(said.contains("Where do most of the servers stand?"))
            // One that is gone by now is no reason not to go on.
            try FileManager.default.removeItem(atPath: folder)
            #expect(try canary.run("resume", session, "--plain", input: "quit\n").status == .exited(0))
        }
    }

    @Test func `a session moves to a changed questionnaire and loses nothing`() throws {
        try Canary.inTemporaryFolder { canary in
            let (folder, session) = try sessionOfCopy(canary)
            func say(_ lines: String) throws -> String {
                try canary.run("resume", session, "--plain", "--questionnaires", folder, input: lines)
                    .outputText.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            }
            let unchanged = try say("1\n1,2\n2\nnote @servers.list The list is old.\nmigrate\n")
            #expect(unchanged.contains("asked by the newest questions and rules"))
            let file = folder + "/server-room.yaml"
            let text = try String(contentsOfFile: file, encoding: .utf8)
            try text.replacing("version: 1.0.0", with: "version: 1.1.0")
                .replacing("id: servers.list", with: "id: servers.register")
                .replacing("Where do most of the servers stand?", with: "Where do the servers stand?")
                .write(toFile: file, atomically: false, encoding: .utf8)
            let preview = try say("migrate\n")
            for words in [
                "Type migrate to see", "2 answers would be kept.",
                "1 answer would be set aside, because the question is gone or asks for something else: What you run 3.",
                "The words of 1 answered question have changed; look at them again: What you run 1.",
                "1 question is new: What you run 3.", "Nothing has changed yet.",
            ] { #expect(preview.contains(words), "\(words): \(preview)") }
            #expect(try canary.json("show", session)["leftBehind"] as? [String] == [])
            let moved = try say("migrate now\nundo\n")
            #expect(moved.contains("2 answers are kept, 1 answer is set aside."))
            #expect(moved.contains("nothing to undo since the session moved"))
            let shown = try canary.json("show", session)
            let left = try #require(shown["leftBehind"] as? [[String: Any]])
            #expect(left.map { $0["question"] as? String } == ["servers.list"])
            #expect(left.map { $0["note"] as? String } == ["The list is old."])
            #expect((shown["questionnaire"] as? [String: Any])?["version"] as? String == "1.1.0")
            #expect(try canary.answers(of: session)["servers.where"]?["value"] as? String == "own-room")
            #expect(try canary.run("evaluate", session).status == .exited(0))
            let report = {
                try canary.run("export", session, "--format", "markdown", "--audience", $0).outputText
            }
            let full = try report("full")
            #expect(full.contains("Answers set aside") && full.contains("The list is old."))
            #expect(!(try report("reviewers")).contains("The list is old."))
            #expect(!(try say("quit\n")).contains("Changed since"))
        }
    }

    /// A session of a copy of the questionnaire, which the test may change.
    private func sessionOfCopy(_ canary: Canary) throws -> (folder: String, session: String) {
        let folder = (canary.folder as NSString).deletingLastPathComponent + "/library"
        try FileManager.default.copyItem(atPath: Self.folder, toPath: folder)
        let started = try canary.run("start", "server-room", "--no-walk", "--questionnaires", folder)
        return (folder, started.outputText.trimmingCharacters(in: .newlines))
    }

    private func questions(_ canary: Canary) throws -> [[String: Any]] {
        let result = try canary.run(
            "questionnaire", "show", "server-room", "--format", "json", "--questionnaires", Self.folder)
        let shown = try JSONSerialization.jsonObject(with: Data(result.output)) as? [String: Any]
        return (shown?["areas"] as? [[String: Any]] ?? []).flatMap {
            $0["questions"] as? [[String: Any]] ?? []
        }
    }
}
