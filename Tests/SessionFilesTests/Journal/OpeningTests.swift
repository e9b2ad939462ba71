import Glibc
import Instruments
import Sessions
import Testing

@testable import SessionFiles

@Suite struct `Opening a journal` {
    private let disk = MemoryDisk()
    private let sessions: SessionFolder
    private let path: String
    /// The journal as it was, and how many lines it has.
    private let good: [UInt8]
    private let count: Int

    init() throws {
        sessions = SessionFolder(Story.folder, on: disk)
        let story = Story(on: disk, seed: 4, commands: 6)
        path = try #require(story.path)
        good = try #require(disk.node(at: path)?.bytes)
        count = story.acknowledged.count
    }

    @Test func `lets its writer look whether everything is there`() throws {
        let session = try sessions.open(path)
        #expect(throws: Never.self) { try session.checkOnDisk() }
        _ = try session.perform(.title("Further"), now: .noon())
        #expect(throws: Never.self) { try session.checkOnDisk() }
        let node = try #require(disk.node(at: path))
        let whole = node.bytes
        node.bytes[whole.count - 9] ^= 1
        #expect(throws: JournalFault.changed(path: path, .overwritten)) { try session.checkOnDisk() }
        node.bytes = whole.dropLast()
        #expect(throws: JournalFault.changed(path: path, .shorter)) { try session.checkOnDisk() }
        node.bytes = whole
        #expect(throws: Never.self) { try session.checkOnDisk() }
    }

    @Test func `goes on where it was left`() throws {
        let before = try sessions.read(path)
        let session = try sessions.open(path)
        #expect(Snapshot(session.state) == Snapshot(before.state))
        #expect(session.head == before.head)
        _ = try session.perform(.title("Further"), now: .noon())
        let after = try sessions.read(path)
        #expect(after.state.title == "Further")
        #expect(after.state.lastNumber == before.state.lastNumber + 1)
        #expect(after.head == session.head)
    }

    @Test(arguments: [".canary-new-1", ".canary-new-27", ".k7m3-x9qd.canary.jsonl.new"])
    func `removes what a crash left while a journal was written anew`(name: String) throws {
        let draft = Story.folder + "/" + name
        try disk.write(Array("half of a journal in the clear".utf8), toNew: draft)
        _ = try sessions.read(path)
        #expect(disk.node(at: draft) != nil)
        _ = try sessions.open(path)
        #expect(disk.node(at: draft) == nil)
    }

    @Test func `refuses a file with nothing in it`() {
        put([])
        expectBoth(.empty(path: path))
    }

    @Test(arguments: [
        "\n", "hello\n", "{}\n", #"{"format":"other/1"}"# + "\n", "\u{0}\u{0}", #"{"n":2}"# + "\n",
    ])
    func `refuses a file of another kind`(text: String) {
        put(Array(text.utf8))
        expectBoth(.foreign(path: path))
    }

