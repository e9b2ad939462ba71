/// A JSON text that was taken apart once: where each value stands, and where the next one begins.
///
/// Values are in the order of the text, an object's keys each before its value, so that whoever looks for one can
/// pass over the others without reading them. Strictly by RFC 8259; at most 64 deep and of a million values and keys.
final class JSONDocument: Sendable {
    /// One value, or one key.
    struct Node: Sendable {
        /// What it is.
        var kind: Kind
        /// Where its text begins; within the quotation marks for a string.
        var start: Int
        /// Where its text ends.
        var end: Int
        /// The place of the node behind it and all that is in it.
        var next: Int
    }

    /// What a value is.
    enum Kind: Sendable {
        case object
        case array
        /// A text that stands there as it is.
        case string
        /// A text with escapes in it.
        case escaped
        case number
        case yes
        case no
        case null
    }

    /// The most values and keys: a text that has more is none of ours.
    static let mostNodes = 1_000_000

    /// The text, in UTF-8.
    let bytes: [UInt8]
    /// The values; the first holds all others.
    let nodes: [Node]

    /// Takes a text apart.
    ///
    /// - Throws: where it stops being JSON.
    init(_ bytes: [UInt8]) throws(JSONMalformed) {
        do throws(Unicode.UTF8.ValidationError) {
            _ = try UTF8Span(validating: bytes.span)
        } catch {
            throw JSONMalformed(offset: error.byteOffsets.lowerBound)
        }
        // A value of an instrument takes some twenty-five bytes.
        var nodes: [Node] = []
        nodes.reserveCapacity(min(bytes.count / 20, Self.mostNodes) + 8)
        var scanner = JSONScanner(bytes)
        try scanner.value(into: &nodes, depth: 0)
        scanner.skipSpace()
        guard scanner.isAtEnd else { throw scanner.malformed }
        self.bytes = bytes
        self.nodes = nodes
    }

    /// The text of a string, or of a key.
    func text(of node: Node) throws(JSONMalformed) -> String {
        guard node.kind == .escaped else {
            return String(decoding: bytes[node.start..<node.end], as: UTF8.self)
        }
        var text: [UInt8] = []
        text.reserveCapacity(node.end - node.start)
        var escapes = JSONEscapes(bytes[node.start..<node.end])
        while let piece = try escapes.next() { text += piece }
        return String(decoding: text, as: UTF8.self)
    }

    /// Whether a key is a text, without making a text of it.
    func isKey(_ node: Node, _ name: String) -> Bool {
        guard node.kind == .string else { return (try? text(of: node)) == name }
        let utf8 = name.utf8
        return utf8.count == node.end - node.start && utf8.elementsEqual(bytes[node.start..<node.end])
    }
}

/// Where a text stops being JSON.
struct JSONMalformed: Error, Equatable {
    /// The offset in bytes.
    var offset: Int
}
