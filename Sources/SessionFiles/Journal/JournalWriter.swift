import Sessions

/// Holds the lock on a journal and adds events to it, each one durable before the next.
struct JournalWriter: ~Copyable {
    private let disk: any Disk
    private var file: OpenFile
    private var identity: FileStatus.Identity
    private var salts: any RandomNumberGenerator
    private var length: Int
    private var chain: [UInt8]
    private var lastNumber: Int
    private var isStopped = false
    /// The last line that was written here; empty before the first.
    private var lastLine: [UInt8] = []
    let seal: Seal?

    /// Where the journal is.
    var path: String { file.path }
    /// The chain of the last event, in hexadecimal digits.
    var head: String { String(decoding: chain, as: UTF8.self) }

    /// A writer that goes on behind what was read; it closes the file, which is locked.
    init(
        _ file: OpenFile, _ identity: FileStatus.Identity, on disk: any Disk, behind saved: SavedSession,
        salts: any RandomNumberGenerator
    ) {
        self.disk = disk
        self.file = file
        self.identity = identity
        self.salts = salts
        length = saved.length
        chain = Array(saved.head.utf8)
        lastNumber = saved.state.lastNumber
        seal = saved.seal
    }

    /// A writer of a journal that holds one event; it closes the file, which is locked.
    init(
        _ file: OpenFile, _ identity: FileStatus.Identity, on disk: any Disk, first: FirstLine,
        salts: any RandomNumberGenerator
    ) {
        self.disk = disk
        self.file = file
        self.identity = identity
        self.salts = salts
        length = first.bytes.count
        chain = first.chain
        lastNumber = first.event.number
        seal = first.seal
    }

    deinit {
        disk.close(file)
    }

    /// Adds an event; once this returns, the event is on the disk.
    ///
    /// - Throws: why it is not. The journal is as it was before, or `.notAppended` says that this is
    ///   not certain; then, and after any failed sync, the writer refuses everything else.
    mutating func append(_ event: SessionEvent) throws(JournalFault) {
        guard !isStopped else { throw .stopped(path: path) }
        let (line, chain) = try line(for: event)
        try checkUnchanged()
        do throws(FileError) {
            try disk.appendAll(line, to: file)
            try disk.sync(file)
        } catch {
            throw takenBack(error)
        }
        length += line.count
        lastLine = line
        self.chain = chain
        lastNumber = event.number
    }

    /// The event's line, read back before it is written: what cannot be read must not be there.
    private mutating func line(
        for event: SessionEvent
    ) throws(JournalFault) -> (bytes: [UInt8], chain: [UInt8]) {
        let line = JournalLine.bytes(of: event, salt: salts.salt(), after: chain)
        guard event.reads(from: line.bytes, number: lastNumber + 1, after: chain) else {
            throw .unwritable(path: path, type: event.what.type)
        }
        guard let seal else { return line }
        let sealed = seal.sealed(Array(line.bytes.dropLast()), number: event.number, after: chain)
        guard let sealed, sealed.count < JournalFormat.longestLine else {
            throw .unwritable(path: path, type: event.what.type)
        }
        return (sealed + [UInt8(ascii: "\n")], line.chain)
    }

    private func checkUnchanged() throws(JournalFault) {
        let (here, open) = try onDisk { () throws(FileError) in
            (try disk.status(at: path), try disk.status(of: file))
        }
        guard let here else { throw .changed(path: path, .missing) }
        guard here.identity == identity else { throw .changed(path: path, .replaced) }
        guard open.size >= length else { throw .changed(path: path, .shorter) }
        guard open.size == length else { throw .changed(path: path, .longer) }
    }

    /// Looks whether what was written is there: the file is the one that was opened, as long as it was left, and ends
    /// with the line that was written last.
    ///
    /// - Throws: what else is there.
    func checkOnDisk() throws(JournalFault) {
        guard !isStopped else { throw .stopped(path: path) }
        try checkUnchanged()
        let end = lastLine.isEmpty ? [UInt8(ascii: "\n")] : lastLine
        let there = try onDisk { () throws(FileError) in
            try disk.readAll(file, at: length - end.count, upTo: end.count)
        }
        guard there == end else { throw .changed(path: path, .overwritten) }
    }

