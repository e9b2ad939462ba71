/// Reads values from JSON, and writes them.
///
/// It does what Foundation's coders do, to the byte, and needs nothing of Foundation. Reading does it sooner, for the first
/// prompt waits for it: no text is made but of the strings that are wanted, and no dictionary of any object.
package enum JSONText {
    /// The value that a JSON text holds.
    ///
    /// - Parameters:
    ///   - type: what it should hold; its dates and data are read as their own `Decodable` has it.
    ///   - bytes: the text, in UTF-8. Of a key that stands twice in an object the first counts.
    /// - Returns: the value.
    /// - Throws: `DecodingError` where the text is no JSON, or does not hold that.
    package static func decode<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) throws -> Value {
        let document: JSONDocument
        do {
            document = try JSONDocument(bytes)
        } catch {
            throw DecodingError.dataCorrupted(
                .init(codingPath: [], debugDescription: "no JSON from byte \(error.offset) on"))
        }
        do {
            return try Value(from: JSONValueDecoder(document: document, place: 0, namesPlaces: false))
        } catch {
            // Where it was costs more than all the rest, so it is asked for only now.
            return try Value(from: JSONValueDecoder(document: document, place: 0, namesPlaces: true))
        }
    }

    /// How a JSON text is laid out.
    package enum Layout: Sendable {
        /// In one line, without blanks.
        case line
        /// Each element and member in a line of its own, indented by two blanks.
        case indented
    }

    /// Writes a value as JSON text, an object's keys in the order of their bytes, and slashes as they are.
    ///
    /// - Throws: `EncodingError` for a number that JSON has none for, or what the value itself throws.
    package static func encode(_ value: some Encodable, _ layout: Layout) throws -> String {
        let root = JSONSlot()
        try value.encode(to: JSONValueEncoder(root))
        var writer = JSONTextWriter(layout)
        writer.write(root, depth: 0)
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}
