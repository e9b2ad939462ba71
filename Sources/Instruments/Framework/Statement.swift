/// Whether a source says a thing, or it is a rule of ours where the source is silent.
package enum Basis: String, Sendable, Codable {
    case stated
    case interpolated
}

/// A sentence or two in our own words, with the place in the source documents that it rests on.
package struct Statement: Equatable, Sendable, Codable {
    /// The words shown to the reader.
    package var text: String
    /// The source's key and heading, such as `isos, Consideration of models`; nil where the words are ours.
    package var source: String?
    /// Whether the source says it.
    package var basis: Basis

    /// A statement with its source.
    package init(_ text: String, source: String? = nil, basis: Basis = .stated) {
        self.text = text
        self.source = source
        self.basis = basis
    }
}
