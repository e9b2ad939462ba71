import Foundation
import TestSupport

/// The program that is attacked, with a folder of sessions of its own.
struct Target {
    /// The folder of its sessions, and the folder around it.
    let sessions: String
    let folder: String

    /// Where the program is.
    static let path = BuiltProducts.canary

    /// Attacks a program whose sessions are in a temporary folder, removed afterwards.
    static func inTemporaryFolder(_ body: (Target) throws -> Void) throws {
        try withTemporaryFolder { try body(Target(sessions: $0 + "/sessions", folder: $0)) }
    }

    /// Runs a command line to its end.
    @discardableResult
    func run(_ arguments: [String], input: String = "") throws -> PipedProcess.Result {
        try PipedProcess.run(Self.path, arguments + ["--sessions", sessions], input: input)
    }

    /// Runs one of the attacker's own programs.
    func python(_ script: String, _ arguments: [String]) throws -> String {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: script).path
        let result = try PipedProcess.run("python3", [file] + arguments, input: "")
        return result.outputText + result.errorText
    }

    /// Starts a workshop at its first rating, past the facts, and gives its id.
    ///
    /// - Parameters:
    ///   - title: its title.
    ///   - questionnaires: the folder of the questions and rules; nil for those that ship.
    /// - Returns: its id.
    /// - Throws: what the program or the machine refuses.
    func start(_ title: String = "Room", questionnaires: String? = nil) throws -> String {
        let rules = questionnaires.map { ["--questionnaires", $0] } ?? []
        let id = try run(
            ["start", "leadership", "--workshop", "--no-walk", "--title", title] + rules
        ).outputText
            .trimmingCharacters(in: .whitespacesAndNewlines)
        _ = try lead(id, ["goto political-support"])
        return id
    }

    /// Types lines into a session, and gives what was shown, without its id and without the time of day.
    func lead(_ session: String, _ lines: [String]) throws -> String {
        try run(["resume", session, "--plain"], input: lines.joined(separator: "\n") + "\nquit\n").outputText
            .replacing(session, with: "ID").replacing(#/[0-9]{2}:[0-9]{2}(:[0-9]{2})?/#, with: "TIME")
    }

    /// The bytes of a journal.
    func journal(of session: String) throws -> String {
        try String(contentsOfFile: "\(sessions)/\(session).canary.jsonl", encoding: .utf8)
    }

    /// Everything that a workshop's screens tell of what people answered beforehand.
    ///
    /// The first visit sets the room up, and goes to the question at which the later ones begin.
    func preWorkScreens(of session: String) throws -> String {
        _ = try lead(session, ["present 12", "goto political support 4"])
        return try lead(
            session,
            ["present 12", "triage all", "agenda", "spread", "pre-work", "pre-work notes", "read-back"]
                + (1...4).flatMap { ["goto political support \($0)", "pre-work", "agree"] })
    }
}

/// A workshop to which people were invited, each of whom answered and sealed four answers.
struct PreWorkRound {
    let target: Target
    let session: String
    /// The sealed files, in the order of the people.
    let files: [String]

    /// Invites as many people as there are rows of levels.
    init(_ target: Target, _ levels: [[Int]]) throws {
        self.target = target
        session = try target.start()
        let blanks = levels.indices.map { "\(target.folder)/person\($0).canary.jsonl" }
        try target.run(["invite", session, "-o"] + blanks)
        for (blank, row) in zip(blanks, levels) {
            let lines = ["goto political-support"] + row.map { "\($0)" } + ["quit", ""]
            try target.run(["resume", blank, "--plain"], input: lines.joined(separator: "\n"))
            try target.run(["submit", blank, "--role", "members"])
        }
        files = blanks.map { $0.replacing(".canary.jsonl", with: ".canary-answers") }
    }

    /// Merges some of the files.
    func merge(_ files: some Sequence<String>) throws -> PipedProcess.Result {
        try target.run(["merge", session] + files)
    }
}
