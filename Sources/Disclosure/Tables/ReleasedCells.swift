/// The release of one table: the cells that are not suppressed, or in words which category has nearly all.
package struct ReleasedCells: Equatable, Sendable {
    /// The sizes in the table's order; nil for those that are suppressed.
    package var sizes: [Int?]
    /// The number of respondents are in the suppressed cells together.
    package var hidden: Int
    /// The category that all or most are in, where that is told in place of numbers.
    package var most: Int?

    /// A release of a table with all its fields.
    package init(sizes: [Int?], hidden: Int, most: Int? = nil) {
        self.sizes = sizes
        self.hidden = hidden
        self.most = most
    }

    /// The release that tells nothing of so many respondents.
    static func nothing(of cells: [Int]) -> ReleasedCells {
        ReleasedCells(sizes: cells.map { _ in nil }, hidden: cells.reduce(0, +))
    }

    /// The word in place of a number.
    package enum Word: String, Sendable {
        /// All respondents but at most one more than the minimum frequency.
        case allOrMost = "all-or-most"
        /// At most one more than the minimum frequency.
        case fewOrNone = "few-or-none"
    }

    /// The word for a category; nil where there is a number, or nothing.
    package func word(_ category: Int) -> Word? {
        most.map { $0 == category ? .allOrMost : .fewOrNone }
    }

    /// True where any size is told, or a word.
    package var isAny: Bool { most != nil || sizes.contains { $0 != nil } }

    /// Tells whether it is known that somebody is in a category.
    package func hasSome(_ category: Int) -> Bool {
        sizes.indices.contains(category) && (sizes[category] ?? 0) > 0 || word(category) == .allOrMost
    }

    /// The number of respondents are told of.
    var total: Int { hidden + sizes.reduce(0) { $0 + ($1 ?? 0) } }

    /// The categories as they are known: each one that is released by itself, the suppressed ones together.
    var blocks: [[Int]] {
        let together = sizes.indices.filter { sizes[$0] == nil }
        return sizes.indices.filter { sizes[$0] != nil }.map { [$0] } + (together.isEmpty ? [] : [together])
    }

    /// The fewest and the most that are in some categories, by what is released and by the rules for it.
    func bounds(of categories: Set<Int>, atLeast minimum: Int) -> ClosedRange<Int> {
        let greatest = greatest(in: categories, minimum)
        let others = self.greatest(in: Set(sizes.indices).subtracting(categories), minimum)
        // A record that somebody changed can say what cannot be.
        return min(greatest, max(0, total - others))...greatest
    }

    private func greatest(in categories: Set<Int>, _ minimum: Int) -> Int {
        if let most {
            let few = GroupDisclosure.exceptions(minimum)
            return categories.contains(most) ? total : categories.isEmpty ? 0 : min(total, few)
        }
        let known = categories.reduce(0) { $0 + (sizes[$1] ?? 0) }
        // All that are suppressed are smaller than the smallest that is shown.
        let cap = sizes.compactMap(\.self).min().map { max(0, $0 - 1) } ?? hidden
        return known + min(hidden, cap * categories.count { sizes[$0] == nil })
    }
}
