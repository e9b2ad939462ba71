import Instruments
import Languages
package import Sessions

/// What reviewers found, as an audience may see it.
struct ReviewWords {
    let session: SessionState
    let labels: Labels
    let showsConfidential: Bool

    /// The reviews beside the answers; nil where none came back.
    func reviews() -> ReviewsText? {
        guard !session.reviews.isEmpty else { return nil }
        let compared = session.reviews.enumerated().flatMap { index, review in
            review.entries.compactMap { compare($0, review: index + 1) }
        }
        var challenged: [QuestionLabel] = []
        for question in session.asked.questions {
            let isChallenged = session.reviews.contains { review in
                review.entries.contains { $0.question == question.id && $0.verdict.needsComment }
            }
            if isChallenged { challenged.append(labels[question.id]) }
        }
        return ReviewsText(
            reviews: session.reviews.enumerated().map { index, review in
                ReviewsText.ReviewText(
                    number: index + 1, role: review.role, date: review.date.inLocalWords, pack: review.pack,
                    entries: review.entries.map(entry))
            },
            overall: ReviewsText.AgreementText(compared.map(\.levels)),
            areas: session.questionnaire.areas.compactMap { area in
                let levels = compared.filter { $0.question.area == area.title }.map(\.levels)
                return ReviewsText.AgreementText(levels).map {
                    ReviewsText.AreaAgreement(title: area.title, agreement: $0)
                }
            },
            differences: compared.filter { $0.levels != 0 }.enumerated()
                .sorted { (-abs($0.element.levels), $0.offset) < (-abs($1.element.levels), $1.offset) }
                .map(\.element),
            challenged: challenged)
    }

    /// A rating of a reviewer's beside the authority's; nil where one of the two is missing.
    private func compare(_ entry: Review.Entry, review: Int) -> ReviewsText.DifferenceText? {
        guard case .rating(let peer)? = entry.own, session.asked.contains(entry.question),
            case .given(.rating(let own))? = session.response(to: entry.question)
        else { return nil }
        return ReviewsText.DifferenceText(
            question: labels[entry.question], review: review,
            own: labels.words(for: .given(.rating(own)), to: entry.question),
            peer: labels.words(for: .given(.rating(peer)), to: entry.question), levels: peer - own)
    }

    private func entry(_ entry: Review.Entry) -> ReviewsText.EntryText {
        // A comment may repeat what the authority keeps to itself.
        let isHidden = session.records[entry.question]?.confidential == true && !showsConfidential
        func shown(_ text: String) -> String? { text.isEmpty || isHidden ? nil : text }
        return ReviewsText.EntryText(
            question: labels[entry.question], verdict: entry.verdict.rawValue,
            verdictInWords: entry.verdict.inWords,
            own: entry.own.map { labels.words(for: .given($0), to: entry.question) },
            comment: shown(entry.comment), seen: shown(entry.seen), test: shown(entry.test))
    }
}

extension ReviewsText.AgreementText {
    /// Counts by how many levels higher each peer's rating is; nil for none.
    fileprivate init?(_ levels: [Int]) {
        guard !levels.isEmpty else { return nil }
        self.init(
            higher: levels.filter { $0 > 0 }.count, same: levels.filter { $0 == 0 }.count,
            lower: levels.filter { $0 < 0 }.count)
    }
}

extension Review.Verdict {
    /// The verdict in words.
    package var inWords: String {
        switch self {
        case .agree: local("I agree")
        case .challenge: local("I see it otherwise; the comment says why")
        case .moreEvidence: local("More evidence is needed; the comment names what is missing")
        case .notLookedAt: local("I have not looked at this")
        }
    }
}
