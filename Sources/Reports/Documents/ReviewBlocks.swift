// The part of a report on what peer reviewers found.

import Languages

extension Pack {
    func reviewBlocks() -> [Block] {
        guard let reviews else { return [] }
        var blocks: [Block] = [.heading(2, local("What peer reviewers found"))]
        blocks += reviews.reviews.map {
            .item(
                1,
                local("Review \($0.number): \($0.role), \($0.date), on pack \($0.pack).") + " "
                    + counted($0.entries.count, "answer was looked at.", "answers were looked at."))
        }
        if let overall = reviews.overall {
            blocks.append(.heading(3, local("Self against peer")))
            blocks.append(.paragraph(local("Peers rated \(overall.inWords).")))
            blocks += reviews.areas.map { .item(1, "\($0.title): \($0.agreement.inWords)") }
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

extension ReviewsText.AgreementText {
    /// The counts in words: `higher on 4, same on 5, lower on 1 of 10 compared`.
    package var inWords: String {
        local("higher on \(higher), same on \(same), lower on \(lower) of \(higher + same + lower) compared")
    }
}

extension ReviewsText.EntryText {
    fileprivate var details: [String] {
        [
            own.map { local("Own answer: \($0)") }, comment.map { local("Comment: \($0)") },
            seen.map { local("Evidence seen: \($0)") }, test.map { local("To test on site: \($0)") },
        ].compactMap(\.self)
    }
}
