import Sessions

/// What is told of one breakdown: the sizes of the categories that are shown, or in words which one has nearly all.
package struct Telling: Equatable, Sendable {
    /// The sizes in the breakdown's order; nil for those that are hidden.
    package var sizes: [Int?]
    /// How many authorities are in the hidden categories together.
    package var hidden: Int
    /// The category that all or most are in, where that is told in place of numbers.
    package var most: Int?

    /// A telling with all its fields.
    package init(sizes: [Int?], hidden: Int, most: Int? = nil) {
        self.sizes = sizes
        self.hidden = hidden
        self.most = most
    }

    /// What stands in place of a number.
    package enum Word: String, Sendable {
        /// All authorities but at most one more than the fewest of whom a number is told.
        case allOrMost = "all-or-most"
        /// At most one more than the fewest of whom a number is told.
        case fewOrNone = "few-or-none"
    }

    /// The word for a category; nil where there is a number, or nothing.
    package func word(_ category: Int) -> Word? {
        most.map { $0 == category ? .allOrMost : .fewOrNone }
    }

    /// Whether any size is told, or a word.
    package var isAny: Bool { most != nil || sizes.contains { $0 != nil } }

    /// Nothing told of so many authorities.
    static func nothing(of sizes: [Int]) -> Telling {
        Telling(sizes: sizes.map { _ in nil }, hidden: sizes.reduce(0, +))
    }

    /// What can be told of some sizes whose sum is known, from the fullest telling to the one that tells nothing.
    ///
    /// All categories from a size on are shown and all below it are hidden, so that which ones are shown depends on
    /// the sizes alone: whatever two hidden categories hold could as well be the other way round. That is stricter
    /// than `Disclosure.shown`, which never shows less than is shown here: in a region the categories are known, and
    /// the empty ones among them have to be hidden with the others.
    ///
    /// - Parameters:
    ///   - sizes: how many authorities each category has.
    ///   - fewest: the fewest that are shown, at least five.
    /// - Returns: tellings by themselves safe; the last tells nothing.
    package static func safe(of sizes: [Int], atLeast fewest: Int) -> [Telling] {
        let fewest = max(fewest, Disclosure.fewest)
        var tellings: [Telling] = []
        for least in Set(sizes.filter { $0 >= fewest }).sorted() {
            let hidden = sizes.filter { $0 < least }
            guard isSafe(hidden: hidden, atLeast: fewest) else { continue }
            let total = hidden.reduce(0, +)
            tellings.append(
                Telling(sizes: sizes.map { $0 >= least || total == 0 ? $0 : nil }, hidden: total))
        }
        return tellings + [.nothing(of: sizes)]
    }

    /// What can be told of categories of which some are harmless, from the fullest telling to the one that tells nothing.
    ///
    /// - Parameters:
    ///   - sizes: how many authorities each category has.
    ///   - fewest: the fewest that are shown, at least five.
    ///   - harmless: the categories that say nothing bad of those in them.
    /// - Returns: tellings by themselves safe: numbers first, then words; the last tells nothing.
    package static func safe(of sizes: [Int], atLeast fewest: Int, harmless: Set<Int>) -> [Telling] {
        let rule = GroupDisclosure(harmless: harmless, of: sizes.count, atLeast: fewest)
        let nothing = Telling.nothing(of: sizes)
        var tellings = safe(of: sizes, atLeast: fewest).filter { $0.isAny && rule.allowsNumbers($0) }
        if let least = rule.mostFrom(of: nothing.total), let most = sizes.firstIndex(where: { $0 >= least }),
            // Of a harmless category the words would say that a few are not in it.
            !harmless.contains(most)
        {
            tellings.append(Telling(sizes: nothing.sizes, hidden: nothing.hidden, most: most))
        }
        return tellings + [nothing]
    }

    /// Whether sizes stay unknown when their sum is known.
    ///
    /// Where nothing is hidden, zeros can be told. Otherwise the sum is that of no few authorities, and not all that
    /// are hidden have one size that the sum would give away: each 1, or each the greatest that would be hidden. Sizes
    /// all 2 or all 3 could be other ones just as well.
    static func isSafe(hidden: [Int], atLeast fewest: Int) -> Bool {
        let total = hidden.reduce(0, +)
        if total == 0 { return true }
        let some = hidden.filter { $0 > 0 }
        guard total >= fewest, let first = some.first, some.count > 1 else { return false }
        return (2...3).contains(first) || some.contains { $0 != first }
    }

    /// The categories as they are known: each one that is shown by itself, the hidden ones together.
    var blocks: [[Int]] {
        let together = sizes.indices.filter { sizes[$0] == nil }
        return sizes.indices.filter { sizes[$0] != nil }.map { [$0] } + (together.isEmpty ? [] : [together])
    }
}
