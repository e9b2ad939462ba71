import Escaping
import Instruments
import Languages
package import Sessions

/// What filing a review would do, before it is done.
package struct ReviewPreview {
    /// What to know, a paragraph each.
    package let sentences: [String]

    /// Looks at a review beside the session that it is for.
    ///
    /// - Parameters:
    ///   - review: what came back.
    ///   - replaced: the number of the review whose place it takes; nil for none.
    ///   - session: the session as it stands.
    ///   - today: the day on which it is looked at.
    package init(
        _ review: Review, replacing replaced: Int? = nil, for session: SessionState, today: CalendarDate
    ) {
        let labels = Labels(session.questionnaire)
        let release = session.releases.last { $0.release.pack == review.pack }
        let made =
            release.map {
                local(
                    "The pack \(review.pack) left on \($0.at.date.localizedDescription), for \($0.release.audience)."
                )
            } ?? local("This session's history has no pack \(review.pack).")
        var sentences = [
            local(
                "A review in the role of \(review.role.visible), of \(review.date.localizedDescription). \(made)"
            )
        ]
        // Where the reviewer is, it may be a day later already.
        if review.date.daysSince1970 > today.daysSince1970 + 1 {
            sentences.append(
                local(
                    "That day has not come yet: today is \(today.localizedDescription). Ask the reviewer for the day, or file it as it is."
                ))
        }
        if let earlier = replaced.flatMap(session.filedReview) {
            sentences.append(
                local(
                    "It takes the place of review \(earlier.number), in the role of \(earlier.review.role.visible), of \(earlier.review.date.localizedDescription), which then counts no more."
                ))
        }
        let verdicts = Review.Verdict.allCases.compactMap { verdict -> String? in
            let count = review.entries.filter { $0.verdict == verdict }.count
            return count == 0 || verdict == .notLookedAt ? nil : "\(verdict.rawValue) \(count)"
        }
        let judged = review.entries.count { $0.verdict != .notLookedAt }
        let others = review.entries.filter { $0.verdict == .notLookedAt && $0.saysSomething }
        sentences.append(
            counted(judged, "answer was looked at", "answers were looked at")
                + (verdicts.isEmpty ? "." : ": \(listed(verdicts))."))
        if !others.isEmpty {
            sentences.append(
                local(
                    "Without a verdict, but with words: \(listed(others.map { labels[$0.question].short })).")
            )
        }
        let unanswered = review.entries.filter { session.response(to: $0.question) == nil }
        if !unanswered.isEmpty {
            sentences.append(
                local(
                    "Without an answer here: \(listed(unanswered.map { labels[$0.question].short }))."))
        }
        if let release {
            // Of all answers, whatever the reviewer looked at: a verdict can rest on another answer.
            let changed = session.questionnaire.questions.map(\.id).filter {
                (session.records[$0]?.changed ?? release.at) > release.at
            }
            sentences.append(
                changed.isEmpty
                    ? local("No answer was changed since the pack left.")
                    : local("Changed since the pack left: \(listed(changed.map { labels[$0].short }))."))
        }
        self.sentences = sentences
    }
}