    /// What the open file is now, whatever its name.
    func status() throws(JournalFault) -> FileStatus {
        try onDisk { () throws(FileError) in try disk.status(of: file) }
    }

    /// Writes no more, and lets others write.
    mutating func stop() {
        isStopped = true
        disk.unlock(file)
    }

    /// Puts other lines in the journal's place, all of them in one step; the writer writes no more after that.
    ///
    /// The lines are read back from the disk before they take the place of those that are good.
    ///
    /// - Throws: why it did not; the journal is as it was.
    mutating func replace(with lines: JournalLines, sealedWith seal: Seal?) throws(JournalFault) {
        guard !isStopped else { throw .stopped(path: path) }
        try checkUnchanged()
        let bytes = try lines.file(sealedWith: seal)
        let draft = path.draft
        do throws(FileError) {
            // The lock is ours, so a draft that is there was left by a crash.
            if try disk.status(at: draft) != nil { try disk.remove(draft) }
            try disk.write(bytes, toNew: draft)
        } catch {
            throw .file(error)
        }
        guard isReadBack(draft, as: lines, seal) else {
            try? disk.remove(draft)
            throw .notRewritten(path: path)
        }
        do throws(FileError) {
            try disk.replace(path, with: draft)
            isStopped = true
            try disk.syncFolder(path.parentFolder)
        } catch {
            if !isStopped { try? disk.remove(draft) }
            throw .file(error)
        }
    }

    /// Whether a draft holds just these lines, each of which a reader takes.
    private func isReadBack(_ draft: String, as lines: JournalLines, _ seal: Seal?) -> Bool {
        do throws(JournalFault) {
            let file = try onDisk { () throws(FileError) in try disk.open(draft, for: .reading) }
            defer { disk.close(file) }
            var reader = try JournalReader(file, on: disk) { _ throws(JournalFault) in
                guard let seal else { throw .unreadableSeal(path: draft) }
                return seal
            }
            for entry in lines.entries {
                guard try reader.next() != nil, reader.line == entry.bytes else { return false }
            }
            return try reader.next() == nil && reader.tornTail == nil
        } catch {
            return false
        }
    }

    /// Writes the journal anew with more events and without the bodies that they stand in place of, all in one step,
    /// and goes on behind it.
    ///
    /// - Parameters:
    ///   - events: the events to add; what they stand in place of is known by their numbers.
    ///   - shelf: where the instruments that the events pin are found.
    /// - Returns: the session as the new journal has it.
    /// - Throws: why it did not. The journal is as it was before; where its folder could not be synced, it may be the
    ///   new one, and the writer refuses everything else.
    mutating func rewrite(
        adding events: [SessionEvent], shelf: InstrumentShelf
    ) throws(JournalFault) -> SessionState {
        guard !isStopped else { throw .stopped(path: path) }
        try checkUnchanged()
        var lines = try JournalLines(of: path, on: disk, seal: seal)
        for event in events {
            let line = JournalLine.bytes(of: event, salt: salts.salt(), after: lines.head)
            let last = lines.entries.last?.event
            guard
                event.reads(
                    from: line.bytes, number: (last?.number ?? 0) + 1, after: lines.head)
            else { throw .unwritable(path: path, type: event.what.type) }
            lines.remove(Set(event.what.instead.map(\.number)), adding: event, line)
        }
        let bytes = try lines.file(sealedWith: seal)
        let (newcomer, identity, saved) = try draft(bytes, shelf: shelf)
        do throws(FileError) {
            try disk.replace(path, with: path.draft)
        } catch {
            disk.close(newcomer)
            try? disk.remove(path.draft)
            throw .file(error)
        }
        disk.close(file)
        file = newcomer
        self.identity = identity
        length = saved.length
        lastLine =
            Array(bytes.dropLast().split(separator: UInt8(ascii: "\n")).last ?? []) + [UInt8(ascii: "\n")]
        chain = Array(saved.head.utf8)
        lastNumber = saved.state.lastNumber
        do throws(FileError) {
            try disk.syncFolder(path.parentFolder)
        } catch {
            isStopped = true
            throw .file(error)
        }
        return saved.state
    }

