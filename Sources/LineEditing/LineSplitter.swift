internal import Glibc
internal import Terminal

/// Bytes on their way to becoming lines.
///
/// Lines end in LF or CRLF. What is neither UTF-8 nor of the locale's characters becomes U+FFFD, and a byte order mark at the start of
/// all input is dropped.
struct LineSplitter {
    private let charset: TerminalCharset
    private var bytes: [UInt8] = []
    private var start = 0
    private var searched = 0
    private var isAtStartOfInput = true
    /// The most bytes of a line; of a longer one nothing is kept.
    static let longestLine = 16 * 1_024 * 1_024
    private var isDropping = false
    private var hasDropped = false
    /// The bytes of the longest line since somebody asked last.
    private(set) var longest = 0

    /// Nothing yet; the characters are what the bytes stand for where they are not UTF-8.
    init(charset: TerminalCharset = .utf8) {
        self.charset = charset
    }

    /// Takes in the next bytes.
    ///
    /// - Complexity: O(*n*) in the number of new bytes, amortised.
    mutating func append(_ block: [UInt8]) {
        bytes.removeFirst(start)
        searched -= start
        start = 0
        var block = block[...]
        if isDropping {
            guard let end = block.firstIndex(of: 0x0A) else { return }
            block = block[(end + 1)...]
            isDropping = false
        }
        bytes += block
        // Lines that are complete go first, so that what is too long is the last one.
        if bytes.count > Self.longestLine, !bytes.contains(0x0A) {
            discard()
            isDropping = true
            hasDropped = true
        }
    }

    /// Whether a line was dropped for its length since somebody asked last.
    mutating func takeDropped() -> Bool {
        defer { hasDropped = false }
        return hasDropped
    }

    /// Forgets how long the longest line was.
    mutating func forgetLongest() { longest = 0 }

    /// The next line that is complete, without its end.
    mutating func nextLine() -> String? {
        let found = bytes.withUnsafeBytes { buffer -> Int? in
            guard let base = buffer.baseAddress else { return nil }
            let newline = memchr(base + searched, 0x0A, buffer.count - searched)
            return newline.map { UnsafeRawPointer($0) - base }
        }
        guard let found else {
            searched = bytes.count
            return nil
        }
        defer {
            start = found + 1
            searched = found + 1
        }
        return text(of: bytes[start..<found])
    }

    /// What is left when no more bytes come: a last line that lacks its end, or nil when nothing is left.
    mutating func lastLine() -> String? {
        let rest = bytes[start...]
        defer { discard() }
        return rest.isEmpty ? nil : text(of: rest)
    }

    /// Forgets what has been taken in.
    mutating func discard() {
        bytes = []
        start = 0
        searched = 0
    }

    private mutating func text(of line: ArraySlice<UInt8>) -> String {
        var line = line
        longest = max(longest, line.count)
        if isAtStartOfInput, line.starts(with: [0xEF, 0xBB, 0xBF]) {
            line = line.dropFirst(3)
        }
        isAtStartOfInput = false
        if line.last == 0x0D {
            line = line.dropLast()
        }
        return charset.text(of: line)
    }
}
