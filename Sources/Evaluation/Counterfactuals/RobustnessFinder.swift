import Instruments
import Sessions

/// Tries out how a table moves when ratings move by one level, or other facts are given.
enum RobustnessFinder {
    /// Tries every rating at once, and each by itself.
    ///
    /// - Returns: nil where the exact sets cannot be worked out within the limit.
    static func robustness(
        of finding: TableFinding, _ book: RuleBook,
        responses: [Question.ID: Response], links: [Link], isHeadline: Bool, limit: Int
    ) -> Robustness? {
        guard let framework = book.instruments.framework(finding.framework) else { return nil }
        let asked = AskedQuestions(book.instruments.questionnaire) { responses[$0] }
        let ratings = book.questions.compactMap { question in
            Rating(question, responses[question.id])
        }
        let facts = book.questions.compactMap { question in Fact(question, responses[question.id]) }
        let movable =
            ratings.map { ($0.question, [$0.lower, $0.higher].map { AnswerValue.rating($0) }) }
            + facts.map { ($0.question, $0.others) }
        var completions = Completions(
            book, responses: responses, links: links,
            movable: Dictionary(movable, uniquingKeysWith: { first, _ in first }), forHeadline: isHeadline,
            limit: limit)
        var truth = ElementTruth(book)
        let reach = TableFinder.reach(of: finding.table, in: framework, &truth, &completions)
        guard !completions.isExhausted else { return nil }

        let given = facts.reduce(into: [:]) { settings, fact in
            settings.merge(completions.settings(of: fact.question, as: fact.value)) { $1 }
        }
        func settings(_ level: (Rating) -> Int) -> [Int32: Bool] {
            ratings.reduce(into: given) { settings, rating in
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
        let deciding = facts.filter { matter.contains($0.question) && asked.contains($0.question) }
            .flatMap { fact in
                fact.others.compactMap { other in
                    let moved = completions.settings(of: fact.question, as: other)
                    let result = shifted(unmoved.merging(moved) { $1 })
                    return result == current
                        ? nil : Robustness.OtherFact(question: fact.question, to: other, result: result)
                }
            }
        return Robustness(
            current: current, oneLower: shifted(settings(\.lower)),
            oneHigher: shifted(settings(\.higher)), flips: flips, facts: deciding)
    }

    /// An answer by yes or no, or by one option, that was given.
    private struct Fact {
        let question: Question.ID
        let value: AnswerValue
        /// What else it could be.
        let others: [AnswerValue]

        init?(_ question: Question, _ response: Response?) {
            // A step says what people did, and could not be answered otherwise.
            guard question.step == nil, case .given(let value)? = response else { return nil }
            switch (question.kind, value) {
            case (.yesNo, .yesNo(let answer)): others = [.yesNo(!answer)]
            case (.choice(let options), .choice(let chosen)):
                others = options.map(\.id).filter { $0 != chosen }.map { .choice($0) }
            default: return nil
            }
            self.question = question.id
            self.value = value
        }
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
