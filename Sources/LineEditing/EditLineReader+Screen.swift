internal import CEditLine
internal import Glibc
internal import Terminal

extension EditLineReader {
    /// The line as it stands, in front of the cursor and behind it.
    var line: (before: String, after: String) {
        guard let info = el_line(editor)?.pointee, let start = info.buffer, let cursor = info.cursor,
            let end = info.lastchar
        else { return ("", "") }
        let before = UnsafeRawBufferPointer(start: start, count: cursor - start)
        let after = UnsafeRawBufferPointer(start: cursor, count: end - cursor)
        return (String(decoding: before, as: UTF8.self), String(decoding: after, as: UTF8.self))
    }

    /// Writes past libedit, whose own output is flushed whenever it waits for a key.
    func show(_ text: String) {
        // A terminal that does not take it has vanished, and reading tells so.
        try? output.write(text)
    }

    /// Draws prompt and line in their own place again, whatever the terminal has made of them.
    ///
    /// A terminal that is made narrower or wider breaks its lines anew, so the row of the cursor is that of
    /// the new width.
    func redrawLine() {
        moveUp(min(cursorPlace.row, terminalSize.rows - 1))
        redrawFromHere()
    }

    /// Draws prompt and line from the row of the cursor on.
    func redrawFromHere() {
        show("\r\u{1B}[J")
        sizeDrawn = terminalSize
        el_resize(editor)
        edit_line_refresh(editor)
        moveToColumn(cursorPlace.column)
    }

    private func moveUp(_ rows: Int) {
        show(rows > 0 ? "\u{1B}[\(rows)A" : "")
    }

    /// Moves within the row, from wherever the cursor is.
    private func moveToColumn(_ column: Int) {
        show("\r" + (column > 0 ? "\u{1B}[\(column)C" : ""))
    }

    /// Moves from the cursor to the last row of the line, and then to a fresh one.
    func moveBelowLine(saying text: String = "") {
        moveToLastRow()
        show(text + "\r\n")
    }

    /// Moves from the cursor to the end of the last row of the line.
    func moveToLastRow() {
        let end = LineLayout(after: prompt.visible + line.before + line.after, columns: terminalSize.columns)
        let down = end.row - cursorPlace.row
        show(down > 0 ? "\u{1B}[\(down)B" : "")
        moveToColumn(end.column)
    }

    /// Where libedit puts the cursor, counted from the row of the prompt, at the width that the terminal has.
    var cursorPlace: LineLayout {
        let (before, after) = line
        return LineLayout(between: prompt.visible + before, and: after, columns: terminalSize.columns)
    }

    var terminalSize: TerminalSize {
        TerminalSize(descriptor: STDOUT_FILENO) ?? TerminalSize(rows: 24, columns: 80)
    }
}
