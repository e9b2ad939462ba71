internal import CMessageDigest

/// The bytes of a file, with the name that messages call it by.
package struct SourceFile: Sendable {
    /// The largest file that is read, in bytes: many times what an instrument or a sheet of answers needs.
    package static let largest = 4 * 1024 * 1024

    /// The name that messages call it by, usually its path.
    package let name: String
    /// What it holds; may be anything.
    package let bytes: [UInt8]

    /// A file that is in memory already.
    package init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - path: where it is, and what messages call it; a pipe is read to its end.
    ///   - limit: the most bytes that are read.
    /// - Throws: a fault without a place when it is missing, unreadable, no file and no pipe, or larger than that.
    package init(path: String, atMost limit: Int = largest) throws(Fault) {
        do {
            self.init(name: path, bytes: try BoundedRead.bytes(at: path, limit: limit))
        } catch {
            throw Fault(file: path, place: nil, error)
        }
    }

    /// The SHA-256 of the bytes, in lower-case hexadecimal.
    package var sha256: String {
        var context = SHA2_CTX()
        var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
        unsafe SHA256Init(&context)
        unsafe SHA256Update(&context, bytes, bytes.count)
        unsafe SHA256Final(&digest, &context)
        return digest.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    }
}
