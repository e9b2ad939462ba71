import Sessions

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
    /// The fewest authorities of whom it told a number.
    package var fewest: Int
    /// The sizes told, by breakdown and category.
    package var told: [String: [String: Int]]
    /// The category that all or most were said to be in, by breakdown.
    package var most: [String: String]

    /// A release with all its fields.
    package init(
        gone: Int, new: Int, differing: Int, authorities: Int, fewest: Int = Disclosure.fewest,
        told: [String: [String: Int]], most: [String: String] = [:]
    ) {
        self.gone = gone
        self.new = new
        self.differing = differing
        self.authorities = authorities
        self.fewest = fewest
        self.told = told
        self.most = most
    }

    /// What this release told of a breakdown.
    func telling(of breakdown: Breakdown) -> Telling {
        let ids = breakdown.categories.map(\.id)
        let sizes = ids.map { told[breakdown.id]?[$0] }
        return Telling(
            sizes: sizes, hidden: max(0, authorities - sizes.reduce(0) { $0 + ($1 ?? 0) }),
            most: most[breakdown.id].flatMap(ids.firstIndex))
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
        let rule = breakdown.rule(atLeast: fewest)
        let before = self.telling(of: breakdown)
        guard rule.allows(before, atLeast: self.fewest, then: telling, gone: gone, new: new) else {
            return false
        }
        if gone == 0, new == 0 {
            // The same figures, told by other rules: together they must say no more than one safe telling.
            let open = ids.indices.filter { telling.sizes[$0] == nil && earlier[ids[$0]] == nil }
            let together = Telling(
                sizes: ids.indices.map { open.contains($0) ? nil : sizes[$0] },
                hidden: open.reduce(0) { $0 + sizes[$1] })
            return open.count == ids.count
                || Telling.isSafe(hidden: open.map { sizes[$0] }, atLeast: fewest)
                    && (telling.most != nil || rule.allowsNumbers(together))
        }
        let blocks = shown.map { [$0] } + (lump.isEmpty ? [] : [lump])
        let known = authorities - earlier.values.reduce(0, +)
        func sizeBefore(_ categories: [Int]) -> Int {
            categories.reduce(0) { $0 + (earlier[ids[$1]] ?? 0) }
                + (lump.isEmpty || !categories.contains(lump[0]) ? 0 : known)
        }
        let classes = joined(telling.blocks, blocks)
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
