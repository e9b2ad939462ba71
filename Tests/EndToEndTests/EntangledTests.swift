import Foundation
import TestSupport
import Testing

/// Rules that no diagram can hold: what can be said of them is said, and no command fails for the rest.
struct EntangledTests {
    private static let buses = Canary.package + "/Tests/EndToEndTests/Defects/too-entangled"

    @Test func `a headline is exact where nobody counts how telling its questions are`() throws {
        try Canary.inTemporaryFolder { canary in
            let place = (canary.folder as NSString).deletingLastPathComponent
            let own = place + "/own"
            try FileManager.default.createDirectory(
                atPath: own + "/Frameworks", withIntermediateDirectories: true)
            for (file, name) in [("questionnaire", "bus-village"), ("framework", "Frameworks/bus-lines")] {
                try FileManager.default.copyItem(
                    atPath: "\(Self.buses)/\(file).yaml", toPath: "\(own)/\(name).yaml")
            }
            func run(_ arguments: String..., input: String = "") throws -> String {
                let result = try PipedProcess.run(
                    Canary.path, arguments + ["--sessions", canary.folder, "--questionnaires", own],
                    input: input)
                #expect(result.status == .exited(0), "\(arguments) \(result.errorText)")
                return result.outputText
            }
            let id = try run("start", "bus-village", "--no-walk", "--title", "Far")
                .trimmingCharacters(in: .newlines)

            let json = try #require(
                try JSONSerialization.jsonObject(
                    with: Data(run("evaluate", id, "--format", "json").utf8)) as? [String: Any])
            let tier = json["tier"] as? [String: Any]
            #expect(tier?["possible"] as? [String] == ["possible", "impossible"])
            #expect((json["openQuestions"] as? [String])?.count == 40)
            #expect(json["notComputed"] == nil)
            #expect(json["pathsStatus"] as? String == "tier-open")
            let text = try run("evaluate", id).replacing(/\s+/, with: " ")
            #expect(text.contains("in the order of asking. How telling each is cannot be worked out"))
            #expect(text.contains("40 questions have no answer, or don't know; 40 of them can change the"))
            for format in ["csv", "json", "html", "markdown", "xlsx"] {
                _ = try run("export", id, "--format", format, "-o", place + "/out.\(format)")
            }
            _ = try run("show", id)
            _ = try run("compare", id, id)
            let walk = try run("resume", id, "--plain", input: "next-best\nevaluate\nquit\n")
            #expect(walk.replacing(/\s+/, with: " ").contains("here in the order of asking"))
        }
    }
}
