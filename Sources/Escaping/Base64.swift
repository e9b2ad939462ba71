/// Bytes as the letters of RFC 4648, section 4, with padding.
package enum Base64 {
    private static let alphabet = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    private static let padding = UInt8(ascii: "=")
    /// What each letter stands for; 64 for what is no letter.
    private static let values: [UInt8] = {
        var values = [UInt8](repeating: 64, count: 256)
        for (value, letter) in alphabet.enumerated() { values[Int(letter)] = UInt8(value) }
        return values
    }()

    /// Writes bytes as letters.
    package static func letters(of bytes: some Sequence<UInt8>) -> [UInt8] {
        let bytes = Array(bytes)
        let alphabet = alphabet
        var letters: [UInt8] = []
        letters.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let count = min(3, bytes.count - start)
            var group = Int(bytes[start]) << 16
            if count > 1 { group |= Int(bytes[start + 1]) << 8 }
            if count > 2 { group |= Int(bytes[start + 2]) }
            letters.append(alphabet[group >> 18])
            letters.append(alphabet[group >> 12 & 63])
            letters.append(count > 1 ? alphabet[group >> 6 & 63] : padding)
            letters.append(count > 2 ? alphabet[group & 63] : padding)
        }
        return letters
    }

    /// Writes bytes as a text.
    package static func text(of bytes: some Sequence<UInt8>) -> String {
        String(decoding: letters(of: bytes), as: UTF8.self)
    }

    /// Reads letters, which can write the same bytes in several ways; only the one way in which they are written here
    /// is read.
    ///
    /// - Returns: the bytes; nil where it is written otherwise.
    package static func bytes(of letters: some Sequence<UInt8>) -> [UInt8]? {
        let letters = Array(letters)
        guard letters.count.isMultiple(of: 4) else { return nil }
        let padded = letters.suffix(2).reversed().prefix { $0 == padding }.count
        let values = values
        var bytes: [UInt8] = []
        bytes.reserveCapacity(letters.count / 4 * 3)
        for start in stride(from: 0, to: letters.count, by: 4) {
            let missing = start + 4 == letters.count ? padded : 0
            var group = 0
            for place in start..<(start + 4 - missing) {
                let value = values[Int(letters[place])]
                guard value < 64 else { return nil }
                group = group << 6 | Int(value)
            }
            group <<= 6 * missing
            // What the padding leaves over is nothing.
            guard group & (1 << (8 * missing) - 1) == 0 else { return nil }
            bytes.append(UInt8(group >> 16))
            if missing < 2 { bytes.append(UInt8(group >> 8 & 255)) }
            if missing < 1 { bytes.append(UInt8(group & 255)) }
        }
        return bytes
    }

    /// Reads a text that bytes were written as; nil where it is written otherwise.
    package static func bytes(of text: String) -> [UInt8]? { bytes(of: text.utf8) }
}
