package import Instruments

/// How the questions that a room has no level on stand; every screen that says what is open asks here.
///
/// The four are disjoint; the first three are what has no answer.
package struct OpenQuestions: Equatable, Sendable {
    /// Those that the room has not come to an end with: they have no answer and are neither left without an agreement
    /// nor parked.
    package private(set) var open = 0
    /// Those without an answer on which the room said that it does not agree.
    package private(set) var notAgreed = 0
    /// Those without an answer that are put off.
    package private(set) var parked = 0
    /// Those on which the answer is that nobody knows.
    package private(set) var dontKnow = 0

    /// Counts among some questions.
    package init(_ session: SessionState, among ids: [Question.ID]) {
        for id in ids {
            let record = session.roomRecord(of: id)
            switch session.response(to: id) {
            case .dontKnow: dontKnow += 1
            case .given, .notApplicable: break
            case nil where record.parked != nil: parked += 1
            case nil where record.agreement != nil: notAgreed += 1
            case nil: open += 1
            }
        }
    }
}
