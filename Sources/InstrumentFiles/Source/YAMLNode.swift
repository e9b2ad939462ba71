import Instruments

/// A part of a YAML document, with its place and without anything of the library that parsed it.
struct YAMLNode: Sendable {
    /// What the part is.
    enum Content: Sendable {
        /// A single value as it is written; plain when it is neither quoted nor a block.
        case scalar(String, isPlain: Bool)
        case list([YAMLNode])
        /// The entries in the file's order; no key twice.
        case map([Entry])
    }

    /// A key with its value.
    struct Entry: Sendable {
        let key: String
        let keyPlace: Place
        let value: YAMLNode
    }

    let place: Place
    let content: Content

    /// Whether nothing is written there: `key:`, `~` or `null`.
    var isNull: Bool {
        guard case .scalar(let text, isPlain: true) = content else { return false }
        return ["", "~", "null", "Null", "NULL"].contains(text)
    }

    /// What a fault calls it.
    var shape: Fault.Shape {
        switch content {
        case .scalar: isNull ? .nothing : .text
        case .list: .list
        case .map: .map
        }
    }
}
