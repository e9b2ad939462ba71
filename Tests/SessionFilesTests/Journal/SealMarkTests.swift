import Instruments
import Sessions
import Testing

@testable import SessionFiles

@Suite struct `A journal in the clear in the place of a sealed one` {
    private let disk = MemoryDisk()

    private func newSeal(_ id: String) throws(JournalFault) -> Seal {
        guard let seal = Seal(session: id, passphrase: [1], cost: 1 << 14) else { throw .sealFailed }
        return seal
    }

    private func sessions(on disk: MemoryDisk) -> SessionFolder {
        func open(_ header: SealHeader) throws(JournalFault) -> Seal {
            guard let seal = Seal(header, passphrase: [1]) else { throw .wrongPassphrase }
            return seal
        }
        return SessionFolder(Story.folder, on: disk, keys: open)
    }

    private func start(sealed: Bool) throws -> String {
        let session = try sessions(on: disk).start(
            title: "T", authority: nil, instruments: Small.set, now: .noon(), seal: sealed ? newSeal : nil)
        defer { session.close() }
        return session.path
    }

    private func bytes(_ path: String) -> [UInt8] { disk.node(at: path)?.bytes ?? [] }

    private func fault(_ path: String) -> JournalFault {
        .unsealed(path: path, mark: SealMark.path(of: path))
    }

    @Test(arguments: [false, true])
    func `is a fault, for whoever looks, until the sealed one is back`(isSealedFromTheStart: Bool) throws {
        let folder = sessions(on: disk)
        let path = try start(sealed: isSealedFromTheStart)
        if isSealedFromTheStart { #expect(try folder.decrypt(path)) }
        let clear = bytes(path)
        #expect(try folder.encrypt(path, with: newSeal) == [])
        let sealed = bytes(path)
        disk.node(at: path)?.bytes = clear
        #expect(throws: fault(path)) { try folder.read(path) }
        #expect(throws: fault(path)) { try folder.open(path) }
        #expect(throws: fault(path)) { try folder.inspect(path) }
        #expect(throws: fault(path)) { try folder.words(in: path) }
        #expect(throws: fault(path)) { try folder.redact(.question("plan.exists"), in: path, now: .noon()) }
        #expect(try folder.list().map(\.fault) == [fault(path)])
        #expect(bytes(path) == clear)
        disk.node(at: path)?.bytes = sealed
        #expect(try folder.read(path).isSealed)
        #expect(try folder.decrypt(path))
        #expect(try !folder.read(path).isSealed)
    }

    @Test func `is one beside a session that was sealed when it started, or salvaged`() throws {
        let folder = sessions(on: disk)
        let path = try start(sealed: true)
        let (salvaged, _, _) = try folder.salvage(path, seal: newSeal)
        salvaged.close()
        let other = bytes(try start(sealed: false))
        for path in [path, salvaged.path] {
            disk.node(at: path)?.bytes = other
            #expect(throws: fault(path)) { try folder.read(path) }
        }
    }

    @Test func `is one where an earlier version sealed it, once it was opened to write`() throws {
        let folder = sessions(on: disk)
        let path = try start(sealed: true)
        let clear = bytes(try start(sealed: false))
        let sealed = bytes(path)
        try disk.remove(SealMark.path(of: path))
        _ = try folder.read(path)
        disk.node(at: path)?.bytes = clear
        _ = try folder.read(path)
        disk.node(at: path)?.bytes = sealed
        try folder.open(path).close()
        disk.node(at: path)?.bytes = clear
        #expect(throws: fault(path)) { try folder.read(path) }
    }

    @Test func `goes with all that lies beside it`() throws {
        let path = try start(sealed: true)
        #expect(
            try sessions(on: disk).erase(path).removed == [path, SealMark.path(of: path)])
        #expect(try disk.status(at: SealMark.path(of: path)) == nil)
    }

    /// Whoever is killed, or loses power, while they seal or open a session finds it, and never this fault.
    @Test(arguments: [Crash.killed, .powerLoss], [false, true])
    func `is not what a crash leaves`(crash: Crash, isSealing: Bool) throws {
        let path = try start(sealed: !isSealing)
        // No key is derived more than once: that takes long.
        let opened = try? self.sessions(on: disk).open(path)
        let seal = try opened?.seal ?? newSeal(try #require(opened).state.session)
        opened?.close()
        func sessions(on disk: MemoryDisk) -> SessionFolder {
            SessionFolder(Story.folder, on: disk) { _ throws(JournalFault) in seal }
        }
        var isDone = false
        for operations in 0..<200 where !isDone {
            let dying = disk.after(.killed)
            dying.diesAfter = operations
            if isSealing {
                isDone = (try? sessions(on: dying).encrypt(path) { _ throws(JournalFault) in seal }) != nil
            } else {
                isDone = (try? sessions(on: dying).decrypt(path)) != nil
            }
            let left = dying.after(crash)
            let read = try sessions(on: left).read(path)
            #expect(isSealing || !isDone || !read.isSealed)
            try sessions(on: left).open(path).close()
            #expect(read.isSealed == (try left.status(at: SealMark.path(of: path)) != nil))
        }
        #expect(isDone)
    }
}
