import Foundation
import TestSupport

/// A workshop at a terminal of 72 columns, led line by line.
final class RoomVisit {
    private let canary: Canary
    private(set) var terminal: TerminalSession
    private let environment: [String: String?]
    private var mark = 0

    /// Opens a command in a terminal.
    convenience init(_ canary: Canary, _ arguments: String...) throws {
        try self.init(canary, arguments, environment: [:])
    }

    /// Opens a command in a terminal, with more of an environment.
    init(_ canary: Canary, _ arguments: [String], environment: [String: String?]) throws {
        self.canary = canary
        self.environment = environment
        terminal = try Self.open(canary, arguments, environment)
        try waitForPrompt()
    }

    /// The lines that set a room up, as one that voted by slips until now, and go to its first rating.
    static func setUp(_ people: Int, _ lines: String...) -> String {
        ([
            "present \(people)", "room minutes 180", "room voting slips", "room share shape", "room welsh no",
            "ground-rules", "yes", "goto political-support",
        ] + lines + ["quit", ""]).joined(separator: "\n")
    }

    private static func open(
        _ canary: Canary, _ arguments: [String], _ environment: [String: String?]
    ) throws -> TerminalSession {
        try TerminalSession(
            Canary.path, arguments + ["--sessions", canary.folder], environment: environment, rows: 50,
            columns: 72)
    }

    /// What was shown since the last line was typed, on one line.
    var seen: String {
        let text = String(decoding: terminal.transcript.dropFirst(mark), as: UTF8.self)
        return text.replacing(#/\u{1B}\[[0-9;?]*[A-Za-z]/#, with: "").split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
    }

    /// Types a line, and waits until it is answered.
    func say(_ line: String) throws {
        mark = terminal.transcript.count
        try terminal.send(line + "\r")
        try waitForPrompt()
    }

    /// Kills the program, and opens the session again.
    func crash(in session: String) throws {
        terminal.signal(SIGKILL)
        _ = try terminal.waitForEnd()
        mark = 0
        terminal = try Self.open(canary, ["resume", session], environment)
        try waitForPrompt()
    }

    /// Leaves.
    func quit() throws -> ExitStatus {
        try terminal.send("quit\r")
        return try terminal.waitForEnd()
    }

    private func waitForPrompt() throws {
        try terminal.settle { screen in
            let line = screen.beforeCursor
            guard mark == 0 || terminal.transcript[mark...].contains(10) else { return false }
            return line.hasSuffix(": ") && line.contains(where: \.isLetter)
        }
    }
}
