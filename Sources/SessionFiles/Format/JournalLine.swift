import Glibc
import Sessions

/// A line of a journal, taken apart but not yet believed.
struct JournalLine {
    let number: Int
    let at: Timestamp
    let type: String
    /// The salt's bytes; empty where the body was removed.
    let salt: [UInt8]
    /// Hexadecimal digits.
    let digest: ArraySlice<UInt8>
    /// Hexadecimal digits.
    let chain: ArraySlice<UInt8>
    /// The body's exact bytes.
    let body: ArraySlice<UInt8>
    /// `n`, `at`, `type` and `digest` as they stand in the line.
    let chained: [ArraySlice<UInt8>]

    /// Whether the body was removed.
    var isRemoved: Bool { salt.isEmpty }

    /// The line that follows another and says what happened.
    static func bytes(
        of event: SessionEvent, salt: [UInt8], after before: [UInt8]
    ) -> (bytes: [UInt8], chain: [UInt8]) {
        let body = event.what.body.bytes
        let digest = JournalFormat.digest(salt: salt, body: body[...])
        let parts = ["\(event.number)", "\(event.at)", event.what.type].map { Array($0.utf8)[...] }
        let chain = JournalFormat.chain(before: before, parts + [digest[...]])
        var line: [UInt8] = []
        line.reserveCapacity(body.count + 320)
        func add(_ key: String, _ value: some Collection<UInt8>) {
            line += key.utf8
            line += value
        }
        add("{\"n\":", parts[0])
        add(",\"at\":\"", parts[1])
        add("\",\"type\":\"", parts[2])
        add("\",\"salt\":\"", hexadecimal(salt))
        add("\",\"digest\":\"", digest)
        add("\",\"chain\":\"", chain)
        add("\",\"body\":", body)
        line += "}\n".utf8
        return (line, chain)
    }

    /// Takes a line apart that has exactly the format's layout; nil where it has another.
    ///
    /// - Parameter line: the line without its line feed.
    init?(_ line: [UInt8]) {
        guard let cut = line.withUnsafeBufferPointer(Cut.init), let moment = Timestamp(utf8: line[cut.at])
        else {
            return nil
        }
        if cut.salt.isEmpty {
            guard line[cut.body].elementsEqual(JournalFormat.removedBody) else { return nil }
        } else {
            guard cut.salt.count == 2 * JournalFormat.saltBytes, line[cut.body].first == UInt8(ascii: "{"),
                line[cut.body].last == UInt8(ascii: "}")
            else { return nil }
        }
        guard let salt = [UInt8](hexadecimal: line[cut.salt]) else { return nil }
        number = cut.number
        at = moment
        type = String(decoding: line[cut.type], as: UTF8.self)
        self.salt = salt
        digest = line[cut.digest]
        chain = line[cut.chain]
        body = line[cut.body]
        chained = [line[cut.n], line[cut.at], line[cut.type], line[cut.digest]]
    }

    /// The line with its body removed; its chain holds as it did.
    var withoutBody: [UInt8] {
        var line: [UInt8] = []
        line += "{\"n\":".utf8 + chained[0]
        line += ",\"at\":\"".utf8 + chained[1]
        line += "\",\"type\":\"".utf8 + chained[2]
        line += "\",\"salt\":\"\",\"digest\":\"".utf8 + digest
        line += "\",\"chain\":\"".utf8 + chain
        line += "\",\"body\":".utf8 + JournalFormat.removedBody
        line.append(UInt8(ascii: "}"))
        return line
    }

    /// What is wrong with the line in its place; nil where nothing is.
    ///
    /// - Parameters:
    ///   - number: the number that it must have.
    ///   - chain: the chain of the line above.
    /// - Returns: the first thing that is wrong.
    func damage(expecting number: Int, after chain: [UInt8]) -> Damage? {
        if !JournalFormat.isChain(self.chain, before: chain, chained) { return .chain }
        if !isRemoved, !JournalFormat.isDigest(digest, salt: salt, body: body) { return .digest }
        if self.number != number { return .number(expected: number, found: self.number) }
        return nil
    }
}

/// Where the members of a line stand.
private struct Cut {
    var number: Int
    var n: Range<Int>
    var at: Range<Int>
    var type: Range<Int>
    var salt: Range<Int>
    var digest: Range<Int>
    var chain: Range<Int>
    var body: Range<Int>

    /// Finds them; nil where the line has another layout.
    init?(_ line: UnsafeBufferPointer<UInt8>) {
        var cutter = Cutter(line)
        guard cutter.pass("{\"n\":"), let n = cutter.take(upTo: UInt8(ascii: ",")),
            (1...18).contains(n.count),
            line[n.lowerBound] != UInt8(ascii: "0"), line[n].allSatisfy(isDigit),
            cutter.pass(",\"at\":\""), let at = cutter.take(upTo: UInt8(ascii: "\"")),
            cutter.pass("\",\"type\":\""), let type = cutter.take(upTo: UInt8(ascii: "\"")),
            (1...64).contains(type.count), line[type].allSatisfy(isLetterOrDigit),
            cutter.pass("\",\"salt\":\""), let salt = cutter.take(upTo: UInt8(ascii: "\"")),
            cutter.pass("\",\"digest\":\""), let digest = cutter.hash(),
            cutter.pass("\",\"chain\":\""), let chain = cutter.hash(),
            cutter.pass("\",\"body\":"), let body = cutter.rest(without: UInt8(ascii: "}"))
        else { return nil }
        number = line[n].reduce(0) { 10 * $0 + Int($1 - UInt8(ascii: "0")) }
        (self.n, self.at, self.type, self.salt) = (n, at, type, salt)
        (self.digest, self.chain, self.body) = (digest, chain, body)
    }
}

private func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
}

private func isLetterOrDigit(_ byte: UInt8) -> Bool {
    isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
}

/// Cuts a line into its members.
private struct Cutter {
    private let line: UnsafeBufferPointer<UInt8>
    private var position = 0

    init(_ line: UnsafeBufferPointer<UInt8>) {
        self.line = line
    }

    mutating func pass(_ text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard line.count - position >= count, let start = line.baseAddress,
            memcmp(start + position, text.utf8Start, count) == 0
        else { return false }
        position += count
        return true
    }

    mutating func take(upTo end: UInt8) -> Range<Int>? {
        let start = position
        while position < line.count, line[position] != end { position += 1 }
        return position < line.count ? start..<position : nil
    }

    mutating func hash() -> Range<Int>? {
        let digits = position..<position + 64
        guard digits.upperBound <= line.count, line[digits].allSatisfy({ hexadecimalDigit($0) != nil }) else {
            return nil
        }
        position = digits.upperBound
        return digits
    }

    func rest(without last: UInt8) -> Range<Int>? {
        line.count > position && line[line.count - 1] == last ? position..<line.count - 1 : nil
    }
}
