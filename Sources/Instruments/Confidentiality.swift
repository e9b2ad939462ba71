/// How much of an answer stays with those who gave it.
package enum Confidentiality: String, Sendable, CaseIterable {
    /// Nothing of it.
    case nothing
    /// Its words: note, evidence and text. What was chosen is told.
    case words
    /// Its level, too: whatever was answered, to every other reader the question is open.
    case level

    /// Whether its words stay.
    package var keepsWords: Bool { self != .nothing }

    /// What it comes to over what is held: to mark the words does not take a mark of the level away.
    package func over(_ held: Confidentiality?) -> Confidentiality {
        self == .words && held == .level ? .level : self
    }

    /// The stronger of two.
    package func joined(with other: Confidentiality) -> Confidentiality {
        if self == .level || other == .level { return .level }
        return keepsWords ? self : other
    }
}
