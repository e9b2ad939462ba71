import Foundation
import TestSupport
import Testing

/// What commands write for other programs, against the JSON Schemas, by a validator of others.
struct OutputSchemaTests {
    private static let lines = [
        "goto political-support", "3 so it is", "evidence audit \"Case audit, May\" It fell.",
        "strength staff",
        "concern pace", "action \"Ask again\" by chair 2027-01-31", "theme pace", "confidential level", "2",
        "1",
        "?", "na It does not arise.", "ask Look here.", "link too-vague leads-to posts-vacant",
        "link posts-vacant leads-to too-vague It shows.",
    ]

    private func validate(_ schema: String, _ files: [String]) throws {
        let script = Canary.package + "/Tests/EndToEndTests/validate_schemas.py"
        let path = Canary.package + "/Questionnaires/Schemas/\(schema).schema.json"
        let result = try PipedProcess.run("python3", [script, path] + files)
        #expect(result.status == .exited(0), "\(schema): \(result.outputText)\(result.errorText)")
    }

    @Test(arguments: [
        "leadership", "early-warning", "corporate-health", "partnership", "scoping-interview",
        "stakeholder-interview",
    ])
    func `sessions, lists, comparisons, explanations and verifications are valid`(questionnaire: String)
        throws
    {
        try Canary.inTemporaryFolder { canary in
            var files: [String: [String]] = [:]
            func write(_ schema: String, _ words: String...) throws {
                let result = try PipedProcess.run(
                    Canary.path, words + ["--format", "json", "--sessions", canary.folder], input: "")
                #expect(!result.output.isEmpty, "\(words): \(result.errorText)")
                let name = "\(schema)-\(files[schema, default: []].count).json"
                files[schema, default: []].append(try canary.file(name, result.outputText))
            }
            try write("list", "list")
            let ids = try ["A", "B"].map { try canary.start($0, questionnaire: questionnaire) }
            try write("show", "show", "A")
            try canary.run("resume", "B", "--plain", input: Self.lines.joined(separator: "\n") + "\n")
            let answers = Array(repeating: "2", count: 30).joined(separator: "\n")
            try canary.run("resume", "B", "--plain", input: answers + "\n")
            try write("show", "show", "B")
            for audience in ["full", "reviewers", "public"] {
                try write("comparison", "compare", "A", "B", "--audience", audience)
            }
            for name in try explained(in: canary) { try write("explanation", "explain", "B", name) }
            try write("verification", "verify", "A", "B")
            let head =
                try #require(try canary.json("verify", "B")["sessions"] as? [[String: Any]])
                .first?["head"] as? String
            try write("verification", "verify", "B", "--head", try #require(head))
            try write("verification", "verify", "A", "--head", String(repeating: "0", count: 64))
            // A line that is written over and a torn end, in a session that cannot be read and in its rescue.
            let path = canary.journal(of: ids[1])
            var journal = try Data(contentsOf: URL(filePath: path))
            let middle = try #require(
                journal.range(of: Data("so it is".utf8)) ?? journal.range(of: Data("2".utf8)))
            journal[middle.lowerBound] ^= 1
            try (journal + Data("{\"n\":".utf8)).write(to: URL(filePath: path))
            try write("verification", "verify", ids[1])
            try write("verification", "verify", ids[1], "--salvage")
            try "hello".write(
                toFile: canary.folder + "/abc (1).canary.jsonl", atomically: false, encoding: .utf8)
            try "hello".write(toFile: canary.folder + "/abc.canary.jsonl", atomically: false, encoding: .utf8)
            try write("list", "list")
            for (schema, files) in files { try validate(schema, files) }
        }
    }

    @Test func `of a sealed session and of a room they are valid, too`() throws {
        try Canary.inTemporaryFolder { canary in
            let room = try canary.startWorkshop()
            let id = try canary.start("Sealed")
            _ = try canary.run("encrypt", id, "--passphrase-fd", "0", input: "four words in a row\n")
            let outputs = [
                ("list", ["list"]), ("show", ["show", room]), ("verification", ["verify", room]),
                ("show", ["show", id, "--passphrase-fd", "0"]),
                ("verification", ["verify", id, "--passphrase-fd", "0"]),
                ("explanation", ["explain", room, "tier"]),
            ]
            for (schema, words) in outputs {
                let result = try PipedProcess.run(
                    Canary.path, words + ["--format", "json", "--sessions", canary.folder],
                    input: "four words in a row\n")
                #expect(result.status == .exited(0), "\(words): \(result.errorText)")
                try validate(schema, [try canary.file("output.json", result.outputText)])
            }
        }
    }

    @Test func `an explanation names the questions that its reasons are answers to`() throws {
        try Canary.inTemporaryFolder { canary in
            _ = try canary.start("T")
            try canary.run("resume", "T", "--plain", input: "goto political-support\n3\n1\n")
            let explanation = try canary.json("explain", "T", "isos/politicians-get-it")
            #expect(explanation["format"] as? String == "canary-explanation/1")
            func questions(_ reasons: Any?) -> [String] {
                (reasons as? [[String: Any]] ?? []).flatMap { reason in
                    [reason["question"] as? String].compactMap(\.self) + questions(reason["reasons"])
                }
            }
            #expect(questions(explanation["reasons"]) == ["political-support.lead-member-accepts"])
            #expect((explanation["sentences"] as? [String])?.isEmpty == false)
        }
    }

    @Test func `every shape that has a schema stands on the page with it`() throws {
        let page = try String(contentsOfFile: Canary.package + "/docs/json.md", encoding: .utf8)
        let folder = Canary.package + "/Questionnaires/Schemas"
        var shapes = 0
        // What is read, and journals, have pages of their own.
        let read = ["questionnaire", "framework", "cases", "answers", "session-event"].map {
            $0 + ".schema.json"
        }
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) where !read.contains(name) {
            let text = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
            guard let format = text.firstMatch(of: /"const": "(canary-[a-z-]+\/[0-9]+)"/)?.1 else { continue }
            shapes += 1
            #expect(page.contains("`\(format)` | `\(name)`"), "\(name)")
        }
        #expect(shapes >= 9)
    }

    /// The names of the findings that `explain` offers for a session; none where its questionnaire feeds no framework.
    private func explained(in canary: Canary) throws -> [String] {
        let hint = try canary.run("explain", "B", "no-such-finding").errorText
        guard let list = hint.firstMatch(of: /there are (.*), and every condition/.dotMatchesNewlines())
        else {
            #expect(hint.contains("feeds no framework"))
            return []
        }
        let conditions = try canary.json("evaluate", "B")["conditions"] as? [String: Any] ?? [:]
        let condition = conditions.keys.min()
        return list.1.replacing(" and ", with: ", ").split(separator: ", ").map { String($0) }
            + [condition].compactMap(\.self)
    }
}
