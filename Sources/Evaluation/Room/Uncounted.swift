package import Instruments
package import Sessions

/// What people answered before a workshop and no merge counts: a room votes on ratings, and on yes or no, alone.
package struct Uncounted: Equatable, Sendable {
    /// The answers to all questions, of the people of whom the newest answers count.
    private var given = 0
    /// Those among them that are to questions on which a room does not vote.
    private var lost = 0

    /// Counts what a merge leaves out.
    ///
    /// Neither count is told to anybody: with another file more or less each would be a single person's.
    ///
    /// - Throws: that two answers are copies of one invitation.
    package init(of submissions: [Submission], for session: SessionState) throws(MergeFault) {
        let people = try newest(submissions)
        for question in session.questionnaire.questions {
            let count = people.count { $0.answers[question.id]?.response != nil }
            given += count
            guard count > 0, !question.isVotedOn else { continue }
            lost += count
        }
    }

    /// Whether so little would be kept that somebody has to want it.
    package var isMostOfAll: Bool { 2 * lost > given }
}

extension SessionState {
    /// The questions that people are asked before a workshop and whose answers no merge counts.
    package var uncounted: [Question.ID] {
        questionnaire.questions.filter { !$0.isVotedOn && !$0.isNotForARoom && $0.step == nil }.map(\.id)
    }
}
