/// One row of a screen: a cell for each column, the right half of a wide character empty.
struct ScreenLine {
    var cells: [String]

    /// The text goes on in the next row, because this one was full.
    var isWrapped = false

    /// The last column is empty because a wide character did not fit.
    var endsEarly = false

    init(width: Int) {
        cells = Array(repeating: " ", count: width)
    }

    init(cells: [String], width: Int, isWrapped: Bool) {
        self.cells = cells + Array(repeating: " ", count: max(0, width - cells.count))
        self.isWrapped = isWrapped
    }

    /// The text without blanks at its end.
    var text: String {
        cells[..<length].joined()
    }

    /// The cells that make one text with those of the next row.
    var cellsToJoin: ArraySlice<String> {
        isWrapped ? cells.dropLast(endsEarly ? 1 : 0) : cells[..<length]
    }

    /// The cells up to the last that is not blank.
    var length: Int {
        cells.lastIndex { $0 != " " && !$0.isEmpty }.map { $0 + 1 } ?? 0
    }
}
