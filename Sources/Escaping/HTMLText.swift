/// Escapes text for HTML and SVG.
package enum HTMLText {
    /// The text as it may stand between tags and within quotation marks; what steers a terminal or turns the
    /// direction of the text is shown.
    package static func escaped(_ text: String) -> String {
        let text = text.visible
        guard text.utf8.contains(where: { name(of: $0) != nil }) else { return text }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count + 16)
        for byte in text.utf8 {
            if let name = name(of: byte) { bytes += name.utf8 } else { bytes.append(byte) }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The text that was escaped so.
    package static func unescaped(_ text: String) -> String {
        let names = live.map { ($0, name(of: $0) ?? "") }
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count)
        var rest = Array(text.utf8)[...]
        while let byte = rest.first {
            let live = byte == UInt8(ascii: "&") ? names.first { rest.starts(with: $0.1.utf8) } : nil
            result.append(live?.0 ?? byte)
            rest = rest.dropFirst(live?.1.utf8.count ?? 1)
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The bytes that are never written as they are.
    private static let live = Array("&<>\"'".utf8)

    /// The name by which such a byte is written; nil for all others.
    private static func name(of byte: UInt8) -> String? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: nil
        }
    }
}
