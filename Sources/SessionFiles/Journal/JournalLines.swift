import Sessions

/// Every line of a journal as one in the clear has it, with the events that they are.
struct JournalLines {
    /// A line without its line feed, and its event.
    struct Entry {
        var event: SessionEvent
        var bytes: [UInt8]
    }

    private(set) var entries: [Entry] = []
    /// The chain of the last line.
    private(set) var head: [UInt8]

    /// Reads a journal that is sound; where a body was removed, the event is what stands for it.
    init(of path: String, on disk: any Disk, seal: Seal?) throws(JournalFault) {
        let file = try onDisk { () throws(FileError) in try disk.open(path, for: .reading) }
        defer { disk.close(file) }
        let substitutes = try Substitutes(of: file, on: disk, seal: seal)
        var reader = try JournalReader(file, on: disk) { _ throws(JournalFault) in
            guard let seal else { throw .changed(path: path, .replaced) }
            return seal
        }
        while var event = try reader.next() {
            if reader.removed.contains(event.number) {
                event.what = substitutes.standIn(for: event) ?? event.what
            }
            entries.append(Entry(event: event, bytes: reader.line))
        }
        head = reader.head
    }

    /// The bytes of a journal of these lines.
    ///
    /// - Parameter seal: what it will be sealed with; nil for one in the clear.
    /// - Returns: all of the file.
    /// - Throws: that a line cannot be sealed.
    func file(sealedWith seal: Seal?) throws(JournalFault) -> [UInt8] {
        let end = UInt8(ascii: "\n")
        guard let seal else { return entries.flatMap { $0.bytes + [end] } }
        var bytes = seal.header.bytes + [end]
        var chain = JournalFormat.firstChain
        for (index, entry) in entries.enumerated() {
            guard let sealed = seal.sealed(entry.bytes, number: index + 1, after: chain),
                let line = JournalLine(entry.bytes)
            else { throw .sealFailed }
            bytes += sealed + [end]
            chain = Array(line.chain)
        }
        return bytes
    }

    /// Takes the bodies of some lines away and adds an event.
    mutating func remove(_ numbers: Set<Int>, adding event: SessionEvent, salt: [UInt8]) {
        remove(numbers, adding: event, JournalLine.bytes(of: event, salt: salt, after: head))
    }

    /// Takes the bodies of some lines away and adds an event with its line, which ends in a line feed.
    mutating func remove(
        _ numbers: Set<Int>, adding event: SessionEvent, _ line: (bytes: [UInt8], chain: [UInt8])
    ) {
        entries = entries.map { entry in
            guard numbers.contains(entry.event.number), let line = JournalLine(entry.bytes) else {
                return entry
            }
            return Entry(event: entry.event, bytes: line.withoutBody)
        }
        entries.append(Entry(event: event, bytes: Array(line.bytes.dropLast())))
        head = line.chain
    }
}
