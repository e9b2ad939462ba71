import Instruments
import Sessions
import TestSupport
import Testing

@testable import SessionFiles

/// No session in the clear asks for a seal.
private func none(_ session: String) throws(JournalFault) -> Seal { throw .sealFailed }

@Suite struct `A salvage` {
    private func journal(on disk: MemoryDisk, seed: Int) throws -> (path: String, events: [SessionEvent]) {
        let story = Story(on: disk, seed: seed, commands: 40)
        return (try #require(story.path), story.acknowledged)
    }

    @Test(arguments: 0..<30)
    func `is reported line by line, and brought back but for what is lost`(seed: Int) throws {
        let disk = MemoryDisk()
        let (path, events) = try journal(on: disk, seed: seed)
        var random = SplitMix(seed: seed)
        let whole = disk.node(at: path)?.bytes ?? []
        var lines = whole.split(separator: 10).map { Array($0) }
        var damaged: Set<Int> = []
        for _ in 0...Int(random.next() % 3) {
            let line = 1 + Int(random.next() % UInt64(lines.count - 2))
            let start = lines[line].firstRange(of: Array("\"body\":".utf8))?.upperBound ?? 0
            lines[line][start + Int(random.next() % UInt64(lines[line].count - start))] ^= 1
            damaged.insert(line + 1)
        }
        disk.node(at: path)?.bytes = lines.flatMap { $0 + [10] }
        let sessions = SessionFolder(Story.folder, on: disk)
        let inspection = try sessions.inspect(path).journal
        #expect(Set(inspection.faults.map(\.line)) == damaged)
        #expect(inspection.events == events.count - damaged.count)
        #expect(throws: JournalFault.self) { try sessions.open(path) }
        let before = disk.node(at: path)?.bytes
        let (salvaged, lost, marked) = try sessions.salvage(path, seal: none)
        #expect(disk.node(at: path)?.bytes == before)
        #expect(Set(lost) == damaged)
        #expect(salvaged.state.lost == lost)
        #expect(salvaged.state.lastNumber == events.count + marked.count)
        let copied = try disk.events(of: salvaged.path).events
        for (old, new) in zip(events, copied).dropFirst() where !damaged.contains(old.number) {
            #expect(new.what.type == old.what.type || new.what.type == "moved", "\(old.number)")
            #expect(new.number == old.number && new.at == old.at)
        }
        _ = try salvaged.perform(.move(to: nil), now: .noon())
    }

    @Test func `whose first line is damaged is beyond salvage, and stays`() throws {
        let disk = MemoryDisk()
        let (path, _) = try journal(on: disk, seed: 1)
        disk.node(at: path)?.bytes[40] ^= 1
        let before = disk.node(at: path)?.bytes
        let sessions = SessionFolder(Story.folder, on: disk)
        #expect(throws: JournalFault.beyondSalvage(path: path)) { try sessions.salvage(path, seal: none) }
        #expect(disk.node(at: path)?.bytes == before)
    }

    @Test func `with a torn end is told apart from one that is damaged`() throws {
        let disk = MemoryDisk()
        let (path, events) = try journal(on: disk, seed: 2)
        disk.node(at: path)?.bytes += Array("{\"n\":".utf8)
        let inspection = try SessionFolder(Story.folder, on: disk).inspect(path).journal
        #expect(inspection.isTornAtEnd && inspection.faults.count == 1)
        #expect(inspection.events == events.count)
    }

    @Test func `finds the head that was noted, and says so where it is gone`() throws {
        let disk = MemoryDisk()
        let (path, events) = try journal(on: disk, seed: 3)
        let sessions = SessionFolder(Story.folder, on: disk)
        let head = try sessions.read(path).head
        let session = try sessions.open(path)
        _ = try session.perform(.move(to: nil), now: .noon())
        session.close()
        #expect(try sessions.inspect(path).journal.number(ofHead: head) == events.count)
        let lines = (disk.node(at: path)?.bytes ?? []).split(separator: 10)
        disk.node(at: path)?.bytes = lines.dropLast(2).flatMap { $0 + [10] }
        let cut = try sessions.inspect(path).journal
        #expect(cut.faults.isEmpty && cut.number(ofHead: head) == nil)
    }

    @Test func `of redacted words gives them back to nobody`() throws {
        let disk = MemoryDisk()
        let sessions = SessionFolder(Story.folder, on: disk)
        let session = try sessions.start(
            title: "T", authority: nil, instruments: Small.set, now: .noon())
        _ = try session.perform(.answer("plan.exists", .dontKnow, note: "SECRET"), now: .noon())
        _ = try session.perform(.title("Second"), now: .noon())
        session.close()
        _ = try sessions.redact(.question("plan.exists"), in: session.path, now: .noon())
        let bytes = disk.node(at: session.path)?.bytes ?? []
        let at = try #require(bytes.firstRange(of: Array("Second".utf8))).lowerBound
        disk.node(at: session.path)?.bytes[at] ^= 1
        let (salvaged, lost, marked) = try sessions.salvage(session.path, seal: none)
        // Its type says that it was a title, and no mark.
        #expect(lost == [3] && marked == [])
        #expect(salvaged.state.records["plan.exists"]?.note == "[removed]")
        #expect(!salvaged.state.isReadOnly)
    }

    @Test(arguments: 0..<30)
    func `shows nothing that was confidential, whatever line is damaged`(seed: Int) throws {
        let disk = MemoryDisk()
        let (path, _) = try journal(on: disk, seed: seed)
        let sessions = SessionFolder(Story.folder, on: disk)
        let whole = try sessions.read(path).state
        let lines = (disk.node(at: path)?.bytes ?? []).split(separator: 10).map { Array($0) }
        var random = SplitMix(seed: seed)
        for line in 1..<lines.count {
            var damaged = lines
            damaged[line][Int(random.next() % UInt64(lines[line].count))] ^= 1
            disk.node(at: path)?.bytes = damaged.flatMap { $0 + [10] }
            // A line break in the middle makes two lines.
            guard !damaged[line].contains(10) else { continue }
            // One whose damage looks like a later version is not salvaged at all.
            guard let (salvaged, _, _) = try? sessions.salvage(path, seal: none) else { continue }
            for (id, record) in salvaged.state.records where whole.records[id]?.confidential == true {
                #expect(record.confidential || !record.hasContent, "\(line) \(id)")
            }
            for (id, record) in salvaged.state.records where whole.records[id]?.confidentiality == .level {
                #expect(record.confidentiality == .level || !record.hasContent, "\(line) \(id)")
            }
            salvaged.close()
        }
    }

    @Test func `marks the question that the lost mark names, and says so`() throws {
        let disk = MemoryDisk()
        let sessions = SessionFolder(Story.folder, on: disk)
        let session = try sessions.start(title: "T", authority: nil, instruments: Small.set, now: .noon())
        _ = try session.perform(.answer("plan.exists", .dontKnow, note: "SECRET"), now: .noon())
        _ = try session.perform(.setConfidential("plan.exists", .words), now: .noon())
        session.close()
        var bytes = disk.node(at: session.path)?.bytes ?? []
        let at = try #require(bytes.firstRange(of: Array("\"confidential\":true".utf8))).upperBound
        bytes[at - 1] ^= 1
        disk.node(at: session.path)?.bytes = bytes
        let (salvaged, lost, marked) = try sessions.salvage(session.path, seal: none)
        #expect(lost == [3] && marked == ["plan.exists"])
        // What is lost may have been a mark of the level.
        #expect(salvaged.state.records["plan.exists"]?.confidentiality == .level)
    }
}
