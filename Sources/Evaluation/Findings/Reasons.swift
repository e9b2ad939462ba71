import Instruments
import Sessions

/// Finds the answers that a formula's truth rests on.
struct Reasons {
    private let findings: [ElementFinding]
    private let places: [Reference<Element>: Int]
    /// The grounds of the conditions that were asked for and kept.
    private var grounds: [Reference<Condition>: Ground] = [:]
    private let instruments: InstrumentSet
    private let links: [Link]
    /// How far the problems were gone through for links.
    private let step: LinksStep

    /// Prepares the reasons that some elements give.
    ///
    /// - Parameters:
    ///   - elements: what every element is worth.
    ///   - instruments: what was asked, and how it is read.
    ///   - links: which problems lead to which.
    ///   - step: how far the problems were gone through for more.
    init(
        _ elements: [ElementFinding], _ instruments: InstrumentSet, links: [Link], step: LinksStep
    ) {
        self.step = step
        self.instruments = instruments
        self.links = links
        findings = elements
        var places: [Reference<Element>: Int] = [:]
        places.reserveCapacity(elements.count)
        for place in elements.indices.reversed() { places[elements[place].reference] = place }
        self.places = places
    }

    /// A formula's strong Kleene truth; unknown where nothing is left of it.
    func truth(of formula: Formula, in framework: Framework) -> Truth {
        truth(formula, framework) ?? .unknown
    }

    /// Whether a caution is to be shown.
    func applies(_ caution: Caution, in framework: Framework) -> Bool {
        caution.when.contains(truth(of: caution.of, in: framework))
    }

    /// How each element of a graded condition stands; nothing for one without a grading.
    func parts(of condition: Condition, in framework: Framework) -> [GradedPart] {
        (condition.grading?.elements ?? []).compactMap { id in
            framework.element(id).map {
                GradedPart(element: $0, truth: truth(of: Reference(framework.id, id)))
            }
        }
    }

    /// A settled condition with what makes it so.
    ///
    /// - Parameters:
    ///   - condition: the condition.
    ///   - value: whether it holds.
    ///   - grades: the grades that it can have, of a graded one.
    ///   - framework: the framework that it belongs to.
    /// - Returns: the elements and answers behind it.
    func ground(
        _ condition: Condition, is value: Bool, _ grades: [Condition.Grade] = [], in framework: Framework
    ) -> Ground {
        if let ground = grounds[Reference(framework.id, condition.id)], ground.holds == value {
            return ground
        }
        var seen: Set<Element.ID> = []
        var ground = Ground(
            condition: condition, holds: value, grades: grades,
            elements: behind(.condition(condition.id), is: value, in: framework)
                .filter { seen.insert($0.element.id).inserted },
            hasAlternative: namesAlternative(condition.when, framework),
            unlinked: unlinked(condition.when, is: value, in: framework))
        if ground.elements.isEmpty, ground.unlinked == nil {
            // No element settles it by itself: all ways of answering what is open come out the same.
            let open = self.open(condition, in: framework)
            ground.whatever = open.questions
            ground.beside = open.elements.flatMap {
                finding(of: Reference(framework.id, $0.element.id))?.given ?? []
            }
        }
        return ground
    }

    private func namesAlternative(_ formula: Formula, _ framework: Framework) -> Bool {
        formula.names.contains { name in
            switch name {
            case .element(let id): framework.element(id)?.isAlternative == true
            case .condition(let id):
                framework.condition(id).map { namesAlternative($0.when, framework) } ?? false
            }
        }
    }

    /// Keeps the ground of a settled condition, since tables and models rest on the same ones.
    mutating func keep(_ ground: Ground, of condition: Reference<Condition>) {
        grounds[condition] = ground
    }

    /// A condition that is not settled, with what it waits for.
    func open(
        _ condition: Condition, _ grades: [Condition.Grade] = [], in framework: Framework
    ) -> OpenGround {
        var seen: Set<Element.ID> = []
        var ground = OpenGround(
            condition: condition, grades: grades,
            elements: open(.condition(condition.id), in: framework)
                .filter { seen.insert($0.element.id).inserted })
        if case .open(let question) = step, awaitsLinks(condition.when, in: framework) {
            ground.awaitsLinks = true
            ground.linksStep = question
        }
        return ground
    }

