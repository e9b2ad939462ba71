package import Instruments

/// How many questions are asked now, and how they stand; the last four are disjoint and sum to the first.
package struct Counts: Equatable, Sendable {
    /// The questions asked now.
    package private(set) var questions = 0
    /// Those with an ordinary answer.
    package private(set) var answered = 0
    /// Those answered with don't know.
    package private(set) var dontKnow = 0
    /// Those marked not applicable.
    package private(set) var notApplicable = 0
    /// Those without an answer.
    package private(set) var unanswered = 0

    /// Counts questions that are asked.
    package init(asked: [Question.ID], response: (Question.ID) -> Response?) {
        for question in asked {
            questions += 1
            switch response(question) {
            case .given: answered += 1
            case .dontKnow: dontKnow += 1
            case .notApplicable: notApplicable += 1
            case nil: unanswered += 1
            }
        }
    }

    /// Counts the questions that a session asks now.
    package init(_ session: SessionState) {
        self.init(asked: session.asked.ids()) { session.response(to: $0) }
    }
}
