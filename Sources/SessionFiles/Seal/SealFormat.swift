/// The fixed points of sealed journals; `docs/sealing.md` is their description.
enum SealFormat {
    /// What the first line calls the format.
    static let name = "canary-sealed/1"
    /// What the first line of any version begins with.
    static let beginning = Array("{\"format\":\"canary-sealed/".utf8)
    /// The most bytes of a first line.
    static let longestHeader = 4_096
    /// The bytes of a key.
    static let keyBytes = 32
    /// The bytes of a nonce and of an authentication tag.
    static let nonceBytes = 12
    static let tagBytes = 16
    /// The bytes of a scrypt salt.
    static let saltBytes = 16
    /// The bytes of a key's id.
    static let keyIDBytes = 8
}

/// How a passphrase becomes a key: scrypt, RFC 7914.
package struct Scrypt: Equatable, Sendable {
    /// N, r and p: the cost, the block size and the parallelism.
    package var cost: Int
    package var blockSize: Int
    package var parallelism: Int
    /// Random bytes.
    package var salt: [UInt8]

    /// What a new seal uses: 128 MiB and some tenths of a second.
    static let cost = 1 << 17
    static let blockSize = 8
    static let parallelism = 1

    /// Whether it is well formed, and not too weak to protect anything.
    var isSound: Bool {
        (1 << 14...1 << 40).contains(cost) && cost & (cost - 1) == 0
            && (Self.blockSize...1 << 10).contains(blockSize) && (1...1 << 10).contains(parallelism)
            && salt.count == SealFormat.saltBytes
    }

    /// Whether it asks for no more than what this and every earlier version writes: whoever sent the file chose it.
    var isBearable: Bool {
        cost <= Self.cost && blockSize == Self.blockSize && parallelism == Self.parallelism
    }

    /// The memory that it takes, in bytes.
    package var memory: Int { 128 * cost * blockSize }
}
