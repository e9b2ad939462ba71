/// Reads one value of a document.
struct JSONValueDecoder: Decoder {
    let document: JSONDocument
    /// The value's place among the document's nodes.
    let place: Int
    /// Whether errors say where they are.
    let namesPlaces: Bool

    var codingPath: [any CodingKey] { namesPlaces ? document.path(to: place) : [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    var node: JSONDocument.Node { document.nodes[place] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard node.kind == .object else { throw mismatch([String: Any].self, "an object") }
        return KeyedDecodingContainer(JSONObjectContainer(self))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard node.kind == .array else { throw mismatch([Any].self, "an array") }
        return JSONArrayContainer(self)
    }

    func singleValueContainer() throws -> any SingleValueDecodingContainer { self }

    /// The decoder of a value within this one.
    func child(at place: Int) -> JSONValueDecoder {
        JSONValueDecoder(document: document, place: place, namesPlaces: namesPlaces)
    }

    func mismatch(_ type: any Any.Type, _ wanted: String) -> DecodingError {
        .typeMismatch(type, .init(codingPath: codingPath, debugDescription: "\(wanted) was expected"))
    }
}

extension JSONValueDecoder: SingleValueDecodingContainer {
    func decodeNil() -> Bool { node.kind == .null }

    func decode(_ type: Bool.Type) throws -> Bool {
        switch node.kind {
        case .yes: return true
        case .no: return false
        case .object, .array, .string, .escaped, .number, .null: throw mismatch(type, "true or false")
        }
    }

    func decode(_ type: String.Type) throws -> String {
        guard node.kind == .string || node.kind == .escaped else { throw mismatch(type, "a text") }
        do {
            return try document.text(of: node)
        } catch {
            throw DecodingError.dataCorrupted(
                .init(codingPath: codingPath, debugDescription: "a bad escape at byte \(error.offset)"))
        }
    }

    func decode(_ type: Double.Type) throws -> Double { try number(type) { Double($0) } }
    func decode(_ type: Float.Type) throws -> Float { try number(type) { Float($0) } }
    func decode(_ type: Int.Type) throws -> Int { try whole(type) }
    func decode(_ type: Int8.Type) throws -> Int8 { try whole(type) }
    func decode(_ type: Int16.Type) throws -> Int16 { try whole(type) }
    func decode(_ type: Int32.Type) throws -> Int32 { try whole(type) }
    func decode(_ type: Int64.Type) throws -> Int64 { try whole(type) }
    func decode(_ type: UInt.Type) throws -> UInt { try whole(type) }
    func decode(_ type: UInt8.Type) throws -> UInt8 { try whole(type) }
    func decode(_ type: UInt16.Type) throws -> UInt16 { try whole(type) }
    func decode(_ type: UInt32.Type) throws -> UInt32 { try whole(type) }
    func decode(_ type: UInt64.Type) throws -> UInt64 { try whole(type) }
    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try Value(from: self) }

    /// A whole number; `1e2` and `1.0` are whole, too.
    private func whole<Number: FixedWidthInteger>(_ type: Number.Type) throws -> Number {
        // One more, one less and its size have to be numbers, too.
        try number(type) { text in
            let read = Number(text) ?? Double(text).flatMap { Number(exactly: $0) }
            return read.flatMap { Number.isSigned && $0.magnitude > UInt64(1) << 53 ? nil : $0 }
        }
    }

    private func number<Number>(_ type: Number.Type, _ read: (String) -> Number?) throws -> Number {
        guard node.kind == .number else { throw mismatch(type, "a number") }
        let text = String(decoding: document.bytes[node.start..<node.end], as: UTF8.self)
        guard let number = read(text) else { throw mismatch(type, "another number than \(text)") }
        return number
    }
}
