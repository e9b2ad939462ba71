import Glibc
import Instruments
import Testing

@testable import SessionFiles
@testable import Sessions

@Suite struct `Writing a journal anew` {
    /// A session with words on a question, alone and in a sheet with another question's.
    private func journal(on disk: MemoryDisk) throws -> String {
        let session = try SessionFolder(Story.folder, on: disk).start(
            title: "T", authority: nil, instruments: Small.set, now: .noon())
        let place = Place(line: 1, column: 1)
        let commands: [SessionCommand] = [
            .answer("plan.exists", .given(.yesNo(true)), note: "SECRET one"),
            .addEvidence("plan.exists", kind: .data, reference: "SECRET two", text: "SECRET three"),
            .recordSheet(
                AnswerSheet(entries: [
                    .init(
                        question: "plan.exists", place: place, answer: .notApplicable(reason: "SECRET four")),
                    .init(question: "data.words", place: place, answer: .value("kept words")),
                ])),
            .note("plan.exists", "SECRET five"), .undo, .title("T2"),
        ]
        for command in commands { _ = try session.perform(command, now: .noon()) }
        session.close()
        return session.path
    }

    private func holdsSecret(_ disk: MemoryDisk) -> Bool {
        func search(_ node: MemoryDisk.Node) -> Bool {
            node.bytes.firstRange(of: Array("SECRET".utf8)) != nil
                || node.names.values.contains(where: search)
        }
        return search(disk.root)
    }

    @Test func `leaves no word on the disk, and everything else`() throws {
        let disk = MemoryDisk()
        let path = try journal(on: disk)
        let sessions = SessionFolder(Story.folder, on: disk)
        let torn = try disk.create(path + ".torn-1")
        _ = try disk.append(Array("SECRET six".utf8)[...], to: torn)
        let before = try sessions.read(path).state
        let done = try #require(try sessions.redact(.question("plan.exists"), in: path, now: .noon()))
        #expect(done.events == 4 && done.removed == [path + ".torn-1"])
        #expect(!holdsSecret(disk))
        let after = try sessions.read(path)
        #expect(!after.state.isReadOnly)
        #expect(after.state.records["data.words"] == before.records["data.words"])
        #expect(after.state.redacted == [.question("plan.exists")])
        #expect(after.removed.count == 4)
        #expect(try sessions.inspect(path).journal.faults == [])
        // Undo goes as far back as it did, and brings nothing back.
        let session = try sessions.open(path)
        while (try? session.perform(.undo, now: .noon())) != nil {}
        #expect(session.state.undoSteps.isEmpty)
        session.close()
        #expect(!holdsSecret(disk))
        #expect(try sessions.redact(.question("plan.exists"), in: path, now: .noon()) == nil)
        #expect(try sessions.redact(.question("data.words"), in: path, now: .noon()) != nil)
        #expect(disk.node(at: path)?.bytes.firstRange(of: Array("kept words".utf8)) == nil)
        #expect(
            try sessions.read(path).state.redacted == [.question("plan.exists"), .question("data.words")])
    }

    @Test func `that breaks off at any moment leaves the old journal or the new one`() throws {
        let whole = MemoryDisk()
        let path = try journal(on: whole)
        let before = whole.operations
        _ = try SessionFolder(Story.folder, on: whole).redact(
            .question("plan.exists"), in: path, now: .noon())
        for operations in 0..<(whole.operations - before) {
            for crash in Crash.all(seed: operations) {
                let disk = MemoryDisk()
                _ = try journal(on: disk)
                let path = try #require(try SessionFolder(Story.folder, on: disk).list().first?.path)
                let old = try disk.events(of: path).events.count
                disk.diesAfter = disk.operations + operations
                let isDone =
                    (try? SessionFolder(Story.folder, on: disk)
                        .redact(.question("plan.exists"), in: path, now: .noon())) != nil
                let left = disk.after(crash)
                let sessions = SessionFolder(Story.folder, on: left)
                let state = try sessions.open(path).state
                #expect([old, old + 1].contains(state.lastNumber))
                #expect(!isDone || state.lastNumber == old + 1, "\(operations), \(crash)")
                if state.lastNumber == old + 1 {
                    #expect(left.node(at: path)?.bytes.firstRange(of: Array("SECRET".utf8)) == nil)
                }
            }
        }
    }

    @Test func `that fails is refused and changes nothing`() throws {
        for operation in 1..<40 {
            let disk = MemoryDisk()
            let path = try journal(on: disk)
            let before = disk.node(at: path)?.bytes
            disk.failures = [disk.operations + operation: ENOSPC]
            guard
                (try? SessionFolder(Story.folder, on: disk).redact(
                    .question("plan.exists"), in: path, now: .noon()))
                    == nil
            else { continue }
            let bytes = disk.node(at: path)?.bytes
            #expect(bytes == before || bytes?.firstRange(of: Array("SECRET".utf8)) == nil, "\(operation)")
        }
    }

    @Test func `is refused where the new journal would not read back`() throws {
        let disk = MemoryDisk()
        let path = try journal(on: disk)
        let sessions = SessionFolder(Story.folder, on: disk)
        // A journal whose checks all hold, and whose last event says what stands for an event that holds no words.
        let lines = try JournalLines(of: path, on: disk, seal: nil)
        let first = try #require(lines.entries.first?.event)
        let crafted = SessionEvent(
            number: lines.entries.count + 1, at: first.at,
            what: .redacted(
                .init(
                    place: .question("plan.exists"),
                    instead: [.init(number: 6, what: .noted("plan.exists", "words"))]))
        )
        let line = JournalLine.bytes(of: crafted, salt: Array(repeating: 7, count: 16), after: lines.head)
        disk.node(at: path)?.bytes += line.bytes
        let before = disk.node(at: path)?.bytes
        #expect(throws: JournalFault.notRewritten(path: path)) {
            try sessions.redact(.question("plan.exists"), in: path, now: .noon())
        }
        #expect(disk.node(at: path)?.bytes == before)
        #expect(disk.drafts(in: Story.folder).isEmpty)
        #expect(throws: Never.self) { try sessions.read(path) }
    }

    @Test func `erases a session with all that is its own, and nothing else`() throws {
        let disk = MemoryDisk()
        let path = try journal(on: disk)
        let other = try journal(on: disk)
        _ = try disk.create(path + ".torn-1")
        let sessions = SessionFolder(Story.folder, on: disk)
        let open = try sessions.open(path)
        #expect(throws: JournalFault.locked(path: path, nil)) { try sessions.erase(path) }
        open.close()
        #expect(try sessions.erase(path).removed == [path, path + ".torn-1"])
        #expect(try sessions.list().map(\.path) == [other])
        #expect(try sessions.read(other).state.title == "T2")
    }
}
