package import Instruments

/// What a peer reviewer found, as it came back; it never changes an answer.
package struct Review: Equatable, Sendable {
    /// The SHA-256 of the file that it came in, in hexadecimal.
    package var id: String
    /// What tells the reviewer from every other: random digits that stay in the reviewer's file; nil for a file that has none.
    package var reviewer: String?
    /// The pack that the reviewer had before them.
    package var pack: String
    /// The reviewer's role; no name is asked for.
    package var role: String
    /// The day of the review.
    package var date: CalendarDate
    /// What was found, in the order of asking; a question is there once at most.
    package var entries: [Entry]

    /// A review with all its fields.
    package init(
        id: String, reviewer: String? = nil, pack: String, role: String, date: CalendarDate, entries: [Entry]
    ) {
        self.id = id
        self.reviewer = reviewer
        self.pack = pack
        self.role = role
        self.date = date
        self.entries = entries
    }

    /// What a reviewer makes of an answer.
    package enum Verdict: String, Sendable, Codable, CaseIterable {
        case agree
        /// The reviewer sees it otherwise; the comment says why.
        case challenge
        /// The comment names what is missing.
        case moreEvidence = "more-evidence"
        case notLookedAt = "not-looked-at"

        /// Whether it says nothing without a comment.
        package var needsComment: Bool { self == .challenge || self == .moreEvidence }
    }

    /// What a reviewer found on one question.
    package struct Entry: Equatable, Sendable {
        package var question: Question.ID
        package var verdict: Verdict
        /// The reviewer's own rating, or yes or no, whatever the verdict; nil for none.
        package var own: AnswerValue?
        package var comment: String
        /// The evidence that the reviewer has seen.
        package var seen: String
        /// What to test on site.
        package var test: String

        /// Whether there is more in it than that nothing was looked at.
        package var saysSomething: Bool {
            own != nil || [comment, seen, test].contains { !$0.isEmpty }
        }

        /// An entry with all its fields.
        package init(
            question: Question.ID, verdict: Verdict, own: AnswerValue?, comment: String = "",
            seen: String = "", test: String = ""
        ) {
            self.question = question
            self.verdict = verdict
            self.own = own
            self.comment = comment
            self.seen = seen
            self.test = test
        }
    }
}
