import Crypto
import Sessions

/// The compiled files of instruments, as they are kept beside journals.
struct CompiledFiles {
    /// The file of one instrument.
    struct File {
        let pin: InstrumentPin
        let bytes: [UInt8]
        /// The SHA-256 of the bytes, in hexadecimal.
        let sha256: String
    }

    /// The questionnaire's first.
    var files: [File] = []
    /// Whether somebody could check all of them.
    var isChecked = true
    /// Whether the program has all of them itself: then a session finds them without a file.
    var isOwn = true

    /// The SHA-256 of each file, which a session pins; none where nobody could check one of them.
    var pinned: [String] { isChecked ? files.map(\.sha256) : [] }

    /// Adds the text of an instrument, without a line feed.
    mutating func add(_ text: [UInt8], of pin: InstrumentPin) {
        let bytes = text + [UInt8(ascii: "\n")]
        files.append(File(pin: pin, bytes: bytes, sha256: Self.hash(of: bytes)))
    }

    /// The SHA-256 of bytes, in hexadecimal.
    static func hash(of bytes: [UInt8]) -> String {
        SHA256.hash(data: bytes).withUnsafeBytes { String(decoding: hexadecimal($0), as: UTF8.self) }
    }
}
