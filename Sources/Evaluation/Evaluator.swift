package import Instruments
package import Sessions

/// The most nodes of a decision diagram.
package let nodeLimit = 200_000

/// Works out what some answers mean, exactly, over all completions of the open questions.
///
/// - Parameters:
///   - instruments: what is asked and how it is read.
///   - responses: the answers, those to questions not asked now included.
///   - links: which problems lead to which.
///   - ranking: whether the open questions are ranked by how telling they are, which takes most of the time; without, they
///     are in the order of asking and have no shares.
///   - limit: the most nodes of a diagram.
/// - Returns: every finding with its reasons; what cannot be worked out is named and left out.
package func evaluate(
    _ instruments: InstrumentSet, responses: [Question.ID: Response], links: [Link] = [],
    ranking: Bool = true, limit: Int = nodeLimit
) -> Findings {
    evaluate(RuleBook(instruments), responses: responses, links: links, ranking: ranking, limit: limit)
}

/// Works out what some answers mean by a book that serves for many sheets of answers.
package func evaluate(
    _ book: RuleBook, responses: [Question.ID: Response], links: [Link] = [], ranking: Bool = true,
    limit: Int = nodeLimit
) -> Findings {
    var completions = Completions(book, responses: responses, links: links, limit: limit)
    var (findings, tier) = findings(&completions)
    if completions.isExhausted {
        // A circuit has the same sets; only a diagram counts completions, so the headline gets one for itself.
        var circuit = Completions(book, responses: responses, links: links, limit: nil)
        (findings, tier) = Evaluation.findings(&circuit)
        guard ranking else { return findings }
        completions = Completions(book, responses: responses, links: links, forHeadline: true, limit: limit)
        tier = findings.tier.flatMap { reach(of: $0, &completions) }
    }
    guard ranking, let tier, !completions.isExhausted else { return findings }
    let shares = shares(of: findings.openQuestions.map(\.question), in: tier, &completions)
    if !completions.isExhausted { findings.openQuestions.rank(by: shares) }
    return findings
}

extension AskedQuestions {
    /// The questions that some answers have asked.
    fileprivate init(_ book: RuleBook, _ responses: [Question.ID: Response]) {
        self.init(book.instruments.questionnaire) { responses[$0] }
    }
}

/// Where a table that has been found gives its outcomes, in other completions of the same answers.
private func reach(of table: TableFinding, _ completions: inout Completions) -> TableFinder.Reach? {
    guard let framework = completions.instruments.framework(table.framework) else { return nil }
    var truth = ElementTruth(completions.book)
    return TableFinder.reach(of: table.table, in: framework, &truth, &completions)
}

