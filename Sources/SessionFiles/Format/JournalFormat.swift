import Crypto

/// The fixed points of the format; `docs/journal.md` is its description.
package enum JournalFormat {
    /// What the first line begins with.
    static let beginning = Array("{\"n\":1,".utf8)
    /// What the first event calls this format.
    static let name = "canary-session/1"
    /// What the names of all versions of it begin with.
    static let family = "canary-session/"
    /// How a journal's file name ends.
    package static let suffix = ".canary.jsonl"
    /// The most bytes of a file name: what is made beside a journal is named after it.
    static let longestName = 240
    /// The most bytes of a line, its line feed counted.
    static let longestLine = 16 * 1_024 * 1_024
    /// The most bytes of a journal: no session comes to a tenth of them.
    static let longest = 128 * 1_024 * 1_024
    /// How many random bytes are hashed in front of a body.
    static let saltBytes = 16
    /// The body of a line whose body was removed.
    static let removedBody = Array("null".utf8)

    /// What the first line is chained to.
    static let firstChain = [UInt8](repeating: UInt8(ascii: "0"), count: 64)

    /// The digest of a body, in hexadecimal digits.
    static func digest(salt: [UInt8], body: ArraySlice<UInt8>) -> [UInt8] {
        var hash = SHA256()
        salt.withUnsafeBytes { hash.update(bufferPointer: $0) }
        body.withUnsafeBytes { hash.update(bufferPointer: $0) }
        return hash.finalize().withUnsafeBytes { hexadecimal($0) }
    }

    /// Whether some hexadecimal digits are the digest of a body.
    static func isDigest(_ digits: ArraySlice<UInt8>, salt: [UInt8], body: ArraySlice<UInt8>) -> Bool {
        var hash = SHA256()
        salt.withUnsafeBytes { hash.update(bufferPointer: $0) }
        body.withUnsafeBytes { hash.update(bufferPointer: $0) }
        return hash.finalize().withUnsafeBytes { isHexadecimal(digits, of: $0) }
    }

    /// Whether some hexadecimal digits are the chain of a line.
    static func isChain(
        _ digits: ArraySlice<UInt8>, before: [UInt8], _ parts: [ArraySlice<UInt8>]
    ) -> Bool {
        var hash = SHA256()
        before.withUnsafeBytes { hash.update(bufferPointer: $0) }
        for part in parts {
            withUnsafeBytes(of: UInt8(ascii: "\n")) { hash.update(bufferPointer: $0) }
            part.withUnsafeBytes { hash.update(bufferPointer: $0) }
        }
        return hash.finalize().withUnsafeBytes { isHexadecimal(digits, of: $0) }
    }

    /// The chain of a line, in hexadecimal digits; the parts are `n`, `at`, `type` and `digest` as they
    /// stand in it.
    static func chain(before: [UInt8], _ parts: [ArraySlice<UInt8>]) -> [UInt8] {
        var text = before
        text.reserveCapacity(256)
        for part in parts {
            text.append(UInt8(ascii: "\n"))
            text += part
        }
        return text.withUnsafeBytes {
            var hash = SHA256()
            hash.update(bufferPointer: $0)
            return hash.finalize().withUnsafeBytes { hexadecimal($0) }
        }
    }
}
