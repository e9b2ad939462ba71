package import Instruments
package import Sessions

/// The rules and the open questions are too entangled for an exact answer within the limit.
///
/// The frameworks that ship stay far below it; see `docs/evaluation.md`.
package struct TooEntangled: Error, Equatable, Sendable {
    /// The most nodes of the diagram.
    package var limit: Int
}

/// The most nodes of a decision diagram before the evaluator says that it cannot tell.
package let nodeLimit = 200_000

/// Works out what some answers mean, exactly, over all completions of the open questions.
///
/// - Parameters:
///   - instruments: what is asked and how it is read.
///   - responses: the answers, those to questions not asked now included.
///   - links: which problems lead to which.
///   - limit: the most nodes of the diagram.
/// - Returns: every finding with its reasons.
/// - Throws: `TooEntangled` when the exact sets cannot be worked out within the limit.
package func evaluate(
    _ instruments: InstrumentSet, responses: [Question.ID: Response], links: [Link] = [],
    limit: Int = nodeLimit
) throws(TooEntangled) -> Findings {
    try evaluate(RuleBook(instruments), responses: responses, links: links, limit: limit)
}

/// Works out what some answers mean by a book that serves for many sheets of answers.
///
/// - Throws: `TooEntangled` when the exact sets cannot be worked out within the limit.
package func evaluate(
    _ book: RuleBook, responses: [Question.ID: Response], links: [Link] = [], limit: Int = nodeLimit
) throws(TooEntangled) -> Findings {
    let instruments = book.instruments
    let asked = AskedQuestions(instruments.questionnaire) { responses[$0] }
    var completions = Completions(book, responses: responses, links: links, limit: limit)
    var truth = ElementTruth(book)
    let isAsked = book.questions.map { asked.contains($0.id) }

    var elements: [ElementFinding] = []
    for framework in instruments.frameworks {
        for element in framework.elements {
            let reference = Reference(framework.id, element.id)
            let partial = truth.element(reference, &completions)
            let (value, open) = elementTruth(partial, asked, &completions)
            elements.append(
                ElementFinding(
                    reference: reference, truth: value,
                    isGone: partial.isThere == DecisionDiagram.never,
                    answers: reasons(truth.supports(of: reference), if: value, isAsked, &completions),
                    given: reasons(truth.supports(of: reference), if: nil, isAsked, &completions),
                    open: open))
        }
    }
    let step = LinksStep(book, responses, asked)
    var reasons = Reasons(elements, instruments, links: links, step: step)
    var conditions: [ConditionFinding] = []
    for framework in instruments.frameworks {
        var asThingsAre = truth.withoutAlternatives(of: framework, &completions)
        for condition in framework.conditions {
            let holds = truth.formula(.condition(condition.id), of: framework, &completions)
            let isGone = truth.isGone(.condition(condition.id), of: framework, &completions)
            let settled = holds == DecisionDiagram.always || holds == DecisionDiagram.never
            var ground =
                settled
                ? reasons.ground(condition, is: holds == DecisionDiagram.always, in: framework) : nil
            if holds == DecisionDiagram.always, ground?.hasAlternative == true {
                switch asThingsAre.formula(.condition(condition.id), of: framework, &completions) {
                case DecisionDiagram.always: break
                case DecisionDiagram.never: ground?.byAlternative = .alone
                default: ground?.byAlternative = .perhaps
                }
            }
            let reference = Reference(framework.id, condition.id)
            if let ground { reasons.keep(ground, of: reference) }
            conditions.append(
                ConditionFinding(
                    reference: reference, possible: Completions.values(of: holds), isGone: isGone,
                    ground: ground, open: settled ? nil : reasons.open(condition, in: framework)))
        }
    }

    var tables: [TableFinding] = []
    var models: [ModelFinding] = []
    var signatures: SignatureFindings?
    var factors: FactorFindings?
    var problems: ProblemFindings?
    var openQuestions: [OpenQuestion]?
    for framework in instruments.frameworks {
        for table in framework.tables {
            let reach = TableFinder.reach(of: table, in: framework, &truth, &completions)
            tables.append(TableFinder.finding(of: table, in: framework, reach, reasons))
            if table.role == .tier && openQuestions == nil {
                openQuestions = findOpenQuestions(reach, asked: asked, &completions)
            }
        }
        for model in framework.models {
            models.append(
                ModelFinder.finding(of: model, in: framework, &truth, &completions, reasons))
        }
        if let set = framework.signatures, signatures == nil {
            signatures = SignatureFinder.findings(
                of: set, in: framework, isAsked: isAsked, &completions)
        }
        if let set = framework.factors, factors == nil {
            factors = FactorFinder.findings(
                of: set, in: framework, elements: elements, supports: truth, asked: asked,
                responses: responses)
        }
    }
    for framework in instruments.frameworks where problems == nil {
        guard let set = framework.problems else { continue }
        let linked = truth.formula(.problems(of: framework.id, are: .linked), of: framework, &completions)
        problems = ProblemFinder.findings(
            of: set, in: framework, elements: elements, supports: truth, links: links, step: step,
            linked: Completions.values(of: linked))
    }
    guard !completions.isExhausted else { throw TooEntangled(limit: limit) }
    return Findings(
        counts: Counts(asked: asked.ids()) { responses[$0] }, elements: elements,
        conditions: conditions, tables: tables, models: models, signatures: signatures,
        factors: factors, problems: problems, openQuestions: openQuestions ?? [])
}

