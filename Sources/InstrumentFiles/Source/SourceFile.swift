import Crypto

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
    /// - Parameter path: where it is, and what messages call it.
    /// - Throws: a fault without a place when the file is missing, unreadable or larger than `largest`.
    package init(path: String) throws(Fault) {
        do {
            self.init(name: path, bytes: try BoundedRead.bytes(at: path, limit: Self.largest))
        } catch {
            throw Fault(file: path, place: nil, error)
        }
    }

    /// The SHA-256 of the bytes, in lower-case hexadecimal.
    package var sha256: String {
        SHA256.hash(data: bytes).map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }
}
