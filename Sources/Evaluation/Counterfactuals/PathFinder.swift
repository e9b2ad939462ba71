import Instruments
import Sessions

/// Finds the smallest sets of answers to raise.
///
/// A set counts when it reaches the outcome in every completion of the open questions. Circumstances,
/// which leaders cannot change, stay as they are.
struct PathFinder {
    /// The answer that each variable of a movable question would raise by being false.
    private let raises: [Int32: AnswerChange]
    /// The variables of each question that is open, or that nobody proposes to change.
    private let others: [Question.ID: Set<Int32>]
    /// The place of each question in the order of asking.
    private let places: [Question.ID: Int]
    private var completions: Completions
    private var truth: ElementTruth

    init(
        _ book: RuleBook, responses: [Question.ID: Response], links: [Link], isHeadline: Bool = true,
        limit: Int
    ) {
        let instruments = book.instruments
        let asked = AskedQuestions(instruments.questionnaire) { responses[$0] }
        var raises: [Question.ID: AnswerChange] = [:]
        for question in asked.questions {
            guard case .given(let value)? = responses[question.id],
                question.isChangeable(in: instruments), let better = question.better(than: value)
            else { continue }
            raises[question.id] = AnswerChange(question: question.id, from: value, to: better)
        }
        places = Dictionary(
            asked.questions.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        let completions = Completions(
            book, responses: responses, links: links,
            movable: raises.mapValues { [$0.to] }, forHeadline: isHeadline, limit: limit)
        self.completions = completions
        others = Dictionary(
            asked.questions.filter { raises[$0.id] == nil }.map {
                ($0.id, Set(completions.variables(of: $0.id)))
            }, uniquingKeysWith: { first, _ in first })
        self.raises = Dictionary(
            raises.values.flatMap { raise in completions.variables(of: raise.question).map { ($0, raise) } },
            uniquingKeysWith: { first, _ in first })
        truth = ElementTruth(book)
    }

    /// The way to the next outcome of a ranked table, or to a better one.
    mutating func finding(of table: TableFinding) -> PathFinding {
        guard let outcome = table.determined else { return PathFinding(.tierOpen) }
        guard table.table.ranked, let framework = completions.instruments.framework(table.framework),
            let rank = table.table.outcomes.firstIndex(where: { $0.id == outcome.id })
        else { return PathFinding(.notComputed) }
        guard rank > 0 else { return PathFinding(.noneNeeded) }
        let reach = TableFinder.reach(of: table.table, in: framework, &truth, &completions)
        let better = Set(table.table.outcomes.prefix(rank).map(\.id))
        var goal = Functions.never
        var worse = reach.none
        for (id, node) in reach.outcomes {
            if better.contains(id) {
                goal = completions.functions.or(goal, node)
            } else {
                worse = completions.functions.or(worse, node)
            }
        }
        goal = completions.functions.choose(worse, Functions.never, goal)
        return sets(for: goal, target: table.table.outcomes[rank - 1].id)
    }

    /// The way to the conditions of a model.
    mutating func finding(of model: ModelFinding) -> PathFinding {
        guard let framework = completions.instruments.framework(model.framework) else {
            return PathFinding(.notComputed)
        }
        var goal = Functions.always
        for id in model.model.needs {
            let holds = truth.formula(.condition(id), of: framework, &completions)
            goal = completions.functions.and(goal, holds)
        }
        return sets(for: goal, target: nil)
    }

    private mutating func sets(for goal: Functions.Node, target: Outcome.ID?) -> PathFinding {
        let certain = completions.functions.diagram.always(goal) { [raises] in raises[$0] == nil }
        guard !completions.isExhausted,
            let sets = completions.functions.diagram.fewestFalse(for: certain, most: mostPaths)
        else { return PathFinding(.notComputed) }
        guard !sets.isEmpty else {
            let support = completions.functions.support(of: goal)
            let open = others.filter { !$0.value.isDisjoint(with: support) }.keys
            guard goal != Functions.never else { return PathFinding(.unreachable) }
            var finding = PathFinding(.openAnswers)
            finding.open = open.sorted { (places[$0] ?? 0) < (places[$1] ?? 0) }
            return finding
        }
        let paths = sets.map { set in
            set.compactMap { raises[$0] }.sorted { place($0) < place($1) }
        }
        return PathFinding(
            status: .found, target: target,
            paths: paths.sorted { $0.map(place).lexicographicallyPrecedes($1.map(place)) })
    }

    private func place(_ raise: AnswerChange) -> Int {
        places[raise.question] ?? 0
    }
}

extension PathFinding {
    /// A finding without a path.
    fileprivate init(_ status: Status) {
        self.init(status: status, target: nil, paths: [])
    }
}

extension Question {
    /// Whether leaders can change all that an answer bears on, and it bears on something.
    fileprivate func isChangeable(in instruments: InstrumentSet) -> Bool {
        !supports.isEmpty
            && supports.allSatisfy { reference in
                instruments.framework(reference.framework)?.element(reference.name)?.changeable == true
            }
    }

    /// The answer to raise a poor one to; nil where it is good already, or the kind has no better or worse.
    fileprivate func better(than value: AnswerValue) -> AnswerValue? {
        switch (kind, value) {
        case (.rating(let rating), .rating(let level)):
            level < rating.scale.metFrom ? .rating(rating.scale.metFrom) : nil
        case (.yesNo, .yesNo(let answer)):
            // Which of the two helps is for the rules to say; never propose the one that warns.
            warnsOf.contains { $0.when != answer } ? nil : .yesNo(!answer)
        default: nil
        }
    }
}
