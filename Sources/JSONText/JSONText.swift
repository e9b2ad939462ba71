/// Reads values from JSON.
///
/// It does what `JSONDecoder` does for instruments, and sooner: the first prompt waits for it. No text is made but of
/// the strings that are wanted, and no dictionary of any object.
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
        return try Value(from: JSONValueDecoder(document: document, place: 0))
    }
}
