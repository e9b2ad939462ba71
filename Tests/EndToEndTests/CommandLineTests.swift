import Foundation
import Glibc
import TestSupport
import Testing

/// The words that the program is started with.
struct CommandLineTests {
    /// A command line in a system without `/proc`; nil where namespaces are not to be had.
    private func withoutProc(_ arguments: String) throws -> PipedProcess.Result? {
        let unshare = getuid() == 0 ? "unshare -m" : "unshare -mr"
        guard try PipedProcess.run("sh", ["-c", "\(unshare) mount -t tmpfs none /proc"]).status == .exited(0)
        else { return nil }
        return try PipedProcess.run(
            "sh",
            [
                "-c", "exec \(unshare) sh -c 'mount -t tmpfs none /proc && exec \"$0\" \(arguments)' \"$0\"",
                Canary.path,
            ])
    }

    @Test func `are known without proc, so that no command is taken for home`() throws {
        guard let unknown = try withoutProc("verify nosuch --sessions /tmp") else { return }
        #expect(unknown.status == .exited(1))
        #expect(unknown.errorText.contains("nosuch"))
        #expect(try withoutProc("--version")?.outputText.hasPrefix("canary ") == true)
    }

    @Test(arguments: [
        ["verify", "a", "--\u{1B}]0;title\u{7}"], ["show", "a", "\u{1B}[2J"], ["help", "\u{1B}[2J"],
        ["export", "a", "--format", "\u{9B}2J\u{202E}"], ["\u{1B}]52;c;aGk=\u{7}"], ["list", "--\r\u{8}"],
    ])
    func `are shown with their escapes written out where they are wrong`(arguments: [String]) throws {
        let result = try PipedProcess.run(Canary.path, arguments)
        #expect(result.status == .exited(64))
        let hidden = result.errorText.unicodeScalars.filter {
            $0 != "\n" && ($0.properties.generalCategory == .control || $0.value == 0x202E)
        }
        #expect(hidden.isEmpty, "\(result.errorText.debugDescription)")
        #expect(result.errorText.contains("\\u{"))
    }

    /// The commands that the help lists, those of commands among them.
    private func commands(of command: [String] = []) throws -> [[String]] {
        let help = try PipedProcess.run(Canary.path, ["help"] + command).outputText
        guard let list = help.components(separatedBy: "SUBCOMMANDS:\n").dropFirst().first else {
            return [command]
        }
        return try list.split(separator: "\n").filter {
            $0.hasPrefix("  ") && !$0.hasPrefix("   ") && !$0.contains("'")
        }
        .flatMap { try commands(of: command + [String($0.split(separator: " ")[0])]) }
    }

    @Test func `are never obeyed by a terminal, whatever command they are given to`() throws {
        let hostile = "\u{1B}]0;t\u{7}\u{9B}2J\u{202E}\u{600}\u{1B}[2J\r\u{8}a\ncanary: nothing is wrong"
        let all = try commands()
        #expect(all.count > 25, "\(all)")
        try withTemporaryFolder { folder in
            for command in all {
                for words in [
                    [hostile], [hostile, hostile], [folder + "/" + hostile], ["a", "b", "--format", hostile],
                ] {
                    let result = try PipedProcess.run(
                        Canary.path, command + words + ["--sessions", "\(folder)/\(hostile)"],
                        input: "\(hostile)\nquit\n")
                    let told = result.outputText + result.errorText
                    let hidden = told.unicodeScalars.filter {
                        $0 != "\n"
                            && ($0.properties.generalCategory == .control || $0.properties.isBidiControl)
                    }
                    let forged = told.split(separator: "\n").contains {
                        $0.hasPrefix("canary: nothing is wrong")
                    }
                    #expect(
                        hidden.isEmpty && !forged,
                        "\(command) \(words.count): \(told.debugDescription.prefix(2_000))")
                    #expect(
                        [0, 1, 2, 64, 74].map(ExitStatus.exited).contains(result.status),
                        "\(command): \(result.status)")
                }
            }
        }
    }
}