extension SessionState {
    /// The answers as the evaluator takes them, those that are set aside included.
    package var responses: [Question.ID: Response] {
        records.compactMapValues(\.response)
    }
}

/// What an element is worth, and the open questions on which that still depends.
private func elementTruth(
    _ partial: ElementTruth.Partial, _ asked: AskedQuestions, _ completions: inout Completions
) -> (truth: Truth, open: [Question.ID]) {
    let holds = completions.diagram.and(partial.isThere, partial.holds)
    let fails = completions.diagram.choose(
        partial.holds, DecisionDiagram.never, partial.isThere)
    let truth: Truth =
        switch (holds == DecisionDiagram.never, fails == DecisionDiagram.never) {
        case (false, true): .yes
        case (true, false): .no
        case (true, true), (false, false): .unknown
        }
    guard truth == .unknown else { return (truth, []) }
    let matter = completions.questions(behind: [partial.isThere, partial.holds])
    let places = completions.book.places
    return (truth, matter.filter(asked.contains).sorted { places[$0, default: 0] < places[$1, default: 0] })
}

/// The answers that make an element what it is, or all that count where their questions are asked.
///
/// One to a question that is not asked now decides, too, where an open answer could bring its question back. All that
/// count are given where it is nil what the element is worth.
private func reasons(
    _ supports: [ElementTruth.Support], if truth: Truth?, _ isAsked: [Bool],
    _ completions: inout Completions
) -> [Reason] {
    guard truth != .unknown else { return [] }
    return supports.compactMap { support in
        guard let response = completions.responses[support.place], case .given(let answer) = response,
            truth.map({ support.isMet(by: answer) == ($0 == .yes) }) ?? true,
            completions.counts(support.place) != DecisionDiagram.never
        else { return nil }
        return Reason(
            question: support.question.id, response: response, isSetAside: !isAsked[support.place])
    }
}

/// The open questions on which the outcome of a table still depends.
///
/// How telling a question is: the share of completions of the others in which its answer decides.
private func findOpenQuestions(
    _ reach: TableFinder.Reach, asked: AskedQuestions, _ completions: inout Completions
) -> [OpenQuestion] {
    var found: [OpenQuestion] = []
    let support = reach.outcomes.reduce(into: Set<Int32>()) {
        $0.formUnion(completions.diagram.support(of: $1.node))
    }
    guard !support.isEmpty else { return [] }
    for question in asked.ids() {
        let variables = completions.variables(of: question)
        guard variables.contains(where: support.contains) else { continue }
        var decides = DecisionDiagram.never
        for (_, node) in reach.outcomes {
            let settled = completions.settled(question, in: node)
            for other in settled.dropFirst() {
                let differs = completions.diagram.differ(settled[0], other)
                decides = completions.diagram.or(decides, differs)
            }
        }
        guard decides != DecisionDiagram.never else { continue }
        let share = completions.diagram.share(of: decides, chance: completions.chances)
        found.append(OpenQuestion(question: question, share: share.withoutItsLastBits))
    }
    // Equal shares keep the order of asking.
    return found.enumerated().sorted { left, right in
        left.element.share != right.element.share
            ? left.element.share > right.element.share : left.offset < right.offset
    }.map(\.element)
}

extension Double {
    /// Rounded, so that shares that are equal come out equal in whatever order they were added up.
    fileprivate var withoutItsLastBits: Double {
        let unit = ulp * 256
        return (self / unit).rounded() * unit
    }
}
