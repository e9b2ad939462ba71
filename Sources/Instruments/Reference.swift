/// A thing of some framework, named from outside it: `isos/listens`.
package struct Reference<Subject>: Hashable, Sendable {
    /// The framework that holds the thing.
    package let framework: Framework.ID
    /// The thing's name within its framework.
    package let name: Identifier<Subject>

    /// Joins a framework's name and a name within it.
    package init(_ framework: Framework.ID, _ name: Identifier<Subject>) {
        self.framework = framework
        self.name = name
    }

    /// Reads `framework/name`; nil when there is no slash, or more than one, or an empty half.
    package init?(_ text: String) {
        let halves = text.split(separator: "/", omittingEmptySubsequences: false)
        guard halves.count == 2, halves.allSatisfy({ !$0.isEmpty }) else { return nil }
        framework = Framework.ID(String(halves[0]))
        name = Identifier(String(halves[1]))
    }

    package static func == (left: Reference, right: Reference) -> Bool {
        left.name == right.name && left.framework == right.framework
    }

    package func hash(into hasher: inout Hasher) {
        // Hardly two frameworks use the same name, so the other half would tell nothing more.
        name.hash(into: &hasher)
    }
}

extension Reference: CustomStringConvertible {
    package var description: String { "\(framework)/\(name)" }
}

extension Reference: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let reference = Reference(text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "`\(text)` is not framework/name")
        }
        self = reference
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
