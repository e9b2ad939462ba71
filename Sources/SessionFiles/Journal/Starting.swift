import Instruments
import Sessions

extension OpenSession {
    /// Makes a journal that is complete, locked and on the disk when it is first seen; nil where its name is taken.
    ///
    /// - Parameters:
    ///   - path: the journal.
    ///   - event: the session's first event.
    ///   - more: events that stand in it from the beginning; whoever gives any opens the journal anew.
    ///   - instruments: what the event pins.
    ///   - disk: where the journal will be.
    ///   - store: where its instruments are kept.
    ///   - seal: what it is sealed with; nil for a journal in the clear.
    ///   - salts: where salts come from.
    /// - Throws: why there is no journal.
    convenience init?(
        creating path: String, _ event: SessionEvent, followedBy more: [SessionEvent] = [],
        instruments: InstrumentSet, on disk: any Disk,
        store: InstrumentStore, seal: Seal?, salts: inout any RandomNumberGenerator
    ) throws(JournalFault) {
        guard case .started(let start) = event.what else { return nil }
        let first = try FirstLine(event, path: path, seal: seal, salts: &salts)
        var (bytes, chain) = (first.bytes, first.chain)
        for event in more {
            let line = JournalLine.bytes(of: event, salt: salts.salt(), after: chain)
            if let seal {
                let clear = Array(line.bytes.dropLast())
                guard let sealed = seal.sealed(clear, number: event.number, after: chain) else {
                    throw .sealFailed
                }
                bytes += sealed + [UInt8(ascii: "\n")]
            } else {
                bytes += line.bytes
            }
            chain = line.chain
        }
        let made = try onDisk { [bytes] () throws(FileError) in try Self.publish(bytes, at: path, on: disk) }
        guard let (file, identity) = made else { return nil }
        if seal != nil { disk.markSealed(path) }
        let writer = JournalWriter(file, identity, on: disk, first: first, salts: salts)
        self.init(
            SessionState(start, at: event.at, instruments: instruments), tornTail: nil, writer,
            store: store, disk: disk)
    }

    private static func publish(
        _ bytes: [UInt8], at path: String, on disk: any Disk
    ) throws(FileError) -> (OpenFile, FileStatus.Identity)? {
        guard try disk.status(at: path) == nil else { return nil }
        let draft = try Draft(for: path, on: disk)
        // Nobody knows the draft, so the lock is free; it stays with the file when that gets its name.
        _ = try disk.lock(draft.file, .exclusive)
        let identity = try disk.status(of: draft.file).identity
        do throws(FileError) {
            try draft.append(bytes)
            try draft.place(replacing: false)
            return (draft.handOn(), identity)
        } catch {
            guard error.operation == .rename, error.isNameTaken else { throw error }
            return nil
        }
    }
}
