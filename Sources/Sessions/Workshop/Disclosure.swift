/// What may be told of a room's votes; every path out of the program asks here. `docs/workshop.md` has the rules.
package enum Disclosure {
    /// The fewest people of whom a number may leave the room.
    package static let fewest = 5
    /// The fewest ratings of which the counts may leave it.
    package static let fewestForCounts = 8

    /// How many do not know, in the only words that leave the room.
    ///
    /// Whoever knows how many voted, and hears that five rated, could count those who did not: so none of these words
    /// is of one to four people.
    package enum Band: String, CaseIterable, Sendable, Codable {
        /// Nobody, or so few that nothing is told of them.
        case few = "fewer-than-five"
        /// Five or more.
        case some
        /// Five or more, and a third or more of those who could have rated.
        case third = "a-third-or-more"
    }

    /// Why nothing of a vote is told.
    package enum Reason: String, CaseIterable, Sendable, Codable {
        /// The room shares what it agreed, and no votes.
        case notShared = "not-shared"
        /// Fewer than five rated.
        case fewRated = "few-rated"
        /// A second vote was called, and the room has not seen it.
        case secondVote = "second-vote"
        /// No report has told them yet, and this is no report: what is not on record cannot be held against a later one.
        case notOnRecord = "not-on-record"
    }

    /// How the votes lie, in the only words that leave the room. None of them says whether anybody was alone.
    package enum Word: String, CaseIterable, Sendable, Codable {
        /// Unanimous, strong, or one vote apart.
        case together
        /// Close or spread; two camps, too, where fewer than eight rated.
        case apart
        case twoCamps = "two-camps"

        /// The word for a tally of five ratings or more; nil where its scale has no shapes.
        init?(_ tally: Tally) {
            switch VoteShape(tally) {
            case .unanimous, .strong, .loneOutlier: self = .together
            case .twoCamps where tally.ratings >= Disclosure.fewestForCounts: self = .twoCamps
            case .twoCamps, .close, .spread: self = .apart
            case .noRating, .tooFew, nil: return nil
            }
        }
    }

    /// What a report tells of a vote.
    package enum Told: Equatable, Sendable {
        case withheld(Reason)
        /// How the votes lie, where the scale has shapes; the counts, where they may be told.
        case votes(Word?, counts: [Int]?, dontKnow: Band)

        /// Whether what is told says that the room lies on more than one side.
        package var isSplit: Bool {
            switch self {
            case .withheld: false
            case .votes(.apart, _, _), .votes(.twoCamps, _, _): true
            case .votes(.together, _, _): false
            case .votes(nil, let counts, _): (counts ?? []).count { $0 > 0 } > 1
            }
        }
    }

    /// The tally that a report speaks of: the vote, or one that an earlier report spoke of.
    ///
    /// Where fewer than five votes differ from one of which a report spoke, what was said of that one is repeated, just
    /// as where none differs; a sentence that something is kept back would say that a few gave way.
    ///
    /// - Parameters:
    ///   - tally: the vote.
    ///   - released: the tallies of the same question that earlier reports spoke of, oldest first.
    /// - Returns: the tally.
    package static func tellable(_ tally: Tally, released: [Tally]) -> Tally {
        told(of: tally, by: released) ?? tally
    }

    /// The newest of the tallies that reports spoke of from which a vote differs by fewer than five; nil where none is.
    static func told(of tally: Tally, by released: [Tally]) -> Tally? {
        released.last { $0.changed(to: tally) < fewest }
    }

    /// What leaves the room of a vote that may be spoken of.
    ///
    /// - Parameters:
    ///   - tally: the vote.
    ///   - share: what the room agreed to share.
    /// - Returns: what a report may tell.
    package static func told(of tally: Tally, share: RoomArrangement.Share) -> Told {
        guard share != .agreed else { return .withheld(.notShared) }
        guard tally.ratings >= fewest else { return .withheld(.fewRated) }
        let mayCount = share == .counts && tally.ratings >= fewestForCounts && !hasSmallCell(tally)
        return .votes(Word(tally), counts: mayCount ? tally.counts : nil, dontKnow: band(tally))
    }

    /// Whether a count is of one to four people, those who gave no rating among them.
    private static func hasSmallCell(_ tally: Tally) -> Bool {
        (tally.counts + [tally.dontKnow, tally.notApplicable]).contains { (1..<fewest).contains($0) }
    }

    /// What the room's own screens may show of a vote.
    package enum Shown: Equatable, Sendable {
        /// Too few rated: nothing but whether a third or more do not know, where these are five or more.
        case tooFew(isMostlyUnknown: Bool)
        case counts(Tally)

        /// The vote; nil where nothing of it is shown.
        package var tally: Tally? {
            if case .counts(let tally) = self { tally } else { nil }
        }

        /// Whether a third or more do not know.
        package var isMostlyUnknown: Bool {
            switch self {
            case .tooFew(let isMostlyUnknown): isMostlyUnknown
            case .counts(let tally): tally.isMostlyUnknown
            }
        }
    }

    /// What the room's own screens may show of a vote that it may see; each of them asks here.
    ///
    /// - Parameters:
    ///   - tally: the vote.
    ///   - isPreWork: whether people answered alone, before the workshop; then no fewer than five are shown.
    /// - Returns: the counts, or that there are too few.
    package static func shown(_ tally: Tally, isPreWork: Bool) -> Shown {
        let least = isPreWork ? fewest : VoteShape.fewest
        let tally = isPreWork ? tally.withoutFew : tally
        guard tally.ratings < least else { return .counts(tally) }
        return .tooFew(isMostlyUnknown: tally.isMostlyUnknown && tally.dontKnow >= fewest)
    }

    /// How many do not know, as a band.
    package static func band(_ tally: Tally) -> Band {
        tally.dontKnow < fewest ? .few : tally.isMostlyUnknown ? .third : .some
    }

    /// Which groups may be shown when all of them add up to a number that is known.
    ///
    /// Empty groups are dropped; those of fewer than five are hidden; and while what is hidden could be worked out as
    /// the number of fewer than five people, the smallest shown group is hidden, too.
    ///
    /// - Parameters:
    ///   - sizes: how many people each group has.
    ///   - fewest: the fewest that are shown, at least five.
    /// - Returns: the indices of the groups to show, in their order.
    package static func shown(_ sizes: [Int], atLeast fewest: Int = fewest) -> [Int] {
        let fewest = max(fewest, Self.fewest)
        var shown = sizes.indices.filter { sizes[$0] >= fewest }
        func hidden() -> Int { sizes.reduce(0, +) - shown.reduce(0) { $0 + sizes[$1] } }
        while (1..<fewest).contains(hidden()), let smallest = shown.min(by: { sizes[$0] < sizes[$1] }) {
            shown.removeAll { $0 == smallest }
        }
        return shown
    }
}
