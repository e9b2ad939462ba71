import Foundation
import TestSupport
import Testing

/// The statuses with which commands end are those of the page on them.
struct StatusTests {
    private static let page = Canary.package + "/docs/statuses.md"

    /// The numbers of the page's table.
    private static func documented() throws -> Set<Int32> {
        let lines = try String(contentsOfFile: page, encoding: .utf8).split(separator: "\n")
        return Set(lines.compactMap { $0.firstMatch(of: /^\| ([0-9]+) \|/).flatMap { Int32($0.output.1) } })
    }

    /// The commands that help lists, those of `questionnaire` among them.
    private static func commands() throws -> [[String]] {
        func listed(_ words: [String]) throws -> [String] {
            let text = try PipedProcess.run(path, words + ["--help"], input: "").outputText
            return text.components(separatedBy: "SUBCOMMANDS:").dropFirst().joined().split(separator: "\n")
                .compactMap { $0.firstMatch(of: /^  ([a-z-]+)( |$)/).map { String($0.output.1) } }
        }
        return try listed([]).flatMap { name in
            [[name]] + (name == "questionnaire" ? try listed([name]).map { [name, $0] } : [])
        }
    }

    private static let path = Canary.path

    @Test func `every command ends with one of them, whatever it is given`() throws {
        let statuses = try Self.documented()
        #expect(statuses == [0, 1, 2, 64, 70, 74])
        let commands = try Self.commands()
        #expect(commands.count > 24, "\(commands)")
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start("Spring")
            try canary.run("resume", id, "--plain", input: "goto political-support\n3\n2\n")
            let damaged = canary.folder + "/damaged.canary.jsonl"
            let bytes = try String(contentsOfFile: canary.journal(of: id), encoding: .utf8)
            try bytes.replacing("\"rating\":3", with: "\"rating\":4").write(
                toFile: damaged, atomically: false, encoding: .utf8)
            let folder = (canary.folder as NSString).deletingLastPathComponent
            var met: Set<Int32> = []
            for command in commands {
                for more in [
                    [], ["--help"], ["--no-such-option"], ["nowhere"], [id], ["damaged"], [folder],
                    ["/dev/null"],
                    [id, "/nonexistent/file"], [id, "-o", "/nonexistent/file"], ["damaged", damaged],
                ] {
                    let words = command + more + (more == ["--help"] ? [] : ["--sessions", canary.folder])
                    let result = try PipedProcess.run(Self.path, words, input: "", in: folder)
                    guard case .exited(let status) = result.status else {
                        Issue.record("\(words): \(result.status)")
                        continue
                    }
                    met.insert(status)
                    #expect(statuses.contains(status) && status != 70, "\(words): \(status)")
                    let mayFind = command == ["verify"] || command == ["questionnaire", "check"]
                    #expect(status != 2 || mayFind, "\(words)")
                    #expect(
                        status == 0 || status == 2 || result.errorText.contains("canary: "),
                        "\(words): \(status)")
                }
            }
            #expect(met == [0, 1, 2, 64, 74])
        }
    }

    @Test func `help names them`() throws {
        let help = try PipedProcess.run(Self.path, ["--help"], input: "").outputText
        let words = help.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        for status in try Self.documented() { #expect(words.contains(" \(status) "), "\(status)") }
    }
}
