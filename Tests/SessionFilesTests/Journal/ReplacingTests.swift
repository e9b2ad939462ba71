import Disclosure
import Glibc
import Instruments
import TestSupport
import Testing

@testable import SessionFiles
@testable import Sessions

/// What leaves the journal in the step that writes what stands in its place: a count, or the key of a workshop.
@Suite struct `An event that replaces others` {
    private static let secret = "U0VDUkVUIEtFWQ=="
    private static let fingerprint = "fingerprint of somebody"
    private static let first = Tally(counts: [3, 9])
    private static let second = Tally(counts: [3, 10])

    /// A workshop of thirteen, with a key, and a vote of which one slip came too late.
    private func workshop(on disk: MemoryDisk) throws -> String {
        let session = try SessionFolder(Story.folder, on: disk).start(
            title: "T", authority: nil, instruments: Small.set, as: .workshop, now: .noon(),
            random: SplitMix(seed: 1))
        let commands: [SessionCommand] = [
            .invite(
                5, keys: WorkshopKeys(publicKey: "cHVi", privateKey: Self.secret),
                fingerprints: [Self.fingerprint]),
            .arrangeRoom(RoomArrangement(present: 12)), .tally("plan.exists", Self.first),
            .arrangeRoom(RoomArrangement(present: 13)),
        ]
        for command in commands { _ = try session.perform(command, now: .noon()) }
        session.close()
        return session.path
    }

    private static let merge = SessionCommand.mergePreWork(
        PreWork(people: 5, tallies: [:], notes: ["plan.exists": ["a note"]], gaps: []), withoutTheRest: false)

    private func holds(_ text: String, _ disk: MemoryDisk) -> Bool {
        func search(_ node: MemoryDisk.Node) -> Bool {
            node.bytes.firstRange(of: Array(text.utf8)) != nil || node.names.values.contains(where: search)
        }
        return search(disk.root)
    }

    @Test func `is the end of the file that its writer looks for`() throws {
        let disk = MemoryDisk()
        let session = try SessionFolder(Story.folder, on: disk).open(try workshop(on: disk))
        _ = try session.perform(.title("First"), now: .noon())
        _ = try session.perform(.tally("plan.exists", Self.second), now: .noon())
        #expect(throws: Never.self) { try session.checkOnDisk() }
        let node = try #require(disk.node(at: session.path))
        node.bytes[node.bytes.count - 9] ^= 1
        #expect(throws: JournalFault.changed(path: session.path, .overwritten)) { try session.checkOnDisk() }
    }

    @Test func `takes the key away for good, and the session goes on behind it`() throws {
        let disk = MemoryDisk()
        let path = try workshop(on: disk)
        let sessions = SessionFolder(Story.folder, on: disk)
        #expect(holds(Self.secret, disk))
        let session = try sessions.open(path)
        _ = try session.perform(Self.merge, now: .noon())
        #expect(!holds(Self.secret, disk) && !holds(Self.fingerprint, disk))
        #expect(session.state.room?.keys == nil && session.state.room?.preWork?.people == 5)
        // It is locked still, and written to.
        #expect(throws: JournalFault.locked(path: path, nil)) { try sessions.open(path) }
        _ = try session.perform(.title("Later"), now: .noon())
        let head = session.head
        session.close()
        let saved = try sessions.read(path)
        #expect(saved.head == head && saved.state.title == "Later" && saved.removed == [2])
        #expect(!saved.state.isReadOnly && saved.state.room?.isKeyBurnt == true)
        #expect(try sessions.inspect(path).journal.faults == [])
        // Words taken out of the merge do not bring the session to forget what the merge stands for.
        #expect(try sessions.redact(.question("plan.exists"), in: path, now: .noon()) != nil)
        let redacted = try sessions.read(path).state
        #expect(!redacted.isReadOnly && redacted.room?.preWork?.notes == [:])
        #expect(redacted.room?.isKeyBurnt == true && redacted.room?.invited == 5)
        #expect(!holds("a note", disk))
    }

