/// What other answers would make of the findings, in words.
package struct CounterfactualsText: Sendable, Encodable {
    /// What would reach the next tier down, in sentences.
    package var sentences: [String]
    /// The smallest sets of answers to raise; each is enough by itself.
    package var paths: [[AnswerChangeText]]
    /// The models whose conditions are not met, and what would meet them.
    package var models: [ModelPathText]
    /// How far the tier depends on single ratings, in sentences.
    package var robustness: [String]
    /// The single ratings that change the tier when they move by one level.
    package var flips: [FlipText]

    /// The same of each other ranked table.
    package var others: [TableProspectText]

    /// What other answers would make of a ranked table that is not the headline.
    package struct TableProspectText: Sendable, Encodable {
        /// The table's name: `framework/table`.
        package var id: String
        package var title: String
        /// What would reach its next outcome, in sentences.
        package var sentences: [String]
        package var paths: [[AnswerChangeText]]
        /// How far it depends on single ratings, in sentences.
        package var robustness: [String]
        package var flips: [FlipText]
    }

    /// What would meet the conditions of a model.
    package struct ModelPathText: Sendable, Encodable {
        package var id: String
        package var title: String
        package var sentence: String
        package var paths: [[AnswerChangeText]]
    }
}

/// An answer to raise.
package struct AnswerChangeText: Sendable, Encodable, Equatable {
    package var question: QuestionLabel
    /// The answer as it is, in words.
    package var from: String
    /// The answer as it would have to be, in words.
    package var to: String
    /// What is seen at the level that it would have to be; nil for a yes or no.
    package var descriptor: String?
    /// How many levels it moves.
    package var levels: Int
}

/// A rating that changes the tier when it moves by one level.
package struct FlipText: Sendable, Encodable {
    package var question: QuestionLabel
    package var from: String
    package var to: String
    /// What the tier would be, in words.
    package var result: String
}

/// One line on how the answers were reached.
package struct QualityText: Sendable, Encodable {
    /// The test's name: `evidenced`, `triangulated` …
    package var test: String
    /// What was found, with its figure.
    package var sentence: String
    /// What would improve it; nil where nothing would.
    package var improve: String?
    /// The places to look at, in words.
    package var found: [String]
}

/// What a critical friend asks.
package struct PromptText: Sendable, Encodable {
    package var text: String
    package var source: String?
    /// The answers that bring it up.
    package var answers: [ReasonText]
}
