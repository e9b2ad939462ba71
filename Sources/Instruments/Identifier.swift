/// The name of one thing within its namespace, such as a question of a questionnaire.
///
/// The phantom parameter keeps the names of questions, elements and outcomes apart at no cost.
package struct Identifier<Subject>: Hashable, Sendable {
    /// The name as it is written in the instruments, such as `political-support.leader-accepts`.
    package let text: String
    /// The text's hash in this process, worked out once: a name is looked up far more often than it is made.
    private let code: Int

    /// Wraps a name that was read from an instrument or typed by a user; nothing is checked.
    package init(_ text: String) {
        self.text = text
        code = text.hashValue
    }

    package static func == (left: Identifier, right: Identifier) -> Bool {
        left.code == right.code && left.text == right.text
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(code)
    }

    /// Whether the name is lower-case letters, digits and hyphens, in parts joined by full stops.
    package var isWellFormed: Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return parts.allSatisfy { part in
            part.first?.isASCIILetterOrDigit == true && part.last != "-"
                && part.allSatisfy { $0.isASCIILetterOrDigit || $0 == "-" }
        }
    }
}

extension Identifier: ExpressibleByStringLiteral {
    package init(stringLiteral value: String) {
        self.init(value)
    }
}

extension Identifier: CustomStringConvertible {
    package var description: String { text }
}

extension Identifier: Comparable {
    package static func < (left: Identifier, right: Identifier) -> Bool { left.text < right.text }
}

extension Identifier: Codable {
    package init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(String.self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

extension Identifier: CodingKeyRepresentable {
    package var codingKey: any CodingKey { NamedKey(stringValue: text) }

    package init?(codingKey: some CodingKey) {
        self.init(codingKey.stringValue)
    }
}

/// A coding key that is any text.
struct NamedKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) {
        self.stringValue = stringValue
    }

    init?(intValue: Int) { nil }
}

extension Character {
    var isASCIILetterOrDigit: Bool {
        ("a"..."z").contains(self) || ("0"..."9").contains(self) || ("A"..."Z").contains(self)
    }
}
