package import Evaluation
package import Instruments

/// What a decision table gives, in words; the headline is one.
package struct TierText: Sendable, Encodable {
    /// What the table decides: `Tier of support`.
    package var title: String
    /// What the outcomes are called: `tier`, or `result`.
    package var noun: String
    /// The outcomes still possible, by title, in rank order.
    package var possible: [String]
    /// Whether all outcomes that fit are given, and not one.
    package var isCollected: Bool
    /// Whether nothing is open.
    package var isSettled: Bool
    /// The finding in plain sentences.
    package var sentences: [String]
    /// How firm it is: which single answers would change it, and to what; nil where that was not worked out, and where the
    /// audience does not see answers.
    package var firmness: String?
    /// The graded conditions that the table looks at.
    package var grades: [GradeText]
    /// The outcomes that go with it.
    package var alongside: [AlongsideText]
    /// What the facts add.
    package var remarks: [RemarkText]
    /// The conditions that it rests on; without answers where the audience does not see them.
    package var grounds: [GroundText]
    /// The open conditions that separate what is still possible.
    package var open: [OpenGroundText]
    /// The rule that fired, or the rules still in play.
    package var rules: [RuleText]
    package var cautions: [RemarkText]
    package var focus: [RemarkText]
    /// What to know of each outcome before acting on it, those that are possible first.
    package var guidance: [GuidanceText]
}

/// A settled condition with the answers behind it.
package struct GroundText: Sendable, Encodable {
    package var condition: String
    package var holds: Bool
    /// `alternative` where it holds by what could be brought in, and not as things are; `either` where it is open which
    /// of them; nil otherwise, and where the audience does not see answers.
    package var metBy: String?
    /// How far it is met, of a graded condition; nil for any other.
    package var grade: GradeText?
    package var source: String
    package var basis: Basis
    /// The elements that make it so; empty where the audience does not see answers, since many an
    /// element is the answer to one question.
    package var elements: [ElementText]
    /// What no element can say; nil where they say it all.
    package var remark: String?
}

/// An element that a condition rests on, with the answers behind it.
package struct ElementText: Sendable, Encodable {
    /// A short name, or the statement.
    package var name: String
    /// The fact as a sentence that is true when the element is.
    package var statement: String
    package var holds: Bool
    package var source: String
    package var basis: Basis
    package var answers: [ReasonText]
    /// How many of its questions are met and how many it takes, in a sentence; nil where it takes all.
    package var rule: String?
    /// How many of the ratings behind it name evidence, in a sentence; nil where it rests on none.
    package var evidence: String?
}

/// A condition that is still open, with what it waits for.
package struct OpenGroundText: Sendable, Encodable {
    package var condition: String
    /// How far it can be met, of a graded condition; nil for any other.
    package var grade: GradeText?
    package var source: String
    package var basis: Basis
    /// What it waits for; empty where the audience does not see answers.
    package var elements: [OpenElementText]

    /// An element that is not known yet.
    package struct OpenElementText: Sendable, Encodable {
        /// A short name, or the statement.
        package var name: String
        package var statement: String
        package var source: String
        /// The open questions that decide it.
        package var questions: [QuestionLabel]
    }
}

/// An answer that a finding rests on.
package struct ReasonText: Sendable, Encodable {
    package var question: QuestionLabel
    /// The answer in words.
    package var answer: String
    /// What is seen at the level that was chosen; nil for any other answer.
    package var descriptor: String?
    /// Whether the question is not asked now; nil where it is.
    package var isSetAside: Bool?
}

/// A rule, and whether the source states it.
package struct RuleText: Sendable, Encodable {
    package var id: String
    /// The weakest link of what leads to it.
    package var basis: TableFinding.Basis
    package var source: String?
    package var reason: String?
    package var outcome: String
    package var says: String?
    /// What has still to come out for it to apply, in words; empty where it applies whatever comes.
    package var needs: [String]
}

/// A remark that goes with a finding.
package struct RemarkText: Sendable, Encodable {
    package var text: String
    package var source: String?
    package var basis: Basis
}

/// What to know of an outcome.
package struct GuidanceText: Sendable, Encodable {
    /// The outcome's title.
    package var outcome: String
    package var means: RemarkText
    package var benefits: [RemarkText]
    package var worksWhen: [RemarkText]
    package var fitsWhen: [RemarkText]
    package var settleFirst: [RemarkText]
    package var helps: [HelpText]
    package var places: [PlaceText]
}

/// A model of intervention in words.
package struct ModelText: Sendable, Encodable {
    package var id: String
    package var title: String
    /// Whether its conditions are met.
    package var status: ModelFinding.Status
    /// The finding in plain sentences.
    package var sentences: [String]
    package var met: [GroundText]
    package var missing: [GroundText]
    package var unknown: [OpenGroundText]
    package var caution: RemarkText?
    package var source: String
    /// The title of the tier that it is shown under; nil for none.
    package var under: String?
    /// Whether that tier ranks behind the one that is settled.
    package var isBeyondTier: Bool
}

/// The signatures of risk in words.
package struct SignaturesText: Sendable, Encodable {
    /// The grades of early warning still possible, by title.
    package var possible: [String]
    /// The finding in plain sentences.
    package var sentences: [String]
    package var categories: [CategoryText]
    /// Why the balance matters.
    package var balance: RemarkText
    /// Where the thresholds come from.
    package var thresholds: String

    /// The signatures that share a degree of control.
    package struct CategoryText: Sendable, Encodable {
        package var id: String
        package var title: String
        package var control: String
        package var means: RemarkText
        package var evident: Int
        package var signatures: [SignatureText]
    }

    /// One signature.
    package struct SignatureText: Sendable, Encodable {
        package var id: String
        package var title: String
        /// What the risk is where the signature is evident; it says nothing of this authority.
        package var riskIfEvident: String
        package var source: String
        /// What it looks like in practice; empty where it is clear.
        package var looksLike: [RemarkText]
        /// How many of the ratings behind it name evidence, in a sentence; nil where it is not clear, or rests on none.
        package var evidence: String?
        /// The statuses still possible, by title.
        package var possible: [String]
        /// The same by their names in files; `not-known` where no indicator may be left.
        package var statuses: [Status]
        /// The indicators that warn; empty where the audience does not see answers.
        package var warning: [ReasonText]
        /// The indicators that do not; empty where the audience does not see answers.
        package var notWarning: [ReasonText]
        /// The indicators that are open; empty where the audience does not see answers.
        package var open: [QuestionLabel]

        /// A status, or that none can be told.
        package enum Status: String, Sendable, Encodable {
            case clear
            case watch
            case evident
            /// No indicator is left.
            case notKnown = "not-known"

            init(_ status: SignatureSet.Status) {
                switch status {
                case .clear: self = .clear
                case .watch: self = .watch
                case .evident: self = .evident
                }
            }
        }
    }
}
