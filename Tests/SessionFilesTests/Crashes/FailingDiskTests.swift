import Glibc
import Sessions
import TestSupport
import Testing

@testable import SessionFiles

@Suite struct `A failing disk` {
    @Test(arguments: [ENOSPC, EIO], [1, 50, 100_000])
    func `refuses an event and keeps the others`(code: Int32, mostPerWrite: Int) throws {
        let whole = MemoryDisk()
        whole.mostPerWrite = mostPerWrite
        _ = Work(on: whole, seed: 3)
        for operation in stride(from: 1, through: whole.operations, by: mostPerWrite == 1 ? 97 : 1) {
            let disk = MemoryDisk()
            disk.mostPerWrite = mostPerWrite
            disk.failures = [operation: code]
            let work = Work(on: disk, seed: 3)
            for crash in Crash.all(seed: operation) {
                let left = disk.after(crash)
                guard let path = work.path else {
                    #expect(
                        try SessionFolder(Story.folder, on: left).list().allSatisfy { $0.state != .damaged })
                    continue
                }
                #expect(try left.events(of: path).events == work.saved, "operation \(operation), \(crash)")
                #expect(work.lastState == Snapshot(folding: work.saved))
            }
        }
    }

    @Test func `that fills up is tried again once there is room`() throws {
        let disk = MemoryDisk()
        let session = try SessionFolder(Story.folder, on: disk).start(
            title: "Full", authority: nil, instruments: Small.set, now: .noon())
        disk.failures = [disk.operations + 3: ENOSPC]
        let full = FileError(.write, session.path, code: ENOSPC)
        #expect(throws: PerformFault.notSaved(.notAppended(full, cutOff: true))) {
            try session.perform(.title("No room"), now: .noon())
        }
        #expect(session.state.title == "Full")
        _ = try session.perform(.title("Room"), now: .noon())
        #expect(
            try disk.after(.powerLoss).events(of: session.path).events.map(\.what).last == .titled("Room"))
    }

    @Test func `whose sync failed is not written to again`() throws {
        let disk = MemoryDisk()
        let session = try SessionFolder(Story.folder, on: disk).start(
            title: "Doubtful", authority: nil, instruments: Small.set, now: .noon())
        disk.failures = [disk.operations + 4: EIO]
        let failed = FileError(.sync, session.path, code: EIO)
        #expect(throws: PerformFault.notSaved(.notAppended(failed, cutOff: true))) {
            try session.perform(.title("Refused"), now: .noon())
        }
        #expect(throws: PerformFault.notSaved(.stopped(path: session.path))) {
            try session.perform(.title("Refused, too"), now: .noon())
        }
    }

    @Test func `that cannot take back what it half wrote is not written to again, and says so`() throws {
        let disk = MemoryDisk()
        let session = try SessionFolder(Story.folder, on: disk).start(
            title: "Doubtful", authority: nil, instruments: Small.set, now: .noon())
        disk.failures = [disk.operations + 3: ENOSPC, disk.operations + 4: EIO]
        let full = FileError(.write, session.path, code: ENOSPC)
        #expect(throws: PerformFault.notSaved(.notAppended(full, cutOff: false))) {
            try session.perform(.title("Refused"), now: .noon())
        }
        #expect(throws: PerformFault.notSaved(.stopped(path: session.path))) {
            try session.perform(.title("Refused, too"), now: .noon())
        }
    }

    @Test func `does not cost the journal its torn tail`() throws {
        let first = MemoryDisk()
        let path = try #require(Story(on: first, seed: 1, commands: 2).path)
        first.node(at: path)?.bytes += Array("{\"n\":".utf8)
        let before = try #require(first.node(at: path)?.bytes)
        for operation in 1..<30 {
            let disk = first.after(.killed)
            disk.failures = [operation: ENOSPC]
            guard (try? SessionFolder(Story.folder, on: disk).open(path)) == nil else { continue }
            let bytes = disk.node(at: path)?.bytes
            let copy = disk.node(at: path + ".torn-1")?.bytes
            #expect(bytes == before || copy == Array("{\"n\":".utf8))
        }
    }
}

/// Work that goes on after a refusal.
private struct Work {
    var path: String?
    var saved: [SessionEvent] = []
    var lastState: Snapshot?

    init(on disk: MemoryDisk, seed: Int) {
        var random = RandomCommands(seed: seed)
        guard
            let session = try? SessionFolder(Story.folder, on: disk).start(
                title: "Work", authority: nil, instruments: Small.set, now: .noon(),
                random: SplitMix(seed: seed))
        else { return }
        path = session.path
        saved = (try? disk.eventsWithoutCounting(of: session.path)) ?? []
        for step in 0..<8 {
            let command = random.next(in: session.state)
            saved += (try? session.perform(command, now: .noon(step))) ?? []
        }
        lastState = Snapshot(session.state)
    }
}
