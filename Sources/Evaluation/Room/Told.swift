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
        guard let room, let vote = room.questions[id]?.votes.last(where: \.isRevealed) else { return nil }
        let released = room.released[id] ?? []
        let told = Disclosure.told(of: vote.tally, share: room.share, released: released)
        switch (told, purpose) {
        case (.withheld(.notShared), _), (_, .report): return told
        // Why a report would not tell it says something of the votes, too.
        case (.withheld, .display), (.votes, .display):
            return released.contains(vote.tally) ? told : .withheld(.notOnRecord)
        }
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
