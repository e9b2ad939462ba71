/// The rule that nothing is told of all respondents, or of all but a few, that is not harmless.
///
/// Everybody knows who took part. Where all of them are in one category, its number is a finding about each by name. So
/// it has to stay possible that some are in a harmless category; or, where a table has none that is harmless, outside
/// of any one category.
struct GroupDisclosure {
    /// The minimum frequency.
    let minimum: Int
    /// The number of respondents may have to be exceptions of a finding: the reader can be one, and no few others are left.
    var exceptions: Int { Self.exceptions(minimum) }
    /// The sets of categories that nearly all respondents must not be known to be in.
    let findings: [Set<Int>]
    /// The harmless categories.
    let harmless: Set<Int>

    /// The number of respondents may have to be exceptions, where numbers are told of so many.
    static func exceptions(_ minimum: Int) -> Int { minimum + 1 }

    /// The rule for a table.
    ///
    /// - Parameters:
    ///   - harmless: the categories that say nothing bad of those in them.
    ///   - categories: how many categories there are.
    ///   - minimum: the minimum frequency.
    init(harmless: Set<Int>, of categories: Int, atLeast minimum: Int) {
        self.minimum = MinimumFrequency.atLeast(minimum)
        self.harmless = harmless
        findings =
            harmless.isEmpty ? (0..<categories).map { [$0] } : [Set(0..<categories).subtracting(harmless)]
    }

    /// From how many respondents on a category is told of in words; nil where that would not be most of them.
    func mostFrom(of total: Int) -> Int? {
        total > 2 * exceptions ? total - exceptions : nil
    }

    /// Tells whether numbers say of no finding that it is that of all but a few, nor of so many as words stand for.
    func allowsNumbers(_ cells: ReleasedCells) -> Bool {
        findings.allSatisfy {
            cells.bounds(of: $0, atLeast: minimum).lowerBound <= max(0, cells.total - exceptions - 1)
        }
    }

    /// Tells whether two releases say of no finding that all but a few of those who came between them have it, or of those
    /// who went.
    ///
    /// - Parameters:
    ///   - earlier: what was told before.
    ///   - before: the minimum frequency of then.
    ///   - later: what would be told now.
    ///   - gone: how many respondents the earlier release rests on that the later one does not, or not unchanged.
    ///   - new: how many the later one rests on that the earlier one does not, or not unchanged.
    /// - Returns: false where they say so.
    func allows(_ earlier: ReleasedCells, atLeast before: Int, then later: ReleasedCells, gone: Int, new: Int)
        -> Bool
    {
        // The same said again says nothing of who differs.
        if gone == new, earlier == later { return true }
        if gone == 0, new == 0 { return true }
        let both = earlier.total - gone
        return findings.allSatisfy { finding in
            let (then, now) = (
                earlier.bounds(of: finding, atLeast: before), later.bounds(of: finding, atLeast: minimum)
            )
            // Where a number is not exact, one who was there before and after can know that it is one less.
            let slack = then.count == 1 && now.count == 1 ? 0 : 1
            func isSafe(_ least: Int, of group: Int) -> Bool {
                least <= max(0, group - exceptions) && least + slack <= max(0, group - minimum)
            }
            let changes = (
                new: least(of: finding, in: later, minimum, notIn: earlier, before),
                gone: least(of: finding, in: earlier, before, notIn: later, minimum)
            )
            return isSafe(changes.new, of: new) && isSafe(changes.gone, of: gone)
                && max(then.lowerBound - gone, now.lowerBound - new) <= max(0, both - exceptions)
        }
    }

    /// The fewest who must have a finding in one release and cannot have had it in another.
    private func least(
        of finding: Set<Int>, in cells: ReleasedCells, _ minimum: Int, notIn other: ReleasedCells,
        _ otherMinimum: Int
    ) -> Int {
        func difference(_ categories: Set<Int>) -> Int {
            cells.bounds(of: categories, atLeast: minimum).lowerBound
                - other.bounds(of: categories, atLeast: otherMinimum).upperBound
        }
        // The whole can hide what one of its categories shows.
        return max(difference(finding), finding.reduce(0) { $0 + max(0, difference([$1])) })
    }

    /// The parts of what is known that are no good news: sets of categories, each with the fewest that are in it.
    func badNews(in cells: ReleasedCells) -> [(categories: [Int], size: Int)] {
        if let most = cells.most {
            return harmless.contains(most) ? [] : [([most], cells.total - exceptions)]
        }
        return cells.blocks.filter { harmless.isDisjoint(with: $0) && $0.count < cells.sizes.count }
            .map { ($0, cells.bounds(of: Set($0), atLeast: minimum).lowerBound) }.filter { $0.1 > 0 }
    }
}
