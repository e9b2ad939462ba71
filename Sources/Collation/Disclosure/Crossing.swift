/// How the categories of two breakdowns of the same authorities lie to one another.
struct Crossing {
    /// How many authorities are in each pair of categories, by those of the first and then of the second.
    private let counts: [[Int]]

    /// Counts the pairs; both lists go through the authorities in one order.
    init(_ first: [UInt8], of firstCount: Int, _ second: [UInt8], of secondCount: Int) {
        var counts = Array(repeating: 0, count: firstCount * secondCount)
        for (one, other) in zip(first, second) { counts[Int(one) * secondCount + Int(other)] += 1 }
        self.counts = (0..<firstCount).map { row in
            Array(counts[row * secondCount..<(row + 1) * secondCount])
        }
    }

    /// Whether what is known of both gives away the size of a few authorities.
    ///
    /// Where all authorities of some categories of one breakdown are among those of some categories of the other, the
    /// rest of the latter is a difference of two known numbers.
    ///
    /// - Parameters:
    ///   - first: what is told of the first breakdown.
    ///   - second: what is told of the second.
    ///   - fewest: the fewest that may be known.
    /// - Returns: false where some such difference is that of a few.
    func isSafe(_ first: Telling, _ second: Telling, atLeast fewest: Int) -> Bool {
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
            if (1..<fewest).contains(around - inside) { return false }
        }
        return true
    }

    /// Whether bad news that exclude each other are together not those of all authorities but a few.
    ///
    /// Everybody would know of each authority by name that it has the one or the other.
    ///
    /// - Parameters:
    ///   - first: the parts of the first breakdown that are no good news, each with the fewest known to be in it.
    ///   - second: those of the second.
    ///   - exceptions: how many authorities may have to stay out of it.
    ///   - total: how many authorities there are.
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
