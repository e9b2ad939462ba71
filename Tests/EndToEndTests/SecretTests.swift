import Foundation
import Glibc
import TestSupport
import Testing

/// Passphrases on their way into the program.
struct SecretTests {
    @Test(arguments: [SIGINT, SIGTERM, SIGHUP, SIGQUIT])
    func `a signal at the prompt leaves a terminal that shows what is typed`(signal: Int32) throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start("Spring")
            let terminal = try canary.terminal("encrypt", id)
            try terminal.settle(within: .seconds(60)) { $0.contains("New passphrase:") }
            try terminal.send("half of")
            terminal.signal(signal)
            #expect(try terminal.waitForEnd(within: .seconds(60)) == .killed(signal: signal))
            #expect(terminal.modes == .usual)
            #expect(!terminal.transcriptText.contains("half of"))
        }
    }

    @Test func `a pipe that is slow gives the whole passphrase`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start("Spring")
            let seal = """
                import fcntl, os, sys
                flags = fcntl.fcntl(0, fcntl.F_GETFL)
                fcntl.fcntl(0, fcntl.F_SETFL, flags | os.O_NONBLOCK)
                os.execv(sys.argv[1], sys.argv[1:])
                """
            let slow = "(printf 'correct horse ba'; sleep 0.5; printf 'ttery staple\\n') | exec \"$@\""
            let sealed = try PipedProcess.run(
                "sh",
                [
                    "-c", slow, "sh", "python3", "-c", seal, Canary.path, "encrypt", id, "--passphrase-fd",
                    "0",
                    "--sessions", canary.folder,
                ], input: "")
            #expect(sealed.status == .exited(0), "\(sealed.errorText)")
            let half = try canary.run("show", id, "--passphrase-fd", "0", input: "correct horse ba\n")
            #expect(half.status == .exited(1))
            let whole = try canary.run(
                "show", id, "--passphrase-fd", "0", input: "correct horse battery staple\n")
            #expect(whole.status == .exited(0), "\(whole.errorText)")
        }
    }

    @Test func `a descriptor that cannot be read seals nothing`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start("Spring")
            let before = try Data(contentsOf: URL(filePath: canary.journal(of: id)))
            let result = try PipedProcess.run(
                "sh",
                [
                    "-c", "exec 8<\"$0\"; exec \"$@\"", canary.folder, Canary.path, "encrypt", id,
                    "--passphrase-fd",
                    "8", "--sessions", canary.folder,
                ])
            #expect(result.status == .exited(74))
            #expect(result.errorText.contains("descriptor 8"))
            #expect(try Data(contentsOf: URL(filePath: canary.journal(of: id))) == before)
        }
    }

    @Test func `a passphrase for what is in the clear is never read as an answer`() throws {
        try Canary.inTemporaryFolder { canary in
            let secret = "3 correct horse battery staple\n2\n"
            let id = try canary.start("Spring")
            let pack = (canary.folder as NSString).deletingLastPathComponent + "/pack.json"
            try canary.run("export", id, "--format", "json", "-o", pack)
            let review = pack + ".review"
            let before = try Data(contentsOf: URL(filePath: canary.journal(of: id)))
            let files = try FileManager.default.contentsOfDirectory(atPath: canary.folder).sorted()
            for words in [
                ["resume", id, "--plain"], ["resume", "--plain"], ["start", "leadership", "--plain"],
                ["start", "leadership", "--no-walk"], ["start", "leadership", "--from", id, "--plain"],
                ["review", pack, "--role", "peer", "-o", review], ["--plain"],
            ] {
                let refused = try PipedProcess.run(
                    Canary.path, words + ["--passphrase-fd", "0", "--sessions", canary.folder], input: secret)
                #expect(refused.status == .exited(64), "\(words) \(refused.status)")
                #expect(refused.output.isEmpty, "\(words): \(refused.outputText)")
                #expect(
                    refused.errorText.contains("hint: ") && !refused.errorText.contains("horse"), "\(words)")
            }
            #expect(try Data(contentsOf: URL(filePath: canary.journal(of: id))) == before)
            #expect(try FileManager.default.contentsOfDirectory(atPath: canary.folder).sorted() == files)
            #expect(!FileManager.default.fileExists(atPath: review))
            // Where it is sealed, the passphrase comes first and the answers behind it.
            let sealed = try canary.run(
                "encrypt", id, "--passphrase-fd", "0", input: "correct horse battery staple\n")
            #expect(sealed.status == .exited(0))
            let walked = try canary.run(
                "resume", id, "--plain", "--passphrase-fd", "0",
                input: "correct horse battery staple\nengland\n")
            #expect(
                walked.status == .exited(0) && walked.outputText.contains("Saved: England"),
                "\(walked.outputText) \(walked.errorText)")
        }
    }
}
