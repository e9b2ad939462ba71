import ArgumentParser
import Testing

@testable import CanaryCommands

/// What is said of a command line that cannot be understood.
struct WrongUsageTests {
    /// What drives a terminal, turns words round, ends a line or a cell, or joins what stands beside it.
    private static let hostile =
        "\u{1B}]0;title\u{7}\u{1B}[2J\u{9B}2J\u{90}q\u{9C}\u{202E}txt\u{2066}\u{200F}\u{61C}\r\u{8}\u{85}\u{2028}\u{FEFF}\u{FFFE}"
        + "\u{600}\u{1B}[2J\u{1B}\u{301}[2J\u{7F}\ta\ncanary: nothing is wrong"

    private static func commands(_ command: any ParsableCommand.Type, at path: [String] = []) -> [[String]] {
        [path]
            + command.configuration.subcommands.flatMap {
                commands($0, at: path + [$0.configuration.commandName ?? $0._commandName])
            }
    }

    /// Every way to put a word where the parser refuses it, or takes it.
    private static func lines(_ word: String) -> [[String]] {
        let many = Array(repeating: word, count: 9)
        let options = ["--sessions", "--passphrase-fd", "--format", "--audience", "--fewest", "--role"]
        return [
            [word], many, ["--" + word], ["-" + word], ["--" + word + "=" + word], ["--plain=" + word],
            ["--", word],
        ]
            + options.map { ["a", $0, word] }
    }

    @Test func `is one line and a hint, and shows what nobody can see`() {
        var refused = 0
        for command in Self.commands(CanaryCommand.self) {
            for line in Self.lines(Self.hostile) {
                do {
                    _ = try CanaryCommand.parseAsRoot(command + line)
                } catch {
                    guard CanaryCommand.exitCode(for: error) != .success else { continue }
                    refused += 1
                    let text = CanaryProgram.wrongUsage(error).text(at: nil)
                    let isSafe = text.unicodeScalars.allSatisfy { $0 == "\n" || !$0.isHidden }
                    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
                    if !isSafe || lines.count != 3 || !lines[2].isEmpty {
                        Issue.record("\((command + line).debugDescription): \(text.debugDescription)")
                    }
                }
            }
        }
        #expect(refused > 200, "\(refused)")
    }
}

extension Unicode.Scalar {
    /// Whether it steers a terminal or turns the direction of text, as Unicode has it.
    fileprivate var isHidden: Bool {
        switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        default: properties.isBidiControl || properties.isNoncharacterCodePoint
        }
    }
}
