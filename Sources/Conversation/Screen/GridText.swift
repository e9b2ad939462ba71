import Escaping
import Terminal

/// Draws a table in columns, for eyes that go down them; a screen reader gets a list.
enum GridText {
    /// The fewest cells of a column: with fewer, words are cut more than read.
    private static let leastCells = 9
    private static let gap = 2

    /// The lines of a table.
    ///
    /// - Parameters:
    ///   - header: the titles of the columns.
    ///   - rows: the cells, row by row.
    ///   - width: the cells of a line.
    /// - Returns: lines of at most that width; nil where the columns do not fit.
    static func lines(header: [String], rows: [[String]], width: Int) -> [String]? {
        let table = ([header] + rows).map { $0.map { $0.onOneLine.visible } }
        guard let widths = widths(of: table, width: width) else { return nil }
        let drawn = table.map { draw($0, widths) }
        let hasWrapped = drawn.dropFirst().contains { $0.count > 1 }
        let rule = widths.map { String(repeating: "-", count: $0) }.joined(
            separator: String(repeating: " ", count: gap))
        var lines = (drawn.first ?? []) + [rule]
        for (place, row) in drawn.dropFirst().enumerated() {
            // A row of several lines stands by itself.
            if hasWrapped, place > 0 { lines.append("") }
            lines += row
        }
        return lines
    }

    /// How wide each column is: as its words need, and where that is too much, the first a quarter and the others alike.
    private static func widths(of table: [[String]], width: Int) -> [Int]? {
        let count = table.map(\.count).max() ?? 0
        guard count > 1, table.allSatisfy({ $0.count == count }) else { return nil }
        let natural = (0..<count).map { column in table.map { TextCells.width(of: $0[column]) }.max() ?? 0 }
        let gaps = gap * (count - 1)
        if natural.reduce(0, +) + gaps <= width { return natural }
        let first = min(natural[0], max(width / 4, leastCells))
        var left = width - gaps - first
        var widths = [first] + Array(repeating: 0, count: count - 1)
        // Columns that need little leave the rest to the others.
        var wide = Array(1..<count)
        while let narrow = wide.first(where: { natural[$0] * wide.count <= left }) {
            widths[narrow] = natural[narrow]
            left -= natural[narrow]
            wide.removeAll { $0 == narrow }
        }
        for column in wide { widths[column] = left / wide.count }
        guard wide.allSatisfy({ widths[$0] >= leastCells }) else { return nil }
        return widths
    }

    private static func draw(_ row: [String], _ widths: [Int]) -> [String] {
        let cells = zip(row, widths).map { Wrapping.lines($0, width: max($1, 1)) }
        return (0..<(cells.map(\.count).max() ?? 0)).map { line in
            var text = ""
            var column = 0
            for (cell, width) in zip(cells, widths) {
                let words = line < cell.count ? cell[line] : ""
                if !words.isEmpty {
                    text += String(repeating: " ", count: column - TextCells.width(of: text)) + words
                }
                column += width + gap
            }
            return text
        }
    }
}
