package import Disclosure
package import Instruments
package import Sessions

extension SessionState {
    /// What is released of the last vote on a question that it has seen; nil where there is none.
    ///
    /// - Parameters:
    ///   - id: the question.
    ///   - purpose: what it is told for.
    /// - Returns: what may leave the room.
    package func releasedVote(on id: Question.ID, for purpose: Purpose) -> ReleasedVote? {
        guard let room, room.questions[id]?.votes.contains(where: \.isRevealed) == true else { return nil }
        return ReleasedVote(
            room.releasableTally(of: id), sharing: room.share, for: purpose,
            released: room.released[id] ?? [])
    }

    /// What the room's screens may show of the vote on a question that the room has seen last, or of what people
    /// answered before it; nil where there is neither.
    package func shownVote(on id: Question.ID) -> ShownVote? {
        if let vote = roomRecord(of: id).votes.last(where: \.isRevealed) {
            return ShownVote(vote.tally, isPreWork: false)
        }
        return room?.preWork?.tallies[id].map { ShownVote($0, isPreWork: true) }
    }
}
