import Instruments
import Sessions
import Testing

@testable import SessionFiles

/// The last line of a journal, read without the others.
@Suite struct `A summary at a session's end` {
    private let disk = MemoryDisk()
    private var sessions: SessionFolder { SessionFolder(Story.folder, on: disk) }

    private func start() throws -> OpenSession {
        try sessions.start(title: "T", authority: nil, instruments: Small.set, now: .noon())
    }

    private func summary(after head: String, _ figures: [UInt8] = [1, 2, 255]) -> Summary {
        Summary(after: head, program: "0.1.0", instruments: ["a", "b"], figures: figures)
    }

    /// Puts a file in the folder, in the place of another where there is one.
    private func put(_ bytes: [UInt8], at path: String) {
        if disk.node(at: path) != nil { try? disk.remove(path) }
        try? disk.write(bytes, toNew: path)
    }

    private func id(_ session: OpenSession) -> String { session.state.session }

    @Test func `is what was noted, however much came before`() throws {
        let session = try start()
        #expect(sessions.summary(journal: id(session)) == nil)
        for step in 0..<300 {
            _ = try session.perform(.askReviewers("test this \(step)"), now: .noon(step))
            if step % 50 == 0 {
                let noted = summary(
                    after: session.head, [UInt8](repeating: UInt8(step / 2), count: step * 20))
                _ = try session.perform(.summarise(noted), now: .noon(step + 500))
                #expect(sessions.summary(journal: id(session)) == noted)
                #expect(session.state.isSummarised && session.state.lastAt == .noon(step))
                #expect(try session.perform(.summarise(noted), now: .noon(step)).isEmpty)
            } else {
                #expect(sessions.summary(journal: id(session)) == nil)
            }
        }
        #expect(try sessions.read(session.path).state.asks.count == 300)
    }

    @Test func `leaves what can be undone and made again as it was`() throws {
        let session = try start()
        let question = try #require(session.state.position)
        _ = try session.perform(.answer(question, .dontKnow, note: nil), now: .noon(1))
        _ = try session.perform(.undo, now: .noon(2))
        _ = try session.perform(.summarise(summary(after: session.head)), now: .noon(3))
        _ = try session.perform(.redo, now: .noon(4))
        #expect(session.state.response(to: question) == .dontKnow)
        _ = try session.perform(.signOff(role: "chair"), now: .noon(5))
        _ = try session.perform(.summarise(summary(after: session.head)), now: .noon(6))
        #expect(sessions.summary(journal: id(session)) != nil)
        #expect(session.state.signOff != nil)
    }

    @Test func `is not believed where a byte of its line is changed, or the end is missing`() throws {
        let session = try start()
        _ = try session.perform(.askReviewers("test this"), now: .noon(1))
        _ = try session.perform(.summarise(summary(after: session.head)), now: .noon(2))
        let whole = try #require(disk.node(at: session.path)?.bytes)
        let before = try #require(whole.dropLast().lastIndex(of: UInt8(ascii: "\n")))
        let path = Story.folder.path(to: "copy.canary.jsonl")
        for place in (before + 1)..<whole.count {
            var changed = whole
            changed[place] ^= 1
            put(changed, at: path)
            #expect(sessions.summary(journal: "copy") == nil, "byte \(place)")
        }
        for length in [0, 1, before, before + 1, whole.count - 1] {
            put(Array(whole[..<length]), at: path)
            #expect(sessions.summary(journal: "copy") == nil, "\(length) bytes")
        }
        put(whole, at: path)
        #expect(sessions.summary(journal: "copy") != nil)
        #expect(sessions.summary(journal: "no-such") == nil)
    }

    @Test func `of a salvaged session is worked out anew, since other lines come before it`() throws {
        let session = try start()
        for step in 1...3 { _ = try session.perform(.askReviewers("\(step)"), now: .noon(step)) }
        _ = try session.perform(.summarise(summary(after: session.head)), now: .noon(4))
        var bytes = try #require(disk.node(at: session.path)?.bytes)
        session.close()
        let second = try #require(bytes.firstIndex(of: UInt8(ascii: "\n"))) + 40
        bytes[second] ^= 1
        put(bytes, at: session.path)
        let (salvaged, lost, _) = try sessions.salvage(session.path) { _ throws(JournalFault) in
            throw .sealFailed
        }
        #expect(!lost.isEmpty)
        #expect(sessions.summary(journal: salvaged.state.session) == nil)
    }
}
