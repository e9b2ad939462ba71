import Foundation
import TestSupport
import Testing

/// The linter on the instruments that ship, and on files each with one thing wrong.
struct CheckTests {
    private static let questionnaires = Canary.package + "/Questionnaires"
    private static let defects = Canary.package + "/Tests/EndToEndTests/Defects"

    private static func yaml(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder)
            .filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }.sorted().map { folder + "/" + $0 }
    }

    private static func check(_ arguments: [String]) throws -> PipedProcess.Result {
        try PipedProcess.run(Canary.path, ["questionnaire", "check"] + arguments)
    }

    @Test func `all that ships is clean under strict, with its cases, and has a certificate`() throws {
        let files =
            try Self.yaml(in: Self.questionnaires) + Self.yaml(in: Self.questionnaires + "/Frameworks")
        let result = try Self.check(["--strict", "--cases"] + files)
        #expect(result.status == .exited(0), "\(result.outputText)")
        let words = result.outputText.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(words.contains("Nothing is wrong with \(files.count) files."))
        #expect(words.contains("isos 2.0.0, 34 elements, 10 conditions, 1 table; 432 combinations"))
        #expect(words.contains("all as expected"))
        let digest = try PipedProcess.run("sha256sum", [Self.questionnaires + "/leadership.yaml"])
        #expect(words.contains("SHA-256 \(digest.outputText.prefix(64))"))
    }

    @Test func `every questionnaire that ships has cases`() throws {
        for file in try Self.yaml(in: Self.questionnaires) where !file.hasSuffix(".cases.yaml") {
            let cases = file.replacing(".yaml", with: ".cases.yaml")
            #expect(FileManager.default.fileExists(atPath: cases), "\(cases)")
        }
    }

    @Test func `for every code in docs there is a file that it, and only it, reports`() throws {
        let page = try String(contentsOfFile: Canary.package + "/docs/checks.md", encoding: .utf8)
        let documented = page.matches(of: /\n\| `([a-z0-9-]+)` \|/).map { String($0.1) }
        #expect(documented.count == Set(documented).count)
        let folders = try FileManager.default.contentsOfDirectory(atPath: Self.defects).sorted()
        // No file that can be read shows these.
        let unshown: Set<String> = [
            "file-missing", "folder-missing", "missing-framework", "unreadable", "too-large",
            "case-too-entangled",
        ]
        #expect(Set(documented).subtracting(unshown) == Set(folders).subtracting(unshown))
        #expect(folders.count > 70)
        for code in folders {
            let files = try Self.yaml(in: Self.defects + "/" + code)
            let result = try Self.check(["--format", "json"] + files)
            let report = try JSONSerialization.jsonObject(with: Data(result.output)) as? [String: Any]
            let found = (report?["findings"] as? [[String: Any]] ?? []).compactMap { $0["code"] as? String }
            #expect(Set(found) == [code], "\(code): \(result.outputText)\(result.errorText)")
            let errors = report?["errors"] as? Int ?? 0
            #expect(result.status == .exited(errors > 0 ? 2 : 0), "\(code)")
            #expect(try Self.check(["--strict"] + files).status == .exited(2), "\(code)")
        }
    }

    @Test func `a finding names file, line, column, code and the way out`() throws {
        let folder = Self.defects + "/masked-rule"
        let result = try Self.check(Self.yaml(in: folder))
        let line = try #require(result.outputText.split(separator: "\n").first)
        #expect(line.contains(/\.yaml:[0-9]+:[0-9]+: error: .*\[masked-rule\]$/), "\(line)")
        #expect(result.outputText.contains("  hint: "))
    }

    @Test func `a reference into a framework that is not fed keeps nobody from starting`() throws {
        try Canary.inTemporaryFolder { canary in
            let folder = (canary.folder as NSString).deletingLastPathComponent + "/own"
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            let file = folder + "/own.yaml"
            try """
            format: canary-questionnaire/1
            id: own
            version: 1.0.0
            title: Our own
            areas:
              - id: a
                title: A
                questions:
                  - {id: a.x, text: Is it so?, kind: yes-no, why: {text: It matters., source: us},
                     warns-of: [signatures/learning-culture]}
            """.write(toFile: file, atomically: false, encoding: .utf8)
            let checked = try Self.check([file])
            #expect(checked.status == .exited(0) && checked.outputText.contains("[reference-not-fed]"))
            let started = try canary.run("start", "own", "--no-walk", "--questionnaires", folder)
            #expect(started.status == .exited(0), "\(started.errorText)")
        }
    }

    @Test func `a case that does not hold fails the check and says what was found`() throws {
        try withTemporaryFolder { folder in
            let cases = folder + "/leadership.cases.yaml"
            try """
            format: canary-cases/1
            questionnaire: leadership
            cases:
              - name: Nobody has answered
                answers: {}
                expect: {isos/tier: sector-led}
            """.write(toFile: cases, atomically: false, encoding: .utf8)
            let result = try Self.check([cases])
            #expect(result.status == .exited(2))
            #expect(result.outputText.contains("\(cases):6:14: error: case \"Nobody has answered\""))
            #expect(
                result.outputText.contains(
                    "`isos/tier` is sector-led, external-scrutiny or alternative-delivery, where sector-led is"
                ))
        }
    }
}
