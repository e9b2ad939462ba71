import ArgumentParser
import Testing

@testable import CanaryCommands

/// What is understood without the parser against what the parser understands.
struct QuickCommandTests {
    private static let words = [
        "start", "resume", "leadership", "list", "--plain", "--quiet", "--strict", "--no-colour",
        "--sessions",
        "--title", "--help", "-h", "--", "", "--plain=1", "a=b",
    ]

    /// What the parser makes of a line, as a quick command says it; nil for all else.
    private func parsed(_ line: [String]) -> (QuickCommand.What, SharedOptions)? {
        guard let command = try? CanaryCommand.parseAsRoot(line) else { return nil }
        switch command {
        case let home as CanaryCommand: return (.home, home.shared)
        case let start as StartCommand:
            guard start.title == nil, start.authority == nil, start.from == nil, !start.workshop,
                !start.encrypt, !start.noWalk
            else { return nil }
            return (.start(start.questionnaire ?? ""), start.shared)
        case let resume as ResumeCommand: return (.resume(resume.session), resume.shared)
        default: return nil
        }
    }

    private func lines(_ length: Int) -> [[String]] {
        guard length > 0 else { return [[]] }
        return lines(length - 1).flatMap { line in Self.words.map { line + [$0] } }
    }

    @Test func `every line that is understood without the parser is what the parser makes of it`() throws {
        var understood = 0
        for line in (0...3).flatMap(lines) {
            guard let quick = QuickCommand(line) else { continue }
            understood += 1
            let theirs = try #require(parsed(line), "\(line)")
            #expect(quick.what == theirs.0 && quick.shared == theirs.1, "\(line)")
        }
        #expect(understood > 40)
    }

    @Test(arguments: [
        [], ["start", "leadership"], ["resume"], ["resume", "k7m3-x9qd"],
        ["start", "leadership", "--plain", "--sessions", "here"],
    ])
    func `what most people type is understood without the parser`(line: [String]) throws {
        let quick = try #require(QuickCommand(line))
        let theirs = try #require(parsed(line))
        #expect(quick.what == theirs.0 && quick.shared == theirs.1)
    }
}
