import Glibc
package import Instruments
package import Sessions

/// A folder of sessions: the one place that makes, finds and opens journals.
package struct SessionFolder {
    /// Where it is; it need not be there yet.
    package let path: String
    let disk: any Disk
    let store: InstrumentStore
    let keys: KeySource

    /// A folder; nothing is read or made.
    ///
    /// - Parameters:
    ///   - path: where it is, or will be made when the first session starts.
    ///   - disk: the disk that it is on.
    ///   - instruments: where instruments come from, beside the files that lie with a journal.
    ///   - keys: opens journals that are sealed; without it they are locked.
    package init(
        _ path: String, on disk: any Disk = POSIXDisk(),
        instruments: InstrumentSources = InstrumentSources(),
        keys: @escaping KeySource = SessionFolder.noKeys
    ) {
        self.path = path
        self.disk = disk
        self.keys = keys
        store = InstrumentStore(on: disk, instruments)
    }

    /// Asks for no passphrase: what is sealed stays locked.
    ///
    /// - Parameter header: the first line of the journal.
    /// - Returns: nothing, ever.
    /// - Throws: that the session is sealed.
    package static func noKeys(_ header: SealHeader) throws(JournalFault) -> Seal {
        throw .sealed(session: header.session)
    }

    /// Starts a session, which is open for writing.
    ///
    /// Its journal is on the disk once this returns. Instruments that the program has itself are kept beside it with
    /// the first change, or when `keepInstruments()` is called; so is the name of its folder.
    ///
    /// - Parameters:
    ///   - title: what it is called.
    ///   - authority: the authority that it is about.
    ///   - instruments: what it asks and is read by.
    ///   - kind: whether it is a workshop.
    ///   - now: the time.
    ///   - seal: makes what a session of that id is sealed with; nil for a journal in the clear.
    ///   - random: where its name and its salts come from.
    /// - Returns: the session, which nobody else can write to while it is held.
    /// - Throws: why there is no session.
    package func start(
        title: String, authority: String?, instruments: InstrumentSet, as kind: SessionKind = .ordinary,
        now: Timestamp,
        seal: ((_ session: String) throws(JournalFault) -> Seal)? = nil,
        random: any RandomNumberGenerator = SystemRandomNumberGenerator()
    ) throws(JournalFault) -> OpenSession {
        var random = random
        let compiled = try store.compiled(instruments, for: path)
        let folders = try onDisk { () throws(FileError) in try disk.makeFoldersAndLeaveLast(path) }
        let unkept = Unkept(files: compiled, folders: folders)
        if !compiled.isOwn { try unkept.keep(in: path, on: disk, store) }
        for _ in 0..<1_000 {
            let id = SessionID.draw(&random)
            guard
                try onDisk({ () throws(FileError) in
                    try disk.status(at: self.path.path(to: id + JournalFormat.suffix))
                }) == nil
            else { continue }
            let event = Sessions.start(
                session: id, title: title, authority: authority, instruments: instruments, as: kind,
                now: now
            ).pinning(compiled: compiled.pinned)
            let path = path.path(to: id + JournalFormat.suffix)
            if let session = try OpenSession(
                creating: path, event, instruments: instruments, on: disk, store: store,
                seal: try seal?(id), salts: &random)
            {
                if compiled.isOwn { session.unkept = unkept }
                return session
            }
        }
        throw .noFreeName(folder: path)
    }

    /// Looks whether the blank session of somebody who is invited can be made, before any is.
    ///
    /// - Throws: `EEXIST` where the name is taken, and `ENAMETOOLONG` where nothing could be made beside it.
    package static func checkInvitation(_ path: String) throws(FileError) {
        try ReportFile.check(path, replacing: false)
        guard path.lastName.utf8.count <= JournalFormat.longestName else {
            throw FileError(.create, path, code: ENAMETOOLONG)
        }
    }

    /// Writes the blank session of somebody who is invited to answer before a workshop, all of it but its name.
    ///
    /// - Parameters:
    ///   - path: the journal to make; its name is that of the session.
    ///   - workshop: the workshop, of which it has questionnaire, title and authority.
    ///   - invitation: what it is for.
    ///   - now: the time.
    /// - Returns: the session, on the disk; it goes again where nobody places it.
    /// - Throws: why there is none.
    package func invite(
        to path: String, from workshop: SessionState, _ invitation: Invitation, now: Timestamp
    ) throws(JournalFault) -> Draft {
        var random: any RandomNumberGenerator = SystemRandomNumberGenerator()
        let compiled = try store.keep(workshop.instruments, in: path.parentFolder)
        let event = Sessions.start(
            session: String(path.lastName.dropLast(JournalFormat.suffix.count)), title: workshop.title,
            authority: workshop.authority, instruments: workshop.instruments, as: .invited(invitation),
            now: now
        ).pinning(compiled: compiled)
        let first = try FirstLine(event, path: path, seal: nil, salts: &random)
        return try onDisk { () throws(FileError) in
            let draft = try Draft(for: path, on: disk)
            try draft.append(first.bytes)
            try draft.complete()
            return draft
        }
    }

    /// Opens a session for writing; a torn tail is set aside and reported.
    ///
    /// - Parameters:
    ///   - path: the journal, as `resolve` gives it.
    ///   - random: where its salts come from.
    /// - Returns: the session, which nobody else can write to while it is held.
    /// - Throws: why it cannot be opened; `.locked` where somebody else has it.
    package func open(
        _ path: String, random: any RandomNumberGenerator = SystemRandomNumberGenerator()
    ) throws(JournalFault) -> OpenSession {
        try OpenSession(path, on: disk, salts: random, store: store, keys: keys)
    }

    /// Reads a session; nothing is locked or changed, and a torn tail is reported.
    ///
    /// - Parameter path: the journal, as `resolve` gives it.
    /// - Returns: the session as its journal has it.
    /// - Throws: why it cannot be read.
    package func read(_ path: String) throws(JournalFault) -> SavedSession {
        try reading(path) { file throws(JournalFault) in try read(file, keys: keys) }
    }

    /// What a journal looks like from outside: it is another one as soon as something is written to it.
    ///
    /// - Parameter path: the journal, as `resolve` gives it.
    /// - Returns: its stamp.
    /// - Throws: why nobody can say.
    package func stamp(of path: String) throws(FileError) -> JournalStamp? {
        try disk.status(at: path).map { JournalStamp(identity: $0.identity, size: $0.size) }
    }

    func read(
        _ file: OpenFile, keys: KeySource
    ) throws(JournalFault) -> SavedSession {
        try SavedSession(file, on: disk, store: store, keys: keys)
    }

    func reading<Result>(
        _ path: String, _ read: (OpenFile) throws(JournalFault) -> Result
    ) throws(JournalFault) -> Result {
        let file = try onDisk { () throws(FileError) in try disk.open(path, for: .reading) }
        defer { disk.close(file) }
        guard try onDisk({ () throws(FileError) in try disk.status(of: file) }).kind == .file else {
            throw .notAFile(path: path)
        }
        return try read(file)
    }
}
