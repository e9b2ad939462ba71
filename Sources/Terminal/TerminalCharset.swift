internal import Escaping
internal import Glibc

/// The characters that a terminal sends and shows, as the locale names them.
///
/// Everything is UTF-8, except where the locale says Latin-1; a locale without a name, such as C, says nothing.
package struct TerminalCharset: Equatable, Sendable {
    /// What files hold, and what nearly every terminal speaks.
    package static let utf8 = TerminalCharset(isLatin1: false)

    /// What the locale of this process says.
    package static let current = TerminalCharset(
        locale: ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { (name: String) in
            getenv(name).map { String(cString: $0) }
        }.first { !$0.isEmpty } ?? "")

    /// Whether it is not UTF-8: then lines are read and written without editing.
    package let isLatin1: Bool

    private init(isLatin1: Bool) {
        self.isLatin1 = isLatin1
    }

    /// The characters of a locale, such as `en_GB.ISO-8859-1`.
    package init(locale: String) {
        let code = locale.drop { $0 != "." }.dropFirst().prefix { $0 != "@" }
        let name = code.lowercased().filter { $0 != "-" && $0 != "_" }
        // Its relatives differ in some letters; bytes of theirs are refused and not guessed at.
        isLatin1 = ["iso88591", "latin1"].contains(name)
    }

    /// Bytes that were typed as text: UTF-8 where they are that, else as the locale has it; what is neither
    /// becomes U+FFFD.
    package func text(of bytes: some Collection<UInt8>) -> String {
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        guard isLatin1 else { return String(decoding: bytes, as: UTF8.self) }
        var scalars = String.UnicodeScalarView()
        for byte in bytes { scalars.append(Unicode.Scalar(byte)) }
        return String(scalars)
    }

    /// Text as the terminal shows it; what it has no character for is a visible escape.
    package func bytes(of text: String) -> [UInt8] {
        guard isLatin1 else { return Array(text.utf8) }
        return text.unicodeScalars.flatMap { scalar -> [UInt8] in
            if scalar.value <= 0xFF { return [UInt8(truncatingIfNeeded: scalar.value)] }
            return Array(scalar.escape.utf8)
        }
    }
}
