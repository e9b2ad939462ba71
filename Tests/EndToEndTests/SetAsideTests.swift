import Foundation
import TestSupport
import Testing

/// Answers to questions that are not asked now, and that decide all the same: an open answer could bring them back.
struct SetAsideTests {
    /// A condition that holds whether the leader accepts or not: a new one could be brought in where not.
    private static let questionnaire = """
        format: canary-questionnaire/1
        id: tiny
        version: 1.0.0
        title: A tiny check
        feeds: [small]
        scales: {grip: {levels: [None, Some, Much, All], met-from: 3}}
        areas:
          - id: top
            title: The top
            questions:
              - id: top.accepts
                text: Does the leader accept?
                kind: rating
                scale: grip
                levels: [Not at all., A little., Mostly., Wholly.]
                supports: [small/accepts]
              - id: top.new-one
                text: Could a new leader be found?
                kind: yes-no
                ask-when: {question: top.accepts, is: [1, 2]}
                supports: [small/new-one]

        """
    private static let framework = """
        format: canary-framework/1
        id: small
        version: 1.0.0
        title: A small framework
        elements:
          - {id: accepts, statement: The leader accepts., source: "small, 1"}
          - {id: new-one, statement: A new leader could be found., source: "small, 2", alternative: true}
        conditions:
          - {id: support, title: Support, when: {any: [accepts, new-one]}, source: "small, 3"}
        tables:
          - id: verdict
            title: Verdict
            hit-policy: first
            ranked: true
            inputs: [support]
            rules:
              - {when: [yes], then: fine, basis: stated, source: "small, 4"}
              - {when: [any], then: poor, basis: stated, source: "small, 5"}
            outcomes:
              - {id: fine, title: Fine, means: It is fine.}
              - {id: poor, title: Poor, means: It is poor.}

        """

    private func library(_ canary: Canary) throws -> String {
        let folder = (canary.folder as NSString).deletingLastPathComponent + "/library"
        try FileManager.default.createDirectory(
            atPath: folder + "/Frameworks", withIntermediateDirectories: true)
        try Self.questionnaire.write(toFile: folder + "/tiny.yaml", atomically: false, encoding: .utf8)
        try Self.framework.write(
            toFile: folder + "/Frameworks/small.yaml", atomically: false, encoding: .utf8)
        return folder
    }

    private func explained(_ sheet: String, _ canary: Canary) throws -> (id: String, said: String) {
        let id = try canary.run(
            "start", "tiny", "--no-walk", "--title", "T\(sheet.count)", "--questionnaires",
            try library(canary)
        ).outputText.trimmingCharacters(in: .newlines)
        let answered = try canary.run("answer", id, try canary.file("sheet.yaml", sheet))
        #expect(answered.status == .exited(0), "\(answered.errorText)")
        let said = try canary.run("explain", id, "support").outputText
        return (id, said.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }

    @Test func `an explanation names the answers that decide, and says which are set aside`() throws {
        try Canary.inTemporaryFolder { canary in
            let (id, said) = try explained("top.accepts: dont-know\ntop.new-one: yes\n", canary)
            #expect(said.contains("met, as things are or by its alternative"), "\(said)")
            #expect(!said.contains("not as things are"), "\(said)")
            #expect(said.contains("Could a new leader be found? Answer: Yes. Set aside:"), "\(said)")
            let tree = try canary.run("explain", id, "support", "--tree").outputText
            #expect(tree.contains("top.new-one: Yes, set aside"), "\(tree)")
            let pack = (canary.folder as NSString).deletingLastPathComponent + "/pack.json"
            let full = try canary.run("export", id, "--format", "json", "--audience", "full", "-o", pack)
            #expect(full.status == .exited(0), "\(full.errorText)")
            #expect(try String(contentsOfFile: pack, encoding: .utf8).contains("\"isSetAside\" : true"))
            let valid = try PipedProcess.run(
                "python3",
                [
                    Canary.package + "/Tests/EndToEndTests/validate_schemas.py",
                    Canary.package + "/Questionnaires/Schemas/pack.schema.json", pack,
                ], input: "")
            #expect(valid.status == .exited(0), "\(valid.outputText)\(valid.errorText)")
            // What is set aside is for nobody but the authority.
            for audience in ["reviewers", "public"] {
                let pack = try canary.run("export", id, "--format", "json", "--audience", audience)
                #expect(!pack.outputText.contains("isSetAside"), "\(audience)")
            }
        }
    }

    @Test func `as things are and by an alternative alone are told apart where nothing is open`() throws {
        try Canary.inTemporaryFolder { canary in
            let alone = try explained("top.accepts: 1\ntop.new-one: yes\n", canary).said
            #expect(alone.contains("met by its alternative alone, and not as things are"), "\(alone)")
            #expect(alone.contains("Answer: Yes.") && !alone.contains("Set aside"))
            let plain = try explained("top.accepts: 3\n", canary).said
            #expect(plain.contains("Support: yes.") && plain.contains("Rated 3"), "\(plain)")
            // An answer that no open one can bring back decides nothing.
            let gone = try explained("top.accepts: 4\ntop.new-one: yes\n", canary).said
            #expect(gone.contains("Support: yes.") && !gone.contains("new leader be found?"), "\(gone)")
        }
    }
}
