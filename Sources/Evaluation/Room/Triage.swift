package import Disclosure
package import Instruments
package import Sessions

/// A question with what makes it worth the room's time.
package struct TriageItem: Equatable, Sendable {
    /// Why a question stands where it does, the most pressing first.
    package enum Reason: Int, CaseIterable, Sendable {
        /// A third or more do not know.
        case unknown
        /// The headline turns on it.
        case decides
        case twoCamps
        /// A lone outlier, or a spread.
        case apart
        case close
        case strong
        case unanimous
        /// There is a vote, and no shape can be told.
        case unshaped
        /// There is no vote on it yet.
        case noVote
    }

    /// The question.
    package var question: Question.ID
    /// Why it stands there.
    package var reason: Reason
    /// The vote; nil where there is none, and where the room may not see it.
    package var tally: Tally?

    /// The minutes to plan for it; they are ours.
    package var minutes: Int {
        switch reason {
        case .unanimous, .strong: 3
        case .unknown: 5
        case .twoCamps: 14
        case .apart: 10
        // A vote that says nothing yet is planned as a close one.
        case .close, .unshaped, .noVote: 6
        case .decides:
            switch tally.flatMap(VoteShape.init) {
            case .unanimous, .strong: 3
            case .twoCamps: 14
            case .loneOutlier, .spread: 10
            case .close, .noRating, .tooFew, nil: 6
            }
        }
    }
}

/// The order in which a workshop's questions are worth the room's time, by what the room may see of the last vote on each.
///
/// - Parameter session: a workshop.
/// - Returns: the questions asked now that a room votes on, the lowest consensus first among like ones; those without a
///   vote come last, in the order of asking.
package func triage(_ session: SessionState) -> [TriageItem] {
    let deciding = Set(session.decidingDisagreements().map(\.question))
    let items = session.asked.questions.filter(\.isVotedOn).map { question in
        let vote = session.shownVote(on: question.id)
        return TriageItem(
            question: question.id, reason: reason(vote, decides: deciding.contains(question.id)),
            tally: vote?.tally)
    }
    return items.enumerated().sorted { left, right in
        let keys = [left, right].map { item in
            (item.element.reason.rawValue, item.element.tally?.consensus ?? 2, item.offset)
        }
        return keys[0] < keys[1]
    }.map(\.element)
}

private func reason(_ vote: ShownVote?, decides: Bool) -> TriageItem.Reason {
    guard let vote else { return .noVote }
    if vote.isMostlyUnknown { return .unknown }
    if decides { return .decides }
    switch vote.tally.flatMap(VoteShape.init) {
    case .twoCamps: return .twoCamps
    case .loneOutlier, .spread: return .apart
    case .close: return .close
    case .strong: return .strong
    case .unanimous: return .unanimous
    case .noRating, .tooFew, nil: return .unshaped
    }
}
