package import Instruments
package import Sessions

extension SessionState {
    /// What leaves the room of the last vote on a question that it has seen; nil where there is none.
    ///
    /// - Parameters:
    ///   - id: the question.
    ///   - purpose: what it is told for.
    /// - Returns: what may be told.
    package func told(of id: Question.ID, for purpose: Purpose) -> Disclosure.Told? {
        guard let room, room.questions[id]?.votes.contains(where: \.isRevealed) == true else { return nil }
        guard room.share != .agreed else { return .withheld(.notShared) }
        guard let tally = room.toldTally(of: id) else { return .withheld(.secondVote) }
        // What is no report repeats what a report has told: that too few rated says something of the votes, too.
        guard purpose == .report || room.released[id]?.contains(tally) == true else {
            return .withheld(.notOnRecord)
        }
        return Disclosure.told(of: tally, share: room.share)
    }

    /// What the room's screens may show of the vote on a question that the room has seen last, or of what people
    /// answered before it; nil where there is neither.
    package func shownVote(on id: Question.ID) -> Disclosure.Shown? {
        if let vote = roomRecord(of: id).votes.last(where: \.isRevealed) {
            return Disclosure.shown(vote.tally, isPreWork: false)
        }
        return room?.preWork?.tallies[id].map { Disclosure.shown($0, isPreWork: true) }
    }
}
