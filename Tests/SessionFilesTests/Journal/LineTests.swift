import FoundationEssentials
import Instruments
import Sessions
import TestSupport
import Testing

@testable import SessionFiles

@Suite struct `A line` {
    @Test func `is written as the format says`() throws {
        let event = SessionEvent(
            number: 3, at: .noon(123), what: .noted("plan.exists", "The leader's \"plan\"\n,\"body\":{}"))
        let salt = [UInt8](0..<16)
        let (line, chain) = JournalLine.bytes(of: event, salt: salt, after: JournalFormat.firstChain)
        // The two hashes were worked out with Python's hashlib.
        #expect(
            String(decoding: line, as: UTF8.self)
                == #"{"n":3,"at":"2026-11-21T12:00:00.123Z","type":"noted","#
                + #""salt":"000102030405060708090a0b0c0d0e0f","#
                + #""digest":"8c50eef4913360596883611324b550db4a32cd412a64fb72bc48fcd356753c4a","#
                + #""chain":"5e58e3cb2c3c5392c8f5010c7535c77f16a090b98f79d5b959fd3666e0165deb","#
                + #""body":{"question":"plan.exists","text":"The leader's \"plan\"\n,\"body\":{}"}}"# + "\n")
        let root = URL(filePath: #filePath).appending(path: "../../../..").standardized
        let page = try Data(contentsOf: root.appending(path: "docs/journal.md"))
        #expect(
            String(decoding: page, as: UTF8.self).contains(String(decoding: line, as: UTF8.self)),
            "the example of the format's page")
        #expect(
            String(decoding: chain, as: UTF8.self)
                == "5e58e3cb2c3c5392c8f5010c7535c77f16a090b98f79d5b959fd3666e0165deb")
    }

    @Test(arguments: Bodies.all)
    func `says what happened in a stated shape`(payload: SessionEvent.Payload, type: String, body: String)
        throws
    {
        #expect(payload.type == type)
        #expect(String(decoding: payload.body.bytes, as: UTF8.self) == body)
        #expect(try SessionEvent.Payload(type: type, body: Array(body.utf8)[...]) == payload)
    }

    @Test func `of a merge by version 0.1 is read without its order, and its numbers as words`() throws {
        let (payload, body) = RoomBodies.mergedBefore
        let json = #"{"people":5,"order":["b","a"],\#(body)}"#
        #expect(try SessionEvent.Payload(type: "preWorkMerged", body: Array(json.utf8)[...]) == payload)
    }

    @Test(arguments: Bodies.broken)
    func `with a body that does not fit is refused`(type: String, body: String, problem: BodyProblem) {
        #expect(throws: problem) { try SessionEvent.Payload(type: type, body: Array(body.utf8)[...]) }
    }

    @Test(arguments: 0..<20)
    func `reads back as what was written`(seed: Int) throws {
        let story = Story(on: MemoryDisk(), seed: seed, commands: 60)
        for event in story.acknowledged {
            let read = try SessionEvent.Payload(type: event.what.type, body: event.what.body.bytes[...])
            #expect(read == event.what)
            // Swift's strings are equal when they look the same; the bytes must be, too.
            #expect(read.body.bytes == event.what.body.bytes)
        }
    }

    @Test(arguments: [
        #"{ "n":1"#, #"{"n":01"#, #"{"n":-1"#, #"{"n":1,"at":"2026-11-21""#, #"{"n":1.0"#, "", "{}", "null",
        #"{"n":1,"at":"2026-11-21T12:00:00.123Z","type":"a b","salt":"""#,
        #"{"n":1,"at":"2026-02-30T12:00:00.123Z","type":"noted","salt":"""#,
        #"{"n":99999999999999999999,"at":"2026-11-21T12:00:00.123Z","type":"noted","salt":"""#,
    ])
    func `of any other layout is none`(beginning: String) {
        let rest =
            #","digest":"\#(String(repeating: "0", count: 64))","chain":"\#(String(repeating: "0", count: 64))","body":null}"#
        #expect(JournalLine(Array(beginning.utf8)) == nil)
        #expect(JournalLine(Array((beginning + rest).utf8)) == nil)
    }

    @Test(arguments: [
        ("answered", number(.nan)), ("answered", number(.infinity)), ("answered", number(-.infinity)),
        ("undone", .undone(step: 1 << 60 | 1, position: nil)),
        ("countersigned", .unrecognised(type: "countersigned")),
    ])
    func `that could not be read back is not written`(type: String, what: SessionEvent.Payload) throws {
        let disk = MemoryDisk()
        let session = try SessionFolder(Story.folder, on: disk).start(
            title: "Numbers", authority: nil, instruments: Small.set, now: .noon())
        let file = try disk.open(session.path, for: .appending)
        let status = try disk.status(of: file)
        let saved = try SessionFolder(Story.folder, on: disk).read(session.path)
        var writer = JournalWriter(file, status.identity, on: disk, behind: saved, salts: SplitMix(seed: 1))
        do throws(JournalFault) {
            try writer.append(SessionEvent(number: 2, at: .noon(), what: what))
            Issue.record("it was written")
        } catch {
            #expect(error == .unwritable(path: session.path, type: type))
        }
        #expect(try disk.status(of: file) == status)
    }

    private static func number(_ number: Double) -> SessionEvent.Payload {
        .answered([.init(question: "data.count", response: .given(.number(number)))], position: nil)
    }

    @Test func `longer than the bound is not written`() throws {
        let disk = MemoryDisk()
        let session = try SessionFolder(Story.folder, on: disk).start(
            title: "Long", authority: nil, instruments: Small.set, now: .noon())
        let long = String(repeating: "a", count: JournalFormat.longestLine)
        #expect(throws: PerformFault.rejected(.tooMuch(.names(most: 16_384)))) {
            try session.perform(.title(long), now: .noon())
        }
        #expect(session.state.title == "Long")
        #expect(try disk.events(of: session.path).events.count == 1)
    }

    @Test func `dated in no year of four digits has the last moment of the calendar`() throws {
        let disk = MemoryDisk()
        let session = try SessionFolder(Story.folder, on: disk).start(
            title: "Clock", authority: nil, instruments: Small.set, now: .noon())
        for milliseconds in [400_000_000_000_000, Int.max] {
            let events = try session.perform(.title("Later"), now: Timestamp(milliseconds: milliseconds))
            #expect(events.map { "\($0.at)" } == ["9999-12-31T23:59:59.999Z"])
        }
        #expect(try disk.events(of: session.path).events.count == 3)
    }
}
