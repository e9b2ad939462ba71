import Foundation
import TestSupport
import Testing

/// A PDF is printed by a browser, which ends with the program that started it.
struct PDFEndingTests {
    /// Starts an export, waits until the browser prints, and ends the program by a signal; prints how it ended.
    private static let script = """
        "$@" & program=$!
        for moment in $(seq 1200); do [ -s "$0/words" ] && [ -s "$0/child" ] && break; sleep 0.05; done
        kill -TERM $program; wait $program; echo "status $?"
        for moment in $(seq 200); do kill -0 $(cat "$0/child") 2>/dev/null || break; sleep 0.05; done
        kill -0 $(cat "$0/child") 2>/dev/null && echo "the browser goes on"
        """

    @Test func `whoever ends the program while it prints leaves no browser, no page and no draft`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start()
            try canary.run("resume", id, "--plain", input: "goto political-support\n3 SECRET\n")
            let browser = try canary.file(
                "chromium",
                "#!/bin/sh\ncd \"$(dirname \"$0\")\"\nsleep 600 & echo $! > child\necho \"$@\" > words\nwait\n"
            )
            let folder = (browser as NSString).deletingLastPathComponent
            try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: browser)
            let before = try Data(contentsOf: URL(filePath: canary.journal(of: id)))
            let ended = try PipedProcess.run(
                "bash",
                [
                    "-c", Self.script, folder, Canary.path, "export", id, "--format", "pdf", "-o",
                    folder + "/out.pdf", "--sessions", canary.folder,
                ], input: "",
                environment: [
                    "PATH": folder + ":/usr/local/bin:/usr/bin:/bin", "XDG_RUNTIME_DIR": folder,
                ], timeLimit: .seconds(120))
            #expect(ended.outputText == "status 143\n", "\(ended.outputText) \(ended.errorText)")
            let words = try String(contentsOfFile: folder + "/words", encoding: .utf8)
            let page = try #require(words.firstRange(of: "file://").map { words[$0.upperBound...] })
            #expect(
                !FileManager.default.fileExists(atPath: page.trimmingCharacters(in: .whitespacesAndNewlines)))
            let names = try FileManager.default.contentsOfDirectory(atPath: folder)
            #expect(
                Set(names) == ["child", "chromium", "words", (canary.folder as NSString).lastPathComponent])
            #expect(try Data(contentsOf: URL(filePath: canary.journal(of: id))) == before)
        }
    }

    @Test func `a browser that is ended while it prints leaves a sentence, and no page, draft or release`()
        throws
    {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start()
            try canary.run("resume", id, "--plain", input: "3 SECRET\n")
            let browser = try canary.file(
                "chromium",
                "#!/bin/sh\ncd \"$(dirname \"$0\")\"\necho \"$@\" > words\nkill -TERM $$\nsleep 600\n")
            let folder = (browser as NSString).deletingLastPathComponent
            try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: browser)
            let before = try Data(contentsOf: URL(filePath: canary.journal(of: id)))
            let ended = try PipedProcess.run(
                Canary.path,
                ["export", id, "--format", "pdf", "-o", folder + "/out.pdf", "--sessions", canary.folder],
                input: "",
                environment: [
                    "PATH": folder + ":/usr/local/bin:/usr/bin:/bin", "XDG_RUNTIME_DIR": folder,
                ], timeLimit: .seconds(120))
            #expect(ended.status == .exited(74) || ended.status == .exited(1), "\(ended.status)")
            #expect(
                ended.errorText.contains("canary: ") && ended.errorText.contains("hint: "),
                "\(ended.errorText)")
            let words = try String(contentsOfFile: folder + "/words", encoding: .utf8)
            let page = try #require(words.firstRange(of: "file://").map { words[$0.upperBound...] })
            #expect(
                !FileManager.default.fileExists(atPath: page.trimmingCharacters(in: .whitespacesAndNewlines)))
            let names = try FileManager.default.contentsOfDirectory(atPath: folder)
            #expect(Set(names) == ["chromium", "words", (canary.folder as NSString).lastPathComponent])
            #expect(try Data(contentsOf: URL(filePath: canary.journal(of: id))) == before)
        }
    }
}
