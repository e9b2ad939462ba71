import Foundation
import Glibc
import TestSupport
import Testing

/// What happens before the first question, seen from the system's side.
struct StartTests {
    private static let hasStrace = (try? PipedProcess.run("strace", ["-V"], input: ""))?.status == .exited(0)

    @Test(.enabled(if: hasStrace))
    func `hardly anything is synced before the first question, which is one write with what stands above it`()
        throws
    {
        try Canary.inTemporaryFolder { canary in
            for visit in ["in a new folder", "in a folder in use"] {
                let calls = try calls(of: "start", "leadership", in: canary, until: "Your answer: ")
                #expect(calls.count { $0.contains("fsync(") || $0.contains("fdatasync(") } == 2, "\(visit)")
                #expect(calls.count { $0.contains("write(1<") } == 1, "\(visit)")
            }
        }
    }

    @Test(.enabled(if: hasStrace))
    func `home syncs nothing, writes its screen at once and lists no folder of temporary files`() throws {
        try Canary.inTemporaryFolder { canary in
            _ = try canary.start()
            let calls = try calls(in: canary, until: "Your choice: ")
            #expect(!calls.contains { $0.contains("sync(") })
            #expect(calls.count { $0.contains("write(1<") } == 1)
            #expect(calls.contains { $0.contains("getdents64(") && $0.contains(canary.folder) })
            let places = ["/dev/shm>", "/tmp>", "\(FileManager.default.temporaryDirectory.path)>"]
            #expect(
                !calls.contains { call in
                    call.contains("getdents64(") && places.contains { call.contains($0) }
                })
        }
    }

    @Test func `a session that was killed before its first answer goes on and keeps its instruments then`()
        throws
    {
        try Canary.inTemporaryFolder { canary in
            let terminal = try canary.terminal("start", "leadership", "--title", "T")
            try terminal.settle { $0.beforeCursor == "Your answer: " }
            terminal.signal(SIGKILL)
            #expect(try terminal.waitForEnd() == .killed(signal: SIGKILL))
            let shelf = canary.folder + "/instruments"
            #expect(!FileManager.default.fileExists(atPath: shelf))
            #expect(try canary.run("verify", "T").status == .exited(0))
            #expect(try canary.run("resume", "T", "--plain", "--strict", input: "3\n").status == .exited(0))
            #expect(try FileManager.default.contentsOfDirectory(atPath: shelf).count == 4)
            #expect(try canary.run("verify", "T").status == .exited(0))
        }
    }

    @Test func `a session that was left without an answer has its instruments`() throws {
        try Canary.inTemporaryFolder { canary in
            try canary.run("start", "leadership", "--plain", input: "quit\n")
            let shelf = canary.folder + "/instruments"
            #expect(try FileManager.default.contentsOfDirectory(atPath: shelf).count == 4)
        }
    }

    /// The calls to the system before something is asked.
    private func calls(
        of words: String..., in canary: Canary, until prompt: String
    ) throws -> ArraySlice<Substring> {
        let trace = (canary.folder as NSString).deletingLastPathComponent + "/trace"
        _ = try PipedProcess.run(
            "strace",
            ["-f", "-y", "-o", trace, "-e", "trace=fsync,fdatasync,getdents64,write", Canary.path] + words
                + ["--plain", "--sessions", canary.folder], input: "")
        let calls = try String(contentsOfFile: trace, encoding: .utf8).split(separator: "\n")
        let end = try #require(calls.firstIndex { $0.contains("write(1<") && $0.contains("\"\(prompt)") })
        return calls[..<end]
    }
}
