import Foundation
import TestSupport

/// The program under test, with a folder of sessions of its own.
struct Canary {
    /// The folder of its sessions.
    let folder: String

    /// Where the program is.
    static let path = BuiltProducts.canary

    /// The folder of this package.
    static let package = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path

    /// Runs `body` with a program whose sessions are in a temporary folder, removed afterwards.
    static func inTemporaryFolder<Result>(_ body: (Canary) throws -> Result) throws -> Result {
        try withTemporaryFolder { try body(Canary(folder: $0 + "/sessions")) }
    }

    /// Runs a command line to its end.
    @discardableResult
    func run(
        _ arguments: String..., input: String = "", environment: [String: String?] = [:]
    ) throws -> PipedProcess.Result {
        try PipedProcess.run(
            Self.path, arguments + ["--sessions", folder], input: input, environment: environment)
    }

    /// Opens a command line in a terminal.
    func terminal(
        _ arguments: String..., environment: [String: String?] = [:], rows: Int = 40,
        columns: Int = 80
    ) throws -> TerminalSession {
        try TerminalSession(
            Self.path, arguments + ["--sessions", folder], environment: environment, rows: rows,
            columns: columns)
    }

    /// Starts a session without walking it, and gives its id.
    func start(_ title: String = "T", questionnaire: String = "leadership") throws -> String {
        try run("start", questionnaire, "--no-walk", "--title", title).outputText
            .trimmingCharacters(in: .newlines)
    }

    /// Starts the leadership self-assessment at its first rating, past the facts, and gives its id.
    func startAtFirstRating(_ title: String = "T") throws -> String {
        let id = try start(title)
        try run("resume", id, "--plain", input: "goto political-support\nquit\n")
        return id
    }

    /// What a command writes as JSON.
    func json(_ arguments: String...) throws -> [String: Any] {
        let result = try PipedProcess.run(
            Self.path, arguments + ["--format", "json", "--sessions", folder], input: "")
        let value = try JSONSerialization.jsonObject(with: Data(result.output))
        return value as? [String: Any] ?? [:]
    }

    /// The answers of a session by question: value, status and all else that `show` tells.
    func answers(of session: String) throws -> [String: [String: Any]] {
        let answers = try json("show", session)["answers"] as? [[String: Any]] ?? []
        return Dictionary(
            answers.map { ($0["question"] as? String ?? "", $0) }, uniquingKeysWith: { $1 })
    }

    /// Writes a file beside the sessions and gives its path.
    func file(_ name: String, _ text: String) throws -> String {
        let path = (folder as NSString).deletingLastPathComponent + "/" + name
        try text.write(toFile: path, atomically: false, encoding: .utf8)
        return path
    }

    /// Starts a workshop without walking it, and gives its id.
    func startWorkshop(_ title: String = "Room") throws -> String {
        try run("start", "leadership", "--workshop", "--no-walk", "--title", title).outputText
            .trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// What the newest session's journal holds; nothing where there is none.
    func newestJournal() throws -> String {
        guard let id = newestSession else { return "" }
        return try String(contentsOfFile: journal(of: id), encoding: .utf8)
    }

    /// The id of the session that was written to last; nil where there is none.
    var newestSession: String? {
        func changed(_ name: String) -> Date {
            let attributes = try? FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")
            return attributes?[.modificationDate] as? Date ?? .distantPast
        }
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        let newest = files.filter { $0.hasSuffix(".jsonl") && !$0.hasPrefix(".") }.max {
            changed($0) < changed($1)
        }
        return newest.map { String($0.prefix { $0 != "." }) }
    }

    /// The journal of a session.
    func journal(of session: String) -> String { "\(folder)/\(session).canary.jsonl" }
}
