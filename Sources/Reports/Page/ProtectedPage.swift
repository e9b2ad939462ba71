import Crypto
import CryptoExtras
import Escaping
import JSONText
import Languages

/// A page that shows nothing before its passphrase is given.
///
/// The pack is sealed with AES-256-GCM under a key that PBKDF2 makes of the passphrase, as browsers can without help;
/// what says how is authenticated with it, so nobody can make the key cheaper to guess unseen.
package struct ProtectedPage: Sendable {
    /// How often PBKDF2 turns: as many as a browser does in about a second.
    package static let rounds = 1_000_000
    /// What a page may ask for; fewer are too cheap to guess, more would hold a browser up.
    static let allowedRounds = 600_000...5_000_000

    private let header: Header
    private let headerText: String
    private let content: String
    /// What stands on every page of it in print, as on an envelope: the sender's mark alone.
    private let mark: String?

    /// How a page is opened; its text is authenticated to the letter.
    struct Header: Codable, Equatable {
        var format = "canary-protected/1"
        var kdf = "PBKDF2-HMAC-SHA256"
        var rounds: Int
        var salt: String
        var nonce: String
    }

    /// Seals a document of a pack; nil where the machine refuses.
    package init?(_ pack: Pack, as kind: DocumentKind = .report, _ protection: Protection) {
        let inner = HTMLExporter.page(of: pack, as: kind).inner
        mark = pack.cover.mark
        header = Header(
            rounds: Self.rounds, salt: Base64.text(of: protection.salt),
            nonce: Base64.text(of: protection.nonce))
        guard let text = try? JSONText.encode(header, .line),
            let key = PackKey(
                passphrase: protection.passphrase, rounds: Self.rounds, salt: protection.salt),
            let sealed = key.seal(Array(inner.utf8), nonce: protection.nonce, header: text)
        else { return nil }
        headerText = text
        content = Base64.text(of: sealed)
    }

    /// The file.
    package var html: String {
        var page = Markup()
        page.element("main", [("id", "main")]) { page in
            if let mark { page.element("p", [("class", "marking")], text: mark) }
            page.element("h1", text: local("A protected report"))
            page.element(
                "p",
                text: local(
                    "Type the passphrase that you were given by another way than this file. It is opened on this "
                        + "machine alone; nothing is sent anywhere."))
            page.element("noscript") { page in
                page.element(
                    "p", text: local("This page needs scripts to be opened. They are all in this file."))
            }
            page.element(
                "form",
                [
                    ("id", "unlock"), ("hidden", ""), ("data-header", headerText),
                    ("data-working", local("Opening. This takes a few seconds.")),
                ]
            ) { page in
                page.element(
                    "p", [("id", "unlock-problem"), ("class", "problem"), ("role", "alert"), ("hidden", "")],
                    text: local("There is a problem. The passphrase does not open this report."))
                page.element("p", [("class", "field")]) { page in
                    page.element("label", [("for", "passphrase")], text: local("Passphrase"))
                    page.text(" ")
                    page.void(
                        "input",
                        [
                            ("id", "passphrase"),
                            ("aria-describedby", "unlock-problem"), ("size", "24"),
                        ])
                }
                page.element("p") { $0.element("button", text: local("Open")) }
                page.element("p", [("id", "unlock-status"), ("role", "status")], text: "")
            }
            page.element("template", [("id", "envelope")]) { $0.text(content) }
        }
        return Page(
            title: local("A protected report"), body: page.source,
            style: pageStyle + marginStyle(head: mark, foot: nil)
        ).html
    }
}

/// The key of a protected page and of what comes back from it.
struct PackKey {
    private let key: SymmetricKey

    /// Makes a key of a passphrase, however it was typed; nil where the machine refuses.
    init?(passphrase: String, rounds: Int, salt: [UInt8]) {
        let typed = Protection.letters(of: passphrase)
        guard ProtectedPage.allowedRounds.contains(rounds),
            let key = try? KDF.Insecure.PBKDF2.deriveKey(
                from: Array(typed.utf8), salt: salt, using: .sha256, outputByteCount: 32, rounds: rounds)
        else { return nil }
        self.key = key
    }

    /// Seals data; the tag follows the content, as WebCrypto has it.
    func seal(_ data: [UInt8], nonce: [UInt8], header: String) -> [UInt8]? {
        guard let nonce = try? AES.GCM.Nonce(data: nonce),
            let box = try? AES.GCM.seal(
                data, using: key, nonce: nonce, authenticating: Array(header.utf8))
        else { return nil }
        return Array(box.ciphertext) + Array(box.tag)
    }

    /// Opens data; nil where it was changed, or the key is another.
    func open(_ data: [UInt8], nonce: [UInt8], header: String) -> [UInt8]? {
        guard data.count >= 16, let nonce = try? AES.GCM.Nonce(data: nonce),
            let box = try? AES.GCM.SealedBox(
                nonce: nonce, ciphertext: data.dropLast(16), tag: data.suffix(16))
        else { return nil }
        return (try? AES.GCM.open(box, using: key, authenticating: Array(header.utf8))).map { Array($0) }
    }
}

/// What a protected page is sealed with; used once.
package struct Protection: Sendable {
    /// 80 bits that can be read out over a telephone, in four groups of four.
    package let passphrase: String
    let salt: [UInt8]
    let nonce: [UInt8]

    /// Thirty-two letters and digits of which no two look alike: I, L, O and U are not among them.
    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

    /// A new one, out of a generator that nobody can guess.
    package init(_ random: inout some RandomNumberGenerator) {
        passphrase = (0..<4).map { _ in
            String((0..<4).map { _ in Self.alphabet[Int.random(in: Self.alphabet.indices, using: &random)] })
        }.joined(separator: "-")
        salt = Self.bytes(16, &random)
        nonce = Self.bytes(12, &random)
    }

    static func bytes(_ count: Int, _ random: inout some RandomNumberGenerator) -> [UInt8] {
        (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &random) }
    }

    /// What counts of a passphrase that was typed: letters and digits in upper case, look-alikes read as what they
    /// look like.
    static func letters(of typed: String) -> String {
        String(
            typed.uppercased().compactMap { character in
                switch character {
                case "O": "0"
                case "I", "L": "1"
                case _ where alphabet.contains(character): character
                default: nil
                }
            })
    }
}
