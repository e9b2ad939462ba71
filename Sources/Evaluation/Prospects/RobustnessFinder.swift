import Instruments
import Sessions

/// Tries out how the headline moves when ratings move by one level.
enum RobustnessFinder {
    /// Tries every rating at once, and each by itself.
    ///
    /// - Returns: nil where the exact sets cannot be worked out within the limit.
    static func robustness(
        of finding: TableFinding, _ book: RuleBook,
        responses: [Question.ID: Response], links: [Link], limit: Int
    ) -> Robustness? {
        guard let framework = book.instruments.framework(finding.framework) else { return nil }
        let asked = AskedQuestions(book.instruments.questionnaire) { responses[$0] }
        let ratings = book.questions.compactMap { question in
            Rating(question, responses[question.id])
        }
        var completions = Completions(
            book, responses: responses, links: links,
            movable: Dictionary(
                ratings.map { rating in
                    (rating.question, [rating.lower, rating.higher].map { AnswerValue.rating($0) })
                }, uniquingKeysWith: { first, _ in first }), forHeadline: true, limit: limit)
        var truth = ElementTruth(book)
        let reach = TableFinder.reach(of: finding.table, in: framework, &truth, &completions)
        guard !completions.isExhausted else { return nil }

        func settings(_ level: (Rating) -> Int) -> [Int32: Bool] {
            ratings.reduce(into: [:]) { settings, rating in
                settings.merge(
                    completions.settings(of: rating.question, as: .rating(level(rating)))
                ) { $1 }
            }
        }
        func shifted(_ settings: [Int32: Bool]) -> Robustness.Shifted {
            Robustness.Shifted(
                possible: reach.outcomes
                    .filter { completions.functions.diagram.canHold($0.node, given: settings) }.map(\.id),
                canBeNone: completions.functions.diagram.canHold(reach.none, given: settings))
        }

        let unmoved = settings(\.level)
        let current = shifted(unmoved)
        let matter = completions.questions(behind: reach.outcomes.map(\.node) + [reach.none])
        let flips = ratings.filter { matter.contains($0.question) && asked.contains($0.question) }
            .flatMap { rating in
                [rating.lower, rating.higher].filter { $0 != rating.level }.compactMap { level in
                    let moved = completions.settings(of: rating.question, as: .rating(level))
                    let result = shifted(unmoved.merging(moved) { $1 })
                    return result == current
                        ? nil
                        : Robustness.Flip(
                            question: rating.question, from: rating.level, to: level, result: result)
                }
            }
        return Robustness(
            current: current, oneLower: shifted(settings(\.lower)),
            oneHigher: shifted(settings(\.higher)), flips: flips)
    }

    /// A rating that was given.
    private struct Rating {
        let question: Question.ID
        let level: Int
        /// One level lower, where there is one.
        let lower: Int
        /// One level higher, where there is one.
        let higher: Int

        init?(_ question: Question, _ response: Response?) {
            guard case .rating(let rating) = question.kind, case .given(.rating(let level))? = response
            else { return nil }
            self.question = question.id
            self.level = level
            lower = max(level - 1, 1)
            higher = min(level + 1, rating.scale.levels.count)
        }
    }
}
