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
        line += "{\"n\":".utf8 + parts[0]
        line += ",\"at\":\"".utf8 + parts[1]
        line += "\",\"type\":\"".utf8 + parts[2]
        line += "\",\"salt\":\"".utf8 + hexadecimal(salt)
        line += "\",\"digest\":\"".utf8 + digest
        line += "\",\"chain\":\"".utf8 + chain
        line += "\",\"body\":".utf8 + body
        line += "}\n".utf8
        return (line, chain)
    }

    /// Takes a line apart that has exactly the format's layout; nil where it has another.
    ///
    /// - Parameter line: the line without its line feed.
    init?(_ line: [UInt8]) {
        var cutter = Cutter(line)
        guard cutter.pass("{\"n\":"), let n = cutter.take(upTo: UInt8(ascii: ",")),
            n.allSatisfy(isDigit), n.first != UInt8(ascii: "0"), n.count <= 18,
            let number = Int(String(decoding: n, as: UTF8.self)),
            cutter.pass(",\"at\":\""), let at = cutter.take(upTo: UInt8(ascii: "\"")),
            let moment = Timestamp(String(decoding: at, as: UTF8.self)),
            cutter.pass("\",\"type\":\""), let type = cutter.take(upTo: UInt8(ascii: "\"")),
            (1...64).contains(type.count), type.allSatisfy(isLetterOrDigit),
            cutter.pass("\",\"salt\":\""), let salt = cutter.take(upTo: UInt8(ascii: "\"")),
            let saltBytes = [UInt8](hexadecimal: salt),
            cutter.pass("\",\"digest\":\""), let digest = cutter.hash(),
            cutter.pass("\",\"chain\":\""), let chain = cutter.hash(),
            cutter.pass("\",\"body\":"), let body = cutter.rest(without: UInt8(ascii: "}"))
        else { return nil }
        if saltBytes.isEmpty {
            guard body.elementsEqual(JournalFormat.removedBody) else { return nil }
        } else {
            guard saltBytes.count == JournalFormat.saltBytes, body.first == UInt8(ascii: "{"),
                body.last == UInt8(ascii: "}")
            else { return nil }
        }
        self.number = number
        self.at = moment
        self.type = String(decoding: type, as: UTF8.self)
        self.salt = saltBytes
        self.digest = digest
        self.chain = chain
        self.body = body
        chained = [n, at, type, digest]
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
    ///   - earliest: the time of the line above.
    ///   - chain: the chain of the line above.
    /// - Returns: the first thing that is wrong.
    func damage(expecting number: Int, earliest: Timestamp?, after chain: [UInt8]) -> Damage? {
        if JournalFormat.chain(before: chain, chained)[...] != self.chain { return .chain }
        if !isRemoved, JournalFormat.digest(salt: salt, body: body)[...] != digest { return .digest }
        if self.number != number { return .number(expected: number, found: self.number) }
        if let earliest, at < earliest { return .time }
        return nil
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
    private var rest: ArraySlice<UInt8>

    init(_ line: [UInt8]) {
        rest = line[...]
    }

    mutating func pass(_ text: StaticString) -> Bool {
        let wanted = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        guard rest.starts(with: wanted) else { return false }
        rest = rest.dropFirst(wanted.count)
        return true
    }

    mutating func take(upTo end: UInt8) -> ArraySlice<UInt8>? {
        guard let index = rest.firstIndex(of: end) else { return nil }
        defer { rest = rest[index...] }
        return rest[..<index]
    }

    mutating func hash() -> ArraySlice<UInt8>? {
        let digits = rest.prefix(64)
        guard digits.count == 64, digits.allSatisfy({ hexadecimalDigit($0) != nil }) else { return nil }
        rest = rest.dropFirst(64)
        return digits
    }

    func rest(without last: UInt8) -> ArraySlice<UInt8>? {
        rest.last == last ? rest.dropLast() : nil
    }
}
