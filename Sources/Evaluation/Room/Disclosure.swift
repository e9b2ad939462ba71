package import Instruments
package import Sessions

/// What may be told of a room's votes; every path out of the program asks here. `docs/workshop.md` has the rules.
package enum Disclosure {
    /// The fewest people of whom a number may leave the room.
    package static let fewest = 5
    /// The fewest ratings of which the counts may leave it.
    package static let fewestForCounts = 8

    /// How many do not know, in the only words that leave the room.
    package enum Band: String, Sendable {
        case none
        case some
        case third = "a-third-or-more"
    }

    /// Why nothing of a vote is told.
    package enum Reason: String, CaseIterable, Sendable {
        /// The room shares what it agreed, and no votes.
        case notShared = "not-shared"
        /// Fewer than five rated.
        case fewRated = "few-rated"
        /// Fewer than five votes differ from those that an earlier report rested on.
        case fewChanged = "few-changed"
        /// No report has told them yet, and this is no report: what is not on record cannot be held against a later one.
        case notOnRecord = "not-on-record"
    }

    /// What a report tells of a vote.
    package enum Told: Equatable, Sendable {
        case withheld(Reason)
        /// How the votes lie, where the scale has shapes; the counts, where they may be told.
        case votes(shape: VoteShape?, counts: [Int]?, dontKnow: Band)
    }

    /// What leaves the room of a vote.
    ///
    /// - Parameters:
    ///   - tally: the vote.
    ///   - share: what the room agreed to share.
    ///   - released: the tallies of the same question that earlier reports rested on.
    /// - Returns: what a report may tell.
    package static func told(
        of tally: Tally, share: RoomArrangement.Share, released: [Tally] = []
    ) -> Told {
        guard share != .agreed else { return .withheld(.notShared) }
        guard tally.ratings >= fewest else { return .withheld(.fewRated) }
        guard released.allSatisfy({ isApart($0, tally) }) else { return .withheld(.fewChanged) }
        // Where it is known how many there are, counts would say how many of them gave no rating.
        let others = tally.dontKnow + tally.notApplicable
        let mayCount =
            share == .counts && tally.ratings >= fewestForCounts && (others == 0 || others >= fewest)
        return .votes(
            shape: VoteShape(tally), counts: mayCount ? tally.counts : nil, dontKnow: band(tally))
    }

    /// Whether two tallies are one, or so far apart that their difference is nobody's.
    package static func isApart(_ earlier: Tally, _ later: Tally) -> Bool {
        earlier == later || earlier.changed(to: later) >= fewest
    }

    /// How many do not know, as a band.
    package static func band(_ tally: Tally) -> Band {
        tally.dontKnow == 0 ? .none : tally.isMostlyUnknown ? .third : .some
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

extension SessionState {
    /// What leaves the room of the last vote on a question that it has seen; nil where there is none.
    ///
    /// - Parameters:
    ///   - id: the question.
    ///   - isForReport: whether it goes into a report, which is put on record; anything else repeats what reports told.
    /// - Returns: what may be told.
    package func told(of id: Question.ID, isForReport: Bool = true) -> Disclosure.Told? {
        guard let room, let vote = room.questions[id]?.votes.last(where: \.isRevealed) else { return nil }
        let released = room.released[id] ?? []
        let told = Disclosure.told(of: vote.tally, share: room.share, released: released)
        guard case .votes = told, !isForReport, !released.contains(vote.tally) else { return told }
        return .withheld(.notOnRecord)
    }
}
