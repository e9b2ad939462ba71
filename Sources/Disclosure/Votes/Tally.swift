/// The votes of a room on one question, as counts; no ballot is kept.
package struct Tally: Hashable, Sendable {
    /// The number of people who chose each level, the lowest first; of a yes or no question, yes and then no.
    package var counts: [Int]
    /// The number of people who said don't know.
    package var dontKnow: Int
    /// The number of people who said not applicable.
    package var notApplicable: Int
    /// The number of people whose ballot says nothing: a blank slip, one that is spoilt, a key that was not pressed.
    package var blank: Int
    /// What stands in place of counts that are gone; nil while they are there.
    package var forgotten: ForgottenVote?

    /// A tally with all its fields.
    package init(
        counts: [Int], dontKnow: Int = 0, notApplicable: Int = 0, blank: Int = 0,
        forgotten: ForgottenVote? = nil
    ) {
        self.counts = counts
        self.dontKnow = dontKnow
        self.notApplicable = notApplicable
        self.blank = blank
        self.forgotten = forgotten
    }

    /// The number of people who chose a level, or yes or no.
    package var ratings: Int { counts.reduce(0, +) }

    /// The number of people whose ballots these are, those that say nothing among them.
    package var people: Int { ratings + dontKnow + notApplicable + blank }

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
        func kept(_ people: Int) -> Int { people < MinimumFrequency.standard ? 0 : people }
        return Tally(
            counts: kept(ratings) == 0 ? counts.map { _ in 0 } : counts, dontKnow: kept(dontKnow),
            notApplicable: kept(notApplicable))
    }

    /// Tells whether a third or more of those who could have rated do not know.
    package var isMostlyUnknown: Bool { dontKnow > 0 && 3 * dontKnow >= dontKnow + ratings }

    /// The fewest votes that changed between this and a later tally, those that came or went among them.
    package func changed(to later: Tally) -> Int {
        let pairs =
            zip(counts, later.counts).map { $1 - $0 }
            + [
                later.dontKnow - dontKnow, later.notApplicable - notApplicable, later.blank - blank,
            ]
        return max(
            pairs.filter { $0 > 0 }.reduce(0, +), pairs.filter { $0 < 0 }.reduce(0) { $0 - $1 })
    }
}
