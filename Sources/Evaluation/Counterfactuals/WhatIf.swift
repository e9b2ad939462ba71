package import Disclosure
package import Instruments
package import Sessions

/// An answer that is assumed to be other than it is.
package struct AssumedAnswer: Equatable, Sendable {
    /// The question.
    package var question: Question.ID
    /// The answer as it is; nil where there is none.
    package var from: Response?
    /// The answer as it is assumed to be.
    package var to: Response

    /// An assumption with all its fields.
    package init(question: Question.ID, from: Response?, to: Response) {
        self.question = question
        self.from = from
        self.to = to
    }
}

/// Assesses a session as if some answers were other than they are; the session itself stays as it is.
///
/// What is written beside the answers is what it is; what they mean, and what is said of what is known, follows the
/// assumption.
///
/// - Parameters:
///   - session: the session.
///   - changes: the answers to assume.
///   - purpose: what it is said for.
/// - Returns: all that would be said of it.
package func assess(
    _ session: SessionState, assuming changes: [AssumedAnswer], for purpose: Purpose
) -> Assessment {
    var responses = session.responses
    for change in changes { responses[change.question] = change.to }
    return assess(session, responses: responses, for: purpose)
}