    /// The elements that make a formula true, or false; only those that matter.
    private func behind(
        _ formula: Formula, is value: Bool, in framework: Framework
    ) -> [ElementGround] {
        switch formula {
        case .element(let id):
            let reference = Reference(framework.id, id)
            guard let element = framework.element(id) else { return [] }
            guard let finding = finding(of: reference), finding.truth == Truth(value) else { return [] }
            return [ElementGround(element: element, holds: value, answers: finding.answers)]
        case .condition(let id):
            guard let condition = framework.condition(id) else { return [] }
            return condition.grading == nil
                ? behind(condition.when, is: value, in: framework)
                : settled(condition, in: framework) + besides(condition, in: framework)
        case .grade(let id, _):
            return framework.condition(id).map { settled($0, in: framework) } ?? []
        case .problems(let id, let pattern):
            return problems(of: id, that: pattern).compactMap { problem in
                guard let finding = finding(of: problem), finding.truth == Truth(value), !finding.isGone,
                    value == false || pattern == .present || isLinked(problem),
                    let element = instruments.framework(id)?.element(problem.name)
                else { return nil }
                return ElementGround(element: element, holds: value, answers: finding.answers)
            }
        case .not(let part):
            return behind(part, is: !value, in: framework)
        case .all(let parts), .any(let parts), .share(_, let parts):
            return parts.filter { truth($0, framework) == Truth(value) }
                .flatMap { behind($0, is: value, in: framework) }
        }
    }

    /// The elements of a graded condition that are settled, each as it is.
    private func settled(_ condition: Condition, in framework: Framework) -> [ElementGround] {
        parts(of: condition, in: framework).compactMap { part in
            guard let truth = part.truth, truth != .unknown else { return nil }
            return ElementGround(
                element: part.element, holds: truth == .yes,
                answers: finding(of: Reference(framework.id, part.element.id))?.answers ?? [])
        }
    }

    /// The elements behind what a graded condition needs besides, and behind what makes it lacking, where these are known.
    private func besides(_ condition: Condition, in framework: Framework) -> [ElementGround] {
        [condition.grading?.needs, condition.grading?.lackingToo].compactMap(\.self).flatMap { formula in
            switch truth(of: formula, in: framework) {
            case .yes: behind(formula, is: true, in: framework)
            case .no: behind(formula, is: false, in: framework)
            case .unknown: [ElementGround]()
            }
        }
    }

    /// The elements of a graded condition that are not known; where too little is left of it, those that are gone, too.
    private func unsettled(_ condition: Condition, in framework: Framework) -> [OpenElement] {
        let parts = parts(of: condition, in: framework)
        let gone = Set(parts.filter { $0.truth == nil }.map(\.element.id))
        let besides = [condition.grading?.needs, condition.grading?.lackingToo].compactMap(\.self)
        let isLost =
            condition.grading?.isLost(without: gone) == true
            || besides.contains { truth($0, framework) == nil }
        return parts.filter { $0.truth == .unknown || isLost && $0.truth == nil }.map { part in
            OpenElement(
                element: part.element,
                questions: finding(of: Reference(framework.id, part.element.id))?.open ?? [])
        }
    }

    /// The elements of a formula that are not known and that its truth waits for.
    private func open(_ formula: Formula, in framework: Framework) -> [OpenElement] {
        switch formula {
        case .element(let id):
            guard let element = framework.element(id) else { return [] }
            return [
                OpenElement(
                    element: element,
                    questions: finding(of: Reference(framework.id, id))?.open ?? [])
            ]
        case .condition(let id):
            guard let condition = framework.condition(id) else { return [] }
            return condition.grading == nil
                ? open(condition.when, in: framework) : unsettled(condition, in: framework)
        case .grade(let id, _):
            return framework.condition(id).map { unsettled($0, in: framework) } ?? []
        case .problems(let id, let pattern):
            // A link that is not recorded could join any two, unless two are there already.
            let couldBeAnEnd = pattern == .linked && step.isOpen && presence(of: id).certain < 2
            return problems(of: id, that: couldBeAnEnd ? .present : pattern).compactMap { problem in
                guard let finding = finding(of: problem), finding.truth == .unknown,
                    let element = instruments.framework(id)?.element(problem.name)
                else { return nil }
                return OpenElement(element: element, questions: finding.open)
            }
        case .not(let part):
            return open(part, in: framework)
        case .all(let parts), .any(let parts), .share(_, let parts):
            // Where nothing is left of any part, each of them takes both values.
            let unknown = parts.filter { truth($0, framework) == .unknown }
            return (unknown.isEmpty ? parts.filter { truth($0, framework) == nil } : unknown)
                .flatMap { open($0, in: framework) }
        }
    }

