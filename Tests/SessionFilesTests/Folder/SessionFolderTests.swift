import Instruments
import Sessions
import TestSupport
import Testing

@testable import SessionFiles

@Suite struct `A folder of sessions` {
    private let disk = MemoryDisk()
    private var sessions: SessionFolder { SessionFolder(Story.folder, on: disk) }

    @Test func `that is not there holds none`() throws {
        #expect(try sessions.list().isEmpty)
        #expect(throws: FolderFault.noSuchSession("any", in: Story.folder, sealed: 0)) {
            try sessions.resolve("any")
        }
    }

    @Test func `lists the session that changed last first`() throws {
        let first = try start("First", at: 1)
        _ = try start("Second", at: 2)
        _ = try sessions.open(first).perform(
            .answer("plan.exists", .given(.yesNo(true)), note: nil), now: .noon(3))
        let listed = try sessions.list()
        #expect(listed.map(\.title) == ["First", "Second"])
        let listing = try #require(listed.first)
        #expect(listing.path == first)
        #expect(Story.folder.path(to: listing.id + ".canary.jsonl") == first)
        #expect(listing.authority == "Gwynedd")
        #expect(listing.questionnaire?.id == "tiny")
        #expect(listing.changed == .noon(3))
        #expect(listing.state == .inProgress)
        #expect(listing.counts == Counts(try sessions.read(first).state))
        #expect(listing.counts?.answered == 1)
        #expect(listing.fault == nil)
    }

    @Test func `holds no lock while it reads a session for its list`() throws {
        _ = try start("Free", at: 1)
        #expect(try sessions.list().map(\.state) == [.inProgress])
        #expect(disk.history.contains(.lock))
        #expect(disk.lockedReads == 0)
    }

    @Test func `lists a session with an answer to every question as complete`() throws {
        let session = try sessions.open(try start("Done", at: 1))
        while let question = session.state.position {
            _ = try session.perform(.answer(question, .dontKnow, note: nil), now: .noon(2))
        }
        let state = session.state
        #expect(Counts(state).unanswered == 0)
        #expect(try sessions.list().map(\.state) == [.locked])
        #expect(try SessionFolder(Story.folder, on: disk.after(.killed)).list().map(\.state) == [.complete])
        withExtendedLifetime(session) {}
    }

    @Test func `lists what it cannot read at the end, with nothing but its fault`() throws {
        let good = try start("Good", at: 1)
        put("hello", at: "a-note.canary.jsonl")
        put("", at: "empty.canary.jsonl")
        let listed = try sessions.list()
        #expect(listed.map(\.state) == [.inProgress, .damaged, .damaged])
        #expect(listed.map(\.id).dropFirst() == ["a-note", "empty"])
        #expect(listed.first?.path == good)
        #expect(listed.last?.fault == .empty(path: Story.folder + "/empty.canary.jsonl"))
        #expect(listed.last?.title == nil && listed.last?.changed == nil && listed.last?.counts == nil)
    }

    @Test func `lists neither examples nor hidden nor other files`() throws {
        let path = try start("Mine", at: 1)
        let bytes = try #require(disk.node(at: path)?.bytes)
        let text = String(decoding: bytes, as: UTF8.self)
        _ = try disk.makeFolder(Story.folder + "/Examples")
        put(text, at: "Examples/example.canary.jsonl")
        put(text, at: ".k7m3-x9qd.canary.jsonl.new")
        put(text, at: ".hidden.canary.jsonl")
        put(text, at: "k7m3-x9qd.canary.jsonl.torn-1")
        put(text, at: "README.md")
        #expect(try sessions.list().map(\.path) == [path])
    }

    @Test func `lists a session without its instruments with the instrument that is missing`() throws {
        let path = try start("Lonely", at: 1)
        let folder = disk.node(at: Story.folder + "/instruments")
        folder?.names.removeAll()
        let listing = try #require(sessions.list().first)
        #expect(listing.state == .damaged)
        let pin = Instrument.questionnaire(Small.questionnaire).pin
        #expect(
            listing.fault
                == .missingInstrument(path: Story.folder + "/instruments/\(pin.sha256).json", pin))
        #expect(try sessions.inspect(path).journal.events == 1)
    }

    @Test func `finds a session by id, path, title and beginning, in that order`() throws {
        let first = try start("First", at: 1)
        let id = String(first.name.dropLast(".canary.jsonl".count))
        let titledLikeAnID = try start(id, at: 2)
        let titledLikeAPath = try start("a/path", at: 3)
        #expect(try sessions.resolve(id) == first)
        #expect(try sessions.resolve("a/path") == "a/path")
        #expect(try sessions.resolve("path.jsonl") == "path.jsonl")
        #expect(try sessions.resolve("First") == first)
        #expect(try sessions.resolve(String(id.prefix(6))) == first)
        #expect(try sessions.resolve(String(titledLikeAPath.name.prefix(9))) == titledLikeAPath)
        #expect(titledLikeAnID != first)
    }

    @Test func `names those that a name fits when it fits several`() throws {
        let paths = [try start("Same", at: 1), try start("Same", at: 2)]
        do throws(FolderFault) {
            _ = try sessions.resolve("Same")
            Issue.record("two sessions were one")
        } catch {
            guard case .ambiguous("Same", let matches) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(matches.map(\.path) == paths.reversed())
        }
    }

    @Test func `finds a session by the title that it has now, and none by one that it had`() throws {
        let path = try start("Before", at: 1)
        _ = try start("Other", at: 2)
        _ = try sessions.open(path).perform(.title("After"), now: .noon(3))
        #expect(try sessions.resolve("After") == path)
        #expect(try sessions.resolve("aFTER") == path)
        #expect(throws: FolderFault.noSuchSession("Before", in: Story.folder, sealed: 0)) {
            try sessions.resolve("Before")
        }
        _ = try sessions.open(path).perform(.undo, now: .noon(4))
        #expect(try sessions.resolve("Before") == path)
        let other = try start("before", at: 5)
        #expect(try sessions.resolve("before") == other)
        #expect(throws: FolderFault.self) { try sessions.resolve("BEFORE") }
    }

    @Test func `decodes no session whose first line has another title`() throws {
        for number in 1...20 { _ = try start("Session \(number)", at: number) }
        var asked = 0
        let counting = SessionFolder(
            Story.folder, on: disk,
            instruments: InstrumentSources(own: { sha256 in
                asked += 1
                return Small.set.all.first { $0.pin.sha256 == sha256 }
            }))
        #expect(throws: FolderFault.self) { try counting.resolve("Another") }
        #expect(asked == 0)
        _ = try counting.resolve("session 7")
        #expect(asked == 2)
    }

    @Test func `finds nothing by no name, and nothing by half a title`() throws {
        _ = try start("Some title", at: 1)
        #expect(throws: FolderFault.noSuchSession("", in: Story.folder, sealed: 0)) {
            try sessions.resolve("")
        }
        #expect(throws: FolderFault.noSuchSession("Some", in: Story.folder, sealed: 0)) {
            try sessions.resolve("Some")
        }
    }

    @Test func `finds a damaged session by the beginning of its id`() throws {
        put("hello", at: "abcd.canary.jsonl")
        #expect(try sessions.resolve("abc") == Story.folder + "/abcd.canary.jsonl")
    }

    @Test func `names sessions by letters that nobody mistakes, and never twice`() throws {
        var random: any RandomNumberGenerator = SplitMix(seed: 1)
        for _ in 0..<1_000 {
            let id = SessionID.draw(&random)
            #expect(id.wholeMatch(of: /[2-9a-km-np-z]{4}-[2-9a-km-np-z]{4}/) != nil)
        }
        #expect(Set(SessionID.alphabet).count == 32)
        #expect(SessionID.alphabet.allSatisfy { !"01lo".utf8.contains($0) })
        // The same numbers again draw the same name first, which is taken.
        let first = try start("First", at: 1, seed: 9)
        let second = try start("Second", at: 2, seed: 9)
        #expect(first != second)
        #expect(try sessions.list().count == 2)
    }

    @Test func `gives up when every name that it draws is taken`() throws {
        struct Stuck: RandomNumberGenerator {
            func next() -> UInt64 { 0 }
        }
        func start() throws(JournalFault) -> OpenSession {
            try sessions.start(
                title: "T", authority: nil, instruments: Small.set, now: .noon(), random: Stuck())
        }
        #expect(try start().path.name == "2222-2222.canary.jsonl")
        #expect(throws: JournalFault.noFreeName(folder: Story.folder)) { try start() }
    }

    private func start(_ title: String, at: Int, seed: Int? = nil) throws -> String {
        let random: any RandomNumberGenerator = SplitMix(seed: seed ?? at)
        return try sessions.start(
            title: title, authority: "Gwynedd", instruments: Small.set, now: .noon(at), random: random
        ).path
    }

    private func put(_ text: String, at name: String) {
        try? disk.makeFolders(Story.folder)
        try? disk.write(Array(text.utf8), toNew: Story.folder + "/" + name)
    }
}
