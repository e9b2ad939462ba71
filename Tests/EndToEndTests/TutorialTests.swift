import Foundation
import TestSupport
import Testing

/// The guide for writers: its files are written, its commands run, and what they print is what it says.
struct TutorialTests {
    /// A fenced block of the page.
    private struct Block {
        let info: String
        let lines: [String]
    }

    @Test func `the tutorial does what it says`() throws {
        let page = try String(contentsOfFile: Canary.package + "/docs/writing.md", encoding: .utf8)
        try withTemporaryFolder { folder in
            var commands = 0
            var files = 0
            for block in Self.blocks(of: page) {
                if block.info.hasPrefix("yaml ") {
                    let path = folder + "/" + block.info.dropFirst("yaml ".count)
                    try FileManager.default.createDirectory(
                        atPath: (path as NSString).deletingLastPathComponent,
                        withIntermediateDirectories: true)
                    try (block.lines.joined(separator: "\n") + "\n").write(
                        toFile: path, atomically: false, encoding: .utf8)
                    files += 1
                } else if block.info == "console" {
                    commands += try run(block, in: folder)
                }
            }
            #expect(commands >= 8 && files >= 5)
        }
    }

    /// Runs the commands of a block and compares what they print; how many there are.
    private func run(_ block: Block, in folder: String) throws -> Int {
        var commands: [(line: String, output: [String])] = []
        for line in block.lines {
            if line.hasPrefix("$ canary ") {
                commands.append((String(line.dropFirst("$ canary ".count)), []))
            } else if !commands.isEmpty {
                commands[commands.count - 1].output.append(line)
            }
        }
        for command in commands {
            let result = try PipedProcess.run(
                "bash", ["-c", "'\(Canary.path)' \(command.line) 2>errors"], input: "",
                environment: ["CANARY_SESSIONS": folder + "/sessions", "CANARY_QUESTIONNAIRES": nil],
                in: folder)
            let errors = try String(contentsOfFile: folder + "/errors", encoding: .utf8)
            var printed = (result.outputText + errors).split(
                separator: "\n", omittingEmptySubsequences: false
            ).map(String.init)
            while printed.last == "" { printed.removeLast() }
            if case .exited(let status) = result.status, status != 0 { printed.append("(status \(status))") }
            var expected = command.output
            while expected.last == "" { expected.removeLast() }
            #expect(
                Self.matches(printed[...], expected[...]),
                "$ canary \(command.line)\n\(printed.joined(separator: "\n"))")
        }
        return commands.count
    }

    /// Whether the lines are those expected, where a line `…` stands for any lines.
    private static func matches(_ lines: ArraySlice<String>, _ expected: ArraySlice<String>) -> Bool {
        guard let first = expected.first else { return lines.isEmpty }
        if first == "…" {
            let rest = expected.dropFirst()
            return (lines.startIndex...lines.endIndex).contains { matches(lines[$0...], rest) }
        }
        return lines.first == first && matches(lines.dropFirst(), expected.dropFirst())
    }

    private static func blocks(of page: String) -> [Block] {
        var blocks: [Block] = []
        var info: String?
        var lines: [String] = []
        for line in page.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if let open = info {
                if line == "```" {
                    blocks.append(Block(info: open, lines: lines))
                    info = nil
                } else {
                    lines.append(line)
                }
            } else if line.hasPrefix("```") {
                info = String(line.dropFirst(3))
                lines = []
            }
        }
        return blocks
    }
}
