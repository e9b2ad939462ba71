internal import Terminal

/// Where libedit puts the cursor: the row, counted from the one that the prompt begins on, and the column.
struct LineLayout: Equatable {
    private(set) var row = 0
    private(set) var column = 0
    private let columns: Int

    init(columns: Int) {
        self.columns = columns
    }

    /// Where the cursor stands after text.
    init(after text: String, columns: Int) {
        self.init(columns: columns)
        for scalar in text.unicodeScalars {
            advance(over: scalar)
        }
    }

    /// Where the cursor stands between two parts of a line: with the character behind it, if that needs two
    /// cells and goes to the next row for want of them.
    init(between before: String, and after: String, columns: Int) {
        self.init(after: before, columns: columns)
        if let next = after.unicodeScalars.first, column + TextCells.width(of: next) > columns {
            row += 1
            column = 0
        }
    }

    private mutating func advance(over scalar: Unicode.Scalar) {
        switch scalar {
        case "\n":
            row += 1
            column = 0
        case "\t":
            repeat { put(cells: 1) } while !column.isMultiple(of: 8)
        case "\0"..<" ", "\u{7F}"..<"\u{A0}":
            // Shown as ^X.
            put(cells: 1)
            put(cells: 1)
        default:
            let width = TextCells.width(of: scalar)
            if width >= 0 {
                put(cells: width)
            } else {
                // Shown as \U+1234.
                for _ in 0..<(scalar.value > 0xFFFF ? 8 : 7) { put(cells: 1) }
            }
        }
    }

    private mutating func put(cells: Int) {
        if cells > 1, column + cells > columns {
            row += 1
            column = 0
        }
        column += cells
        if column >= columns {
            row += 1
            column = 0
        }
    }
}
