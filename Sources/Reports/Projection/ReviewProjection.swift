import Instruments
import Languages
package import Sessions

/// What reviewers found, as an audience may see it.
struct ReviewProjection {
    let session: SessionState
    let labels: Labels

    /// The reviews beside the answers; nil where none came back.
    func reviews() -> ReviewsText? {
        guard !session.reviews.isEmpty else { return nil }
        let compared = session.reviews.flatMap { filed in
            filed.review.entries.compactMap { compare($0, review: filed.number) }
        }
        var challenged: [QuestionLabel] = []
        for question in session.asked.questions {
            let isChallenged = session.reviews.contains { filed in
                filed.review.entries.contains { $0.question == question.id && $0.verdict.needsComment }
            }
            if isChallenged { challenged.append(labels[question.id]) }
        }
        return ReviewsText(
            reviews: session.reviews.map { filed in
                ReviewsText.ReviewText(
                    number: filed.number, role: filed.review.role,
                    date: filed.review.date.localizedDescription,
                    pack: filed.review.pack, entries: filed.review.entries.map(entry))
            },
            overall: ReviewsText.AgreementText(compared),
            areas: session.questionnaire.areas.compactMap { area in
                let inArea = compared.filter { $0.question.area == area.title }
                return ReviewsText.AgreementText(inArea).map {
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
        func shown(_ text: String) -> String? { text.isEmpty ? nil : text }
        return ReviewsText.EntryText(
            question: labels[entry.question], verdict: entry.verdict.rawValue,
            verdictInWords: entry.verdict == .notLookedAt && entry.saysSomething
                ? local("No verdict") : entry.verdict.localizedDescription,
            own: entry.own.map { labels.words(for: .given($0), to: entry.question) },
            comment: shown(entry.comment), seen: shown(entry.seen), test: shown(entry.test))
    }
}

extension ReviewsText.AgreementText {
    /// Counts how peers' ratings lie to the authority's; nil for none.
    fileprivate init?(_ compared: [ReviewsText.DifferenceText]) {
        guard !compared.isEmpty else { return nil }
        self.init(
            reviewers: Set(compared.map(\.review)).count, questions: Set(compared.map(\.question.id)).count,
            higher: compared.count { $0.levels > 0 }, same: compared.count { $0.levels == 0 },
            lower: compared.count { $0.levels < 0 })
    }
}

extension Review.Verdict {
    /// The verdict in words.
    package var localizedDescription: String {
        switch self {
        case .agree: local("I agree")
        case .challenge: local("I see it otherwise; the comment says why")
        case .moreEvidence: local("More evidence is needed; the comment names what is missing")
        case .notLookedAt: local("I have not looked at this")
        }
    }
}
