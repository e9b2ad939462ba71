/// A table of two classifications of the same respondents: how the categories of two tables lie to one another.
struct CrossTabulation {
    /// The number of respondents are in each pair of categories, by those of the first and then of the second.
    private let counts: [[Int]]

    /// Counts the pairs.
    init(_ first: FrequencyTable, _ second: FrequencyTable) {
        let (rows, columns) = (first.categories.count, second.categories.count)
        var counts = Array(repeating: 0, count: rows * columns)
        for (one, other) in zip(first.assigned, second.assigned) {
            counts[Int(one) * columns + Int(other)] += 1
        }
        self.counts = (0..<rows).map { row in Array(counts[row * columns..<(row + 1) * columns]) }
    }

    /// Tells whether what is released of both keeps the size of a few respondents from being worked out.
    ///
    /// Where all respondents of some categories of one table are among those of some categories of the other, the
    /// rest of the latter is a difference of two known numbers.
    ///
    /// - Parameters:
    ///   - first: what is released of the first table.
    ///   - second: what is released of the second.
    ///   - minimum: the minimum frequency.
    /// - Returns: false where some such difference is that of a few.
    func isSafe(_ first: ReleasedCells, _ second: ReleasedCells, atLeast minimum: Int) -> Bool {
        let (rows, columns) = (first.blocks, second.blocks)
        guard rows.count > 1, columns.count > 1 else { return true }
        // Too many to try them all: better to show less.
        guard rows.count <= 16 else { return false }
        let table = rows.map { row in
            columns.map { column in
                row.reduce(0) { sum, one in sum + column.reduce(0) { $0 + counts[one][$1] } }
            }
        }
        let columnTotals = columns.indices.map { column in table.reduce(0) { $0 + $1[column] } }
        for choice in 1..<(1 << rows.count) - 1 {
            var (inside, around) = (0, 0)
            for column in columns.indices {
                var part = 0
                for row in rows.indices where choice & 1 << row != 0 { part += table[row][column] }
                inside += part
                if part > 0 { around += columnTotals[column] }
            }
            if (1..<minimum).contains(around - inside) { return false }
        }
        return true
    }

    /// Tells whether bad news that exclude each other are together not those of all respondents but a few.
    ///
    /// Everybody would know of each respondent by name that it has the one or the other.
    ///
    /// - Parameters:
    ///   - first: the parts of the first table that are no good news, each with the fewest known to be in it.
    ///   - second: those of the second.
    ///   - exceptions: how many respondents may have to stay out of it.
    ///   - total: how many respondents there are.
    /// - Returns: false where they leave too few out.
    func isSafe(
        _ first: [(categories: [Int], size: Int)], _ second: [(categories: [Int], size: Int)],
        leaving exceptions: Int, of total: Int
    ) -> Bool {
        let limit = total - exceptions
        guard !first.isEmpty, !second.isEmpty,
            first.reduce(0, { $0 + $1.size }) + second.reduce(0, { $0 + $1.size }) > limit
        else { return true }
        guard first.count <= 16 else { return false }
        for choice in 1..<(1 << first.count) {
            let chosen = first.indices.filter { choice & 1 << $0 != 0 }.map { first[$0] }
            let rows = chosen.flatMap(\.categories)
            let apart = second.filter { column in
                rows.allSatisfy { row in column.categories.allSatisfy { counts[row][$0] == 0 } }
            }
            let known = (chosen + apart).reduce(0) { $0 + $1.size }
            if !apart.isEmpty, known > limit { return false }
        }
        return true
    }
}
