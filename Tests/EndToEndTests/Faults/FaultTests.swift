import Foundation
import Glibc
import TestSupport
import Testing

/// The machine fails at any call of any command that writes, and others look at what was promised.
struct FaultTests {
    private static let isLong = ProcessInfo.processInfo.environment["CANARY_FAULTS"] != nil

    /// Builds what is preloaded, by the compiler for C that comes with Swift.
    private static func library(in folder: String) throws -> String {
        let places = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":") + ["/usr/bin"]
        let compilers = places.flatMap { place in ["clang", "gcc", "cc"].map { "\(place)/\($0)" } }
        let compiler = try #require(compilers.first(where: FileManager.default.isExecutableFile))
        let library = folder + "/faults.so"
        let made = try PipedProcess.run(
            compiler,
            [
                "-shared", "-fPIC", "-o", library, Canary.package + "/Tests/EndToEndTests/Faults/faults.c",
                "-ldl",
            ], input: "")
        try #require(made.status == .exited(0), "\(made.errorText)")
        return library
    }

    @Test func `what is said to be saved is there, whatever fails, and what is not ends with 74`() throws {
        try withTemporaryFolder { folder in
            let library = try Self.library(in: folder)
            let result = try PipedProcess.run(
                "python3",
                [Canary.package + "/Tests/EndToEndTests/Faults/faults.py", Canary.path, library]
                    + (Self.isLong ? ["--long"] : []),
                input: "", timeLimit: .seconds(Self.isLong ? 36_000 : 1_800))
            #expect(result.status == .exited(0), "\(result.outputText)\(result.errorText)")
        }
    }

    @Test func `on a disk that keeps no permissions nothing is said to be the user's alone`() throws {
        try Canary.inTemporaryFolder { canary in
            let folder = (canary.folder as NSString).deletingLastPathComponent
            let library = try Self.library(in: folder)
            let stick = ["LD_PRELOAD": library, "FAULT_UNDER": canary.folder, "FAULT_WIDE": "1"]
            let started = try canary.run(
                "start", "leadership", "--plain", "--title", "T", input: "goto political-support\n3\n",
                environment: stick)
            #expect(started.status == .exited(0), "\(started.errorText)")
            #expect(!started.outputText.contains("only your user account"))
            #expect(started.outputText.contains("does not keep others on this machine from reading"))
            let id = try #require(
                try FileManager.default.contentsOfDirectory(atPath: canary.folder).first {
                    $0.hasSuffix(".canary.jsonl")
                }
            ).replacing(".canary.jsonl", with: "")
            for words in [["list"], ["verify", id], ["resume", id, "--plain"]] {
                let said = try PipedProcess.run(
                    Canary.path, words + ["--sessions", canary.folder], input: "", environment: stick)
                for path in [canary.journal(of: id), canary.folder, canary.folder + "/instruments"] {
                    #expect(
                        said.errorText.contains("Others on this machine can get at `\(path)`"), "\(words)")
                }
                #expect(!said.errorText.contains("yours alone"), "\(words)")
            }
        }
    }

    @Test func `permissions that became wide are taken back, of instruments, too, and said`() throws {
        try Canary.inTemporaryFolder { canary in
            let files = FileManager.default
            let id = try canary.start()
            let shelf = canary.folder + "/instruments"
            let file = try #require(
                try files.contentsOfDirectory(atPath: shelf).first.map { shelf + "/" + $0 })
            for words in [["list"], ["verify", id], ["resume", id, "--plain"]] {
                let paths = [canary.journal(of: id), canary.folder, shelf, file]
                for path in paths {
                    try files.setAttributes([.posixPermissions: 0o777], ofItemAtPath: path)
                }
                let said = try PipedProcess.run(
                    Canary.path, words + ["--sessions", canary.folder], input: "")
                for path in paths {
                    #expect(
                        said.errorText.contains("Others on this machine could get at `\(path)`"), "\(words)")
                    let mode = try files.attributesOfItem(atPath: path)[.posixPermissions] as? Int
                    #expect(mode.map { $0 & 0o077 } == 0, "\(path) \(words)")
                }
            }
        }
    }

    @Test(arguments: ["-1000000000000000000", "-1", "1", "4102444800", "253402300800", "1000000000000000000"])
    func `a session is sealed and opened for good by any clock, for neither dates anything`(clock: String)
        throws
    {
        try Canary.inTemporaryFolder { canary in
            let folder = (canary.folder as NSString).deletingLastPathComponent
            let off: [String: String?] = ["LD_PRELOAD": try Self.library(in: folder), "FAULT_CLOCK": clock]
            let id = try canary.start()
            try canary.run("resume", id, "--plain", input: "3\n")
            let before = try Data(contentsOf: URL(filePath: canary.journal(of: id)))
            let secret = "four words in a row\n"
            for (command, isSealed) in [("encrypt", true), ("decrypt", false)] {
                let done = try canary.run(
                    command, id, "--passphrase-fd", "0", input: secret, environment: off)
                #expect(done.status == .exited(0), "\(done.errorText)")
                let now = try Data(contentsOf: URL(filePath: canary.journal(of: id)))
                #expect(now.starts(with: Data("{\"format\":\"canary-sealed".utf8)) == isSealed)
            }
            #expect(try Data(contentsOf: URL(filePath: canary.journal(of: id))) == before)
            // What dates something says that the clock is wrong, where it is.
            let started = try canary.run("start", "leadership", "--no-walk", environment: off)
            #expect(started.status == .exited(["1", "4102444800"].contains(clock) ? 0 : 1))
        }
    }

    @Test func `a folder that others can write to is said at the start`() throws {
        try Canary.inTemporaryFolder { canary in
            try FileManager.default.createDirectory(
                atPath: canary.folder, withIntermediateDirectories: false)
            try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: canary.folder)
            let started = try canary.run("start", "leadership", "--plain", input: "")
            let said = started.outputText.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            #expect(!said.contains("only your user account"))
            #expect(said.contains("can put another file in its place"))
        }
    }

    /// A session that the system refuses to give is not one that is damaged: nothing is told without it.
    @Test(arguments: [("open", EMFILE), ("open", EIO), ("read", EIO)])
    func `a region is not told of while a session cannot be read`(call: String, code: Int32) throws {
        try Canary.inTemporaryFolder { canary in
            let folder = (canary.folder as NSString).deletingLastPathComponent
            let library = try Self.library(in: folder)
            for number in 0..<6 {
                try canary.run(
                    "start", "leadership", "--authority", "Council \(number)", "--plain",
                    input: "goto political-support\n3\n2\n1\n")
            }
            let sessions = try FileManager.default.contentsOfDirectory(atPath: canary.folder).filter {
                $0.hasSuffix(".canary.jsonl")
            }
            let session = try #require(sessions.first)
            let fault = [
                "LD_PRELOAD": library, "FAULT_UNDER": canary.folder + "/" + session, "FAULT_CALLS": call,
                "FAULT_AT": "1", "FAULT_STAYS": "1", "FAULT_ERROR": "\(code)", "FAULT_MARK": folder + "/mark",
            ]
            for more in [[], ["--draft"]] {
                let refused = try PipedProcess.run(
                    Canary.path, ["collate", canary.folder] + more, input: "", environment: fault)
                #expect(refused.status == .exited(74), "\(refused.errorText)")
                let id = session.replacing(".canary.jsonl", with: "")
                #expect(refused.errorText.contains("`\(id)` is left out"))
                #expect(refused.output.isEmpty == more.isEmpty)
            }
            let listed = try PipedProcess.run(
                Canary.path, ["list", "--sessions", canary.folder], input: "", environment: fault)
            #expect(listed.status == .exited(74), "\(listed.outputText)")
            #expect(!FileManager.default.fileExists(atPath: canary.folder + "/.canary-releases.jsonl"))
            let told = try PipedProcess.run(Canary.path, ["collate", canary.folder], input: "")
            #expect(told.status == .exited(0) && told.outputText.contains("6 authorities answered it."))
        }
    }
}
