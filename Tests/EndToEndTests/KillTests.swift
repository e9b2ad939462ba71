import Foundation
import Glibc
import TestSupport
import Testing

/// The program is killed and its disk fails, from outside; whatever it had shown as saved is there.
struct KillTests {
    private static let kills = ProcessInfo.processInfo.environment["CANARY_KILLS"].flatMap { Int($0) } ?? 100
    private static let hasStrace = (try? PipedProcess.run("strace", ["-V"], input: ""))?.status == .exited(0)
    private static let canMount = geteuid() == 0
    private let first = "political-support.leader-accepts"

    @Test func `killed at any moment at a terminal, it has kept what it said it had saved`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start()
            try canary.run("resume", id, "--plain", input: "goto political-support\n3\nback\n")
            var random = SystemRandomNumberGenerator()
            var sent = 0
            var acknowledged = 0
            for _ in 0..<Self.kills {
                let terminal = try canary.terminal("resume", id)
                try terminal.settle { $0.beforeCursor == "Your answer: " }
                // One line: several at once would be a paste, which saves nothing by itself.
                sent += 1
                try terminal.send("note number \(sent)\r")
                usleep(UInt32.random(in: 0...200_000, using: &random))
                terminal.signal(SIGKILL)
                #expect(try terminal.waitForEnd() == .killed(signal: SIGKILL))
                // What the screen shows as saved is counted, whatever was on its way.
                let saved = terminal.transcriptText.components(separatedBy: "Saved").count - 1
                acknowledged += saved
                let note = try canary.answers(of: id)[first]?["note"] as? String ?? "number 0"
                let kept = Int(note.split(separator: " ").last ?? "") ?? 0
                #expect(kept >= sent - 1 + saved, "\(kept), \(sent), \(saved)")
                sent = max(kept, sent - 1)
            }
            #expect(acknowledged > 0, "every kill came before anything was saved")
            // The last kill may have torn the end; resuming sets that aside.
            try canary.run("resume", id, "--plain")
            #expect(try canary.run("verify", id).status == .exited(0))
        }
    }

    @Test(.enabled(if: hasStrace), arguments: ["signal=KILL", "error=EIO", "error=ENOSPC"])
    func `stopped at any call to the disk, it has kept what it said it had saved`(fault: String) throws {
        try Canary.inTemporaryFolder { canary in
            var stopped = 0
            for call in ["write", "fdatasync", "openat", "ftruncate"] {
                for count in 1...9 {
                    let id = try canary.start("\(fault) \(call) \(count)")
                    let path = canary.journal(of: id)
                    // Only calls on the journal count; of `write` those on the screen would, too.
                    let result = try PipedProcess.run(
                        "strace",
                        [
                            "-f", "-qq", "-o", "/dev/null", "-P", path, "-e",
                            "inject=\(call):\(fault):when=\(count)", Canary.path, "resume", id, "--plain",
                            "--sessions", canary.folder,
                        ], input: "goto political-support\n1\n2\n3\n4\n")
                    if result.status != .exited(0) { stopped += 1 }
                    let shown = result.outputText.components(separatedBy: "Saved: ").count - 1
                    let answers = try canary.answers(of: id).values.filter {
                        $0["status"] as? String == "answered"
                    }
                    #expect(answers.count >= shown, "\(call) \(count): \(answers.count) of \(shown)")
                    #expect(try canary.run("resume", id, "--plain").status == .exited(0), "\(call) \(count)")
                }
            }
            #expect(stopped > 4, "hardly a call was hit")
        }
    }

    @Test(.enabled(if: canMount)) func `on a disk that fills up nothing is lost, and room lets it go on`()
        throws
    {
        try withTemporaryFolder { folder in
            guard
                try PipedProcess.run(
                    "mount", ["-t", "tmpfs", "-o", "size=700k", "tmpfs", folder], input: ""
                ).status == .exited(0)
            else { return }
            defer { _ = try? PipedProcess.run("umount", [folder], input: "") }
            let canary = Canary(folder: folder + "/sessions")
            let id = try canary.start()
            try canary.run("resume", id, "--plain", input: "goto political-support\n3\n")
            let filler = folder + "/filler"
            _ = try PipedProcess.run("sh", ["-c", "cat /dev/zero > '\(filler)' 2>/dev/null"], input: "")
            let long = String(repeating: "words ", count: 1_500)
            let refused = try canary.run("resume", id, "--plain", input: "2 \(long)\n")
            #expect(refused.status == .exited(74))
            #expect(refused.errorText.contains("the disk is full"))
            #expect(!refused.outputText.contains("Saved: 2"))
            #expect(try canary.answers(of: id)[first]?["value"] as? Int == 3)
            try FileManager.default.removeItem(atPath: filler)
            #expect(try canary.run("resume", id, "--plain", input: "2 \(long)\n").status == .exited(0))
            #expect(try canary.run("verify", id).status == .exited(0))
        }
    }

    @Test(.enabled(if: geteuid() != 0)) func `in a folder that cannot be written to it says so`() throws {
        try Canary.inTemporaryFolder { canary in
            _ = try canary.start()
            let files = FileManager.default
            try files.setAttributes([.posixPermissions: 0o500], ofItemAtPath: canary.folder)
            defer { try? files.setAttributes([.posixPermissions: 0o700], ofItemAtPath: canary.folder) }
            let refused = try canary.run("start", "leadership", "--no-walk")
            #expect(refused.status == .exited(74) && refused.errorText.contains("permission denied"))
        }
    }
}
