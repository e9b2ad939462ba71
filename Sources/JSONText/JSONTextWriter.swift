/// Lays out a JSON text.
struct JSONTextWriter {
    private(set) var bytes: [UInt8] = []
    private let isIndented: Bool

    init(_ layout: JSONText.Layout) {
        isIndented = layout == .indented
    }

    /// Writes what stands in a slot.
    mutating func write(_ slot: JSONSlot, depth: Int) {
        switch slot.content {
        case .word(let word): bytes += word.utf8
        case .text(let text): write(text)
        case .array(let elements):
            collection("[", "]", elements, depth) { writer, element in
                writer.write(element, depth: depth + 1)
            }
        case .object(let members):
            let sorted = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            collection("{", "}", sorted, depth) { writer, member in
                writer.write(member.key)
                writer.bytes += (writer.isIndented ? " : " : ":").utf8
                writer.write(member.value, depth: depth + 1)
            }
        case .nothing: collection("{", "}", [JSONSlot](), depth) { _, _ in }
        }
    }

    private mutating func collection<Part>(
        _ opening: String, _ closing: String, _ parts: [Part], _ depth: Int,
        _ write: (inout Self, Part) -> Void
    ) {
        bytes += opening.utf8
        for (index, part) in parts.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            newLine(depth + 1)
            write(&self, part)
        }
        // An empty line stands in an empty collection.
        if isIndented, parts.isEmpty { bytes.append(UInt8(ascii: "\n")) }
        newLine(depth)
        bytes += closing.utf8
    }

    private mutating func newLine(_ depth: Int) {
        guard isIndented else { return }
        bytes.append(UInt8(ascii: "\n"))
        bytes += repeatElement(UInt8(ascii: " "), count: depth * 2)
    }

    private mutating func write(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case 0x08: bytes += "\\b".utf8
            case 0x09: bytes += "\\t".utf8
            case 0x0A: bytes += "\\n".utf8
            case 0x0C: bytes += "\\f".utf8
            case 0x0D: bytes += "\\r".utf8
            case 0..<0x20: bytes += "\\u00\(byte < 0x10 ? "0" : "")\(String(byte, radix: 16))".utf8
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
