/// The lines of a screen, broken anew for another width.
struct Reflow {
    private(set) var lines: [ScreenLine] = []
    private(set) var cursorRow = 0
    private(set) var cursorColumn = 0

    init(_ screen: Screen, columns: Int) {
        var cells: [String] = []
        var cursor: Int?
        for (row, line) in screen.lines.enumerated() {
            if row == screen.cursorRow {
                cursor = cells.count + screen.cursorColumn + (screen.wrapIsPending ? 1 : 0)
            }
            cells += line.cellsToJoin
            if !line.isWrapped {
                add(cells, cursor: cursor, columns: columns)
                cells = []
                cursor = nil
            }
        }
        add(cells, cursor: cursor, columns: columns)
        while lines.count > cursorRow + 1, lines.last?.length == 0 {
            lines.removeLast()
        }
    }

    /// Adds one line as it was before it was broken.
    private mutating func add(_ cells: [String], cursor: Int?, columns: Int) {
        let length = max(cells.count, cursor.map { $0 + 1 } ?? 1)
        let starts = stride(from: 0, to: length, by: columns)
        if let cursor {
            cursorRow = lines.count + cursor / columns
            cursorColumn = cursor % columns
        }
        for start in starts {
            let end = start + columns
            let part = cells[min(start, cells.count)..<min(end, cells.count)]
            lines.append(ScreenLine(cells: Array(part), width: columns, isWrapped: end < length))
        }
    }
}
