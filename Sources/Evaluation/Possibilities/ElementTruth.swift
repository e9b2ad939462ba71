import Instruments
import Sessions

/// Where elements and formulas over them hold, over all completions.
struct ElementTruth {
    typealias Node = Functions.Node

    /// A function that is only there in some completions.
    struct Partial {
        /// Where something of it is left.
        var isThere: Node
        /// Where it holds, as far as it is there.
        var holds: Node
    }

    /// What supports one element; an object, since a question is large to copy.
    final class Support: Sendable {
        /// The question.
        let question: Question
        /// The question's place in the order of asking.
        let place: Int
        /// The options of which one must be chosen, or all; empty for a rating or a yes/no question.
        let options: [AnswerKind.Option.ID]
        /// Whether all of the options must be chosen.
        let needsAll: Bool

        init(question: Question, place: Int, options: [AnswerKind.Option.ID] = [], needsAll: Bool = false) {
            self.question = question
            self.place = place
            self.options = options
            self.needsAll = needsAll
        }

        /// Whether an ordinary answer makes the element true.
        func isMet(by value: AnswerValue?) -> Bool {
            if options.isEmpty { return question.isMet(by: value) }
            let chosen = options.count { value?.chooses($0) ?? false }
            return needsAll ? chosen == options.count : chosen > 0
        }
    }

    private let supports: [Reference<Element>: [Support]]
    private var known: [Reference<Element>: Partial] = [:]
    private var knownConditions: [Reference<Condition>: Partial] = [:]
    var knownGrades: [Reference<Condition>: Grades] = [:]

    /// The truth of elements by what a book has collected.
    init(_ book: RuleBook) {
        supports = book.supports
    }

    /// Collects which questions support which element.
    ///
    /// The options of a `choice` that support one element are alternatives, since only one can be chosen;
    /// those of a `choices` must all be chosen.
    static func supports(in questions: [Question]) -> [Reference<Element>: [Support]] {
        var supports: [Reference<Element>: [Support]] = [:]
        for (place, question) in questions.enumerated() {
            for element in question.supports {
                supports[element, default: []].append(Support(question: question, place: place))
            }
            var options: [Reference<Element>: [AnswerKind.Option.ID]] = [:]
            for option in question.kind.options {
                for element in option.supports { options[element, default: []].append(option.id) }
            }
            let needsAll = if case .choices = question.kind { true } else { false }
            for (element, options) in options {
                supports[element, default: []].append(
                    Support(question: question, place: place, options: options, needsAll: needsAll))
            }
        }
        return supports
    }

    /// The questions, or options of questions, that support an element.
    func supports(of element: Reference<Element>) -> [Support] {
        supports[element] ?? []
    }

    /// What supports the elements that a formula names, those of its conditions and problems among them.
    func supports(of formula: Formula, in framework: Framework) -> [Support] {
        switch formula {
        case .element(let id): supports(of: Reference(framework.id, id))
        case .condition(let id), .grade(let id, _):
            framework.condition(id).map { $0.formulas.flatMap { supports(of: $0, in: framework) } } ?? []
        case .problems: []
        case .all(let parts), .any(let parts), .share(_, let parts):
            parts.flatMap { supports(of: $0, in: framework) }
        case .not(let part): supports(of: part, in: framework)
        }
    }

    /// Where an element is there, and where it holds.
    ///
    /// An element is true when its share of the questions that count is met, all of them unless it says otherwise, and
    /// gone when none counts. One that no question ever supports is there and free.
    mutating func element(
        _ element: Reference<Element>, _ completions: inout Completions
    ) -> Partial {
        if let partial = known[element] { return partial }
        let supports = supports(of: element)
        let share = completions.instruments.framework(element.framework)?.element(element.name)?.share
        var partial = Partial(isThere: Functions.never, holds: Functions.always)
        var parts: [Partial] = []
        for support in supports {
            let counts = completions.counts(support.place)
            let met = met(support, &completions)
            parts.append(Partial(isThere: counts, holds: met))
            partial.isThere = completions.functions.or(partial.isThere, counts)
            let fine = completions.functions.choose(counts, met, Functions.always)
            partial.holds = completions.functions.and(partial.holds, fine)
        }
        if let share { partial = atLeast(share, of: parts, &completions) }
        if supports.isEmpty {
            partial = Partial(isThere: Functions.always, holds: completions.free(.element(element)))
        }
        known[element] = partial
        return partial
    }

