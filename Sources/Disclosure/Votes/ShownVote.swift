/// The part that the room's own screens may show of a vote that it may see; each of them asks here.
package enum ShownVote: Equatable, Sendable {
    /// Too few rated: nothing but whether a third or more do not know, where these are five or more.
    case tooFew(isMostlyUnknown: Bool)
    case counts(Tally)

    /// Suppresses what the room may not see.
    ///
    /// - Parameters:
    ///   - tally: the vote.
    ///   - isPreWork: whether people answered alone, before the workshop; then no fewer than five are shown.
    package init(_ tally: Tally, isPreWork: Bool) {
        let least = isPreWork ? MinimumFrequency.standard : VoteShape.fewest
        let tally = isPreWork ? tally.withoutFew : tally
        self =
            tally.ratings >= least
            ? .counts(tally)
            : .tooFew(
                isMostlyUnknown: tally.isMostlyUnknown && tally.dontKnow >= MinimumFrequency.standard)
    }

    /// The vote; nil where nothing of it is shown.
    package var tally: Tally? {
        if case .counts(let tally) = self { tally } else { nil }
    }

    /// Tells whether a third or more do not know.
    package var isMostlyUnknown: Bool {
        switch self {
        case .tooFew(let isMostlyUnknown): isMostlyUnknown
        case .counts(let tally): tally.isMostlyUnknown
        }
    }
}
