/// An earlier release of the same questionnaire beside what would be released now: the guard against differencing.
///
/// Whoever reads two releases can take one from the other, and learns about those who differ.
package struct EarlierRelease: Equatable, Sendable {
    /// The number of respondents it rested on that are gone now, or have other answers.
    package var gone: Int
    /// The number of those there are now on whom it did not rest, or who have other answers.
    package var new: Int
    /// The number of respondents differ: gone, come or changed.
    package var differing: Int
    /// The record of what it said.
    package var record: ReleaseRecord

    /// An earlier release with all its fields.
    package init(gone: Int, new: Int, differing: Int, record: ReleaseRecord) {
        self.gone = gone
        self.new = new
        self.differing = differing
        self.record = record
    }

    /// The number of respondents are in both with other answers.
    package var changed: Int { gone + new - differing }

    /// Tells whether so few respondents differ that the difference would be about them.
    package func isTooClose(atLeast minimum: Int) -> Bool {
        (1..<max(minimum, record.minimum)).contains(differing)
    }

    /// The cells of a table that this release told.
    func cells(of table: FrequencyTable) -> ReleasedCells {
        let sizes = table.categories.map { record.counts[table.id]?[$0] }
        return ReleasedCells(
            sizes: sizes, hidden: max(0, record.respondents - sizes.reduce(0) { $0 + ($1 ?? 0) }),
            most: record.most[table.id].flatMap(table.categories.firstIndex))
    }

    /// Tells whether cells can be released beside what this release told of the same table.
    ///
    /// The categories are joined until each is known from both. Then what came and what went can have been many
    /// things, unless respondents only came, or only went; where there is but one way, it must be no few respondents'.
    func allows(_ cells: ReleasedCells, of table: FrequencyTable, atLeast minimum: Int) -> Bool {
        let (ids, sizes) = (table.categories, table.cells)
        let earlier = record.counts[table.id] ?? [:]
        let shown = ids.indices.filter { earlier[ids[$0]] != nil }
        let lump = ids.indices.filter { earlier[ids[$0]] == nil }
        let rule = table.groupRule(atLeast: minimum)
        guard
            rule.allows(
                self.cells(of: table), atLeast: record.minimum, then: cells, gone: gone, new: new)
        else { return false }
        if gone == 0, new == 0 {
            // The same figures, told by other rules: together they must say no more than one safe release.
            let open = ids.indices.filter { cells.sizes[$0] == nil && earlier[ids[$0]] == nil }
            let together = ReleasedCells(
                sizes: ids.indices.map { open.contains($0) ? nil : sizes[$0] },
                hidden: open.reduce(0) { $0 + sizes[$1] })
            return open.count == ids.count
                || Suppression.isSafe(hidden: open.map { sizes[$0] }, atLeast: minimum)
                    && (cells.most != nil || rule.allowsNumbers(together))
        }
        let blocks = shown.map { [$0] } + (lump.isEmpty ? [] : [lump])
        let known = record.respondents - earlier.values.reduce(0, +)
        func sizeBefore(_ categories: [Int]) -> Int {
            categories.reduce(0) { $0 + (earlier[ids[$1]] ?? 0) }
                + (lump.isEmpty || !categories.contains(lump[0]) ? 0 : known)
        }
        let classes = joined(cells.blocks, blocks)
        let changes = classes.map { part in part.reduce(0) { $0 + sizes[$1] } - sizeBefore(part) }
        let slack = gone - changes.reduce(0) { $0 + max(0, -$1) }
        return slack > 0 || changes.allSatisfy { !(1..<minimum).contains(abs($0)) }
    }

    /// The finest parts that two ways of parting have in common.
    private func joined(_ first: [[Int]], _ second: [[Int]]) -> [[Int]] {
        var parts: [Set<Int>] = []
        for block in first + second {
            let touched = parts.filter { !$0.isDisjoint(with: block) }
            parts.removeAll { !$0.isDisjoint(with: block) }
            parts.append(touched.reduce(Set(block)) { $0.union($1) })
        }
        return parts.map { $0.sorted() }
    }
}
