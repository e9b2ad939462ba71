package import Sessions

/// One session as somebody who waits for the returns of a region sees it: how far it is, and no answer.
package struct SessionReturn: Equatable, Sendable {
    /// The session's id.
    package let session: String
    /// The authority's name as it was typed.
    package let authority: String
    /// How far the session has come.
    package let state: SessionFigures.State
    /// When it last changed.
    package let changed: Timestamp
    /// Whether that is later than now: some clock was wrong.
    package let isFromFuture: Bool
    /// How many questions are asked.
    package let asked: Int
    /// How many of them are dealt with: answered, not known or not applicable.
    package let answered: Int
    /// How many are answered with don't know.
    package let dontKnows: Int

    /// The return that a session is.
    ///
    /// - Parameters:
    ///   - figures: the session's figures.
    ///   - now: the time.
    init(_ figures: SessionFigures, now: Timestamp) {
        session = figures.session
        authority = figures.authority ?? ""
        state = figures.state
        changed = figures.changed
        isFromFuture = figures.changed > now
        asked = figures.now.answers.count { $0 != .notAsked }
        answered = figures.now.answers.count { $0 != .notAsked && $0 != .unanswered }
        dontKnows = figures.now.answers.count { $0 == .dontKnow }
    }

    /// Whether this session counts for its authority, and not the other one.
    ///
    /// One that is signed off goes before one that is complete, and that before one in progress. Of two in progress the
    /// one with more answers counts; otherwise the one that changed last. A change that lies in the future makes no
    /// session the newer one. Of two that are alike in all this, the one with the later id counts.
    func goesBefore(_ other: SessionReturn) -> Bool {
        if state != other.state { return state.rawValue > other.state.rawValue }
        if state == .inProgress, answered != other.answered { return answered > other.answered }
        if isFromFuture != other.isFromFuture { return other.isFromFuture }
        return changed != other.changed ? changed > other.changed : session > other.session
    }
}
