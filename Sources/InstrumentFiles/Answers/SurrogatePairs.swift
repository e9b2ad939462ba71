/// JSON may write one character as two escapes, `\ud83d\ude00`; YAML has `\U0001F600` for it and refuses the pair.
enum SurrogatePairs {
    /// A JSON text with each pair of escapes joined into one; any other text as it is.
    ///
    /// Columns behind a pair on the same line move to the left by two.
    static func joined(_ text: String) -> String {
        guard text.first(where: { !$0.isWhitespace }) == "{", text.contains("\\u") else { return text }
        var joined: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.first {
            if let character = pair(at: rest) {
                let hex = String(character, radix: 16, uppercase: true)
                let zeros = String(repeating: "0", count: max(0, 8 - hex.utf8.count))
                joined += Array("\\U\(zeros)\(hex)".utf8)
                rest = rest.dropFirst(12)
            } else {
                // An escaped backslash takes the next one with it.
                let count = byte == UInt8(ascii: "\\") ? 2 : 1
                joined += rest.prefix(count)
                rest = rest.dropFirst(count)
            }
        }
        return String(decoding: joined, as: UTF8.self)
    }

    private static func pair(at bytes: ArraySlice<UInt8>) -> UInt32? {
        guard let high = unit(at: bytes), (0xD800...0xDBFF).contains(high),
            let low = unit(at: bytes.dropFirst(6)), (0xDC00...0xDFFF).contains(low)
        else { return nil }
        return 0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)
    }

    /// The number of an escape with four digits.
    private static func unit(at bytes: ArraySlice<UInt8>) -> UInt32? {
        guard bytes.starts(with: Array("\\u".utf8)) else { return nil }
        let digits = bytes.dropFirst(2).prefix(4)
        guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else {
            return nil
        }
        return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    }
}
