package import Evaluation

/// What a session comes to at one moment, without any of its words.
///
/// Everything is by place in the `InstrumentIndex`, so that it is small whatever the instruments say.
package struct SessionResult: Equatable, Sendable {
    /// How each question stands, by its place.
    package var answers: [AnswerCode]
    /// How many pieces of evidence there are, by question and kind; those of none are left out.
    package var evidence: [EvidenceCount]
    /// What each table can give, and what it gives for certain.
    package var tables: [Outcomes]
    /// Whether each condition can hold and can fail.
    package var conditions: [Possible]
    /// How each model stands.
    package var models: [ModelFinding.Status]
    /// The statuses that each signature can have.
    package var signatures: [SignatureStatuses]
    /// The grades of early warning that are possible, as bits in the order of `SignatureSet.Grade`.
    package var grades: UInt8
    /// How far each factor of success is there.
    package var factors: [Factor]
    /// How each problem stands.
    package var problems: [ProblemFinding.State]
    /// The links between problems that count, or could.
    package var links: [Link]
    /// The vicious circles over links that count, each from its first problem.
    package var circles: [[UInt16]]
    /// The circles that need a link that is only possible.
    package var possibleCircles: [[UInt16]]
    /// The figure of each line on quality, in thousandths.
    package var quality: [QualityFigure]

    /// How many pieces of evidence of one kind a question has.
    package struct EvidenceCount: Equatable, Sendable {
        /// The question's place.
        package var question: UInt16
        /// The kind's place in `Evidence.Kind`.
        package var kind: UInt8
        /// How many.
        package var count: UInt16

        /// A count with all its fields.
        package init(question: UInt16, kind: UInt8, count: UInt16) {
            self.question = question
            self.kind = kind
            self.count = count
        }
    }

    /// Outcomes of a table, as bits in the table's order.
    package struct Outcomes: Equatable, Sendable {
        /// Those that some completion reaches.
        package var possible: UInt64
        /// Those that every completion reaches.
        package var certain: UInt64
        /// Whether some completion reaches none.
        package var canBeNone: Bool

        /// Outcomes with all their fields.
        package init(possible: UInt64, certain: UInt64, canBeNone: Bool) {
            self.possible = possible
            self.certain = certain
            self.canBeNone = canBeNone
        }
    }

    /// Whether something can hold and can fail.
    package struct Possible: OptionSet, Sendable {
        package let rawValue: UInt8

        package init(rawValue: UInt8) {
            self.rawValue = rawValue
        }

        /// Some completion makes it true.
        package static let yes = Possible(rawValue: 1)
        /// Some completion makes it false.
        package static let no = Possible(rawValue: 2)
        /// Nothing is left of its formula.
        package static let gone = Possible(rawValue: 4)
    }

    /// The statuses that a signature can have.
    package struct SignatureStatuses: OptionSet, Sendable {
        package let rawValue: UInt8

        package init(rawValue: UInt8) {
            self.rawValue = rawValue
        }

        /// No indicator warns.
        package static let clear = SignatureStatuses(rawValue: 1)
        /// Some do.
        package static let watch = SignatureStatuses(rawValue: 2)
        /// Most do.
        package static let evident = SignatureStatuses(rawValue: 4)
        /// No indicator is left.
        package static let unknown = SignatureStatuses(rawValue: 8)
    }

    /// How far a factor of success is there.
    package enum Factor: UInt8, Sendable {
        case missing
        case partly
        case inPlace
        case open
    }

    /// A link between two problems, by their places.
    package struct Link: Hashable, Sendable {
        /// What leads.
        package var from: UInt16
        /// To what.
        package var to: UInt16
        /// Whether an end is not known yet.
        package var isPossible: Bool

        /// A link with all its fields.
        package init(from: UInt16, to: UInt16, isPossible: Bool) {
            self.from = from
            self.to = to
            self.isPossible = isPossible
        }
    }

    /// The figure of one line on how the answers were reached.
    package struct QualityFigure: Equatable, Sendable {
        /// What is looked at.
        package var test: QualityLine.Test
        /// The area's place; nil for the whole session.
        package var area: UInt16?
        /// Thousandths; nil where there is nothing to measure. A share above 0 is never 0, one below 1 never 1,000.
        package var thousandths: Int16?

        /// A figure with all its fields.
        package init(test: QualityLine.Test, area: UInt16?, thousandths: Int16?) {
            self.test = test
            self.area = area
            self.thousandths = thousandths
        }
    }
}
