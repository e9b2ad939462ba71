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
    /// What the journal is sealed with; nil for one in the clear.
    private(set) var seal: Seal?

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
        guard length + line.count <= JournalFormat.longest else {
            throw .tooMuch(path: path, .bytes(most: JournalFormat.longest))
        }
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

    /// Writes no more; the lock stays, so that nobody else writes while what lies beside the journal is cleared away.
    mutating func end() { isStopped = true }

    /// Writes no more, and lets others write.
    mutating func stop() {
        isStopped = true
        disk.unlock(file)
    }

    /// Puts other lines in the journal's place, all of them in one step, and goes on behind them.
    ///
    /// The new journal is read back from the disk whole, as whoever opens it next will read it, before it takes the
    /// place of one that is good.
    ///
    /// - Parameters:
    ///   - lines: the lines.
    ///   - seal: what they will be sealed with; nil for a journal in the clear.
    ///   - store: where the instruments that the events pin are found.
    /// - Returns: the session as the new journal has it.
    /// - Throws: why it did not. The journal is as it was before; where its folder could not be synced, it may be the
    ///   new one, and the writer refuses everything else.
    @discardableResult
    mutating func replace(
        with lines: JournalLines, sealedWith seal: Seal?, store: InstrumentStore
    ) throws(JournalFault) -> SessionState {
        guard !isStopped else { throw .stopped(path: path) }
        try checkUnchanged()
        let bytes = try lines.file(sealedWith: seal)
        let (draft, identity, saved) = try draft(bytes, of: lines, sealedWith: seal, store: store)
        var problem: FileError?
        do throws(FileError) {
            try draft.place(replacing: true)
        } catch {
            // Where only the sync of the folder failed, the new one is there.
            guard draft.isPlaced else { throw .file(error) }
            problem = error
        }
        disk.close(file)
        file = draft.handOn()
        self.identity = identity
        self.seal = seal
        length = saved.length
        lastLine =
            Array(bytes.dropLast().split(separator: UInt8(ascii: "\n")).last ?? []) + [UInt8(ascii: "\n")]
        chain = Array(saved.head.utf8)
        lastNumber = saved.state.lastNumber
        if let problem {
            isStopped = true
            throw .file(problem)
        }
        return saved.state
    }

    /// Writes the journal anew with more events and without the bodies that they stand in place of, all in one step,
    /// and goes on behind it.
    ///
    /// - Parameters:
    ///   - events: the events to add; what they stand in place of is known by their numbers.
    ///   - store: where the instruments that the events pin are found.
    /// - Returns: the session as the new journal has it.
    /// - Throws: why it did not. The journal is as it was before; where its folder could not be synced, it may be the
    ///   new one, and the writer refuses everything else.
    mutating func rewrite(
        adding events: [SessionEvent], store: InstrumentStore
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
        return try replace(with: lines, sealedWith: seal, store: store)
    }

    /// A journal beside this one, on the disk, locked and read back; whoever waits for the name finds the lock taken.
    private func draft(
        _ bytes: [UInt8], of lines: JournalLines, sealedWith seal: Seal?, store: InstrumentStore
    ) throws(JournalFault) -> (Draft, FileStatus.Identity, SavedSession) {
        let path = path
        let (draft, identity) = try onDisk { () throws(FileError) in
            let draft = try Draft(for: path, on: disk)
            _ = try disk.lock(draft.file, .exclusive)
            try draft.append(bytes)
            try draft.complete()
            return (draft, try disk.status(of: draft.file).identity)
        }
        return (draft, identity, try readBack(draft.file, bytes.count, lines, seal, store))
    }

    /// The session that a draft holds, of just these lines.
    private func readBack(
        _ draft: OpenFile, _ length: Int, _ lines: JournalLines, _ seal: Seal?, _ store: InstrumentStore
    ) throws(JournalFault) -> SavedSession {
        do throws(JournalFault) {
            let saved = try SavedSession(draft, on: disk, store: store) { [path] _ throws(JournalFault) in
                guard let seal else { throw .unreadableSeal(path: path) }
                return seal
            }
            // The last chain stands for every line before it.
            guard saved.head.utf8.elementsEqual(lines.head), saved.length == length, saved.tornTail == nil,
                // What stands for the bodies that were removed is there, too.
                saved.state.unrecognised.count == lines.entries.count(where: \.event.what.isUnrecognised)
            else { throw .notRewritten(path: path) }
            return saved
        } catch {
            if case .file = error { throw error }
            throw .notRewritten(path: path)
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
            let payload = try? SessionEvent.Payload(type: read.type, body: read.body)
        else { return false }
        return payload == what
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