    /// Where the answer to a question makes its element true.
    private func met(_ support: Support, _ completions: inout Completions) -> Node {
        guard !support.options.isEmpty else {
            return completions.answer(support.place) { support.isMet(by: $0) }
        }
        guard support.needsAll else {
            return completions.answer(support.place, choosesAnyOf: support.options)
        }
        var met = Functions.always
        for option in support.options {
            met = completions.functions.and(met, completions.answer(support.place, choosesAnyOf: [option]))
        }
        return met
    }

    /// The same truth with every element of a framework false that speaks of an alternative: as things are.
    func withoutAlternatives(of framework: Framework, _ completions: inout Completions) -> ElementTruth {
        var copy = self
        copy.knownConditions = [:]
        copy.knownGrades = [:]
        for element in framework.elements where element.isAlternative {
            let reference = Reference(framework.id, element.id)
            copy.known[reference] = Partial(
                isThere: copy.element(reference, &completions).isThere, holds: Functions.never)
        }
        return copy
    }

    /// Where a formula holds.
    ///
    /// Elements that are gone are left out of it. Where nothing of it is left, the elements take both
    /// values, so that whatever builds on the formula stays open.
    mutating func formula(
        _ formula: Formula, of framework: Framework, _ completions: inout Completions
    ) -> Node {
        if case .condition(let id) = formula, let condition = framework.condition(id),
            condition.grading != nil
        {
            return grades(of: condition, in: framework, &completions).inPlace
        }
        let partial = reduced(formula, of: framework, &completions)
        if partial.isThere == Functions.always { return partial.holds }
        let free = unbound(formula, of: framework, &completions)
        return completions.functions.choose(partial.isThere, partial.holds, free)
    }

    /// Whether no completion leaves anything of a formula.
    mutating func isGone(
        _ formula: Formula, of framework: Framework, _ completions: inout Completions
    ) -> Bool {
        if case .condition(let id) = formula, let grading = framework.condition(id)?.grading {
            return grading.elements.allSatisfy {
                element(Reference(framework.id, $0), &completions).isThere == Functions.never
            }
        }
        return reduced(formula, of: framework, &completions).isThere == Functions.never
    }

    mutating func reduced(
        _ formula: Formula, of framework: Framework, _ completions: inout Completions
    ) -> Partial {
        switch formula {
        case .element(let id):
            return element(Reference(framework.id, id), &completions)
        case .condition(let id):
            let reference = Reference(framework.id, id)
            if let partial = knownConditions[reference] { return partial }
            guard let condition = framework.condition(id) else {
                return Partial(isThere: Functions.never, holds: Functions.always)
            }
            guard condition.grading == nil else {
                let grades = grades(of: condition, in: framework, &completions)
                return Partial(isThere: Functions.always, holds: grades.inPlace)
            }
            let partial = reduced(condition.when, of: framework, &completions)
            knownConditions[reference] = partial
            return partial
        case .problems(let id, let pattern):
            return problems(of: id, are: pattern, &completions)
        case .all(let parts):
            var result = Partial(isThere: Functions.never, holds: Functions.always)
            for part in parts {
                let part = reduced(part, of: framework, &completions)
                result.isThere = completions.functions.or(result.isThere, part.isThere)
                let fine = completions.functions.choose(
                    part.isThere, part.holds, Functions.always)
                result.holds = completions.functions.and(result.holds, fine)
            }
            return result
        case .any(let parts):
            var result = Partial(isThere: Functions.never, holds: Functions.never)
            for part in parts {
                let part = reduced(part, of: framework, &completions)
                result.isThere = completions.functions.or(result.isThere, part.isThere)
                let fine = completions.functions.and(part.isThere, part.holds)
                result.holds = completions.functions.or(result.holds, fine)
            }
            return result
        case .not(let part):
            let part = reduced(part, of: framework, &completions)
            return Partial(isThere: part.isThere, holds: completions.functions.not(part.holds))
        case .share(let share, let parts):
            var partials: [Partial] = []
            for part in parts { partials.append(reduced(part, of: framework, &completions)) }
            return atLeast(share, of: partials, &completions)
        case .grade(let id, let wanted):
            guard let condition = framework.condition(id) else {
                return Partial(isThere: Functions.never, holds: Functions.always)
            }
            let grades = grades(of: condition, in: framework, &completions)
            return Partial(
                isThere: Functions.always, holds: grades.node(where: wanted.contains, &completions.functions))
        }
    }
}
