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
    /// The vote; nil where there is none.
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

/// Puts the questions that a room votes on in the order in which they are worth its time.
///
/// - Parameters:
///   - session: a workshop.
///   - tallies: the last vote on each question; those without one come last, in the order of asking.
///   - deciding: the questions whose votes decide the headline.
/// - Returns: the questions asked now that a room votes on, the lowest consensus first among like ones.
package func triage(
    _ session: SessionState, by tallies: [Question.ID: Tally], deciding: Set<Question.ID>
) -> [TriageItem] {
    let items = session.asked.questions.filter(\.isVotedOn).map { question in
        let tally = tallies[question.id]
        return TriageItem(
            question: question.id,
            reason: reason(tally, decides: deciding.contains(question.id)), tally: tally)
    }
    return items.enumerated().sorted { left, right in
        let keys = [left, right].map { item in
            (item.element.reason.rawValue, item.element.tally?.consensus ?? 2, item.offset)
        }
        return keys[0] < keys[1]
    }.map(\.element)
}

/// The order in which a workshop's questions are worth the room's time, by the last vote on each.
///
/// - Throws: `TooEntangled` when the exact sets cannot be worked out within the limit.
package func triage(_ session: SessionState) throws(TooEntangled) -> [TriageItem] {
    var tallies: [Question.ID: Tally] = [:]
    for question in session.asked.questions { tallies[question.id] = session.lastVote(on: question.id) }
    return triage(
        session, by: tallies, deciding: Set(try session.decidingDisagreements().map(\.question)))
}

private func reason(_ tally: Tally?, decides: Bool) -> TriageItem.Reason {
    guard let tally else { return .noVote }
    if tally.isMostlyUnknown { return .unknown }
    if decides { return .decides }
    switch VoteShape(tally) {
    case .twoCamps: return .twoCamps
    case .loneOutlier, .spread: return .apart
    case .close: return .close
    case .strong: return .strong
    case .unanimous: return .unanimous
    case .noRating, .tooFew, nil: return .unshaped
    }
}
