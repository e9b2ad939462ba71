/// How a room voted on one question, as counts; no ballot is kept.
package struct Tally: Hashable, Sendable {
    /// How many chose each level, the lowest first; of a yes or no question, yes and then no.
    package var counts: [Int]
    /// How many said don't know.
    package var dontKnow: Int
    /// How many said not applicable.
    package var notApplicable: Int

    /// A tally with all its fields.
    package init(counts: [Int], dontKnow: Int = 0, notApplicable: Int = 0) {
        self.counts = counts
        self.dontKnow = dontKnow
        self.notApplicable = notApplicable
    }

    /// How many chose a level, or yes or no.
    package var ratings: Int { counts.reduce(0, +) }

    /// How many voted at all.
    package var people: Int { ratings + dontKnow + notApplicable }

    /// The rating at a place, counted from 1 in the order of the levels; nil beyond the last.
    package func level(at place: Int) -> Int? {
        guard place >= 1 else { return nil }
        var passed = 0
        for (index, count) in counts.enumerated() {
            passed += count
            if place <= passed { return index + 1 }
        }
        return nil
    }

    /// The low and the high median, as levels from 1; nil where nobody chose one.
    package var medians: (low: Int, high: Int)? {
        guard let low = level(at: (ratings + 1) / 2), let high = level(at: ratings / 2 + 1) else {
            return nil
        }
        return (low, high)
    }

    /// The lowest and the highest level that was chosen, from 1; nil where nobody chose one.
    package var span: (low: Int, high: Int)? {
        guard let low = level(at: 1), let high = level(at: ratings) else { return nil }
        return (low, high)
    }

    /// The tally of what people answered alone, without anything of fewer than five: of those who rated, of those who
    /// don't know and of those to whom it does not apply, each is five people or more, or stands as nobody.
    package var withoutFew: Tally {
        func kept(_ people: Int) -> Int { people < PreWork.fewest ? 0 : people }
        return Tally(
            counts: kept(ratings) == 0 ? counts.map { _ in 0 } : counts, dontKnow: kept(dontKnow),
            notApplicable: kept(notApplicable))
    }

    /// Whether a third or more of those who could have rated do not know.
    package var isMostlyUnknown: Bool { dontKnow > 0 && 3 * dontKnow >= dontKnow + ratings }

    /// The fewest votes that changed between this and a later tally, those that came or went among them.
    package func changed(to later: Tally) -> Int {
        let pairs =
            zip(counts, later.counts).map { $1 - $0 }
            + [later.dontKnow - dontKnow, later.notApplicable - notApplicable]
        return max(
            pairs.filter { $0 > 0 }.reduce(0, +), pairs.filter { $0 < 0 }.reduce(0) { $0 - $1 })
    }
}

/// How the votes on a scale of four levels lie, in the order in which the rules are tried.
package enum VoteShape: String, CaseIterable, Sendable {
    case noRating = "no-rating"
    case tooFew = "too-few"
    case unanimous
    case strong
    case close
    case twoCamps = "two-camps"
    case loneOutlier = "lone-outlier"
    case spread

    /// The levels that a scale needs for its votes to have a shape.
    package static let levels = 4
    /// The fewest ratings that have a shape: the lowest, the middle and the highest of three are its counts.
    package static let fewest = 4

    /// The shape of a tally; nil where the scale has other than four levels.
    ///
    /// The rules are Canary's own, in whole numbers; `docs/workshop.md` has them as a table.
    package init?(_ tally: Tally) {
        let counts = tally.counts
        guard counts.count == Self.levels else { return nil }
        let all = tally.ratings
        guard let (low, high) = tally.span, let medians = tally.medians else {
            self = .noRating
            return
        }
        guard all >= Self.fewest else {
            self = .tooFew
            return
        }
        switch high - low {
        case 0: self = .unanimous
        case 1: self = 4 * (counts.max() ?? 0) >= 3 * all ? .strong : .close
        default:
            if Self.hasTwoCamps(counts, of: all) {
                self = .twoCamps
            } else {
                self = Self.hasLoneOutlier(tally, of: all, medians) ? .loneOutlier : .spread
            }
        }
    }

    private static func hasTwoCamps(_ counts: [Int], of all: Int) -> Bool {
        (1...2).contains { end in
            (end + 2...levels).contains { start in
                let low = counts[..<end].reduce(0, +)
                let high = counts[(start - 1)...].reduce(0, +)
                return low >= 2 && high >= 2 && 4 * low >= all && 4 * high >= all
                    && all - low - high < min(low, high)
            }
        }
    }

    private static func hasLoneOutlier(
        _ tally: Tally, of all: Int, _ medians: (low: Int, high: Int)
    ) -> Bool {
        guard 4 * (all - 1) >= 3 * all else { return false }
        return tally.counts.indices.contains { index in
            guard tally.counts[index] == 1 else { return false }
            let level = index + 1
            let distance = min(abs(level - medians.low), abs(level - medians.high))
            var others = tally
            others.counts[index] = 0
            guard distance >= 2, let span = others.span else { return false }
            return span.high - span.low <= 1
        }
    }

    /// Whether the room may vote once more on it.
    package var allowsSecondVote: Bool {
        switch self {
        case .close, .twoCamps, .loneOutlier, .spread: true
        case .noRating, .tooFew, .unanimous, .strong: false
        }
    }

    /// Whether a level may be offered to agree on.
    package var offersLevel: Bool {
        switch self {
        case .unanimous, .strong, .close: true
        case .noRating, .tooFew, .twoCamps, .loneOutlier, .spread: false
        }
    }
}
