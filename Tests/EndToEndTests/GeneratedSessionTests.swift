import Foundation
import TestSupport
import Testing

/// The sessions that benchmarks and collating are tried on.
struct GeneratedSessionTests {
    private func generate(_ arguments: String..., in folder: String) throws {
        let made = try PipedProcess.run(
            BuiltProducts.path(of: "Benchmarks"), ["generate"] + arguments + [folder], input: "")
        try #require(made.status == .exited(0), "\(made.errorText)")
    }

    /// The contents of a folder's journals by name.
    private func journals(in folder: String) throws -> [String: Data] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
            .filter { $0.hasSuffix(".canary.jsonl") }
        return Dictionary(
            names.map { ($0, FileManager.default.contents(atPath: folder + "/" + $0) ?? Data()) },
            uniquingKeysWith: { $1 })
    }

    @Test func `sessions that are made up are sound, of three questionnaires and of some ten kilobytes`()
        throws
    {
        try Canary.inTemporaryFolder { canary in
            try generate("--count", "40", "--seed", "7", in: canary.folder)
            let journals = try journals(in: canary.folder)
            #expect(journals.count == 40)
            let length = journals.values.reduce(0) { $0 + $1.count } / 40
            #expect((7_000...14_000).contains(length))
            let checked = try PipedProcess.run(
                Canary.path, ["verify"] + journals.keys.map { canary.folder + "/" + $0 }, input: "")
            #expect(checked.status == .exited(0), "\(checked.outputText)")
            let sessions = try canary.json("list")["sessions"] as? [[String: Any]] ?? []
            #expect(
                Set(sessions.compactMap { $0["questionnaire"] as? String })
                    == ["leadership", "early-warning", "corporate-health"])
            #expect(sessions.contains { $0["state"] as? String == "signed-off" })
            #expect(sessions.allSatisfy { ($0["authority"] as? String)?.isEmpty == false })
        }
    }

    @Test func `the same seed makes the same bytes, in one go or in parts, and another seed others`() throws {
        try withTemporaryFolder { folder in
            try generate("--count", "8", "--seed", "7", in: folder + "/whole")
            try generate("--count", "3", "--seed", "7", in: folder + "/parts")
            try generate("--first", "3", "--count", "5", "--seed", "7", in: folder + "/parts")
            try generate("--count", "8", "--seed", "8", in: folder + "/other")
            let whole = try journals(in: folder + "/whole")
            #expect(try whole == journals(in: folder + "/parts"))
            #expect(try Set(whole.values).isDisjoint(with: journals(in: folder + "/other").values))
        }
    }
}
