/// What a person sees: the rows of a terminal, its cursor, and what has scrolled off at the top.
package struct Screen: CustomStringConvertible {
    /// The size in rows.
    package private(set) var height: Int

    /// The size in columns.
    package private(set) var width: Int

    /// The row of the cursor, 0 at the top.
    package var cursorRow = 0

    /// The column of the cursor, 0 at the left.
    package var cursorColumn = 0

    /// How often the bell rang.
    package var bells = 0

    var lines: [ScreenLine]

    /// The rows that have left the screen at the top, oldest first.
    private(set) var linesScrolledOff: [ScreenLine] = []

    /// The cursor stands on the last column, and the next character goes to the next row.
    var wrapIsPending = false

    init(rows: Int, columns: Int) {
        height = rows
        width = columns
        lines = Array(repeating: ScreenLine(width: columns), count: rows)
    }

    /// The rows, without blanks at their ends.
    package var rows: [String] { lines.map(\.text) }

    /// All that is on the screen: its rows, without empty ones at the end.
    package var text: String {
        let end = lines.lastIndex { $0.length > 0 }.map { $0 + 1 } ?? 0
        return rows[..<end].joined(separator: "\n")
    }

    /// All that was written, scrolled off or not, with lines whole that the edge of the screen has broken.
    package var unwrappedText: String {
        let all = linesScrolledOff + lines
        let end = all.lastIndex { $0.length > 0 }.map { $0 + 1 } ?? 0
        return all[..<end].map { $0.cellsToJoin.joined() + ($0.isWrapped ? "" : "\n") }.joined()
    }

    /// Whether some row, or several with newlines between them, hold this text.
    package func contains(_ text: String) -> Bool {
        self.text.contains(text)
    }

    /// The row of the cursor, without blanks at its end.
    package var cursorLine: String { lines[cursorRow].text }

    /// What stands before the cursor on its row, blanks included.
    package var beforeCursor: String {
        lines[cursorRow].cells[..<cursorColumn].joined()
    }

    /// The screen in a frame, with the place of the cursor, to be read by a person.
    package var description: String {
        let edge = "+" + String(repeating: "-", count: width) + "+"
        let used = 1 + max(cursorRow, lines.lastIndex { $0.length > 0 } ?? 0)
        let framed = lines[..<used].map { "|" + $0.cells.joined() + "|" }
        let below = used < height ? ["(and \(height - used) empty rows)"] : []
        return ([edge] + framed + below + [edge, "cursor: row \(cursorRow), column \(cursorColumn)"])
            .joined(separator: "\n")
    }

    mutating func scroll() {
        linesScrolledOff.append(lines.removeFirst())
        lines.append(ScreenLine(width: width))
    }

    /// Changes the size, and breaks lines that were wrapped anew, as most terminals do.
    mutating func resize(rows: Int, columns: Int) {
        let reflowed = Reflow(self, columns: columns)
        height = rows
        width = columns
        lines = reflowed.lines
        cursorRow = reflowed.cursorRow
        cursorColumn = reflowed.cursorColumn
        wrapIsPending = false
        while lines.count > rows, cursorRow >= rows {
            linesScrolledOff.append(lines.removeFirst())
            cursorRow -= 1
        }
        lines = Array(lines.prefix(rows))
        while lines.count < rows {
            lines.append(ScreenLine(width: columns))
        }
    }
}
