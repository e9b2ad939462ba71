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
}
