import Sessions

/// Reads a journal event by event and believes nothing that its checks do not bear out.
struct JournalReader {
    private let path: String
    private var source: LineSource

    /// How many bytes were read and found good.
    private(set) var length = 0
    /// The chain of the last good line, in hexadecimal digits.
    private(set) var head = JournalFormat.firstChain
    /// How many good lines were read.
    private(set) var count = 0
    /// When the last event happened.
    private(set) var lastAt: Timestamp?
    /// The numbers of the events whose bodies were removed.
    private(set) var removed: Set<Int> = []
    /// What stands behind the last good line; known once `next()` has returned nil.
    private(set) var tornTail: TornTail?

    init(_ file: OpenFile, on disk: any Disk) {
        path = file.path
        source = LineSource(file, on: disk)
    }

    /// The next event; nil at the end and before a torn tail.
    ///
    /// - Throws: that the file is empty, foreign, of another version or damaged, or what the disk says.
    mutating func next() throws(JournalFault) -> SessionEvent? {
        guard tornTail == nil, let segment = try nextSegment() else { return nil }
        if count == 0 { try checkFormat(of: segment) }
        let line = segment.isTerminated ? JournalLine(segment.bytes) : nil
        let damage = segment.isTooLong ? .tooLong : damage(of: line)
        guard let line, damage == nil else {
            // The first line is written whole before it has a name, so no crash can tear it.
            if count > 0, !segment.isTooLong, try isLast(segment) {
                tornTail = TornTail(
                    line: count + 1, offset: segment.offset, length: segment.length)
                return nil
            }
            throw damaged(segment, damage ?? .layout)
        }
        let what = try happening(in: line, segment)
        count += 1
        length = segment.offset + segment.length
        head = Array(line.chain)
        lastAt = line.at
        if line.isRemoved { removed.insert(line.number) }
        return SessionEvent(number: line.number, at: line.at, what: what)
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
        return line.damage(expecting: count + 1, earliest: lastAt, after: head)
    }

    private func damaged(_ segment: LineSource.Segment, _ damage: Damage) -> JournalFault {
        .damaged(path: path, line: count + 1, offset: segment.offset, damage)
    }

    private func happening(
        in line: JournalLine, _ segment: LineSource.Segment
    ) throws(JournalFault) -> Happening {
        guard (line.type == "started") == (count == 0) else {
            throw damaged(segment, count == 0 ? .notStarted : .startedAgain)
        }
        if line.isRemoved {
            guard !Happening.wordless.contains(line.type) else {
                throw damaged(segment, .removed(type: line.type))
            }
            return .unrecognised(type: line.type)
        }
        do throws(BodyProblem) {
            return try Happening(type: line.type, body: line.body)
        } catch {
            throw damaged(segment, .body(type: line.type, error))
        }
    }

    /// Looks for the format before anything else: another version may differ in everything else.
    private func checkFormat(of first: LineSource.Segment) throws(JournalFault) {
        guard let format = first.bytes[...].text(after: "\"format\":\"") else {
            guard first.bytes.starts(with: "{\"n\":1,".utf8) else { throw .foreign(path: path) }
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
