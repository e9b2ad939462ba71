/// Reads lines from somebody, one at a time.
package protocol LineReader: AnyObject {
    /// Shows a prompt and reads one line.
    ///
    /// - Parameters:
    ///   - prompt: One line of text, which may be empty and may hold colour escapes (`ESC [ … m`). It begins
    ///     in the first column: whatever was written before it has to end in a newline.
    ///   - completions: Asked at the press of Tab, with the text before the cursor, for what may stand
    ///     there. Not kept after the line is read.
    /// - Returns: The line, or why there is none.
    func readLine(prompt: String, completions: @escaping (String) -> [Completion]) -> LineInput

    /// Adds a line to the history that arrow keys and Ctrl-R go through. It is kept in memory only.
    func remember(_ line: String)

    /// Keeps a text for the next line alone, to be mended: the arrow up brings it there. It is never there by itself, or
    /// what is typed next would be added to it. A reader that cannot do that does nothing.
    ///
    /// - Returns: whether it can be brought back.
    func keep(_ text: String) -> Bool

    /// The code of the error that ended the input, errno's; nil where it simply ended.
    var failure: Int32? { get }

    /// Whether a person sits at a terminal, on both sides of the conversation.
    var isTerminal: Bool { get }

    /// Whether keys such as Tab and the arrows do something here; no terminal that edits for itself knows them.
    var hasKeys: Bool { get }
}

extension LineReader {
    package func keep(_ text: String) -> Bool { false }

    package var failure: Int32? { nil }

    package var hasKeys: Bool { true }
}
