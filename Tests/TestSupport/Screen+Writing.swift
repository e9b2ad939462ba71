extension Screen {
    mutating func put(_ scalar: Unicode.Scalar) {
        let cells = CellWidth.of(scalar)
        if cells == 0 {
            let column = wrapIsPending ? cursorColumn : cursorColumn - 1
            if column >= 0 { lines[cursorRow].cells[column].unicodeScalars.append(scalar) }
            return
        }
        if wrapIsPending || cursorColumn + cells > width {
            lines[cursorRow].isWrapped = true
            lines[cursorRow].endsEarly = !wrapIsPending
            cursorColumn = 0
            lineFeed()
        }
        lines[cursorRow].cells[cursorColumn] = String(scalar)
        if cells == 2, cursorColumn + 1 < width { lines[cursorRow].cells[cursorColumn + 1] = "" }
        cursorColumn += cells
        wrapIsPending = cursorColumn >= width
        cursorColumn = min(cursorColumn, width - 1)
    }

    /// BS, TAB, LF, CR and the bell; others do nothing.
    mutating func control(_ byte: UInt8) {
        switch byte {
        case 0x07: bells += 1
        case 0x08: move(toColumn: cursorColumn - 1)
        case 0x09: move(toColumn: (cursorColumn / 8 + 1) * 8)
        case 0x0A: lineFeed()
        case 0x0D: move(toColumn: 0)
        default: break
        }
    }

    /// A control sequence by its last character; unknown ones do nothing.
    mutating func control(_ final: UInt8, _ parameters: [Int]) {
        let count = max(1, parameters.first ?? 1)
        switch Character(Unicode.Scalar(final)) {
        case "A": move(toRow: cursorRow - count)
        case "B": move(toRow: cursorRow + count)
        case "C": move(toColumn: cursorColumn + count)
        case "D": move(toColumn: cursorColumn - count)
        case "G": move(toColumn: count - 1)
        case "H":
            move(toRow: count - 1)
            move(toColumn: max(1, parameters.dropFirst().first ?? 1) - 1)
        case "J": eraseScreen(parameters.first ?? 0)
        case "K": eraseLine(parameters.first ?? 0)
        case "P": delete(count)
        case "@": insert(count)
        default: break
        }
    }

    private mutating func lineFeed() {
        wrapIsPending = false
        if cursorRow + 1 < height {
            cursorRow += 1
        } else {
            scroll()
        }
    }

    private mutating func move(toRow row: Int) {
        wrapIsPending = false
        cursorRow = max(0, min(row, height - 1))
    }

    private mutating func move(toColumn column: Int) {
        wrapIsPending = false
        cursorColumn = max(0, min(column, width - 1))
    }

    private mutating func eraseScreen(_ part: Int) {
        eraseLine(part)
        let others = part == 0 ? (cursorRow + 1)..<height : part == 1 ? 0..<cursorRow : 0..<height
        for row in others { lines[row] = ScreenLine(width: width) }
    }

    private mutating func eraseLine(_ part: Int) {
        wrapIsPending = false
        let columns = part == 0 ? cursorColumn..<width : part == 1 ? 0..<(cursorColumn + 1) : 0..<width
        for column in columns { lines[cursorRow].cells[column] = " " }
        if part != 1 { lines[cursorRow].isWrapped = false }
    }

    private mutating func delete(_ count: Int) {
        let count = min(count, width - cursorColumn)
        lines[cursorRow].cells.removeSubrange(cursorColumn..<(cursorColumn + count))
        lines[cursorRow].cells += Array(repeating: " ", count: count)
    }

    private mutating func insert(_ count: Int) {
        let count = min(count, width - cursorColumn)
        lines[cursorRow].cells.insert(contentsOf: Array(repeating: " ", count: count), at: cursorColumn)
        lines[cursorRow].cells.removeLast(count)
    }
}
