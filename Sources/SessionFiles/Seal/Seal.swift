import Crypto
import CryptoExtras
import FoundationEssentials

/// The key of a sealed session, together with the line that it is wrapped in.
///
/// Swift gives no promise that a key leaves no copy in memory, and none is made here.
package struct Seal: Sendable {
    /// The first line of the journal.
    package let header: SealHeader
    private let key: SymmetricKey

    /// A seal with a fresh key for a session; nil where the passphrase is empty or the machine lacks the memory.
    ///
    /// - Parameters:
    ///   - session: the session's id.
    ///   - passphrase: its bytes as they were typed.
    ///   - cost: scrypt's N; smaller only in tests.
    package init?(session: String, passphrase: [UInt8], cost: Int? = nil) {
        self.init(
            session: session, passphrase: passphrase, cost: cost ?? Scrypt.cost,
            keyID: .random(SealFormat.keyIDBytes), key: SymmetricKey(size: .bits256))
    }

    private init?(session: String, passphrase: [UInt8], cost: Int, keyID: [UInt8], key: SymmetricKey) {
        let kdf = Scrypt(
            cost: cost, blockSize: Scrypt.blockSize, parallelism: Scrypt.parallelism,
            salt: .random(SealFormat.saltBytes))
        guard let wrapping = Self.wrappingKey(kdf, passphrase),
            let wrapped = try? ChaChaPoly.seal(
                key.withUnsafeBytes { Data($0) }, using: wrapping,
                authenticating: Self.wrappingData(session, keyID))
        else { return nil }
        self.key = key
        header = SealHeader(
            session: session, kdf: kdf, keyID: keyID, wrappedKey: Array(wrapped.combined))
    }

    /// The same key under another passphrase; the events stay as they are. Nil as for a fresh one.
    package func changed(to passphrase: [UInt8], cost: Int? = nil) -> Seal? {
        Seal(
            session: header.session, passphrase: passphrase, cost: cost ?? Scrypt.cost,
            keyID: header.keyID, key: key)
    }

    /// Opens the key of a sealed session; nil where the passphrase is not its.
    package init?(_ header: SealHeader, passphrase: [UInt8]) {
        guard let wrapping = Self.wrappingKey(header.kdf, passphrase),
            let box = try? ChaChaPoly.SealedBox(combined: header.wrappedKey),
            let key = try? ChaChaPoly.open(
                box, using: wrapping, authenticating: Self.wrappingData(header.session, header.keyID))
        else { return nil }
        self.header = header
        self.key = SymmetricKey(data: key)
    }

    /// A line of the journal, sealed into one of the file; without line feeds.
    ///
    /// - Parameters:
    ///   - line: the line as a journal in the clear would have it.
    ///   - number: its event's number.
    ///   - chain: the chain of the line before, in hexadecimal digits.
    /// - Returns: nil where the machine refuses.
    func sealed(_ line: [UInt8], number: Int, after chain: [UInt8]) -> [UInt8]? {
        guard
            let box = try? ChaChaPoly.seal(
                line, using: key, authenticating: data(number: number, after: chain))
        else { return nil }
        return Array(box.combined.base64EncodedData())
    }

    /// A line of the file, opened; nil where it is not the one that belongs there.
    func opened(_ line: [UInt8], number: Int, after chain: [UInt8]) -> [UInt8]? {
        // Base64 can write the same bytes in several ways; only one of them is a line of ours.
        guard let combined = Data(base64Encoded: Data(line)), Array(combined.base64EncodedData()) == line,
            let box = try? ChaChaPoly.SealedBox(combined: combined),
            let opened = try? ChaChaPoly.open(
                box, using: key, authenticating: data(number: number, after: chain))
        else { return nil }
        return Array(opened)
    }

    private func data(number: Int, after chain: [UInt8]) -> [UInt8] {
        let parts = [
            Array(SealFormat.name.utf8), Array(header.session.utf8), hexadecimal(header.keyID),
            Array("\(number)".utf8), chain,
        ]
        return Array(parts.joined(separator: [UInt8(ascii: "\n")]))
    }

    private static func wrappingData(_ session: String, _ keyID: [UInt8]) -> [UInt8] {
        let parts = [Array(SealFormat.name.utf8), Array(session.utf8), hexadecimal(keyID)]
        return Array(parts.joined(separator: [UInt8(ascii: "\n")]))
    }

    private static func wrappingKey(_ kdf: Scrypt, _ passphrase: [UInt8]) -> SymmetricKey? {
        if passphrase.isEmpty { return nil }
        return try? KDF.Scrypt.deriveKey(
            from: passphrase, salt: kdf.salt, outputByteCount: SealFormat.keyBytes, rounds: kdf.cost,
            blockSize: kdf.blockSize, parallelism: kdf.parallelism)
    }
}

extension [UInt8] {
    /// Random bytes of the system's generator.
    fileprivate static func random(_ count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in generator.next() }
    }
}

/// How the key of a sealed session is come by, such as by asking for a passphrase.
package typealias KeySource = (SealHeader) throws(JournalFault) -> Seal
