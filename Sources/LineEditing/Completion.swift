/// One way to go on with the word before the cursor.
///
/// That word is what stands between the cursor and the space or tab before it, or the start of the line.
/// It is replaced as a whole.
package struct Completion: Equatable, Sendable {
    /// What replaces the word: all of it, not only the part that is missing.
    package var text: String

    /// What is said about it where candidates are listed.
    package var description: String?

    /// Whether a space follows when this is the only candidate. A folder, or the left side of an `=`,
    /// does not end its word.
    package var endsWord: Bool

    /// Makes a candidate. Control characters in it are not looked for.
    package init(_ text: String, description: String? = nil, endsWord: Bool = true) {
        self.text = text
        self.description = description
        self.endsWord = endsWord
    }

    /// The word that a candidate replaces: empty right after a space.
    ///
    /// - Complexity: O(*n*) in the length of the word.
    package static func word(endingAt textBeforeCursor: String) -> Substring {
        let separator = textBeforeCursor.lastIndex { $0 == " " || $0 == "\t" }
        return textBeforeCursor[
            (separator.map(textBeforeCursor.index(after:)) ?? textBeforeCursor.startIndex)...]
    }
}
