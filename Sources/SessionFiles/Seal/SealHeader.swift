/// The first line of a sealed journal: all of it that is in the clear.
package struct SealHeader: Equatable, Sendable {
    /// The session's id.
    package let session: String
    /// How the passphrase becomes the key that the session's key is wrapped with.
    package let kdf: Scrypt
    /// Which key the events are sealed with; another passphrase brings another key.
    let keyID: [UInt8]
    /// The session's key: nonce, sealed key and tag.
    let wrappedKey: [UInt8]

    /// The line without its line feed.
    var bytes: [UInt8] {
        JSON.members([
            "format": .string(SealFormat.name), "session": .string(session),
            "kdf": .members([
                "name": .string("scrypt"), "n": .whole(kdf.cost), "r": .whole(kdf.blockSize),
                "p": .whole(kdf.parallelism), "salt": .string(hexadecimalText(kdf.salt)),
            ]),
            "key": .members([
                "id": .string(hexadecimalText(keyID)), "wrapped": .string(hexadecimalText(wrappedKey)),
            ]),
        ]).bytes
    }

    init(session: String, kdf: Scrypt, keyID: [UInt8], wrappedKey: [UInt8]) {
        self.session = session
        self.kdf = kdf
        self.keyID = keyID
        self.wrappedKey = wrappedKey
    }

    /// Reads a first line; nil where it is not one of this version with settings that protect anything.
    init?(_ line: [UInt8]) {
        guard line.count <= SealFormat.longestHeader, let json = try? JSON(line[...]),
            let header = try? SealHeader(json), header.kdf.isSound,
            header.keyID.count == SealFormat.keyIDBytes,
            header.wrappedKey.count == SealFormat.nonceBytes + SealFormat.keyBytes + SealFormat.tagBytes
        else { return nil }
        self = header
    }

    private init(_ json: JSON) throws(BodyProblem) {
        var body = try BodyReader(json, under: "header")
        guard try body.string("format") == SealFormat.name else { throw .unfitting(key: "format") }
        session = try body.string("session")
        var kdf = try BodyReader(try body.required("kdf"), under: "kdf")
        guard try kdf.string("name") == "scrypt" else { throw .unfitting(key: "name") }
        self.kdf = Scrypt(
            cost: try kdf.whole("n"), blockSize: try kdf.whole("r"), parallelism: try kdf.whole("p"),
            salt: try kdf.bytes("salt"))
        try kdf.end()
        var key = try BodyReader(try body.required("key"), under: "key")
        keyID = try key.bytes("id")
        wrappedKey = try key.bytes("wrapped")
        try key.end()
        try body.end()
    }
}

extension BodyReader {
    fileprivate mutating func bytes(_ key: String) throws(BodyProblem) -> [UInt8] {
        guard let bytes = [UInt8](hexadecimal: try string(key).utf8) else { throw .unfitting(key: key) }
        return bytes
    }
}

private func hexadecimalText(_ bytes: [UInt8]) -> String {
    String(decoding: hexadecimal(bytes), as: UTF8.self)
}
