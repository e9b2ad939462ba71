// The part of a report on what peer reviewers found.

import Languages
import Sessions

extension Pack {
    func reviewSection() -> [Block] {
        guard let reviews else { return [] }
        var blocks: [Block] = [.heading(2, local("What peer reviewers found"))]
        blocks += reviews.reviews.map { review in
            let judged = review.entries.count { $0.verdict != Review.Verdict.notLookedAt.rawValue }
            let worded = review.entries.count { $0.isWordedAlone }
            let words =
                worded == 0
                ? ""
                : " " + counted(worded, "more has words and no verdict.", "more have words and no verdict.")
            return .item(
                1,
                review.localizedDescription + " "
                    + counted(judged, "answer was looked at.", "answers were looked at.")
                    + words)
        }
        if let overall = reviews.overall {
            blocks.append(.heading(3, local("Self against peer")))
            blocks.append(.paragraph(local("Peers rated \(overall.localizedDescription).")))
            blocks += reviews.areas.map { .item(1, "\($0.title): \($0.agreement.localizedDescription)") }
        }
        blocks += differences(
            local("Two levels apart or more"), reviews.differences.filter { abs($0.levels) > 1 })
        if !reviews.challenged.isEmpty {
            blocks.append(.heading(3, local("Challenged, or more evidence wanted")))
            blocks += reviews.challenged.map { .item(1, "\($0.short): \($0.text)") }
        }
        blocks += differences(local("One level apart"), reviews.differences.filter { abs($0.levels) == 1 })
        for review in reviews.reviews {
            blocks.append(.heading(3, local("Review \(review.number), question by question")))
            for entry in review.entries {
                blocks.append(
                    .item(1, "\(entry.question.short): \(entry.question.text) \(entry.verdictInWords)."))
                blocks += entry.details.map { .item(2, $0) }
            }
        }
        return blocks
    }

    private func differences(
        _ title: String, _ differences: [ReviewsText.DifferenceText]
    ) -> [Block] {
        guard !differences.isEmpty else { return [] }
        return [.heading(3, title)]
            + differences.map { difference in
                .item(
                    1,
                    local(
                        "\(difference.question.short): \(difference.question.text) The authority \(difference.own); review \(difference.review) \(difference.peer)."
                    ))
            }
    }
}

extension ReviewsText.ReviewText {
    /// Which review it is, in a sentence.
    var localizedDescription: String { local("Review \(number): \(role), \(date), on pack \(pack).") }
}

extension ReviewsText.AgreementText {
    /// The counts in words: `higher 4 times, the same 5 times, lower once: 10 ratings by 2 reviewers on 6 questions`.
    package var localizedDescription: String {
        let ratings = counted(higher + same + lower, "rating", "ratings")
        let reviewers = counted(reviewers, "reviewer", "reviewers")
        let questions = counted(questions, "question", "questions")
        return local(
            "higher \(higher), the same \(same), lower \(lower): \(ratings) by \(reviewers) on \(questions)")
    }
}

extension ReviewsText.EntryText {
    /// Whether something is said of the answer, and no verdict given.
    fileprivate var isWordedAlone: Bool {
        verdict == Review.Verdict.notLookedAt.rawValue
            && [own, comment, seen, test].contains { $0 != nil }
    }

    fileprivate var details: [String] {
        [
            own.map { local("Own answer: \($0)") }, comment.map { local("Comment: \($0)") },
            seen.map { local("Evidence seen: \($0)") }, test.map { local("To test on site: \($0)") },
        ].compactMap(\.self)
    }
}
