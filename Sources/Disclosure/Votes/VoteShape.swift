/// The ways in which votes on a scale of four levels lie, in the order in which the rules are tried.
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

    /// Tells whether the room may vote once more on it.
    package var allowsSecondVote: Bool {
        switch self {
        case .close, .twoCamps, .loneOutlier, .spread: true
        case .noRating, .tooFew, .unanimous, .strong: false
        }
    }

    /// Tells whether a level may be offered to agree on.
    package var offersLevel: Bool {
        switch self {
        case .unanimous, .strong, .close: true
        case .noRating, .tooFew, .twoCamps, .loneOutlier, .spread: false
        }
    }
}
