import Glibc
import Instruments
import Sessions
import Testing

@testable import SessionFiles

/// Each sync is there because something is lost without it.
@Suite struct `Every sync` {
    @Test(arguments: Sync.allCases)
    func `is needed`(sync: Sync) throws {
        #expect(try isSomethingLost(ignoring: []) == false)
        #expect(try isSomethingLost(ignoring: [sync]), "nothing was lost without the sync of \(sync)")
    }

    @Test(arguments: [.startFile, .startFolder, .instrumentFile, .instrumentFolder, .madeFolder] as [Sync])
    func `of a start is needed for the start`(sync: Sync) throws {
        #expect(try isLostAfterStart(ignoring: []) == false)
        #expect(try isLostAfterStart(ignoring: [sync]))
    }

    private func isSomethingLost(ignoring ignored: Set<Sync>) throws -> Bool {
        try isLostAfterStart(ignoring: ignored) || isLostAfterAppend(ignoring: ignored)
            || isLostAfterKill(ignoring: ignored) || isTornTailLost(ignoring: ignored)
            || isRefusedEventThere(ignoring: ignored) || isRemovedTextThere(ignoring: ignored)
    }

    /// Starts a session and cuts the power.
    private func isLostAfterStart(ignoring ignored: Set<Sync>) throws -> Bool {
        let disk = MemoryDisk()
        disk.ignored = ignored
        let story = Story(on: disk, seed: 1, commands: 0)
        return isLost(story, on: disk.after(.powerLoss))
    }

    /// Works on a session, whose start is safe, and cuts the power.
    private func isLostAfterAppend(ignoring ignored: Set<Sync>) throws -> Bool {
        let first = MemoryDisk()
        let path = try #require(Story(on: first, seed: 1, commands: 3).path)
        let disk = first.after(.powerLoss)
        disk.ignored = ignored
        let story = Story(going: path, on: disk, seed: 2, commands: 8)
        return isLost(story, on: disk.after(.powerLoss))
    }

    /// Kills a process before any one sync, opens what it left, and cuts the power.
    private func isLostAfterKill(ignoring ignored: Set<Sync>) throws -> Bool {
        let whole = MemoryDisk()
        _ = Story(on: whole, seed: 1, commands: 3)
        for operations in 0..<whole.operations {
            let first = MemoryDisk()
            first.diesAfter = operations
            _ = Story(on: first, seed: 1, commands: 3)
            let second = first.after(.killed)
            second.ignored = ignored
            guard let path = try SessionFolder(Story.folder, on: second).list().first?.path else { continue }
            let story = Story(going: path, on: second, seed: 2, commands: 0)
            if isLost(story, on: second.after(.powerLoss)) { return true }
        }
        return false
    }

    /// Opens a session with a torn tail and cuts the power at every moment: the tail must be somewhere.
    private func isTornTailLost(ignoring ignored: Set<Sync>) throws -> Bool {
        let first = MemoryDisk()
        let path = try #require(Story(on: first, seed: 1, commands: 3).path)
        let torn = Array("{\"n\":9,\"at\":\"2026".utf8)
        let node = try #require(first.node(at: path))
        node.bytes += torn
        node.durableBytes = node.bytes
        for operations in 0..<40 {
            let disk = first.after(.powerLoss)
            disk.ignored = ignored
            disk.diesAfter = operations
            _ = try? SessionFolder(Story.folder, on: disk).open(path)
            let left = disk.after(.powerLoss)
            let isInJournal = left.node(at: path)?.bytes.suffix(torn.count) == torn[...]
            let isAside = left.node(at: path + ".torn-1")?.bytes == torn
            if !isInJournal, !isAside { return true }
        }
        return false
    }

    /// Refuses an event because its sync fails, and cuts the power.
    private func isRefusedEventThere(ignoring ignored: Set<Sync>) throws -> Bool {
        let first = MemoryDisk()
        let path = try #require(Story(on: first, seed: 1, commands: 3).path)
        let disk = first.after(.powerLoss)
        disk.ignored = ignored
        let session = try SessionFolder(Story.folder, on: disk).open(path)
        // With the first change the instruments are kept, which syncs, too.
        _ = try session.perform(.title("First"), now: .noon())
        disk.failures = [disk.operations + 4: EIO]
        let before = session.state.lastNumber
        #expect(throws: PerformFault.self) { try session.perform(.title("Refused"), now: .noon()) }
        #expect(disk.history.suffix(3) == [.sync, .truncate, .sync])
        return try disk.after(.powerLoss).events(of: path).events.count > before
    }

    /// Takes words out of a session and cuts the power.
    private func isRemovedTextThere(ignoring ignored: Set<Sync>) throws -> Bool {
        let first = MemoryDisk()
        let path = try #require(Story(on: first, seed: 1, commands: 0).path)
        let session = try SessionFolder(Story.folder, on: first).open(path)
        _ = try session.perform(.answer("plan.exists", .dontKnow, note: "SECRET"), now: .noon())
        session.close()
        let disk = first.after(.powerLoss)
        disk.ignored = ignored
        _ = try SessionFolder(Story.folder, on: disk).redact(.question("plan.exists"), in: path, now: .noon())
        let bytes = disk.after(.powerLoss).node(at: path)?.bytes ?? []
        return bytes.firstRange(of: Array("SECRET".utf8)) != nil
    }

    private func isLost(_ story: Story, on disk: MemoryDisk) -> Bool {
        guard let path = story.path else { return false }
        do {
            _ = try SessionFolder(Story.folder, on: disk).read(path)
            return try !disk.events(of: path).events.starts(with: story.acknowledged)
        } catch {
            return true
        }
    }
}