    private func finding(of element: Reference<Element>) -> ElementFinding? {
        places[element].map { findings[$0] }
    }

    private func truth(_ formula: Formula, _ framework: Framework) -> Truth? {
        formula.truth(
            element: { truth(of: Reference(framework.id, $0)) },
            condition: { framework.condition($0) },
            problems: { id, pattern in
                let problems = instruments.framework(id)?.problems?.elements ?? []
                let truths = problems.compactMap { truth(of: Reference(id, $0)) }
                guard !truths.isEmpty else { return nil }
                switch pattern {
                case .present: return truths.reduce(.no) { $0 || $1 }
                case .linked:
                    let recorded = links.filter { $0.from.framework == id }.compactMap { truth(of: $0) }
                        .reduce(.no) { $0 || $1 }
                    let mayBeMore = step.isOpen && presence(of: id).possible >= 2
                    return recorded == .no && mayBeMore ? .unknown : recorded
                }
            })
    }

    /// How many problems of a framework are present, and how many could be.
    private func presence(of id: Framework.ID) -> (certain: Int, possible: Int) {
        (instruments.framework(id)?.problems?.elements ?? []).reduce(into: (0, 0)) { counts, problem in
            switch truth(of: Reference(id, problem)) {
            case .yes?: counts = (counts.0 + 1, counts.1 + 1)
            case .unknown?: counts.1 += 1
            case .no?, nil: break
            }
        }
    }

    /// Why no two problems are linked, where that makes a formula what it is.
    private func unlinked(
        _ formula: Formula, is value: Bool, in framework: Framework
    ) -> Ground.Unlinked? {
        switch formula {
        case .problems(let id, .linked):
            guard !value, truth(of: formula, in: framework) == .no else { return nil }
            if presence(of: id).possible < 2 { return .fewerThanTwo }
            guard case .done(let question) = step else { return .noneRecorded }
            return .goneThrough(Reason(question: question, response: .given(.yesNo(true))))
        case .element, .problems, .grade: return nil
        case .condition(let id):
            return framework.condition(id).flatMap { unlinked($0.when, is: value, in: framework) }
        case .not(let part): return unlinked(part, is: !value, in: framework)
        case .all(let parts), .any(let parts), .share(_, let parts):
            return parts.filter { truth(of: $0, in: framework) == Truth(value) }
                .compactMap { unlinked($0, is: value, in: framework) }.first
        }
    }

    /// Whether a formula that is not known waits for a link that is not recorded.
    private func awaitsLinks(_ formula: Formula, in framework: Framework) -> Bool {
        switch formula {
        case .problems(let id, .linked):
            truth(of: formula, in: framework) == .unknown && presence(of: id).possible >= 2
        case .element, .problems, .grade: false
        case .condition(let id):
            framework.condition(id).map { awaitsLinks($0.when, in: framework) } ?? false
        case .not(let part): awaitsLinks(part, in: framework)
        case .all(let parts), .any(let parts), .share(_, let parts):
            parts.contains { truth(of: $0, in: framework) == .unknown && awaitsLinks($0, in: framework) }
        }
    }

    /// What an element is worth; nil where it has no question left.
    private func truth(of element: Reference<Element>) -> Truth? {
        guard let place = places[element], !findings[place].isGone else { return nil }
        return findings[place].truth
    }

    /// Whether a link counts; nil where an end has no question left.
    private func truth(of link: Link) -> Truth? {
        guard let from = truth(of: link.from), let to = truth(of: link.to) else { return nil }
        return from && to
    }

    /// The problems that a pattern looks at: all of them, or those that links join.
    private func problems(
        of id: Framework.ID, that pattern: ProblemSet.Pattern
    ) -> [Reference<Element>] {
        let all = (instruments.framework(id)?.problems?.elements ?? []).map { Reference(id, $0) }
        switch pattern {
        case .present: return all
        case .linked:
            return all.filter { problem in
                links.contains { ($0.from == problem || $0.to == problem) && truth(of: $0) != nil }
            }
        }
    }

    /// Whether a link that counts joins the problem to another.
    private func isLinked(_ problem: Reference<Element>) -> Bool {
        links.contains { ($0.from == problem || $0.to == problem) && truth(of: $0) == .yes }
    }
}
