import Glibc

/// Cuts a file into lines as it is read, so that a large one that is no journal does no harm.
struct LineSource {
    /// A stretch of the file up to a line feed, or up to its end.
    struct Segment {
        /// The bytes without the line feed.
        var bytes: [UInt8]
        /// Where it begins in the file, in bytes.
        var offset: Int
        /// Whether a line feed ends it.
        var isTerminated: Bool

        var length: Int { bytes.count + (isTerminated ? 1 : 0) }
        var isTooLong: Bool { length > JournalFormat.longestLine }
    }

    private let disk: any Disk
    private let file: OpenFile
    private var buffer: [UInt8] = []
    /// How much of the buffer was given out.
    private var used = 0
    /// Where the buffer begins in the file, in bytes.
    private var bufferOffset = 0

    init(_ file: OpenFile, on disk: any Disk) {
        self.file = file
        self.disk = disk
    }

    /// Whether what comes next begins like that; nothing is given out.
    mutating func begins(with beginning: [UInt8]) throws(FileError) -> Bool {
        while buffer.count - used < beginning.count {
            guard try fill() else { return false }
        }
        return buffer[used...].starts(with: beginning)
    }

    /// The next stretch; nil at the end. One that is too long comes without its end.
    mutating func next() throws(FileError) -> Segment? {
        var searched = used
        while true {
            if let end = lineFeed(from: searched) {
                return take(upTo: end, isTerminated: true)
            }
            let pending = buffer.count - used
            if pending > JournalFormat.longestLine { return take(upTo: buffer.count, isTerminated: false) }
            guard try fill() else {
                return pending == 0 ? nil : take(upTo: buffer.count, isTerminated: false)
            }
            searched = pending
        }
    }

    /// Where the next line feed is.
    private func lineFeed(from start: Int) -> Int? {
        buffer.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress, start < bytes.count,
                let found = memchr(base + start, Int32(UInt8(ascii: "\n")), bytes.count - start)
            else { return nil }
            return UnsafeRawPointer(found) - base
        }
    }

    /// Whether everything was given out.
    mutating func isAtEnd() throws(FileError) -> Bool {
        if used < buffer.count { return false }
        return try !fill()
    }

    /// Reads on; false at the end of the file.
    private mutating func fill() throws(FileError) -> Bool {
        buffer.removeFirst(used)
        bufferOffset += used
        used = 0
        let more = try disk.read(file, at: bufferOffset + buffer.count, upTo: 65_536)
        if buffer.isEmpty { buffer = more } else { buffer += more }
        return !more.isEmpty
    }

    private mutating func take(upTo end: Int, isTerminated: Bool) -> Segment {
        let segment = Segment(
            bytes: Array(buffer[used..<end]), offset: bufferOffset + used, isTerminated: isTerminated)
        used = end + (isTerminated ? 1 : 0)
        return segment
    }
}
