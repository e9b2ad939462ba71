/// Writes one value into a slot.
struct JSONValueEncoder: Encoder {
    let slot: JSONSlot
    /// Nothing: of what this program writes, nothing cannot be written.
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    init(_ slot: JSONSlot) {
        self.slot = slot
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        slot.makeObject()
        return KeyedEncodingContainer(JSONObjectWriter(slot))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        slot.makeArray()
        return JSONArrayWriter(slot)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { self }
}

extension JSONValueEncoder: SingleValueEncodingContainer {
    func encodeNil() { slot.content = .word("null") }
    func encode(_ value: Bool) { slot.content = .word(value ? "true" : "false") }
    func encode(_ value: String) { slot.content = .text(value) }
    func encode(_ value: Double) throws { try number(value) }
    func encode(_ value: Float) throws { try number(value) }
    func encode(_ value: Int) { slot.content = .word("\(value)") }
    func encode(_ value: Int8) { slot.content = .word("\(value)") }
    func encode(_ value: Int16) { slot.content = .word("\(value)") }
    func encode(_ value: Int32) { slot.content = .word("\(value)") }
    func encode(_ value: Int64) { slot.content = .word("\(value)") }
    func encode(_ value: UInt) { slot.content = .word("\(value)") }
    func encode(_ value: UInt8) { slot.content = .word("\(value)") }
    func encode(_ value: UInt16) { slot.content = .word("\(value)") }
    func encode(_ value: UInt32) { slot.content = .word("\(value)") }
    func encode(_ value: UInt64) { slot.content = .word("\(value)") }
    func encode(_ value: some Encodable) throws { try value.encode(to: self) }

    private func number<Number: BinaryFloatingPoint & CustomStringConvertible>(_ value: Number) throws {
        guard value.isFinite else {
            throw EncodingError.invalidValue(
                value, .init(codingPath: codingPath, debugDescription: "JSON has no number \(value)"))
        }
        let text = value.description
        slot.content = .word(text.hasSuffix(".0") ? String(text.dropLast(2)) : text)
    }
}

/// Writes the members of an object.
struct JSONObjectWriter<Key: CodingKey>: KeyedEncodingContainerProtocol {
    private let slot: JSONSlot
    var codingPath: [any CodingKey] { [] }

    init(_ slot: JSONSlot) {
        self.slot = slot
    }

    private func encoder(_ key: Key) -> JSONValueEncoder { JSONValueEncoder(slot.member(key.stringValue)) }

    func encodeNil(forKey key: Key) { encoder(key).encodeNil() }
    func encode(_ value: Bool, forKey key: Key) { encoder(key).encode(value) }
    func encode(_ value: String, forKey key: Key) { encoder(key).encode(value) }
    func encode(_ value: Double, forKey key: Key) throws { try encoder(key).encode(value) }
    func encode(_ value: Float, forKey key: Key) throws { try encoder(key).encode(value) }
    func encode(_ value: Int, forKey key: Key) { encoder(key).encode(value) }
    func encode(_ value: Int8, forKey key: Key) { encoder(key).encode(value) }
    func encode(_ value: Int16, forKey key: Key) { encoder(key).encode(value) }
    func encode(_ value: Int32, forKey key: Key) { encoder(key).encode(value) }
    func encode(_ value: Int64, forKey key: Key) { encoder(key).encode(value) }
    func encode(_ value: UInt, forKey key: Key) { encoder(key).encode(value) }
    func encode(_ value: UInt8, forKey key: Key) { encoder(key).encode(value) }
    func encode(_ value: UInt16, forKey key: Key) { encoder(key).encode(value) }
    func encode(_ value: UInt32, forKey key: Key) { encoder(key).encode(value) }
    func encode(_ value: UInt64, forKey key: Key) { encoder(key).encode(value) }
    func encode(_ value: some Encodable, forKey key: Key) throws { try value.encode(to: encoder(key)) }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> { encoder(key).container(keyedBy: type) }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        encoder(key).unkeyedContainer()
    }

    func superEncoder() -> any Encoder { JSONValueEncoder(slot.member("super")) }
    func superEncoder(forKey key: Key) -> any Encoder { encoder(key) }
}

/// Writes the elements of an array.
struct JSONArrayWriter: UnkeyedEncodingContainer {
    private let slot: JSONSlot
    var codingPath: [any CodingKey] { [] }
    var count: Int { slot.count }

    init(_ slot: JSONSlot) {
        self.slot = slot
    }

    private func encoder() -> JSONValueEncoder { JSONValueEncoder(slot.element()) }

    func encodeNil() { encoder().encodeNil() }
    func encode(_ value: Bool) { encoder().encode(value) }
    func encode(_ value: String) { encoder().encode(value) }
    func encode(_ value: Double) throws { try encoder().encode(value) }
    func encode(_ value: Float) throws { try encoder().encode(value) }
    func encode(_ value: Int) { encoder().encode(value) }
    func encode(_ value: Int8) { encoder().encode(value) }
    func encode(_ value: Int16) { encoder().encode(value) }
    func encode(_ value: Int32) { encoder().encode(value) }
    func encode(_ value: Int64) { encoder().encode(value) }
    func encode(_ value: UInt) { encoder().encode(value) }
    func encode(_ value: UInt8) { encoder().encode(value) }
    func encode(_ value: UInt16) { encoder().encode(value) }
    func encode(_ value: UInt32) { encoder().encode(value) }
    func encode(_ value: UInt64) { encoder().encode(value) }
    func encode(_ value: some Encodable) throws { try value.encode(to: encoder()) }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type
    ) -> KeyedEncodingContainer<Nested> { encoder().container(keyedBy: type) }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { encoder().unkeyedContainer() }
    func superEncoder() -> any Encoder { encoder() }
}
