extension JSON {
    /// Where a text stops being JSON.
    struct Malformed: Error, Equatable {
        /// The offset in bytes.
        var offset: Int
    }

    /// The most values in a text that is ours: a sheet for every question of a large questionnaire has a tenth of them.
    static let mostValues = 250_000

    /// Reads exactly one value, strictly by RFC 8259, at most 32 deep and with no key twice in an object.
    ///
    /// - Parameters:
    ///   - bytes: the text.
    ///   - most: how many values it may hold; a stranger's text that holds more is read no further.
    /// - Throws: where it stops being such a text.
    init(_ bytes: ArraySlice<UInt8>, atMost most: Int = mostValues) throws(Malformed) {
        if let offset = bytes.firstInvalidUTF8 { throw Malformed(offset: offset) }
        self = try bytes.withUnsafeBufferPointer { bytes throws(Malformed) in
            var reader = JSONReader(bytes, atMost: most)
            let value = try reader.value(depth: 0)
            reader.skipSpace()
            guard reader.peek == nil else { throw reader.malformed }
            return value
        }
    }
}

extension ArraySlice<UInt8> {
    /// Where the bytes stop being UTF-8; nil where they do not.
    fileprivate var firstInvalidUTF8: Int? {
        do throws(Unicode.UTF8.ValidationError) {
            _ = try UTF8Span(validating: span)
            return nil
        } catch {
            return error.byteOffsets.lowerBound
        }
    }
}

/// Walks along the bytes of a JSON text that are known to be UTF-8.
///
/// It looks at them in their place: a slice of an array is counted and checked at every step, which took most of the time.
private struct JSONReader {
    /// How many keys are sooner compared one by one than hashed.
    private static let handful = 16

    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0
    /// How many more values there may be.
    private var left: Int

    init(_ bytes: UnsafeBufferPointer<UInt8>, atMost most: Int) {
        self.bytes = bytes
        left = most
    }

    var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

    var malformed: JSON.Malformed { JSON.Malformed(offset: position) }

    private func text(from start: Int) -> String {
        String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<position]), as: UTF8.self)
    }

    mutating func skipSpace() {
        while let byte = peek, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
            position += 1
        }
    }

    mutating func value(depth: Int) throws(JSON.Malformed) -> JSON {
        guard depth < 32, left > 0 else { throw malformed }
        left -= 1
        skipSpace()
        switch peek {
        case UInt8(ascii: "{"): return .object(try members(depth: depth))
        case UInt8(ascii: "["): return .array(try elements(depth: depth))
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"):
            try expect("true")
            return .bool(true)
        case UInt8(ascii: "f"):
            try expect("false")
            return .bool(false)
        case UInt8(ascii: "n"):
            try expect("null")
            return .null
        default: return .number(try number())
        }
    }

    private mutating func expect(_ word: StaticString) throws(JSON.Malformed) {
        for index in 0..<word.utf8CodeUnitCount {
            guard peek == word.utf8Start[index] else { throw malformed }
            position += 1
        }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard peek == byte else { return false }
        position += 1
        return true
    }

    private mutating func members(depth: Int) throws(JSON.Malformed) -> [JSON.Member] {
        try expect("{")
        var members: [JSON.Member] = []
        skipSpace()
        if take(UInt8(ascii: "}")) { return members }
        members.reserveCapacity(8)
        // An object of ours has a handful of keys; a stranger's may have a million.
        var known: Set<String> = []
        repeat {
            skipSpace()
            let before = malformed
            let key = try string()
            if members.count == Self.handful { known = Set(members.map(\.key)) }
            let isRepeated =
                members.count < Self.handful
                ? members.contains { $0.key == key } : !known.insert(key).inserted
            guard !isRepeated else { throw before }
            skipSpace()
            try expect(":")
            members.append(JSON.Member(key: key, value: try value(depth: depth + 1)))
            skipSpace()
        } while take(UInt8(ascii: ","))
        try expect("}")
        return members
    }

    private mutating func elements(depth: Int) throws(JSON.Malformed) -> [JSON] {
        try expect("[")
        var elements: [JSON] = []
        skipSpace()
        if take(UInt8(ascii: "]")) { return elements }
        repeat {
            elements.append(try value(depth: depth + 1))
            skipSpace()
        } while take(UInt8(ascii: ","))
        try expect("]")
        return elements
    }

    private mutating func number() throws(JSON.Malformed) -> Double {
        let start = position
        _ = take(UInt8(ascii: "-"))
        if !take(UInt8(ascii: "0")) { try digits() }
        if take(UInt8(ascii: ".")) { try digits() }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            try digits()
        }
        // Most numbers here are levels.
        if position - start == 1 { return Double(bytes[start] - UInt8(ascii: "0")) }
        guard let number = Double(text(from: start)), number.isFinite else { throw malformed }
        return number
    }

    private mutating func digits() throws(JSON.Malformed) {
        let start = position
        while let byte = peek, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
        guard position > start else { throw malformed }
    }

    private mutating func string() throws(JSON.Malformed) -> String {
        try expect("\"")
        let start = position
        while let byte = peek, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 {
            position += 1
        }
        if peek == UInt8(ascii: "\"") {
            defer { position += 1 }
            return text(from: start)
        }
        return try escaped(after: bytes[start..<position])
    }

    private mutating func escaped(
        after plain: Slice<UnsafeBufferPointer<UInt8>>
    ) throws(JSON.Malformed) -> String {
        var text = Array(plain)
        while let byte = peek {
            position += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"): text += try escape()
            case ..<0x20: throw malformed
            default: text.append(byte)
            }
        }
        throw malformed
    }

    private mutating func escape() throws(JSON.Malformed) -> [UInt8] {
        guard let byte = peek else { throw malformed }
        position += 1
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
                try expect("\\u")
                let low = try unit()
                guard 0xDC00..<0xE000 ~= low else { throw malformed }
                code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00)
            }
            guard let scalar = Unicode.Scalar(code) else { throw malformed }
            return Array(String(scalar).utf8)
        default: throw malformed
        }
    }

    private mutating func unit() throws(JSON.Malformed) -> UInt32 {
        var code: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = peek else { throw malformed }
            let lower = (UInt8(ascii: "A")...UInt8(ascii: "F")).contains(byte) ? byte | 0x20 : byte
            guard let digit = hexadecimalDigit(lower) else { throw malformed }
            code = (code << 4) + UInt32(digit)
            position += 1
        }
        return code
    }
}
