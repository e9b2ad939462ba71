import Foundation
import TestSupport
import Testing

/// That nothing is sent anywhere, as `docs/network.md` has it: no command makes a network call, and a release imports no
/// function that opens a connection.
struct NetworkTests {
    private static let page = try? String(
        contentsOfFile: Canary.package + "/docs/network.md", encoding: .utf8)
    /// Where a sandbox forbids tracing, nobody can watch; the test is skipped then, and the log says why.
    private static let canTrace =
        (try? PipedProcess.run("strace", ["-f", "-qq", "-o", "/dev/null", "true"], input: ""))?.status
        == .exited(0)
    /// What a program needs of the C library to reach another machine.
    private static let calls: Set = [
        "accept", "accept4", "bind", "connect", "freeaddrinfo", "getaddrinfo", "gethostbyname", "getnameinfo",
        "getpeername", "getsockname", "getsockopt", "listen", "recv", "recvfrom", "recvmsg", "res_query",
        "send",
        "sendfile", "sendmsg", "sendto", "setsockopt", "shutdown", "socket", "socketpair",
    ]

    private static let release = Canary.package + "/.build-rel/release/canary"

    /// The functions that the page lists.
    private static var listed: Set<String> {
        Set((page ?? "").matches(of: #/^- `([a-z0-9_]+)`/#.anchorsMatchLineEndings()).map { String($0.1) })
    }

    private static func imports(of file: String) throws -> Set<String> {
        let names = try PipedProcess.run("nm", ["-D", "--undefined-only", file], input: "").outputText
        let all = names.split(separator: "\n").compactMap {
            $0.split(separator: " ").last?.split(separator: "@").first
        }
        return Set(all.map(String.init)).intersection(calls)
    }

    @Test func `what the program could call is what the page lists`() throws {
        let listed = Self.listed
        #expect(!listed.isEmpty && listed.isSubset(of: Self.calls))
        // In this build Foundation is a library of its own; in a release it is a part of the program.
        #expect(try Self.imports(of: Canary.path).isEmpty)
    }

    @Test(
        .enabled(
            if: FileManager.default.isExecutableFile(atPath: release),
            "nobody looked: there is no release; make build makes one"))
    func `what a release could call is what the page lists`() throws {
        #expect(try Self.imports(of: Self.release).isSubset(of: Self.listed))
    }

    @Test(.enabled(if: canTrace, "nobody looked: strace is not here, or a sandbox forbids tracing"))
    func `no command makes a network call`() throws {
        try Canary.inTemporaryFolder { canary in
            let folder = (canary.folder as NSString).deletingLastPathComponent
            let id = try canary.start()
            try canary.run("resume", id, "--plain", input: "authority Borsetshire\nquit\n")
            let room = try canary.run("start", "leadership", "--workshop", "--no-walk").outputText
                .trimmingCharacters(in: .newlines)
            let sheet = try canary.file("sheet.yaml", "political-support.lead-member-accepts: 2\n")
            let commands = [
                ["start", "leadership", "--plain"], ["resume", id, "--plain"], ["list"], ["show", id],
                ["answer", id, sheet], ["evaluate", id], ["explain", id, "tier"], ["confirm", id],
                ["compare", id, id], ["plan", id], ["plan", id, "-o", "\(folder)/p.ics"],
                ["trend", "Borsetshire"],
                ["export", id, "--format", "html", "--protect", "-o", "\(folder)/p.html"],
                ["export", id, "--format", "json", "-o", "\(folder)/p.json"],
                ["export", id, "--format", "xlsx", "-o", "\(folder)/p.xlsx"],
                ["export", id, "--as", "brief", "-o", "\(folder)/p.docx"],
                ["review", "\(folder)/p.json", "--role", "peer", "-o", "\(folder)/r.json"],
                ["import-review", id, "\(folder)/r.json", "--yes"], ["withdraw-review", id, "R1"],
                ["invite", room, "-o", "\(folder)/a"], ["resume", "\(folder)/a.canary.jsonl", "--plain"],
                ["submit", "\(folder)/a.canary.jsonl", "--role", "members"],
                ["invite", room, "--html", "-o", "\(folder)/b"],
                ["merge", room, "\(folder)/a.canary-answers"], ["slips", room, "--people", "2"],
                ["wall", room],
                ["questionnaire", "list"], ["questionnaire", "check", Canary.package + "/Questionnaires"],
                ["verify", id], ["redact", id, "political-support.leader-accepts", "--yes"],
                ["encrypt", id, "--passphrase-fd", "0"], ["decrypt", id, "--passphrase-fd", "0"],
                ["erase", id, "--no-request-or-hold"],
            ]
            let trace = folder + "/trace"
            for words in commands + [["collate", canary.folder]] {
                let place = words.first == "collate" ? [] : ["--sessions", canary.folder]
                let input =
                    words.contains("--passphrase-fd")
                    ? "four words in a row\n"
                    : words.contains("--plain") ? "goto political-support\n3 a note\n" : "agree\n"
                let watch = ["-f", "-qq", "-o", trace, "-e", "trace=%network", Canary.path]
                let result = try PipedProcess.run("strace", watch + words + place, input: input)
                #expect(result.status != .exited(64), "\(words) \(result.errorText)")
                let seen = try String(contentsOfFile: trace, encoding: .utf8).split(separator: "\n")
                    .filter { $0.contains("(") }
                #expect(seen.isEmpty, "\(words) \(seen)")
            }
            let tried = Set(commands.compactMap(\.first) + ["collate"])
            let all = try PipedProcess.run(Canary.path, ["--help"], input: "").outputText
                .matches(of: #/^  ([a-z][a-z-]+) {2,}/#.anchorsMatchLineEndings()).map { String($0.1) }
            #expect(all.count > 20 && Set(all).subtracting(["help"]).isSubset(of: tried), "\(all)")
        }
    }
}
