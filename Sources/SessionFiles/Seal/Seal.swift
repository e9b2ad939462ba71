import Crypto
import CryptoExtras
import Escaping
import Sessions

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
    ///   - passphrase: its bytes as they were typed; what looks the same is the same passphrase.
    ///   - cost: scrypt's N; smaller only in tests.
    package init?(session: String, passphrase: [UInt8], cost: Int? = nil) {
        let key = SymmetricKey(size: .bits256)
        let keyID = [UInt8].random(SealFormat.keyIDBytes)
        let kdf = Scrypt(
            cost: cost ?? Scrypt.cost, blockSize: Scrypt.blockSize, parallelism: Scrypt.parallelism,
            salt: .random(SealFormat.saltBytes))
        guard let wrapping = Self.wrappingKey(kdf, Self.normalized(passphrase)),
            let wrapped = try? ChaChaPoly.seal(
                key.withUnsafeBytes { Array($0) }, using: wrapping,
                authenticating: Self.wrappingData(session, keyID))
        else { return nil }
        self.key = key
        header = SealHeader(
            session: session, kdf: kdf, keyID: keyID, wrappedKey: Array(wrapped.combined))
    }

    /// Opens the key of a sealed session; nil where the passphrase is not its.
    ///
    /// Seals of version 0.1 took the passphrase's bytes as they came; so they are tried, too, where they differ.
    package init?(_ header: SealHeader, passphrase: [UInt8]) {
        let spellings = [Self.normalized(passphrase), passphrase]
        for spelling in spellings[0] == passphrase ? [passphrase] : spellings {
            guard let wrapping = Self.wrappingKey(header.kdf, spelling),
                let box = try? ChaChaPoly.SealedBox(combined: header.wrappedKey),
                let key = try? ChaChaPoly.open(
                    box, using: wrapping, authenticating: Self.wrappingData(header.session, header.keyID))
            else { continue }
            self.header = header
            self.key = SymmetricKey(data: key)
            return
        }
        return nil
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
        return Base64.letters(of: box.combined)
    }

    /// A line of the file, opened; nil where it is not the one that belongs there.
    func opened(_ line: [UInt8], number: Int, after chain: [UInt8]) -> [UInt8]? {
        guard let combined = Base64.bytes(of: line),
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

    /// The passphrase as every keyboard and system gives it: in composed characters, without the return that ends a
    /// line of a file from Windows. Bytes that are no text stay as they are.
    private static func normalized(_ passphrase: [UInt8]) -> [UInt8] {
        let line = passphrase.last == UInt8(ascii: "\r") ? passphrase.dropLast() : passphrase[...]
        guard let text = String(validating: line, as: UTF8.self) else { return passphrase }
        return Array(text.composed.utf8)
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
