import Instruments

extension SessionState {
    /// The session with a reviewer's own answers in the place of the authority's; nothing of it is ever saved.
    ///
    /// - Parameter review: what the reviewer found.
    /// - Returns: a session to compare with; questions without an own answer of the reviewer's stand as they are.
    package func seen(by review: Review) -> SessionState {
        var seen = self
        let entries = review.entries.compactMap { entry in
            entry.own.map { SessionEvent.Payload.AnswerEntry(question: entry.question, response: .given($0)) }
        }
        let event = SessionEvent(
            number: lastNumber + 1, at: lastAt, what: .answered(entries, position: lastPosition))
        apply(event, to: &seen)
        return seen
    }
}
