import Evaluation

/// The rule that nothing is told of all authorities, or of all but a few, that is not harmless.
///
/// Everybody knows who took part. Where all of them are in one category, its number is a finding about each by name. So
/// it has to stay possible that as many as are told of, `fewest`, are in a harmless category; or, where a breakdown has
/// none that is harmless, outside of any one category.
struct GroupDisclosure {
    /// The fewest authorities that a finding may leave out.
    let fewest: Int
    /// The sets of categories that nearly all authorities must not be known to be in.
    let findings: [Set<Int>]
    /// The harmless categories.
    let harmless: Set<Int>

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

    /// From how many authorities on a category is told of in words.
    ///
    /// One less than would give a finding away: whoever reads the words must reckon with a number that could have been
    /// told. Nil where that would not even be most of them; then nothing is told in place of the number.
    func mostFrom(of total: Int) -> Int? {
        total > 2 * fewest ? total - fewest : nil
    }

    /// Whether numbers say of no finding that it is that of all but a few, or of one more.
    func allowsNumbers(_ telling: Telling) -> Bool {
        findings.allSatisfy { telling.bounds(of: $0, atLeast: fewest).lowerBound < telling.total - fewest }
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
    func allows(_ earlier: Telling, atLeast before: Int, then later: Telling, gone: Int, new: Int) -> Bool {
        findings.allSatisfy { finding in
            let (then, now) = (
                earlier.bounds(of: finding, atLeast: before), later.bounds(of: finding, atLeast: fewest)
            )
            return now.lowerBound - then.upperBound <= max(0, new - fewest)
                && then.lowerBound - now.upperBound <= max(0, gone - fewest)
        }
    }

    /// The parts of what is known that are no good news: sets of categories, each with the fewest that are in it.
    func badNews(in telling: Telling) -> [(categories: [Int], size: Int)] {
        if let most = telling.most {
            return harmless.contains(most) ? [] : [([most], telling.total - fewest)]
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
        total
            - greatest(in: Set(sizes.indices).subtracting(categories), fewest)...greatest(
                in: categories, fewest)
    }

    private func greatest(in categories: Set<Int>, _ fewest: Int) -> Int {
        if let most { return categories.contains(most) ? total : categories.isEmpty ? 0 : min(total, fewest) }
        let known = categories.reduce(0) { $0 + (sizes[$1] ?? 0) }
        // All that are hidden are smaller than the smallest that is shown.
        let cap = sizes.compactMap(\.self).min().map { max(0, $0 - 1) } ?? hidden
        return known + min(hidden, cap * categories.count { sizes[$0] == nil })
    }
}
