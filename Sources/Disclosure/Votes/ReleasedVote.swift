/// The release of a room's vote; every path out of the program asks here. `docs/workshop.md` has the rules.
///
/// Which of a session's votes the room has seen, and which of them a report spoke of, is read from the session, so that
/// part stays beside the session (`Room.releasableTally`, `SessionState.releasedVote`), which asks this type.
package enum ReleasedVote: Equatable, Sendable {
    case withheld(Reason)
    /// The word for how the votes lie, where the scale has shapes; the counts, where they may be released.
    case votes(Word?, counts: [Int]?, dontKnow: Band)

    /// The number of those who do not know, in the only words that leave the room.
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

        /// The band for a tally.
        package init(_ tally: Tally) {
            self =
                tally.dontKnow < MinimumFrequency.standard ? .few : tally.isMostlyUnknown ? .third : .some
        }
    }

    /// The reason why nothing of a vote is released.
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

    /// The way in which the votes lie, in the only words that leave the room. None of them says whether anybody was alone.
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
            case .twoCamps where tally.ratings >= MinimumFrequency.counts: self = .twoCamps
            case .twoCamps, .close, .spread: self = .apart
            case .noRating, .tooFew, nil: return nil
            }
        }
    }

    /// Suppresses what may not leave the room of a vote that may be spoken of.
    ///
    /// - Parameters:
    ///   - tally: the vote, or the one that is told in its place (`VoteDifferencing`).
    ///   - sharing: what the room agreed to share.
    package init(_ tally: Tally, sharing: VoteSharing) {
        guard sharing != .agreed else {
            self = .withheld(.notShared)
            return
        }
        if let forgotten = tally.forgotten {
            self = forgotten.released
            return
        }
        guard tally.ratings >= MinimumFrequency.standard else {
            self = .withheld(.fewRated)
            return
        }
        let mayCount =
            sharing == .counts && tally.ratings >= MinimumFrequency.counts && !Self.hasSmallCell(tally)
        self = .votes(Word(tally), counts: mayCount ? tally.counts : nil, dontKnow: Band(tally))
    }

    /// Suppresses what may not leave the room for a purpose.
    ///
    /// - Parameters:
    ///   - releasable: the tally that may be spoken of; nil while a second vote is out.
    ///   - sharing: what the room agreed to share.
    ///   - purpose: what it is told for.
    ///   - released: the tallies of the same question that reports spoke of.
    package init(
        _ releasable: Tally?, sharing: VoteSharing, for purpose: Purpose, released: [Tally]
    ) {
        if sharing == .agreed {
            self = .withheld(.notShared)
        } else if let releasable {
            // What is no report repeats what a report has told: that too few rated says something of the votes, too.
            self =
                purpose == .report || released.contains(releasable)
                ? ReleasedVote(releasable, sharing: sharing) : .withheld(.notOnRecord)
        } else {
            self = .withheld(.secondVote)
        }
    }

    /// Tells whether what is released says that the room lies on more than one side.
    package var isSplit: Bool {
        switch self {
        case .withheld: false
        case .votes(.apart, _, _), .votes(.twoCamps, _, _): true
        case .votes(.together, _, _): false
        case .votes(nil, let counts, _): (counts ?? []).count { $0 > 0 } > 1
        }
    }

    /// Tells whether a cell is of one to four people, those who gave no rating among them.
    private static func hasSmallCell(_ tally: Tally) -> Bool {
        (tally.counts + [tally.dontKnow, tally.notApplicable, tally.blank]).contains {
            (1..<MinimumFrequency.standard).contains($0)
        }
    }
}
