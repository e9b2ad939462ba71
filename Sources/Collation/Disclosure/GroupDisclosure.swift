import Sessions

/// The rule that nothing is told of all authorities, or of all but a few, that is not harmless.
///
/// Everybody knows who took part. Where all of them are in one category, its number is a finding about each by name. So
/// it has to stay possible that some are in a harmless category; or, where a breakdown has none that is harmless, outside
/// of any one category.
struct GroupDisclosure {
    /// The fewest authorities of whom a number is told.
    let fewest: Int
    /// How many authorities may have to be exceptions of a finding: the reader can be one, and no few others are left.
    var exceptions: Int { Self.exceptions(fewest) }
    /// The sets of categories that nearly all authorities must not be known to be in.
    let findings: [Set<Int>]
    /// The harmless categories.
    let harmless: Set<Int>

    /// How many authorities may have to be exceptions, where numbers are told of so many.
    static func exceptions(_ fewest: Int) -> Int { fewest + 1 }

    /// The rule for a breakdown.
    ///
    /// - Parameters:
    ///   - harmless: the categories that say nothing bad of those in them.
    ///   - categories: how many categories there are.
    ///   - fewest: the fewest authorities of whom a number is told.
    init(harmless: Set<Int>, of categories: Int, atLeast fewest: Int) {
        self.fewest = max(fewest, Disclosure.fewest)
        self.harmless = harmless
        findings =
            harmless.isEmpty ? (0..<categories).map { [$0] } : [Set(0..<categories).subtracting(harmless)]
    }

    /// From how many authorities on a category is told of in words; nil where that would not be most of them.
    func mostFrom(of total: Int) -> Int? {
        total > 2 * exceptions ? total - exceptions : nil
    }

    /// Whether numbers say of no finding that it is that of all but a few, nor of so many as words stand for.
    func allowsNumbers(_ telling: Telling) -> Bool {
        findings.allSatisfy {
            telling.bounds(of: $0, atLeast: fewest).lowerBound <= max(0, telling.total - exceptions - 1)
        }
    }

    /// Whether two tellings say of no finding that all but a few of those who came between them have it, or of those
    /// who went.
    ///
    /// - Parameters:
    ///   - earlier: what was told before.
    ///   - before: the fewest authorities of whom a number was told then.
    ///   - later: what would be told now.
    ///   - gone: how many authorities the earlier telling rests on that the later one does not, or not unchanged.
    ///   - new: how many the later one rests on that the earlier one does not, or not unchanged.
    /// - Returns: false where they say so.
    func allows(_ earlier: Telling, atLeast before: Int, then later: Telling, gone: Int, new: Int) -> Bool {
        // The same said again says nothing of who differs.
        if gone == new, earlier == later { return true }
        if gone == 0, new == 0 { return true }
        let both = earlier.total - gone
        return findings.allSatisfy { finding in
            let (then, now) = (
                earlier.bounds(of: finding, atLeast: before), later.bounds(of: finding, atLeast: fewest)
            )
            // Where a number is not exact, one who was there before and after can know that it is one less.
            let slack = then.count == 1 && now.count == 1 ? 0 : 1
            func isSafe(_ least: Int, of group: Int) -> Bool {
                least <= max(0, group - exceptions) && least + slack <= max(0, group - fewest)
            }
            let changes = (
                new: least(of: finding, in: later, fewest, notIn: earlier, before),
                gone: least(of: finding, in: earlier, before, notIn: later, fewest)
            )
            return isSafe(changes.new, of: new) && isSafe(changes.gone, of: gone)
                && max(then.lowerBound - gone, now.lowerBound - new) <= max(0, both - exceptions)
        }
    }

    /// The fewest who must have a finding in one telling and cannot have had it in another.
    private func least(
        of finding: Set<Int>, in telling: Telling, _ fewest: Int, notIn other: Telling, _ otherFewest: Int
    ) -> Int {
        func difference(_ categories: Set<Int>) -> Int {
            telling.bounds(of: categories, atLeast: fewest).lowerBound
                - other.bounds(of: categories, atLeast: otherFewest).upperBound
        }
        // The whole can hide what one of its categories shows.
        return max(difference(finding), finding.reduce(0) { $0 + max(0, difference([$1])) })
    }

    /// The parts of what is known that are no good news: sets of categories, each with the fewest that are in it.
    func badNews(in telling: Telling) -> [(categories: [Int], size: Int)] {
        if let most = telling.most {
            return harmless.contains(most) ? [] : [([most], telling.total - exceptions)]
        }
        return telling.blocks.filter { harmless.isDisjoint(with: $0) && $0.count < telling.sizes.count }
            .map { ($0, telling.bounds(of: Set($0), atLeast: fewest).lowerBound) }.filter { $0.1 > 0 }
    }
}

extension Telling {
    /// How many authorities are told of.
    var total: Int { hidden + sizes.reduce(0) { $0 + ($1 ?? 0) } }

    /// The fewest and the most that are in some categories, by what is told and by the rules for it.
    func bounds(of categories: Set<Int>, atLeast fewest: Int) -> ClosedRange<Int> {
        let greatest = greatest(in: categories, fewest)
        let others = self.greatest(in: Set(sizes.indices).subtracting(categories), fewest)
        // A record that somebody changed can say what cannot be.
        return min(greatest, max(0, total - others))...greatest
    }

    private func greatest(in categories: Set<Int>, _ fewest: Int) -> Int {
        if let most {
            let few = GroupDisclosure.exceptions(fewest)
            return categories.contains(most) ? total : categories.isEmpty ? 0 : min(total, few)
        }
        let known = categories.reduce(0) { $0 + (sizes[$1] ?? 0) }
        // All that are hidden are smaller than the smallest that is shown.
        let cap = sizes.compactMap(\.self).min().map { max(0, $0 - 1) } ?? hidden
        return known + min(hidden, cap * categories.count { sizes[$0] == nil })
    }
}