    @Test func `names a version that it does not know, whatever else that changed`() {
        put(Array(#"{"session":{"format":"canary-session/2"}}"#.utf8))
        expectBoth(.otherVersion(path: path, format: "canary-session/2"))
    }

    @Test func `does not look for versions in a title`() throws {
        let title = #""format":"canary-session/9""#
        let session = try sessions.start(
            title: title, authority: nil, instruments: Small.set, now: .noon())
        #expect(try sessions.read(session.path).state.title == title)
    }

    @Test func `refuses a journal whose first line is damaged, even where it is the only one`() throws {
        let only = try #require(bytes.firstIndex(of: UInt8(ascii: "\n")))
        put(Array(bytes[..<only]))
        expectBoth(.damaged(path: path, line: 1, offset: 0, .layout))
    }

    @Test func `refuses a journal that does not start with a start`() throws {
        put(lines([SessionEvent(number: 1, at: .noon(), what: .titled("T"))]))
        expectBoth(.damaged(path: path, line: 1, offset: 0, .notStarted))
    }

    @Test func `refuses a line whose number is out of order, however well it is chained`() throws {
        let jump = line(.titled("T"), number: count + 2, after: good)
        put(good + jump + line(.titled("U"), number: count + 3, after: jump))
        expectBoth(
            .damaged(
                path: path, line: count + 1, offset: good.count,
                .number(expected: count + 1, found: count + 2)))
    }

    @Test func `opens a journal whose dates go back, and says so wherever it is looked at`() throws {
        let early = line(.titled("T"), number: count + 1, at: .noon(-86_400_000), after: good)
        put(good + early)
        #expect(try sessions.read(path).state.dates.back == [count + 1])
        let found = try sessions.inspect(path).journal
        #expect(found.faults.isEmpty && found.dates?.back == [count + 1])
        #expect(try sessions.open(path).state.dates.faults(at: .noon())?.back == [count + 1])
    }

    @Test func `refuses a second start`() throws {
        put(bytes + line(.started(start), number: count + 1))
        expectBoth(.damaged(path: path, line: count + 1, offset: good.count, .startedAgain))
    }

    @Test func `refuses a known type whose body it does not understand, even at the end`() throws {
        let body = Array(#"{"question":"plan.exists"}"#.utf8)
        put(good + line(type: "noted", body: body, number: count + 1))
        expectBoth(
            .damaged(
                path: path, line: count + 1, offset: good.count,
                .body(type: "noted", .missing(key: "text"))))
    }

    @Test func `keeps what it does not know and is read-only then`() throws {
        let body = Array(#"{"by":"chair"}"#.utf8)
        put(bytes + line(type: "countersigned", body: body, number: count + 1))
        let before = bytes
        let session = try sessions.open(path)
        #expect(session.state.unrecognised == ["countersigned"])
        #expect(throws: PerformFault.rejected(.readOnly(unrecognised: ["countersigned"]))) {
            try session.perform(.undo, now: .noon())
        }
        #expect(bytes == before)
        #expect(try sessions.inspect(path).journal.events == session.state.lastNumber)
    }

    @Test(arguments: [
        #"{"after":"00","program":"0.1.0","instruments":["a"],"figures":"00ff"}"#, "{}", #"{"x":[1]}"#,
    ])
    func `passes over what version 0.1 noted of a session, whatever it says`(body: String) throws {
        let before = try sessions.read(path).state
        put(bytes + line(type: "summarised", body: Array(body.utf8), number: count + 1))
        let session = try sessions.open(path)
        #expect(!session.state.isReadOnly && session.state.records == before.records)
        #expect(try sessions.inspect(path).journal.faults.isEmpty)
        _ = try session.perform(.title("Further"), now: .noon(200_000))
        #expect(session.state.title == "Further" && session.state.lastNumber == count + 2)
        _ = try session.perform(.undo, now: .noon(200_001))
        #expect(session.state.title == before.title)
        session.close()
        #expect(try sessions.inspect(path).journal.faults.isEmpty)
    }

    @Test(arguments: ["voted", "recounted", "merged", "noted"])
    func `keeps no copy of a torn count, beside which the next one could tell a ballot`(type: String) throws {
        let torn = line(type: type, body: Array(#"{"words":"TORN"}"#.utf8), number: count + 1).dropLast()
        put(good + torn)
        let tail = try #require(try sessions.open(path).tornTail)
        #expect((tail.copy == nil) == (type != "noted"))
        #expect(bytes == good)
        let copies = try disk.names(in: path.parentFolder).filter { $0.contains(".torn-") }
        #expect(copies.isEmpty == (type != "noted"))
    }

    @Test func `leaves the torn tail of a later version alone`() throws {
        put(
            bytes + line(type: "countersigned", body: Array("{}".utf8), number: count + 1)
                + Array("{\"n\"".utf8))
        let before = bytes
        #expect(try sessions.open(path).tornTail?.copy == nil)
        #expect(bytes == before)
    }

    @Test func `reads on behind a body that was removed, and can undo nothing of it`() throws {
        let before = try sessions.read(path).state
        let end = before.lastNumber
        let removed = line(type: "noted", body: nil, number: end + 1)
        let undone = line(.undone(step: end + 1, position: "data.words"), number: end + 2, after: removed)
        put(good + removed + undone)
        let saved = try sessions.read(path)
        #expect(saved.removed == [end + 1])
        #expect(saved.state.records == before.records)
        #expect(saved.state.position == "data.words")
        #expect(saved.state.isReadOnly)
        #expect(try sessions.inspect(path).journal.removed == [end + 1])
    }

    @Test(arguments: ["started", "cleared", "confidentialitySet", "moved", "undone", "redone"])
    func `refuses a body that was removed where there were no words`(type: String) throws {
        put(good + line(type: type, body: nil, number: count + 1))
        let damage: Damage = type == "started" ? .startedAgain : .removed(type: type)
        expectBoth(.damaged(path: path, line: count + 1, offset: good.count, damage))
    }

    @Test func `refuses a line beyond the bound without reading it whole`() throws {
        put(good + [UInt8](repeating: UInt8(ascii: "x"), count: 2 * JournalFormat.longestLine))
        let before = disk.operations
        #expect(
            throws: JournalFault.damaged(path: path, line: count + 1, offset: good.count, .tooLong)
        ) {
            try sessions.read(path)
        }
        #expect(disk.operations - before < 300)
    }

    @Test func `reads a line of many megabytes`() throws {
        let long = String(repeating: "ŵ", count: 1_000_000)
        _ = try sessions.open(path).perform(.note("plan.exists", long), now: .noon())
        #expect(try sessions.read(path).state.records["plan.exists"]?.note == long)
    }

    @Test func `refuses a file that is not there`() {
        let none = "/home/data/sessions/none.canary.jsonl"
        #expect(throws: JournalFault.file(FileError(.open, none, code: ENOENT))) {
            try sessions.read(none)
        }
    }

    // MARK: The journal's bytes

    private var bytes: [UInt8] { disk.node(at: path)?.bytes ?? [] }

    private var start: SessionEvent.Payload.Start {
        SessionEvent.Payload.Start(
            session: "s", title: "T", authority: nil,
            pins: .init(questionnaire: .init(id: "q", version: "1", sha256: ""), frameworks: []),
            position: nil)
    }

    private func put(_ bytes: [UInt8]) {
        disk.node(at: path)?.bytes = bytes
    }

    private func expectBoth(_ fault: JournalFault) {
        let before = bytes
        #expect(throws: fault) { try sessions.read(path) }
        #expect(throws: fault) { try sessions.open(path) }
        #expect(bytes == before)
    }

    private func lines(_ events: [SessionEvent]) -> [UInt8] {
        events.reduce(into: []) { bytes, event in
            bytes += line(event.what, number: event.number, after: bytes)
        }
    }

    private func line(
        _ what: SessionEvent.Payload, number: Int, at: Timestamp = .noon(100_000), after lines: [UInt8]? = nil
    ) -> [UInt8] {
        let event = SessionEvent(number: number, at: at, what: what)
        return JournalLine.bytes(
            of: event, salt: [UInt8](repeating: 7, count: 16), after: chain(after: lines ?? bytes)
        ).bytes
    }

    /// A line with a body of one's own; nil for one that was removed.
    private func line(type: String, body: [UInt8]?, number: Int) -> [UInt8] {
        foreignLine(type: type, body: body, number: number, after: chain(after: bytes)).bytes
    }

    private func chain(after lines: [UInt8]) -> [UInt8] {
        let last = lines.split(separator: UInt8(ascii: "\n")).last.map(Array.init) ?? []
        return (JournalLine(last)?.chain).map(Array.init) ?? JournalFormat.firstChain
    }
}
