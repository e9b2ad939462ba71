import Crypto
import Escaping

/// How answers are sealed to a workshop's key: HPKE (RFC 9180) in base mode, one message. The length of the public key says
/// which.
enum SealingSuite {
    /// DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, ChaCha20-Poly1305: for keys that version 0.1 made.
    case x25519
    /// DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM: what a browser can do as well.
    case p256

    /// How many bytes of the encapsulated key stand before what is sealed with P-256: a point that is not compressed.
    static let encapsulatedLength = 65

    /// The suite of a public key in Base64; nil where it is no key of either.
    init?(publicKey: String) {
        switch Base64.bytes(of: publicKey)?.count {
        case 32: self = .x25519
        case 65: self = .p256
        default: return nil
        }
    }

    /// Seals a message.
    ///
    /// - Parameters:
    ///   - plain: the message.
    ///   - publicKey: whose it is, in Base64.
    ///   - info: what both sides know.
    ///   - authenticated: what stands in the clear beside the message and cannot be changed.
    /// - Returns: the encapsulated key and what is sealed; nil where the machine refuses.
    func sealed(
        _ plain: [UInt8], to publicKey: String, info: [UInt8], authenticating authenticated: [UInt8]
    ) -> (encapsulated: [UInt8], content: [UInt8])? {
        guard let bytes = Base64.bytes(of: publicKey), var sender = sender(to: bytes, info: info),
            let content = try? sender.seal(plain, authenticating: authenticated)
        else { return nil }
        return (Array(sender.encapsulatedKey), Array(content))
    }

    /// Opens what was sealed; nil where it was changed, or the key is another.
    func opened(
        _ content: [UInt8], _ encapsulated: [UInt8], by privateKey: String, info: [UInt8],
        authenticating authenticated: [UInt8]
    ) -> [UInt8]? {
        guard let bytes = Base64.bytes(of: privateKey),
            var recipient = recipient(bytes, info: info, encapsulated: encapsulated),
            let plain = try? recipient.open(content, authenticating: authenticated)
        else { return nil }
        return Array(plain)
    }

    private func sender(to key: [UInt8], info: [UInt8]) -> HPKE.Sender? {
        switch self {
        case .x25519:
            (try? Curve25519.KeyAgreement.PublicKey(rawRepresentation: key)).flatMap {
                try? HPKE.Sender(
                    recipientKey: $0, ciphersuite: .Curve25519_SHA256_ChachaPoly, info: given(info))
            }
        case .p256:
            (try? P256.KeyAgreement.PublicKey(x963Representation: key)).flatMap {
                try? HPKE.Sender(
                    recipientKey: $0, ciphersuite: .P256_SHA256_AES_GCM_256, info: given(info))
            }
        }
    }

    private func recipient(_ key: [UInt8], info: [UInt8], encapsulated: [UInt8]) -> HPKE.Recipient? {
        switch self {
        case .x25519:
            (try? Curve25519.KeyAgreement.PrivateKey(rawRepresentation: key)).flatMap {
                try? HPKE.Recipient(
                    privateKey: $0, ciphersuite: .Curve25519_SHA256_ChachaPoly, info: given(info),
                    encapsulatedKey: given(encapsulated))
            }
        case .p256:
            (try? P256.KeyAgreement.PrivateKey(rawRepresentation: key)).flatMap {
                try? HPKE.Recipient(
                    privateKey: $0, ciphersuite: .P256_SHA256_AES_GCM_256, info: given(info),
                    encapsulatedKey: given(encapsulated))
            }
        }
    }

    /// Bytes as swift-crypto takes some: in Foundation's type, which is not named here so that it is not imported.
    private func given<Bytes: RangeReplaceableCollection<UInt8>>(_ bytes: [UInt8]) -> Bytes {
        Bytes(bytes)
    }
}
