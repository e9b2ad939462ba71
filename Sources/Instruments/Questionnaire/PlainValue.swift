/// A single value as instruments and answer sheets write it: `3`, `yes`, `a-word`.
package enum PlainValue: Hashable, Sendable {
    case whole(Int)
    case yes(Bool)
    case word(String)
}

extension PlainValue: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let value = try? container.decode(Bool.self) {
            self = .yes(value)
        } else if let value = try? container.decode(Int.self) {
            self = .whole(value)
        } else {
            self = .word(try container.decode(String.self))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .whole(let value): try container.encode(value)
        case .yes(let value): try container.encode(value)
        case .word(let value): try container.encode(value)
        }
    }
}

extension PlainValue: CustomStringConvertible {
    package var description: String {
        switch self {
        case .whole(let value): "\(value)"
        case .yes(let value): value ? "yes" : "no"
        case .word(let value): value
        }
    }
}