    @Test func `leaves one count of a vote on the disk, however often it was counted`() throws {
        let disk = MemoryDisk()
        let path = try workshop(on: disk)
        let sessions = SessionFolder(Story.folder, on: disk)
        #expect(holds(#""counts":[3,9]"#, disk))
        let session = try sessions.open(path)
        _ = try session.perform(.tally("plan.exists", Self.second), now: .noon())
        #expect(!holds(#""counts":[3,9]"#, disk))
        _ = try session.perform(.undo, now: .noon())
        #expect(session.state.roomRecord(of: "plan.exists").votes == [])
        // Taken back, it is gone whether it is counted again or not.
        #expect(!holds(#""counts":[3,10]"#, disk) && !holds(#""counts":[3,9]"#, disk))
        #expect(throws: PerformFault.rejected(.nothingToRedo)) { try session.perform(.redo, now: .noon()) }
        _ = try session.perform(.tally("plan.exists", Tally(counts: [4, 9])), now: .noon())
        #expect(holds(#""counts":[4,9]"#, disk))
        let state = session.state
        session.close()
        let saved = try sessions.read(path)
        #expect(Snapshot(saved.state) == Snapshot(state))
        #expect(try sessions.inspect(path).journal.faults == [])
    }

    @Test func `in a sealed journal takes the key away, too`() throws {
        let disk = MemoryDisk()
        let path = try workshop(on: disk)
        let phrase = Array("a passphrase".utf8)
        func open(_ header: SealHeader) throws(JournalFault) -> Seal {
            guard let seal = Seal(header, passphrase: phrase) else { throw .wrongPassphrase }
            return seal
        }
        func new(_ id: String) throws(JournalFault) -> Seal {
            guard let seal = Seal(session: id, passphrase: phrase, cost: 1 << 14) else { throw .sealFailed }
            return seal
        }
        let sessions = SessionFolder(Story.folder, on: disk, keys: open)
        _ = try sessions.encrypt(path, with: new)
        let session = try sessions.open(path)
        _ = try session.perform(Self.merge, now: .noon())
        session.close()
        let saved = try sessions.read(path)
        #expect(saved.removed == [2] && saved.state.room?.isKeyBurnt == true)
        _ = try sessions.decrypt(path)
        #expect(!holds(Self.secret, disk))
    }

    @Test(arguments: [merge, SessionCommand.tally("plan.exists", second), .undo])
    func `that breaks off at any moment has happened whole, or not at all`(command: SessionCommand) throws {
        let whole = MemoryDisk()
        let before: Int
        do {
            let session = try SessionFolder(Story.folder, on: whole).open(workshop(on: whole))
            before = whole.operations
            _ = try session.perform(command, now: .noon())
        }
        for operations in 0..<(whole.operations - before) {
            for crash in Crash.all(seed: operations) {
                let disk = MemoryDisk()
                let path = try workshop(on: disk)
                let session = try SessionFolder(Story.folder, on: disk).open(path)
                let old = session.state.lastNumber
                disk.diesAfter = disk.operations + operations
                let isDone = (try? session.perform(command, now: .noon())) != nil
                let left = disk.after(crash)
                let state = try SessionFolder(Story.folder, on: left).open(path).state
                #expect(!isDone || state.lastNumber == old + 1, "\(operations), \(crash)")
                if state.lastNumber == old {
                    // Nothing happened: the key opens what comes, and the count is there.
                    #expect(state.room?.keys?.privateKey == Self.secret && state.room?.preWork == nil)
                    #expect(state.roomRecord(of: "plan.exists").votes.map(\.tally) == [Self.first])
                } else if command == Self.merge {
                    #expect(state.room?.preWork != nil && state.room?.keys == nil)
                    #expect(!holds(Self.secret, left), "\(operations), \(crash)")
                } else {
                    #expect(
                        state.roomRecord(of: "plan.exists").votes.map(\.tally)
                            == (command == .undo ? [] : [Self.second]))
                    #expect(!holds(#""counts":[3,9]"#, left), "\(operations), \(crash)")
                }
            }
        }
    }

    @Test func `that fails is refused, and the session goes on or says that it does not`() throws {
        for operation in 1..<40 {
            let disk = MemoryDisk()
            let path = try workshop(on: disk)
            let session = try SessionFolder(Story.folder, on: disk).open(path)
            let before = disk.node(at: path)?.bytes
            disk.failures = [disk.operations + operation: ENOSPC]
            guard (try? session.perform(Self.merge, now: .noon())) == nil else { continue }
            #expect(session.state.room?.preWork == nil)
            disk.failures = [:]
            let isReplaced = disk.node(at: path)?.bytes != before
            let goesOn = (try? session.perform(.title("On"), now: .noon())) != nil
            #expect(goesOn != isReplaced, "operation \(operation)")
        }
    }
}