/// Every finding, but not how telling the open questions are, and where the headline has its outcomes.
///
/// They mean nothing where the completions are exhausted.
private func findings(_ completions: inout Completions) -> (Findings, tier: TableFinder.Reach?) {
    let book = completions.book
    let instruments = book.instruments
    let links = completions.links
    let responses = completions.responsesByQuestion
    let asked = AskedQuestions(book, responses)
    var truth = ElementTruth(book)
    let isAsked = book.questions.map { asked.contains($0.id) }
    var notComputed: [FindingKey] = []

    var elements: [ElementFinding] = []
    for framework in instruments.frameworks {
        for element in framework.elements {
            let reference = Reference(framework.id, element.id)
            let partial = truth.element(reference, &completions)
            let (value, open) = elementTruth(partial, asked, &completions)
            elements.append(
                ElementFinding(
                    reference: reference, truth: value,
                    isGone: partial.isThere == Functions.never,
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
            let reference = Reference(framework.id, condition.id)
            let graded = truth.graded(condition, in: framework, &completions)
            guard !completions.functions.isUndecided(holds), let graded else {
                notComputed.append(.condition(reference))
                continue
            }
            let settled = holds == Functions.always || holds == Functions.never
            var ground =
                settled
                ? reasons.ground(condition, is: holds == Functions.always, graded.grades, in: framework) : nil
            if holds == Functions.always, ground?.hasAlternative == true {
                switch asThingsAre.formula(.condition(condition.id), of: framework, &completions) {
                case Functions.always: break
                case Functions.never: ground?.byAlternative = .alone
                default: ground?.byAlternative = .perhaps
                }
            }
            if let ground { reasons.keep(ground, of: reference) }
            conditions.append(
                ConditionFinding(
                    reference: reference, possible: Completions.values(of: holds), grades: graded.grades,
                    parts: reasons.parts(of: condition, in: framework), isLost: graded.isLost, isGone: isGone,
                    isAnswered: isGone
                        && truth.supports(of: condition.when, in: framework).contains { support in
                            guard case .given? = completions.responses[support.place] else { return false }
                            return isAsked[support.place]
                        },
                    ground: ground,
                    open: settled && graded.grades.count < 2
                        ? nil : reasons.open(condition, graded.grades, in: framework)))
        }
    }

    var tables: [TableFinding] = []
    var models: [ModelFinding] = []
    var signatures: SignatureFindings?
    var factors: FactorFindings?
    var problems: ProblemFindings?
    var tier: TableFinder.Reach?
    for framework in instruments.frameworks {
        for table in framework.tables {
            let reach = TableFinder.reach(of: table, in: framework, &truth, &completions)
            guard !reach.nodes.contains(where: completions.functions.isUndecided) else {
                notComputed.append(.table(Reference(framework.id, table.id)))
                continue
            }
            var finding = TableFinder.finding(of: table, in: framework, reach, reasons)
            let behind = table.inputs.flatMap { truth.supports(of: .condition($0), in: framework) }
            for place in Set(behind.map(\.place)).sorted() where isAsked[place] {
                finding.deciding.asked += 1
                switch completions.responses[place] {
                case .given(let value)?:
                    finding.deciding.answered += 1
                    if case .rating = value { finding.deciding.rated += 1 }
                case .notApplicable?: finding.deciding.notApplicable.append(book.questions[place].id)
                case .dontKnow?, nil: break
                }
            }
            tables.append(finding)
            if table.role == .tier && tier == nil { tier = reach }
        }
        for model in framework.models {
            if let finding = ModelFinder.finding(of: model, in: framework, &truth, &completions, reasons) {
                models.append(finding)
            } else {
                notComputed.append(.model(Reference(framework.id, model.id)))
            }
        }
        if let set = framework.signatures, signatures == nil {
            signatures = SignatureFinder.findings(
                of: set, in: framework, isAsked: isAsked, &completions)
            if signatures == nil { notComputed.append(.earlyWarning(framework.id)) }
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
        guard !completions.functions.isUndecided(linked) else {
            notComputed.append(.linkedProblems(framework.id))
            continue
        }
        problems = ProblemFinder.findings(
            of: set, in: framework, elements: elements, supports: truth, links: links, step: step,
            linked: Completions.values(of: linked))
    }
    let found = Findings(
        counts: Counts(asked: asked.ids()) { responses[$0] }, elements: elements,
        conditions: conditions, tables: tables, models: models, signatures: signatures,
        factors: factors, problems: problems,
        openQuestions: tier.map { openQuestions($0, asked: asked, &completions) } ?? [],
        notComputed: notComputed)
    return (found, tier)
}

extension FormerReading {
    /// What the answers came to by the instruments of then.
    package var findings: Findings {
        evaluate(instruments, responses: responses, links: links, ranking: false)
    }
}

/// What an element is worth, and the open questions on which that still depends.
private func elementTruth(
    _ partial: ElementTruth.Partial, _ asked: AskedQuestions, _ completions: inout Completions
) -> (truth: Truth, open: [Question.ID]) {
    let holds = completions.functions.and(partial.isThere, partial.holds)
    let fails = completions.functions.choose(
        partial.holds, Functions.never, partial.isThere)
    let truth: Truth =
        switch (holds == Functions.never, fails == Functions.never) {
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
            completions.counts(support.place) != Functions.never
        else { return nil }
        return Reason(
            question: support.question.id, response: response, isSetAside: !isAsked[support.place])
    }
}

/// The open questions on which the outcome of a table still depends, in the order of asking.
private func openQuestions(
    _ reach: TableFinder.Reach, asked: AskedQuestions, _ completions: inout Completions
) -> [OpenQuestion] {
    let matter = completions.questions(behind: reach.outcomes.map(\.node))
    return asked.ids().filter(matter.contains).map { OpenQuestion(question: $0, share: nil) }
}

/// How telling questions are: the share of completions of the others in which an answer decides a table's outcome.
private func shares(
    of questions: [Question.ID], in reach: TableFinder.Reach, _ completions: inout Completions
) -> [Double] {
    questions.map { question in
        var decides = Functions.never
        for (_, node) in reach.outcomes {
            let decided = completions.decided(node, by: question)
            decides = completions.functions.or(decides, decided)
        }
        return completions.functions.diagram.share(of: decides, chance: completions.chances)
            .withoutItsLastBits
    }
}

extension [OpenQuestion] {
    /// Puts the most telling first; equal ones keep the order of asking.
    fileprivate mutating func rank(by shares: [Double]) {
        self = zip(self, shares).enumerated().map { place, pair in
            (place, OpenQuestion(question: pair.0.question, share: pair.1))
        }.sorted { left, right in
            let shares = (left.1.share ?? 0, right.1.share ?? 0)
            return shares.0 != shares.1 ? shares.0 > shares.1 : left.0 < right.0
        }.map(\.1)
    }
}

extension Double {
    /// Rounded, so that shares that are equal come out equal in whatever order they were added up.
    fileprivate var withoutItsLastBits: Double {
        let unit = ulp * 256
        return (self / unit).rounded() * unit
    }
}
