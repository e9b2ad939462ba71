import Instruments
import Sessions

extension OpenSession {
    /// Opens a journal for writing, repairs its end and locks it.
    ///
    /// - Parameters:
    ///   - path: the journal.
    ///   - disk: where it is.
    ///   - salts: where salts come from.
    ///   - store: where the instruments that the events pin are found.
    ///   - keys: opens a journal that is sealed.
    /// - Throws: why it cannot be written to; then nothing was changed but, at most, a torn tail copied.
    convenience init(
        _ path: String, on disk: any Disk, salts: any RandomNumberGenerator, store: InstrumentStore,
        keys: KeySource
    ) throws(JournalFault) {
        let file = try onDisk { () throws(FileError) in try disk.open(path, for: .appending) }
        do throws(JournalFault) {
            let identity = try Self.lock(file, on: disk)
            var saved = try SavedSession(file, on: disk, store: store, keys: keys)
            // What a later version wrote is not ours to repair.
            if !saved.state.isReadOnly {
                try onDisk { () throws(FileError) in try saved.makeGood(file, on: disk) }
            }
            if saved.isSealed { disk.markSealed(path) }
            let writer = JournalWriter(file, identity, on: disk, behind: saved, salts: salts)
            self.init(saved.state, tornTail: saved.tornTail, writer, store: store, disk: disk)
            // Whoever started it may have been killed before anything was said; what is passed on stands alone.
            if saved.isBlank, !saved.state.isReadOnly, saved.state.invitation == nil {
                let own = store.own(saved.state.pins, compiled: saved.compiled)
                if !own.files.isEmpty { unkept = Unkept(files: own) }
            }
        } catch {
            disk.close(file)
            throw error
        }
    }

    private static func lock(
        _ file: OpenFile, on disk: any Disk
    ) throws(JournalFault) -> FileStatus.Identity {
        let (status, isLocked) = try onDisk { () throws(FileError) in
            (try disk.status(of: file), try disk.lock(file, .exclusive))
        }
        guard status.kind == .file else { throw .notAFile(path: file.path) }
        guard isLocked else { throw .locked(path: file.path, disk.holder(of: file)) }
        // Between opening and locking, somebody may have put another file in its place.
        let here = try onDisk { () throws(FileError) in try disk.status(at: file.path) }
        guard here?.identity == status.identity else {
            throw .changed(path: file.path, here == nil ? .missing : .replaced)
        }
        return status.identity
    }
}

extension SavedSession {
    /// Cuts off a torn tail and makes sure that what is about to be shown is on the disk.
    fileprivate mutating func makeGood(_ file: OpenFile, on disk: any Disk) throws(FileError) {
        if var tail = tornTail {
            tail.copy = try tail.setAside(from: file, on: disk)
            try disk.truncate(file, to: length)
            tornTail = tail
        }
        // A draft that a crash left may hold this session's words in the clear.
        _ = try? disk.sweepDrafts(in: path.parentFolder)
        // Whoever wrote the last event may have been killed before the sync.
        try disk.sync(file)
        try disk.syncFolder(file.path.parentFolder)
        guard isBlank else { return }
        // So may the folders have been made by somebody who was killed before the first change.
        var folder = file.path.parentFolder
        while folder != folder.parentFolder {
            folder = folder.parentFolder
            try? disk.syncFolder(folder)
        }
    }
}
