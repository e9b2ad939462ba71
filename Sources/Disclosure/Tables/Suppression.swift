/// Suppresses cells of one table by itself: those below the minimum frequency, and what would give them away.
package enum Suppression {
    /// Suppresses cells whose sum is known, from the fullest release to the one that tells nothing.
    ///
    /// All categories from a size on are shown and all below it are hidden, so that which ones are shown depends on
    /// the sizes alone: whatever two hidden categories hold could as well be the other way round. That is stricter
    /// than `groups`, which never shows less than is shown here: in a region the categories are known, and the empty
    /// ones among them have to be hidden with the others.
    ///
    /// - Parameters:
    ///   - cells: how many respondents each category has.
    ///   - minimum: the minimum frequency, at least five.
    /// - Returns: releases by themselves safe; the last tells nothing.
    package static func releases(of cells: [Int], atLeast minimum: Int) -> [ReleasedCells] {
        let minimum = MinimumFrequency.atLeast(minimum)
        var releases: [ReleasedCells] = []
        for least in Set(cells.filter { $0 >= minimum }).sorted() {
            let hidden = cells.filter { $0 < least }
            guard isSafe(hidden: hidden, atLeast: minimum) else { continue }
            let total = hidden.reduce(0, +)
            releases.append(
                ReleasedCells(sizes: cells.map { $0 >= least || total == 0 ? $0 : nil }, hidden: total))
        }
        return releases + [.nothing(of: cells)]
    }

    /// Suppresses cells of categories of which some are harmless, from the fullest release to the one that tells
    /// nothing.
    ///
    /// - Parameters:
    ///   - cells: how many respondents each category has.
    ///   - minimum: the minimum frequency, at least five.
    ///   - harmless: the categories that say nothing bad of those in them.
    /// - Returns: releases by themselves safe: numbers first, then words; the last tells nothing.
    package static func releases(
        of cells: [Int], atLeast minimum: Int, harmless: Set<Int>
    ) -> [ReleasedCells] {
        let rule = GroupDisclosure(harmless: harmless, of: cells.count, atLeast: minimum)
        let nothing = ReleasedCells.nothing(of: cells)
        var releases = releases(of: cells, atLeast: minimum).filter { $0.isAny && rule.allowsNumbers($0) }
        if let least = rule.mostFrom(of: nothing.total), let most = cells.firstIndex(where: { $0 >= least }),
            // Of a harmless category the words would say that a few are not in it.
            !harmless.contains(most)
        {
            releases.append(ReleasedCells(sizes: nothing.sizes, hidden: nothing.hidden, most: most))
        }
        return releases + [nothing]
    }

    /// Suppresses counts of whose sum nothing is known but by them.
    ///
    /// - Parameters:
    ///   - counts: how many there are of each kind.
    ///   - minimum: the minimum frequency.
    /// - Returns: the fullest safe release; nil where the sum alone would be that of a few.
    package static func release(ofUnknownSum counts: [Int], atLeast minimum: Int) -> ReleasedCells? {
        let sum = counts.reduce(0, +)
        return sum == 0 || sum >= minimum ? releases(of: counts, atLeast: minimum).first : nil
    }

    /// Tells whether sizes stay unknown when their sum is known.
    ///
    /// Where nothing is hidden, zeros can be told. Otherwise the sum is that of no few respondents, and not all that
    /// are hidden have one size that the sum would give away: each 1, or each the greatest that would be hidden. Sizes
    /// all 2 or all 3 could be other ones just as well.
    static func isSafe(hidden: [Int], atLeast minimum: Int) -> Bool {
        let total = hidden.reduce(0, +)
        if total == 0 { return true }
        let some = hidden.filter { $0 > 0 }
        guard total >= minimum, let first = some.first, some.count > 1 else { return false }
        return (2...3).contains(first) || some.contains { $0 != first }
    }
}
