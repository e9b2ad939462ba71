import Foundation
import Glibc
import Terminal
import TestSupport
import Testing

@Suite struct `A browser that prints` {
    /// Runs `body` with a folder that holds a program named like a browser, and what it writes down.
    private func withBrowser(_ script: String, _ body: (_ folder: String) throws -> Void) throws {
        try withTemporaryFolder { folder in
            // Another process writes it: one that is started here meanwhile could have it open for writing.
            let written = try PipedProcess.run(
                "sh", ["-c", "cat > \"$0\" && chmod 700 \"$0\"", folder + "/chromium"],
                input: "#!/bin/sh\n\(script)\n")
            try #require(written.status == .exited(0))
            try body(folder)
        }
    }

    private func isRunning(_ process: String) -> Bool {
        // One that has ended and waits for its parent has no command line any more.
        let place = "/proc/\(process.trimmingCharacters(in: .whitespacesAndNewlines))/cmdline"
        return (try? Data(contentsOf: URL(filePath: place)))?.isEmpty == false
    }

    @Test func `and hangs is ended with all that it started, and leaves no page`() throws {
        try withBrowser(
            "sleep 600 & echo $! > \"$(dirname \"$0\")/child\"; echo \"$@\" > \"$(dirname \"$0\")/words\"; wait"
        ) {
            folder in
            let environment = ["PATH": folder, "XDG_RUNTIME_DIR": folder]
            #expect(throws: PagePrinter.Fault.endless(browser: folder + "/chromium", seconds: 1)) {
                try PagePrinter.pdf(environment: environment, patience: 1) { _ in "<p>SECRET</p>" }
            }
            // Whoever is killed ends in its own time.
            let child = try String(contentsOfFile: folder + "/child", encoding: .utf8)
            for _ in 0..<500 where isRunning(child) { usleep(10_000) }
            #expect(!isRunning(child))
            let words = try String(contentsOfFile: folder + "/words", encoding: .utf8)
            let page = try #require(words.firstRange(of: "file://").map { words[$0.upperBound...] })
            #expect(access(page.trimmingCharacters(in: .whitespacesAndNewlines), F_OK) != 0)
        }
    }

    @Test func `and ends without a PDF is told by its status`() throws {
        try withBrowser("exit 3") { folder in
            #expect(throws: PagePrinter.Fault.failed(browser: folder + "/chromium", status: 3)) {
                try PagePrinter.pdf(environment: ["PATH": folder]) { _ in "<p>page</p>" }
            }
        }
    }
}
