import Sessions

/// Reads a journal event by event and believes nothing that its checks do not bear out.
struct JournalReader {
    private let path: String
    private var source: LineSource
    /// What opens the lines; nil for a journal in the clear.
    let seal: Seal?

    /// The last good line as a journal in the clear has it, without its line feed.
    private(set) var line: [UInt8] = []
    /// How many bytes were read and found good.
    private(set) var length = 0
    /// The chain of the last good line, in hexadecimal digits.
    private(set) var head = JournalFormat.firstChain
    /// Where the last good line begins in the file, in bytes.
    private var offset = 0
    /// How many good lines were read.
    private(set) var count = 0
    /// The numbers of the events whose bodies were removed.
    private(set) var removed: Set<Int> = []
    /// What stands behind the last good line; known once `next()` has returned nil.
    private(set) var tornTail: TornTail?

    /// A reader at the beginning of a journal.
    ///
    /// - Throws: what the disk says, or why a sealed journal cannot be opened.
    init(_ file: OpenFile, on disk: any Disk, keys: KeySource) throws(JournalFault) {
        path = file.path
        let size = try onDisk { () throws(FileError) in try disk.status(of: file) }.size
        guard size <= JournalFormat.longest else {
            throw .tooMuch(path: path, .bytes(most: JournalFormat.longest))
        }
        var source = LineSource(file, on: disk)
        let first = try onDisk { () throws(FileError) in
            try source.begins(with: SealFormat.beginning) ? try source.next() : nil
        }
        self.source = source
        guard let first else {
            try Self.checkUnsealed(file, on: disk)
            seal = nil
            return
        }
        guard let header = SealHeader(first.bytes), first.isTerminated else {
            throw .unreadableSeal(path: path)
        }
        guard header.kdf.isBearable else { throw .costlySeal(path: path, header.kdf) }
        seal = try keys(header)
        length = first.length
    }

    /// Looks that a journal in the clear does not stand where a sealed one was.
    private static func checkUnsealed(_ file: OpenFile, on disk: any Disk) throws(JournalFault) {
        let path = file.path
        guard try onDisk({ () throws(FileError) in try disk.isMarkedSealed(path) }) else { return }
        let isStillThere = try onDisk { () throws(FileError) in
            try disk.status(at: path)?.identity == disk.status(of: file).identity
        }
        // What was opened just before somebody sealed it is no longer there.
        guard isStillThere else { throw .changed(path: path, .replaced) }
        throw .unsealed(path: path, mark: SealMark.path(of: path))
    }

    /// The next event; nil at the end and before a torn tail.
    ///
    /// - Throws: that the file is empty, foreign, of another version or damaged, or what the disk says.
    mutating func next() throws(JournalFault) -> SessionEvent? {
        guard tornTail == nil, let segment = try nextSegment() else { return nil }
        if count == 0, seal == nil { try checkFormat(of: segment) }
        let bytes = segment.isTerminated ? clear(segment.bytes) : nil
        let line = bytes.flatMap(JournalLine.init)
        let damage = segment.isTooLong ? .tooLong : damage(of: line)
        guard let line, damage == nil else {
            // The first line is written whole before it has a name, so no crash can tear it.
            if count > 0, !segment.isTooLong, try isLast(segment) {
                tornTail = TornTail(
                    line: place, offset: segment.offset, length: segment.length)
                return nil
            }
            throw damaged(segment, seal != nil && bytes == nil ? .sealed : damage ?? .layout)
        }
        let what = try payload(in: line, segment)
        count += 1
        offset = segment.offset
        length = segment.offset + segment.length
        head = Array(line.chain)
        self.line = bytes ?? []
        if line.isRemoved { removed.insert(line.number) }
        return SessionEvent(number: line.number, at: line.at, what: what)
    }

    /// The bound that a text of the last line's event goes beyond; a short line holds no long text.
    func textBound(exceededBy what: SessionEvent.Payload) -> SessionBound? {
        line.count > 16 * 1_024 ? what.textBound : nil
    }

    /// The line of the file that comes next, counted from 1.
    private var place: Int { count + (seal == nil ? 1 : 2) }

    /// The line as a journal in the clear has it; nil where the seal does not fit.
    private func clear(_ bytes: [UInt8]) -> [UInt8]? {
        guard let seal else { return bytes }
        return seal.opened(bytes, number: count + 1, after: head)
    }

    /// That the first line says nothing any more of how the session started, and nothing stands in its place.
    var withoutStart: JournalFault {
        .damaged(path: path, line: seal == nil ? 1 : 2, offset: 0, .removed(type: "started"))
    }

    /// That the last line, though sound in itself, cannot stand where it does.
    func impossible(_ why: Impossibility) -> JournalFault {
        .damaged(path: path, line: place - 1, offset: offset, .impossible(why))
    }

    private mutating func nextSegment() throws(JournalFault) -> LineSource.Segment? {
        let segment: LineSource.Segment?
        do throws(FileError) {
            segment = try source.next()
        } catch {
            throw .file(error)
        }
        if segment == nil, count == 0 { throw .empty(path: path) }
        return segment
    }

    private mutating func isLast(_ segment: LineSource.Segment) throws(JournalFault) -> Bool {
        guard segment.isTerminated else { return true }
        do throws(FileError) {
            return try source.isAtEnd()
        } catch {
            throw .file(error)
        }
    }

    private func damage(of line: JournalLine?) -> Damage? {
        guard let line else { return .layout }
        return line.damage(expecting: count + 1, after: head)
    }

    private func damaged(_ segment: LineSource.Segment, _ damage: Damage) -> JournalFault {
        .damaged(path: path, line: place, offset: segment.offset, damage)
    }

    private func payload(
        in line: JournalLine, _ segment: LineSource.Segment
    ) throws(JournalFault) -> SessionEvent.Payload {
        guard (line.type == "started") == (count == 0) else {
            throw damaged(segment, count == 0 ? .notStarted : .startedAgain)
        }
        if line.isRemoved {
            guard !SessionEvent.Payload.unremovable.contains(line.type) else {
                throw damaged(segment, .removed(type: line.type))
            }
            return .unrecognised(type: line.type)
        }
        do throws(BodyProblem) {
            return try SessionEvent.Payload(type: line.type, body: line.body)
        } catch {
            throw damaged(segment, .body(type: line.type, error))
        }
    }

    /// Looks for the format before anything else: another version may differ in everything else.
    func checkFormat(of first: LineSource.Segment) throws(JournalFault) {
        guard let format = first.bytes[...].text(after: "\"format\":\"") else {
            guard first.bytes.starts(with: JournalFormat.beginning) else { throw .foreign(path: path) }
            return
        }
        guard format != JournalFormat.name else { return }
        guard format.hasPrefix(JournalFormat.family) else { throw .foreign(path: path) }
        throw .otherVersion(path: path, format: format)
    }
}

extension ArraySlice<UInt8> {
    /// What stands between the first occurrence of some text and the next quotation mark.
    fileprivate func text(after marker: String) -> String? {
        let marker = Array(marker.utf8)
        var rest = self
        while let start = rest.firstIndex(of: UInt8(ascii: "\"")) {
            rest = rest[start...]
            if rest.starts(with: marker) {
                let value = rest.dropFirst(marker.count)
                return value.firstIndex(of: UInt8(ascii: "\"")).map {
                    String(decoding: value[..<$0], as: UTF8.self)
                }
            }
            rest = rest.dropFirst()
        }
        return nil
    }
}
