import Sessions
import TestSupport
import Testing

@testable import SessionFiles

@Suite struct `A damaged journal` {
    private let disk = MemoryDisk()
    private let path: String
    private let events: [SessionEvent]
    private let bytes: [UInt8]
    /// Where each line ends, its line feed counted.
    private let ends: [Int]

    init() throws {
        let story = Story(on: disk, seed: 11, commands: 9)
        path = try #require(story.path)
        events = story.acknowledged
        let bytes = try #require(disk.node(at: path)?.bytes)
        self.bytes = bytes
        ends = bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
        try #require(events.count > 4)
    }

    @Test func `cut at any byte keeps every whole line and reports the rest`() throws {
        for length in 0..<bytes.count {
            put(Array(bytes[..<length]))
            let whole = ends.filter { $0 <= length }
            guard let end = whole.last else {
                #expect(throws: JournalFault.self) { try disk.events(of: path) }
                continue
            }
            let (read, tail) = try disk.events(of: path)
            #expect(read == Array(events.prefix(whole.count)))
            #expect(tail?.length ?? 0 == length - end)
            #expect(tail?.offset ?? length == (length == end ? length : end))
        }
    }

    @Test(arguments: 0..<40) func `with bodies that nobody wrote is read or refused, and no crash`(seed: Int)
        throws
    {
        var random = SplitMix(seed: seed)
        let signs = Array("[]{}\"\\:,0129.-eEtfnu \u{7F}é\0".utf8)
        let lines = bytes.split(separator: UInt8(ascii: "\n")).compactMap { JournalLine(Array($0)) }
        for _ in 0..<100 {
            var (file, chain) = ([UInt8](), JournalFormat.firstChain)
            let hit = Int(random.next() % UInt64(lines.count))
            for (index, line) in lines.enumerated() {
                var body = Array(line.body)
                for _ in 0...Int(random.next() % 4) where index == hit {
                    let place = 1 + Int(random.next() % UInt64(max(1, body.count - 2)))
                    switch random.next() % 4 {
                    case 0: body[place] = UInt8(truncatingIfNeeded: random.next() >> 8)
                    case 1: body.insert(signs[Int(random.next() % UInt64(signs.count))], at: place)
                    case 2: body.remove(at: place)
                    default: body.insert(contentsOf: body[place...].prefix(30), at: place)
                    }
                }
                // Digest and chain fit, so that only what reads the body stands between it and the session.
                let digest = JournalFormat.digest(salt: line.salt, body: body[...])
                chain = JournalFormat.chain(before: chain, line.chained.dropLast() + [digest[...]])
                let parts = line.chained.map { String(decoding: $0, as: UTF8.self) }
                file += Array(
                    (#"{"n":\#(parts[0]),"at":"\#(parts[1])","type":"\#(parts[2])","salt":""#
                        + String(decoding: hexadecimal(line.salt), as: UTF8.self)
                        + #"","digest":"\#(String(decoding: digest, as: UTF8.self))","chain":""#
                        + String(decoding: chain, as: UTF8.self) + #"","body":"#).utf8)
                file += body + Array("}\n".utf8)
            }
            put(file)
            _ = try? disk.events(of: path)
            _ = try? SessionFolder(Story.folder, on: disk).read(path)
            _ = try? SessionFolder(Story.folder, on: disk).inspect(path)
        }
    }

    @Test func `cut at any byte opens with what is whole and sets the rest aside`() throws {
        for length in stride(from: ends[0], to: bytes.count, by: 7) {
            put(Array(bytes[..<length]))
            let whole = ends.filter { $0 <= length }
            let copied = Array(bytes[(whole.last ?? 0)..<length])
            let session = try SessionFolder(Story.folder, on: disk).open(path)
            #expect(Snapshot(session.state) == Snapshot(folding: Array(events.prefix(whole.count))))
            #expect(disk.node(at: path)?.bytes == Array(bytes[..<(whole.last ?? 0)]))
            if copied.isEmpty {
                #expect(session.tornTail == nil)
            } else {
                let copy = try #require(session.tornTail?.copy)
                #expect(disk.node(at: copy)?.bytes == copied)
            }
        }
    }

    @Test(arguments: [0x01, 0x20] as [UInt8])
    func `with any bit flipped never reads as another`(bit: UInt8) throws {
        for index in bytes.indices {
            var flipped = bytes
            flipped[index] ^= bit
            put(flipped)
            do throws(JournalFault) {
                let (read, tail) = try disk.events(of: path)
                #expect(tail != nil && events.starts(with: read), "byte \(index)")
                #expect(index >= ends[ends.count - 3], "only the end can be torn: byte \(index)")
            } catch {
                guard case .damaged(_, let line, let offset, _) = error else {
                    #expect(index < ends[0], "byte \(index): \(error)")
                    continue
                }
                #expect(ends[..<(line - 1)].last ?? 0 == offset)
                #expect(index >= offset)
            }
        }
    }

    @Test func `in the middle is not opened and not changed`() throws {
        var damaged = bytes
        damaged[ends[1] + 10] ^= 1
        put(damaged)
        #expect(throws: JournalFault.damaged(path: path, line: 3, offset: ends[1], .layout)) {
            try SessionFolder(Story.folder, on: disk).open(path)
        }
        #expect(disk.node(at: path)?.bytes == damaged)
        #expect(disk.node(at: Story.folder)?.names.keys.contains { $0.contains("torn") } == false)
    }

    @Test func `that lost a line in the middle is damaged where it is missing`() throws {
        put(Array(bytes[..<ends[1]] + bytes[ends[2]...]))
        #expect(throws: JournalFault.damaged(path: path, line: 3, offset: ends[1], .chain)) {
            try disk.events(of: path)
        }
    }