    /// A journal beside this one, on the disk, locked and read back; whoever waits for the name finds the lock taken.
    private func draft(
        _ bytes: [UInt8], shelf: InstrumentShelf
    ) throws(JournalFault) -> (OpenFile, FileStatus.Identity, SavedSession) {
        let name = path.draft
        let opened = try onDisk { () throws(FileError) in
            // The lock is ours, so a draft that is there was left by a crash.
            if try disk.status(at: name) != nil { try disk.remove(name) }
            try disk.write(bytes, toNew: name)
            return try disk.open(name, for: .appending)
        }
        let newcomer = OpenFile(number: opened.number, path: path)
        do throws(JournalFault) {
            let identity = try onDisk { () throws(FileError) in
                _ = try disk.lock(newcomer, .exclusive)
                return try disk.status(of: newcomer).identity
            }
            let saved = try SavedSession(newcomer, on: disk, shelf: shelf) { [seal] _ throws(JournalFault) in
                guard let seal else { throw .changed(path: newcomer.path, .replaced) }
                return seal
            }
            return (newcomer, identity, saved)
        } catch {
            disk.close(newcomer)
            try? disk.remove(name)
            throw error
        }
    }

    /// Cuts off what a failed append left.
    private mutating func takenBack(_ error: FileError) -> JournalFault {
        // After a failed sync nobody knows which pages the system gave up, so nothing may build on them.
        if error.operation == .sync { isStopped = true }
        do throws(FileError) {
            try disk.truncate(file, to: length)
            try disk.sync(file)
            return .notAppended(error, cutOff: true)
        } catch _ {
            isStopped = true
            return .notAppended(error, cutOff: false)
        }
    }
}

/// The first line of a journal.
struct FirstLine {
    let event: SessionEvent
    let bytes: [UInt8]
    let chain: [UInt8]
    let seal: Seal?

    /// The line that starts a session, behind its seal where there is one; an error where it could not be
    /// read back.
    init(
        _ event: SessionEvent, path: String, seal: Seal?, salts: inout any RandomNumberGenerator
    ) throws(JournalFault) {
        let before = JournalFormat.firstChain
        self.event = event
        self.seal = seal
        let line = JournalLine.bytes(of: event, salt: salts.salt(), after: before)
        chain = line.chain
        guard event.reads(from: line.bytes, number: 1, after: before) else {
            throw .unwritable(path: path, type: event.what.type)
        }
        guard let seal else {
            bytes = line.bytes
            return
        }
        guard let sealed = seal.sealed(Array(line.bytes.dropLast()), number: 1, after: before) else {
            throw .unwritable(path: path, type: event.what.type)
        }
        bytes = Array([seal.header.bytes, sealed, []].joined(separator: [UInt8(ascii: "\n")]))
    }
}

extension SessionEvent {
    /// Whether a line in its place would be read as this event.
    fileprivate func reads(
        from line: [UInt8], number: Int, after chain: [UInt8]
    ) -> Bool {
        if case .unrecognised = what { return false }
        let text: ArraySlice<UInt8> = line.dropLast()
        guard line.count <= JournalFormat.longestLine, let read = JournalLine(Array(text)),
            read.damage(expecting: number, after: chain) == nil,
            read.at == at, read.number == self.number,
            let happening = try? Happening(type: read.type, body: read.body)
        else { return false }
        return happening == what
    }
}

extension RandomNumberGenerator {
    /// Random bytes to hash in front of a body.
    mutating func salt() -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < JournalFormat.saltBytes {
            withUnsafeBytes(of: next().littleEndian) { bytes += $0 }
        }
        return bytes
    }
}
