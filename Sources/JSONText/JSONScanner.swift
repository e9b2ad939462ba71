/// Walks along the bytes of a JSON text that are known to be UTF-8, and notes where values stand.
struct JSONScanner {
    private let bytes: [UInt8]
    private var position: Int

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        // Some editors put a byte order mark before the text, and RFC 8259 lets a reader pass over it.
        position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    var isAtEnd: Bool { position == bytes.count }
    var malformed: JSONMalformed { JSONMalformed(offset: position) }

    private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

    mutating func skipSpace() {
        while let byte = peek, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
            position += 1
        }
    }

    /// Notes the value that comes next, and all that is in it.
    mutating func value(into nodes: inout [JSONDocument.Node], depth: Int) throws(JSONMalformed) {
        guard depth < 64, nodes.count < JSONDocument.mostNodes else { throw malformed }
        skipSpace()
        switch peek {
        case UInt8(ascii: "{"): try collection(.object, into: &nodes, depth: depth)
        case UInt8(ascii: "["): try collection(.array, into: &nodes, depth: depth)
        case UInt8(ascii: "\""): try string(into: &nodes)
        case UInt8(ascii: "t"): try word("true", .yes, into: &nodes)
        case UInt8(ascii: "f"): try word("false", .no, into: &nodes)
        case UInt8(ascii: "n"): try word("null", .null, into: &nodes)
        default: try number(into: &nodes)
        }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard peek == byte else { return false }
        position += 1
        return true
    }

    private mutating func expect(_ byte: UInt8) throws(JSONMalformed) {
        guard take(byte) else { throw malformed }
    }

    private mutating func collection(
        _ kind: JSONDocument.Kind, into nodes: inout [JSONDocument.Node], depth: Int
    ) throws(JSONMalformed) {
        let place = nodes.count
        nodes.append(.init(kind: kind, start: position, end: position, next: place))
        let closing = UInt8(ascii: kind == .object ? "}" : "]")
        position += 1
        skipSpace()
        if !take(closing) {
            repeat {
                if kind == .object {
                    skipSpace()
                    try string(into: &nodes)
                    skipSpace()
                    try expect(UInt8(ascii: ":"))
                }
                try value(into: &nodes, depth: depth + 1)
                skipSpace()
            } while take(UInt8(ascii: ","))
            try expect(closing)
        }
        nodes[place].end = position
        nodes[place].next = nodes.count
    }

    private mutating func string(into nodes: inout [JSONDocument.Node]) throws(JSONMalformed) {
        try expect(UInt8(ascii: "\""))
        let start = position
        var kind = JSONDocument.Kind.string
        while let byte = peek, byte != UInt8(ascii: "\"") {
            guard byte >= 0x20 else { throw malformed }
            if byte == UInt8(ascii: "\\") {
                kind = .escaped
                position += 1
            }
            position += 1
        }
        let end = position
        try expect(UInt8(ascii: "\""))
        nodes.append(.init(kind: kind, start: start, end: end, next: nodes.count + 1))
    }

    private mutating func word(
        _ word: StaticString, _ kind: JSONDocument.Kind, into nodes: inout [JSONDocument.Node]
    ) throws(JSONMalformed) {
        let start = position
        for byte in word.description.utf8 { try expect(byte) }
        nodes.append(.init(kind: kind, start: start, end: position, next: nodes.count + 1))
    }

    private mutating func number(into nodes: inout [JSONDocument.Node]) throws(JSONMalformed) {
        let start = position
        _ = take(UInt8(ascii: "-"))
        if !take(UInt8(ascii: "0")) { try digits() }
        if take(UInt8(ascii: ".")) { try digits() }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            try digits()
        }
        nodes.append(.init(kind: .number, start: start, end: position, next: nodes.count + 1))
    }

    private mutating func digits() throws(JSONMalformed) {
        let start = position
        while let byte = peek, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
        guard position > start else { throw malformed }
    }
}