    @Test func `with two lines exchanged is damaged at the first`() throws {
        put(
            Array(bytes[..<ends[1]] + bytes[ends[2]..<ends[3]] + bytes[ends[1]..<ends[2]] + bytes[ends[3]...])
        )
        #expect(throws: JournalFault.damaged(path: path, line: 3, offset: ends[1], .chain)) {
            try disk.events(of: path)
        }
    }

    @Test func `ends where its last line is there twice`() throws {
        put(bytes + bytes[ends[ends.count - 2]...])
        let (read, tail) = try disk.events(of: path)
        #expect(read == events)
        #expect(tail?.line == events.count + 1)
    }

    @Test func `with a damaged line before a torn one is damaged`() throws {
        put(bytes + Array("{\"n\":1}\n{\"n\":".utf8))
        #expect(
            throws: JournalFault.damaged(
                path: path, line: events.count + 1, offset: bytes.count, .layout)
        ) {
            try disk.events(of: path)
        }
    }

    @Test func `gives each torn tail a file of its own`() throws {
        for number in 1...3 {
            let tail = Array("torn \(number)".utf8)
            put(bytes + tail)
            let session = try SessionFolder(Story.folder, on: disk).open(path)
            #expect(session.tornTail?.copy == path + ".torn-\(number)")
            #expect(session.tornTail?.length == tail.count)
            #expect(disk.node(at: path + ".torn-\(number)")?.bytes == tail)
        }
    }

    @Test func `is only reported by whoever reads`() throws {
        put(bytes + Array("torn".utf8))
        let before = disk.operations
        let saved = try SessionFolder(Story.folder, on: disk).read(path)
        #expect(saved.tornTail?.line == events.count + 1)
        #expect(saved.tornTail?.offset == bytes.count)
        #expect(saved.tornTail?.length == 4)
        #expect(saved.tornTail?.copy == nil)
        #expect(
            disk.history[before...].allSatisfy { $0 == .open || $0 == .read || $0 == .status })
    }

    private func put(_ bytes: [UInt8]) {
        disk.node(at: path)?.bytes = bytes
    }
}
