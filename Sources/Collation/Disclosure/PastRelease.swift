/// What an earlier run told of a questionnaire, as far as it matters to what may be told now.
package struct PastRelease: Equatable, Sendable {
    /// How many authorities' figures it rested on that this run does not, or not unchanged.
    package var gone: Int
    /// How many this run rests on that it did not, or not unchanged.
    package var new: Int
    /// How many authorities differ: gone, come or changed.
    package var differing: Int
    /// How many authorities it rested on.
    package var authorities: Int
    /// The sizes told, by breakdown and category.
    package var told: [String: [String: Int]]

    /// A release with all its fields.
    package init(
        gone: Int, new: Int, differing: Int, authorities: Int, told: [String: [String: Int]]
    ) {
        self.gone = gone
        self.new = new
        self.differing = differing
        self.authorities = authorities
        self.told = told
    }

    /// Whether a telling can stand beside what this release told of the same breakdown.
    ///
    /// The categories are joined until each is known from both. Then what came and what went can have been many
    /// things, unless authorities only came, or only went; where there is but one way, it must be no few authorities'.
    func allows(_ telling: Telling, of sizes: [Int], in breakdown: Breakdown, atLeast fewest: Int) -> Bool {
        let ids = breakdown.categories.map(\.id)
        let earlier = told[breakdown.id] ?? [:]
        let shown = ids.indices.filter { earlier[ids[$0]] != nil }
        let lump = ids.indices.filter { earlier[ids[$0]] == nil }
        if gone == 0, new == 0 {
            // The same figures, told by other rules: together they must say no more than one safe telling.
            let open = ids.indices.filter { telling.sizes[$0] == nil && earlier[ids[$0]] == nil }
            return Telling.isSafe(hidden: open.map { sizes[$0] }, atLeast: fewest)
                || open.count == ids.count
        }
        let before = shown.map { [$0] } + (lump.isEmpty ? [] : [lump])
        let known = authorities - earlier.values.reduce(0, +)
        func sizeBefore(_ categories: [Int]) -> Int {
            categories.reduce(0) { $0 + (earlier[ids[$1]] ?? 0) }
                + (lump.isEmpty || !categories.contains(lump[0]) ? 0 : known)
        }
        let classes = joined(telling.blocks, before)
        let changes = classes.map { part in part.reduce(0) { $0 + sizes[$1] } - sizeBefore(part) }
        let slack = gone - changes.reduce(0) { $0 + max(0, -$1) }
        return slack > 0 || changes.allSatisfy { !(1..<fewest).contains(abs($0)) }
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
