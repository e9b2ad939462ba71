package import Instruments
package import Sessions

/// What other answers would make of the findings.
package struct Counterfactuals: Sendable {
    /// What would reach the next outcome of the headline table; nil where there is no headline.
    package var paths: PathFinding?
    /// For each model that is not viable, what would make it so, in the frameworks' order.
    package var modelPaths: [ModelPaths]
    /// How far the headline depends on single answers; nil where there is none or it was not worked out.
    package var robustness: Robustness?
    /// The same of each other ranked table, in the frameworks' order.
    package var others: [OfTable]

    /// What other answers would make of a ranked table that is not the headline.
    package struct OfTable: Sendable {
        /// The table.
        package var table: Reference<DecisionTable>
        /// What would reach the next outcome.
        package var paths: PathFinding
        /// How far it depends on single answers; nil where that was not worked out.
        package var robustness: Robustness?
    }

    /// What would make one model viable.
    package struct ModelPaths: Sendable {
        /// The framework that holds the model.
        package var framework: Framework.ID
        /// The model.
        package var model: Model
        /// The way there.
        package var finding: PathFinding
    }
}

/// The smallest changes of answers that reach an outcome.
package struct PathFinding: Equatable, Sendable {
    /// Whether there is a way.
    package enum Status: String, Sendable {
        /// The sets are listed.
        case found
        /// The best outcome is reached already.
        case noneNeeded = "none-needed"
        /// No change of what leaders can change reaches it.
        case unreachable
        /// No change reaches it in every completion of the open questions, and some change does in some of them.
        case openAnswers = "open-answers"
        /// The outcome is still open, so there is nothing to start from.
        case tierOpen = "tier-open"
        /// The rules are too entangled, or the sets too many, or the outcomes have no order.
        case notComputed = "not-computed"
    }

    /// Whether there is a way.
    package var status: Status
    /// The outcome that the sets reach; nil for models and where there is no way.
    package var target: Outcome.ID?
    /// All sets of fewest answers to raise, in the order of asking; empty unless found.
    package var paths: [[AnswerChange]]
    /// The open questions that it depends on, in the order of asking; empty unless it waits for open answers, and where
    /// what is open rests on no question that is left.
    package var open: [Question.ID] = []
}

/// An answer to raise: a rating to the level that counts as met, a yes or no to the other.
package struct AnswerChange: Equatable, Sendable {
    /// The question.
    package var question: Question.ID
    /// The answer as it is.
    package var from: AnswerValue
    /// The answer as it would have to be.
    package var to: AnswerValue

    /// A raise with all its fields.
    package init(question: Question.ID, from: AnswerValue, to: AnswerValue) {
        self.question = question
        self.from = from
        self.to = to
    }

    /// How many levels the answer moves; 1 for a yes or no.
    package var levels: Int {
        guard case .rating(let from) = from, case .rating(let to) = to else { return 1 }
        return to - from
    }
}

/// How far the headline depends on single answers and on how kindly they were given.
package struct Robustness: Equatable, Sendable {
    /// What the headline can be under changed answers.
    package struct Shifted: Equatable, Sendable {
        /// The outcomes that some completion reaches, in the table's order.
        package var possible: [Outcome.ID]
        /// Whether no rule fires in some completion.
        package var canBeNone: Bool
    }

    /// A single rating that changes what the headline can be when it moves by one level.
    package struct Flip: Equatable, Sendable {
        /// The question.
        package var question: Question.ID
        /// Its rating.
        package var from: Int
        /// One level lower or higher.
        package var to: Int
        /// What the headline can be then.
        package var result: Shifted
    }

    /// An answer by yes or no, or by one option, that changes what the headline can be where it is given instead.
    package struct OtherFact: Equatable, Sendable {
        /// The question.
        package var question: Question.ID
        /// The answer that is given instead.
        package var to: AnswerValue
        /// What the headline can be then.
        package var result: Shifted
    }

    /// The headline as it is.
    package var current: Shifted
    /// With every rating one level lower, where there is a lower one.
    package var oneLower: Shifted
    /// With every rating one level higher, where there is a higher one.
    package var oneHigher: Shifted
    /// The single ratings that change it, in the order of asking, the lower before the higher.
    package var flips: [Flip]
    /// The other answers by yes or no, or by one option, that change it by themselves, in the order of asking.
    package var facts: [OtherFact]
}

/// The most smallest sets that are listed for one outcome.
package let mostPaths = 200

/// Works out what other answers would make of the ranked tables and the models, over all completions of the open questions.
///
/// - Parameters:
///   - instruments: what is asked and how it is read.
///   - responses: the answers.
///   - links: which problems lead to which.
///   - findings: what they mean.
///   - limit: the most nodes of a diagram.
/// - Returns: the paths and the robustness; what cannot be worked out within the limit says so.
package func counterfactuals(
    _ instruments: InstrumentSet, responses: [Question.ID: Response], links: [Link] = [],
    _ findings: Findings, limit: Int = nodeLimit
) -> Counterfactuals {
    let book = RuleBook(instruments)
    var paths = PathFinder(book, responses: responses, links: links, limit: limit)
    func robustness(_ table: TableFinding, isHeadline: Bool) -> Robustness? {
        RobustnessFinder.robustness(
            of: table, book, responses: responses, links: links, isHeadline: isHeadline, limit: limit)
    }
    let others = findings.tables.filter { $0.table.ranked && $0.reference != findings.tier?.reference }
    return Counterfactuals(
        paths: findings.tier.map { paths.finding(of: $0) },
        modelPaths: findings.models.filter { $0.status == .notViable }.map {
            Counterfactuals.ModelPaths(
                framework: $0.framework, model: $0.model, finding: paths.finding(of: $0))
        },
        robustness: findings.tier.flatMap { robustness($0, isHeadline: true) },
        others: others.map { table in
            // Each has a diagram of its own, so that one that grows too large takes no other down.
            var paths = PathFinder(
                book, responses: responses, links: links, isHeadline: false, limit: limit)
            return Counterfactuals.OfTable(
                table: table.reference, paths: paths.finding(of: table),
                robustness: robustness(table, isHeadline: false))
        })
}
