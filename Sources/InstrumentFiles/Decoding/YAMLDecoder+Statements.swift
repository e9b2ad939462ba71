import Instruments

// Statements, and what they and other things rest on.

extension YAMLDecoder {
    /// A text, or a map of text, source and basis.
    mutating func statement(_ node: YAMLNode, key: String?) -> Statement {
        guard case .map = node.content, !isInLanguages(node) else {
            return Statement(text(node, key: key) ?? "")
        }
        let fields = fields(of: node, known: ["text", "source", "basis"])
        return statement(of: fields)
    }

    /// The statement that a map's own `text`, `source` and `basis` make.
    mutating func statement(of fields: Fields) -> Statement {
        Statement(
            text("text", of: fields), source: optionalText("source", of: fields),
            basis: basis(of: fields))
    }

    /// The statement under a key; nil where the key is absent.
    mutating func optionalStatement(_ key: String, of fields: Fields) -> Statement? {
        fields[key].map { statement($0, key: key) }
    }

    /// The statement under a key that must be there.
    mutating func statement(_ key: String, of fields: Fields) -> Statement {
        required(key, of: fields).map { statement($0, key: key) } ?? Statement("")
    }

    /// The statements under a key; none where the key is absent.
    mutating func statements(_ key: String, of fields: Fields) -> [Statement] {
        items(key, of: fields).map { statement($0, key: nil) }
    }

    /// The map's `basis`; stated where it is absent.
    mutating func basis(of fields: Fields) -> Basis {
        fields["basis"].flatMap { word($0, key: "basis", of: [.stated, .interpolated]) } ?? .stated
    }

    /// The map's `basis` and `reason`; what is ours has to say why.
    mutating func reasonedBasis(of fields: Fields) -> (basis: Basis, reason: String?) {
        let basis = basis(of: fields)
        let reason = optionalText("reason", of: fields)
        if basis == .interpolated, !fields.contains("reason") {
            report(.missingReason, at: fields.place)
        }
        return (basis, reason)
    }
}
