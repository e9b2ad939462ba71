import FoundationEssentials
import Instruments
import Sessions
import TestSupport
import Testing

@testable import SessionFiles

@Suite struct `An independent reader` {
    @Test(arguments: 0..<3)
    func `agrees on every digest, chain and text`(seed: Int) throws {
        try withTemporaryFolder { folder in
            let (path, head, events) = try Self.journal(in: folder, seed: seed)
            let read = try Self.read(path)
            #expect(read.status == .exited(0), "\(read.errorText)")
            let journal = try JSONDecoder().decode(Journal.self, from: Data(read.output))
            #expect(journal.head == head)
            #expect(journal.events.map(\.n) == events.map(\.number))
            #expect(journal.events.map(\.at) == events.map { "\($0.at)" })
            #expect(journal.events.map(\.type) == events.map(\.what.type))
            #expect(journal.events.map(\.body.text) == events.map(\.what.text))
        }
    }

    @Test func `written as the format's page has it agrees, too`() throws {
        try withTemporaryFolder { folder in
            let (path, _, events) = try Self.journal(in: folder, seed: 7)
            let page = Self.tests.deletingLastPathComponent().deletingLastPathComponent()
                .appending(path: "docs/journal.md")
            let text = String(decoding: try Data(contentsOf: page), as: UTF8.self)
            let start = try #require(text.firstRange(of: "```python\n")).upperBound
            let end = try #require(text[start...].firstRange(of: "```")).lowerBound
            let read = try PipedProcess.run("python3", ["-c", String(text[start..<end]), path])
            #expect(read.status == .exited(0), "\(read.errorText)")
            #expect(read.outputText.split(separator: "\n").count == events.count)
        }
    }

    @Test func `refuses a journal with a changed letter`() throws {
        try withTemporaryFolder { folder in
            let (path, _, _) = try Self.journal(in: folder, seed: 1)
            var bytes = Array(try Data(contentsOf: URL(filePath: path)))
            let index = try #require(bytes.firstRange(of: Array("Planning".utf8))).lowerBound
            bytes[index] = UInt8(ascii: "p")
            try Data(bytes).write(to: URL(filePath: path))
            #expect(try Self.read(path).status == .exited(1))
        }
    }

    private static func journal(
        in folder: String, seed: Int
    ) throws -> (path: String, head: String, events: [SessionEvent]) {
        let session = try SessionFolder(folder).start(
            title: "Planning in Gwynedd, ŵyl", authority: "Gwynedd", instruments: Small.set, now: .noon())
        var commands = RandomCommands(seed: seed)
        for step in 0..<60 {
            _ = try? session.perform(commands.next(in: session.state), now: .noon(step))
        }
        return (session.path, session.head, try POSIXDisk().events(of: session.path).events)
    }

    private static func read(_ path: String) throws -> PipedProcess.Result {
        try PipedProcess.run("python3", [tests.appending(path: "read_journal.py").path, path])
    }

    /// The folder of these tests.
    private static let tests =
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
}

/// What the script prints.
private struct Journal: Decodable {
    struct Event: Decodable {
        struct Body: Decodable {
            var text: String?
        }

        var n: Int
        var at: String
        var type: String
        var body: Body
    }

    var head: String
    var events: [Event]
}

extension SessionEvent.Payload {
    /// The text of the body, where the type has one.
    fileprivate var text: String? {
        switch self {
        case .noted(_, let text), .noteAdded(_, let text), .noteContinued(_, let text),
            .strengthAdded(_, let text), .concernAdded(_, let text),
            .themeAdded(_, let text), .themeRemoved(_, let text), .reviewersAsked(let text),
            .itemRewritten(_, _, let text), .askRewritten(_, let text):
            text
        default: nil
        }
    }
}
