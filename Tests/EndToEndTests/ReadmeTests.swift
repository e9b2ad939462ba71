import Foundation
import TestSupport
import Testing

/// The commands of the README, of the guide and of the facilitator's card do what they say.
struct ReadmeTests {
    @Test(arguments: [("README.md", 8), ("docs/guide.md", 20), ("docs/facilitator-card.md", 5)])
    func `every canary command of a page for people runs`(page: String, atLeast: Int) throws {
        let text = try String(contentsOfFile: Canary.package + "/" + page, encoding: .utf8)
        let commands = Self.commands(in: text).filter { $0.hasPrefix("canary ") }
        #expect(commands.count >= atLeast)
        try withTemporaryFolder { folder in
            let bin = folder + "/bin"
            try FileManager.default.createDirectory(atPath: bin, withIntermediateDirectories: true)
            try FileManager.default.createSymbolicLink(
                atPath: bin + "/canary", withDestinationPath: Canary.path)
            try FileManager.default.createDirectory(
                atPath: folder + "/Sessions", withIntermediateDirectories: true)
            try FileManager.default.copyItem(
                atPath: Canary.package + "/Sessions/Examples", toPath: folder + "/Sessions/Examples")
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o700], ofItemAtPath: folder + "/Sessions")
            for command in commands {
                let result = try PipedProcess.run(
                    "bash", ["-c", "export PATH='\(bin)':$PATH; \(command)"],
                    input: command.hasPrefix("canary review") ? "agree\nquit\n" : "3\nquit\n", in: folder)
                // A walk may stand at its end, or in a room, where a rating is refused.
                let isRefused =
                    command.hasPrefix("canary resume") && result.status == .exited(1)
                    && result.outputText.contains("1 line was refused")
                #expect(result.status == .exited(0) || isRefused, "\(command)\n\(result.errorText)")
            }
        }
    }

    @Test
    func `the README names the make targets that there are`() throws {
        let readme = try String(contentsOfFile: Canary.package + "/README.md", encoding: .utf8)
        let makefile = try ["Makefile", "Packaging/release.mk"].map {
            try String(contentsOfFile: Canary.package + "/" + $0, encoding: .utf8)
        }.joined(separator: "\n")
        let targets = Self.commands(in: readme).filter { $0.hasPrefix("make ") }
            .compactMap { $0.split(separator: " ").dropFirst().first }
        #expect(targets.contains("run") && targets.contains("test"))
        for target in targets {
            #expect(makefile.contains("\n\(target):"), "make \(target)")
        }
    }

    @Test func `the files that the page for contributors names are there`() throws {
        let page = try String(contentsOfFile: Canary.package + "/CONTRIBUTING.md", encoding: .utf8)
        let paths = page.matches(of: /`((?:Sources|Tests|docs|Packaging)\/[^`\s]*)`/).map { String($0.1) }
        #expect(paths.count > 20)
        for path in paths {
            #expect(FileManager.default.fileExists(atPath: Canary.package + "/" + path), "\(path)")
        }
        // The tests that hold something are there, too.
        let tests = Set(page.matches(of: /`(\w+Tests)`/).map { String($0.1) })
        let sources =
            FileManager.default.enumerator(atPath: Canary.package + "/Tests")?
            .compactMap { $0 as? String } ?? []
        for test in tests {
            #expect(
                sources.contains { $0.hasSuffix("/\(test).swift") || $0 == test || $0.hasSuffix("/\(test)") },
                "\(test)")
        }
    }

    /// The lines of every `sh` block.
    private static func commands(in text: String) -> [String] {
        var isInside = false
        var commands: [String] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") {
                isInside = line == "```sh"
            } else if isInside && !line.isEmpty && !line.hasPrefix("#") {
                commands.append(String(line.split(separator: "  #")[0]))
            }
        }
        return commands
    }
}
