/// Takes the escapes out of a JSON string, piece by piece.
struct JSONEscapes {
    private var rest: ArraySlice<UInt8>

    /// The bytes between the quotation marks.
    init(_ bytes: ArraySlice<UInt8>) {
        rest = bytes
    }

    /// The next bytes as they were meant; nil at the end.
    mutating func next() throws(JSONMalformed) -> [UInt8]? {
        guard let first = rest.first else { return nil }
        guard first == UInt8(ascii: "\\") else {
            let plain = rest.prefix { $0 != UInt8(ascii: "\\") }
            rest = rest[plain.endIndex...]
            return Array(plain)
        }
        rest.removeFirst()
        guard let byte = rest.popFirst() else { throw malformed }
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
        case UInt8(ascii: "b"): return [0x08]
        case UInt8(ascii: "f"): return [0x0C]
        case UInt8(ascii: "n"): return [0x0A]
        case UInt8(ascii: "r"): return [0x0D]
        case UInt8(ascii: "t"): return [0x09]
        case UInt8(ascii: "u"):
            var code = try unit()
            if 0xD800..<0xDC00 ~= code {
                guard rest.popFirst() == UInt8(ascii: "\\"), rest.popFirst() == UInt8(ascii: "u") else {
                    throw malformed
                }
                let low = try unit()
                guard 0xDC00..<0xE000 ~= low else { throw malformed }
                code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00)
            }
            guard let scalar = Unicode.Scalar(code) else { throw malformed }
            return Array(String(scalar).utf8)
        default: throw malformed
        }
    }

    private var malformed: JSONMalformed { JSONMalformed(offset: rest.startIndex) }

    private mutating func unit() throws(JSONMalformed) -> UInt32 {
        let digits = rest.prefix(4)
        guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
            let code = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
        else { throw malformed }
        rest = rest.dropFirst(4)
        return code
    }
}
