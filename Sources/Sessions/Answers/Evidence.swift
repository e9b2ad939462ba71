package import Instruments

/// A piece of evidence that an answer rests on.
package struct Evidence: Equatable, Sendable {
    package typealias Kind = EvidenceKind

    /// Its number in the session, such as `E3`; never given twice.
    package var id: String
    /// Where it comes from.
    package var kind: Kind
    /// What to ask for, such as a document's name and date.
    package var reference: String
    /// A line on what it shows; may be empty.
    package var text: String

    /// A piece of evidence with all its fields.
    package init(id: String, kind: Kind, reference: String, text: String) {
        self.id = id
        self.kind = kind
        self.reference = reference
        self.text = text
    }

    /// What it says, whatever its number.
    struct Content: Hashable {
        var kind: Kind
        var reference: String
        var text: String
    }

    /// What it says, whatever its number.
    var content: Content { Content(kind: kind, reference: reference, text: text) }
}
