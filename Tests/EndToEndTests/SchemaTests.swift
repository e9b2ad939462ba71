import Foundation
import TestSupport
import Testing

/// The JSON Schemas against every file that ships and every output, by a validator of others (PyPI `jsonschema`).
struct SchemaTests {
    private static let questionnaires = Canary.package + "/Questionnaires"

    private func validate(_ schema: String, _ files: [String]) throws {
        let script = Canary.package + "/Tests/EndToEndTests/validate_schemas.py"
        let result = try PipedProcess.run(
            "python3", [script, "\(Self.questionnaires)/Schemas/\(schema).schema.json"] + files)
        #expect(result.status == .exited(0), "\(schema): \(result.outputText)\(result.errorText)")
    }

    private func yaml(_ folder: String, _ isWanted: (String) -> Bool = { _ in true }) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder)
            .filter { $0.hasSuffix(".yaml") && isWanted($0) }.sorted().map { folder + "/" + $0 }
    }

    @Test func `every file that ships is valid, and says where its schema is`() throws {
        let foreign = Canary.package + "/Tests/EndToEndTests/Foreign"
        let questionnaires =
            try yaml(Self.questionnaires) { !$0.hasSuffix(".cases.yaml") } + [foreign + "/server-room.yaml"]
        let frameworks = try yaml(Self.questionnaires + "/Frameworks") + yaml(foreign + "/Frameworks")
        let cases =
            try yaml(Self.questionnaires) { $0.hasSuffix(".cases.yaml") } + [
                foreign + "/server-room.cases.yaml"
            ]
        try validate("questionnaire", questionnaires)
        try validate("framework", frameworks)
        try validate("cases", cases)
        for folder in ["Examples", "Places", "Places/second"] {
            try validate("answers", try yaml(Canary.package + "/Sessions/" + folder))
        }
        for (files, schema) in [
            (questionnaires, "questionnaire"), (frameworks, "framework"), (cases, "cases"),
        ] {
            for file in files where file.hasPrefix(Self.questionnaires) {
                let first = try String(contentsOfFile: file, encoding: .utf8).prefix { $0 != "\n" }
                #expect(
                    first.hasPrefix("# yaml-language-server: $schema=")
                        && first.hasSuffix("/\(schema).schema.json"),
                    "\(file)")
            }
        }
    }

    @Test(arguments: [
        "leadership", "early-warning", "corporate-health", "partnership", "scoping-interview",
        "stakeholder-interview",
    ])
    func `journals, evaluations and packs are valid, whatever was done`(questionnaire: String) throws {
        try Canary.inTemporaryFolder { canary in
            let lines = [
                "1", ":note so it is", ":evidence data \"Figures, May\" They fell.", ":strength staff",
                ":concern pace",
                ":action \"Ask again\" by chair 2027-01-31", ":ask Look here.", ":theme pace",
                ":action A1 doing it has begun", ":action A1 measure fewer calls",
                ":edit strength 1 many staff",
                ":remove concern 1", ":edit ask 1 Look there.", ":remove ask 1", ":action More", ":remove A2",
                ":measure \"Seen in time\", in %, from the return", ":measure M1 61.5% 31 January 2026",
                ":measure M1 70%", ":measure M1 compared England 62", ":measure Posts", ":remove M2",
                ":confidential", ":confidential level",
                ":undo", ":redo", ":clear", ":undo", "?", ":na It does not arise.", ":title Another",
                ":authority Fenmoor",
                ":goto end", ":back", "2", "1", ":theme off pace", ":link too-vague leads-to posts-vacant",
                ":link posts-vacant leads-to too-vague It shows.", ":unlink too-vague leads-to posts-vacant",
            ]
            let id = try canary.start("S", questionnaire: questionnaire)
            try validate("session-event", [canary.journal(of: id)])
            var (evaluations, packs): ([String], [String]) = ([], [])
            func evaluate(_ name: String) throws {
                let result = try canary.run("evaluate", id, "--format", "json")
                evaluations.append(try canary.file(name, result.outputText))
                for audience in ["full", "reviewers", "public"] {
                    let pack = try canary.run("export", id, "--format", "json", "--audience", audience)
                    packs.append(try canary.file("\(audience)-\(name)", pack.outputText))
                }
            }
            try evaluate("empty.json")
            try canary.run("resume", id, "--plain", input: lines.joined(separator: "\n") + "\n")
            try evaluate("begun.json")
            try canary.run(
                "resume", id, "--plain",
                input: Array(repeating: "2", count: 120).joined(separator: "\n") + "\n")
            try evaluate("more.json")
            try validate("session-event", [canary.journal(of: id)])
            let journal = try String(contentsOfFile: canary.journal(of: id), encoding: .utf8)
            for type in [
                "actionChanged", "itemRemoved", "itemRewritten", "askRemoved", "askRewritten", "measureSet",
                "measureRemoved",
            ] {
                #expect(journal.contains("\"type\":\"\(type)\""), "\(type)")
            }
            let plans = try ["full", "reviewers"].map { audience in
                try canary.file(
                    "plan-\(audience).json",
                    canary.run("plan", id, "--format", "json", "--audience", audience).outputText)
            }
            try validate("plan", plans)
            let series = try ["full", "reviewers", "public"].map { audience in
                try canary.file(
                    "series-\(audience).json",
                    canary.run("compare", id, id, id, "--format", "json", "--audience", audience).outputText)
            }
            try validate("series", series)
            try validate("evaluation", evaluations)
            try validate("pack", packs)
        }
    }
}
