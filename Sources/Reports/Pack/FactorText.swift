package import Instruments

/// The factors of success in words.
package struct FactorsText: Sendable, Encodable {
    /// The finding in plain sentences.
    package var sentences: [String]
    /// The groups, those of the present stage first.
    package var groups: [GroupText]
    package var source: String

    /// The factors of one group.
    package struct GroupText: Sendable, Encodable {
        package var title: String
        package var means: RemarkText
        package var comesFirst: Bool
        package var factors: [FactorText]
    }

    /// One factor.
    package struct FactorText: Sendable, Encodable {
        /// The fact as a sentence that is true when the factor is in place.
        package var statement: String
        package var source: String
        /// How far it is in place; nil while that is open.
        package var state: FactorSet.State?
        /// The answers that say so.
        package var answers: [ReasonText]
        /// The open questions on it.
        package var open: [QuestionLabel]
    }
}
