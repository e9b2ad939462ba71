import Glibc
import Instruments
package import Sessions

/// A session that is open for writing: nobody else can write to it while this object lives.
///
/// Its state shows only what is on the disk.
package final class OpenSession {
    /// Where the session stands.
    package private(set) var state: SessionState
    /// What a crash had left in the journal; it was set aside when the session was opened.
    package let tornTail: TornTail?
    /// What is to be kept beside the journal before anything changes; nil where it is there.
    var unkept: Unkept?
    private var writer: JournalWriter
    private let store: InstrumentStore
    private let disk: any Disk

    /// What the journal is sealed with; nil for one in the clear.
    var seal: Seal? { writer.seal }
    /// Whether the journal is sealed.
    package var isSealed: Bool { seal != nil }
    /// Where the journal is.
    package var path: String { writer.path }
    /// Where the journal is in the file system, links followed; the path itself where that cannot be known.
    package var place: String {
        guard let resolved = realpath(path, nil) else { return path }
        defer { free(resolved) }
        return String(cString: resolved)
    }
    /// The chain of the last event, in hexadecimal.
    package var head: String { writer.head }

    init(
        _ state: SessionState, tornTail: TornTail?, _ writer: consuming JournalWriter,
        store: InstrumentStore, disk: any Disk
    ) {
        self.state = state
        self.tornTail = tornTail
        self.writer = writer
        self.store = store
        self.disk = disk
    }

    /// Decides on a command, makes what follows durable, and only then lets it happen.
    ///
    /// - Parameters:
    ///   - command: what is asked for.
    ///   - now: the time.
    /// - Returns: what happened; it is on the disk.
    /// - Throws: why nothing changed. Where a command leads to several events and a later one cannot
    ///   be made durable, those before it have happened; today none does. Events that stand in place of earlier ones
    ///   are made durable together with the removal of what those said, in one step.
    package func perform(
        _ command: SessionCommand, now: Timestamp
    ) throws(PerformFault) -> [SessionEvent] {
        var events: [SessionEvent]
        do throws(Rejection) {
            events = try decide(command, state, now: now)
        } catch {
            throw .rejected(error)
        }
        do throws(JournalFault) {
            try keepInstruments()
        } catch {
            throw .notSaved(error)
        }
        guard events.allSatisfy({ $0.what.instead.isEmpty }) else {
            do throws(JournalFault) {
                state = try writer.rewrite(adding: events, store: store)
            } catch {
                throw .notSaved(error)
            }
            return events
        }
        var instruments: InstrumentSet?
        if case .migrate(let wanted) = command {
            instruments = wanted
            do throws(JournalFault) {
                // What an event pins is on the disk before the event is.
                let compiled = try store.keep(wanted, in: path.parentFolder)
                events = events.map { $0.pinning(compiled: compiled) }
            } catch {
                throw .notSaved(error)
            }
        }
        for event in events {
            do throws(JournalFault) {
                try writer.append(event)
            } catch {
                throw .notSaved(error)
            }
            apply(event, to: &state, instruments: instruments)
        }
        return events
    }
}

extension OpenSession {
    /// Keeps the instruments beside the journal, where they are not there yet, and the name of its folder on the disk.
    ///
    /// - Throws: why they are not there.
    package func keepInstruments() throws(JournalFault) {
        guard let unkept else { return }
        try unkept.keep(in: path.parentFolder, on: disk, store)
        self.unkept = nil
    }

    /// Looks whether what was written is on the disk.
    ///
    /// - Throws: what is there in its place, or that nothing more can be written.
    package func checkOnDisk() throws(JournalFault) { try writer.checkOnDisk() }

    /// What others on the machine can do with the journal, as the disk says now; nil where that is nothing.
    package var exposure: Exposure? {
        guard let file = try? writer.status(), file.owner == geteuid(), file.permissions & 0o077 == 0 else {
            return .readable
        }
        guard let opened = try? disk.open(path.parentFolder, for: .reading) else { return .replaceable }
        defer { disk.close(opened) }
        guard let folder = try? disk.status(of: opened) else { return .replaceable }
        // In a folder such as /tmp people can add files, and cannot touch those of others.
        let isShared = folder.permissions & 0o022 != 0 && folder.permissions & UInt32(S_ISVTX) == 0
        return isShared || ![geteuid(), 0].contains(folder.owner) ? .replaceable : nil
    }

    /// Every event, read from the journal; where a body was removed, what stands for it.
    package func events() throws(JournalFault) -> [SessionEvent] {
        try JournalLines(of: path, on: disk, seal: seal).entries.map(\.event)
    }

    /// Puts other lines in the journal's place; the session cannot be changed any more until it is opened again.
    func replace(with lines: JournalLines, sealedWith seal: Seal?) throws(JournalFault) {
        if seal == nil { _ = try onDisk { () throws(FileError) in try disk.unmarkSealed(path) } }
        try writer.replace(with: lines, sealedWith: seal, store: store)
        if seal != nil { disk.markSealed(path) }
        writer.end()
    }

    /// Gives the lock back; the session cannot be changed any more until it is opened again.
    func close() { writer.stop() }
}

/// What is not beside a journal yet that nothing was said in.
struct Unkept {
    /// Its instruments.
    var files: CompiledFiles
    /// The folders whose names may not be on the disk.
    var folders: UnsyncedFolders?

    /// Keeps it, durably.
    func keep(in sessions: String, on disk: any Disk, _ store: InstrumentStore) throws(JournalFault) {
        if let folders { try onDisk { () throws(FileError) in try disk.sync(folders) } }
        try store.keep(files, in: sessions)
    }
}

/// What others on the machine can do with a journal.
package enum Exposure: Sendable {
    /// They can read it.
    case readable
    /// They can put another file in its place.
    case replaceable
}

/// Why a command changed nothing.
package enum PerformFault: Error, Equatable, Sendable {
    /// The session's rules refuse it.
    case rejected(Rejection)
    /// It could not be made durable.
    case notSaved(JournalFault)
}
