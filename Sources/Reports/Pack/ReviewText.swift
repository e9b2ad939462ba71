/// What peer reviewers found, beside the authority's own answers.
package struct ReviewsText: Sendable, Encodable {
    /// The reviews that count, in the order of filing.
    package var reviews: [ReviewText]
    /// Self against peer over every review, as counts; nil where no rating can be compared.
    package var overall: AgreementText?
    /// The same by area; an area without a comparison is left out.
    package var areas: [AreaAgreement]
    /// Own ratings that differ from the authority's, the widest first.
    package var differences: [DifferenceText]
    /// The questions that a reviewer sees otherwise, or wants more evidence on.
    package var challenged: [QuestionLabel]

    /// One review.
    package struct ReviewText: Sendable, Encodable {
        /// Its number, from 1, which stays: that of a review that counts no more is given to no other.
        package var number: Int
        package var role: String
        /// The day, in words.
        package var date: String
        package var pack: String
        package var entries: [EntryText]
    }

    /// What a review says of one question.
    package struct EntryText: Sendable, Encodable {
        package var question: QuestionLabel
        package var verdict: String
        /// The verdict in words.
        package var verdictInWords: String
        /// The reviewer's own answer in words; nil for none.
        package var own: String?
        package var comment: String?
        package var seen: String?
        package var test: String?
    }

    /// How often peers rated as the authority did; never one score.
    package struct AgreementText: Sendable, Encodable, Equatable {
        /// How many reviewers rated.
        package var reviewers: Int
        /// How many questions they rated between them.
        package var questions: Int
        package var higher: Int
        package var same: Int
        package var lower: Int
    }

    /// How often they did so in one area.
    package struct AreaAgreement: Sendable, Encodable {
        package var title: String
        package var agreement: AgreementText
    }

    /// A peer's rating that is not the authority's.
    package struct DifferenceText: Sendable, Encodable {
        package var question: QuestionLabel
        /// The review's number.
        package var review: Int
        /// The authority's answer, in words.
        package var own: String
        /// The peer's answer, in words.
        package var peer: String
        /// How many levels higher the peer's is.
        package var levels: Int
    }
}
