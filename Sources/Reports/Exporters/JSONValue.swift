import Escaping
import JSONText

/// A JSON value, written with its nulls.
package enum JSONValue: Equatable, Sendable {
    case null
    case bool(Bool)
    case whole(Int)
    case number(Double)
    case text(String)
    case array([JSONValue])
    case object([String: JSONValue])

    /// A text, or null.
    package init(_ text: String?) {
        self = text.map { .text($0) } ?? .null
    }

    /// An array of texts.
    package init(texts: [String]) {
        self = .array(texts.map { .text($0) })
    }
}

extension JSONValue: Encodable {
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let value): try container.encode(value)
        case .whole(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .text(let value): try container.encode(value)
        case .array(let values): try container.encode(values)
        case .object(let members): try container.encode(members)
        }
    }
}

/// Writes values as JSON.
package enum JSONExporter {
    /// The value as JSON, indented, keys in order; ends in a newline.
    ///
    /// - Throws: what the encoder throws; values of this package can always be written.
    package static func text(of value: some Encodable) throws -> String {
        try JSONText.encode(value, .indented).escapedInJSON + "\n"
    }
}
