/// A ZIP archive whose parts are stored as they are, without a date: the same parts give the same bytes.
struct StoredArchive {
    /// The parts by name, in their order.
    var parts: [(name: String, bytes: [UInt8])] = []

    /// Adds a part of text.
    mutating func add(_ name: String, _ text: String) {
        parts.append((name, Array(text.utf8)))
    }

    /// The archive as the bytes of a file.
    var bytes: [UInt8] {
        var file: [UInt8] = []
        var directory: [UInt8] = []
        for part in parts {
            let offset = file.count
            let fields = common(to: part)
            file += [0x50, 0x4B, 3, 4] + fields + Array(part.name.utf8) + part.bytes
            // No comment, the first disk, a file of bytes, no attributes.
            directory += [0x50, 0x4B, 1, 2, 20, 0] + fields + Self.bytes(0, 2) + Self.bytes(0, 2)
            directory += Self.bytes(0, 2) + Self.bytes(0, 4) + Self.bytes(offset, 4) + Array(part.name.utf8)
        }
        let start = file.count
        file += directory + [0x50, 0x4B, 5, 6] + Self.bytes(0, 4)
        file += Self.bytes(parts.count, 2) + Self.bytes(parts.count, 2)
        return file + Self.bytes(directory.count, 4) + Self.bytes(start, 4) + Self.bytes(0, 2)
    }

    /// What a part's own header and the directory both say of it.
    private func common(to part: (name: String, bytes: [UInt8])) -> [UInt8] {
        // Version 2.0; names are UTF-8; stored; the first day that a ZIP can name.
        let first = Self.bytes(20, 2) + Self.bytes(0x0800, 2) + Self.bytes(0, 2) + Self.bytes(0, 2)
        let size = Self.bytes(part.bytes.count, 4)
        return first + Self.bytes(0x21, 2) + Self.bytes(Int(Self.checksum(of: part.bytes)), 4) + size + size
            + Self.bytes(part.name.utf8.count, 2) + Self.bytes(0, 2)
    }

    /// A number as bytes, the least first.
    private static func bytes(_ number: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    }

    /// The CRC-32 of some bytes.
    private static func checksum(of bytes: [UInt8]) -> UInt32 {
        var sum = UInt32.max
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        return ~sum
    }
}
