package import Instruments
import Sessions

extension RuleProgram {
    /// Lays out the rules of a set of instruments; nil where they do not fit, which `evaluate` still can read: an
    /// answer of more than 64 options, a table of more than 64 outcomes, `ask-when`s in a circle.
    package init?(_ instruments: InstrumentSet) {
        let questions = instruments.questionnaire.questions
        let places = Dictionary(
            questions.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        let lookedFor = Completions.valuesLookedFor(in: questions)
        var codings: [AnswerCoding] = []
        for question in questions {
            guard let coding = AnswerCoding(question, lookedForBy: lookedFor[question.id] ?? []) else {
                return nil
            }
            codings.append(coding)
        }
        guard let asking = Asking(questions, places, codings) else { return nil }

        func leaf(_ place: Int, _ mask: UInt64) -> Leaf {
            var open: Verdict.Truths = []
            for bits in codings[place].classes ?? [] { open.insert(bits & mask != 0 ? .holds : .fails) }
            return Leaf(question: place, mask: mask, open: open)
        }

        let supports = ElementTruth.supports(in: questions)
        var starts = [0]
        var leaves: [Leaf] = []
        var index: [Reference<Element>: Int] = [:]
        for framework in instruments.frameworks {
            for element in framework.elements {
                let reference = Reference(framework.id, element.id)
                if index[reference] == nil { index[reference] = starts.count - 1 }
                for support in supports[reference] ?? [] {
                    guard let place = places[support.question.id] else { continue }
                    leaves.append(leaf(place, codings[place].mask(of: support, in: support.question)))
                }
                starts.append(leaves.count)
            }
        }
        let formulas = Formulas(instruments, elements: index)
        var conditions: [ConditionProgram] = []
        var tables: [TableProgram] = []
        var models: [[Int]] = []
        var signatures: [SignatureProgram] = []
        var set: SignatureSet?
        for (number, framework) in instruments.frameworks.enumerated() {
            let first = conditions.count
            for condition in framework.conditions {
                guard let steps = formulas.steps(of: condition.when, in: number) else { return nil }
                conditions.append(ConditionProgram(steps: steps, unbound: Self.unbound(steps)))
            }
            func place(_ id: Condition.ID) -> Int? {
                framework.conditions.firstIndex { $0.id == id }.map { first + $0 }
            }
            for table in framework.tables {
                let inputs = table.inputs.compactMap(place)
                guard table.outcomes.count <= 64, inputs.count == table.inputs.count, inputs.count <= 12
                else {
                    return nil
                }
                var rules: [(when: [DecisionTable.Cell], outcome: Int)] = []
                for rule in table.rules {
                    guard let outcome = table.outcomes.firstIndex(where: { $0.id == rule.then }) else {
                        return nil
                    }
                    rules.append((rule.when, outcome))
                }
                tables.append(TableProgram(inputs: inputs, rules: rules, isFirst: table.hitPolicy == .first))
            }
            models += framework.models.map { $0.needs.compactMap(place) }
            guard let own = framework.signatures, set == nil else { continue }
            set = own
            guard own.categories.count <= 8 else { return nil }
            for signature in own.members {
                guard let category = own.categories.firstIndex(where: { $0.id == signature.category }) else {
                    return nil
                }
                let reference = Reference<Signature>(framework.id, signature.id)
                let indicators = questions.indices.compactMap { place -> Leaf? in
                    questions[place].warnsOf.first { $0.signature == reference }.map { warning in
                        leaf(place, codings[place].mask(warning, in: questions[place]))
                    }
                }
                signatures.append(SignatureProgram(indicators: indicators, category: category))
            }
        }
        self.instruments = instruments
        self.codings = codings
        self.places = places
        askWhen = asking.steps
        askOrder = asking.order
        elementStarts = starts
        self.leaves = leaves
        elementIndex = index
        self.conditions = conditions
        self.tables = tables
        self.models = models
        self.signatures = signatures
        thresholds =
            set?.thresholds
            ?? .init(watchFrom: 1, evidentAbovePercent: 50, combiningFrom: 2, widespreadFromCategories: 2)
        let sides = Sides(starts: starts, leaves: leaves, conditions: conditions)
        let shared = sides.looks(
            tables: tables.map(\.inputs), models: models, signatures: signatures)
        isSplit = questions.indices.map { shared.questions.contains($0) || asking.parents.contains($0) }
        splitElements = shared.elements.sorted()
    }

    /// What a formula can be where every fact in it takes both values; nil where a fact stands in it twice.
    private static func unbound(_ steps: [Step]) -> Verdict.Truths? {
        var seen: Set<Int> = []
        var problems = 0
        for step in steps {
            switch step {
            case .element(let element): guard seen.insert(element).inserted else { return nil }
            case .present, .linked: problems += 1
            case .all, .any, .not: break
            }
        }
        guard problems <= 1 else { return nil }
        return truths(steps, element: { _ in .both }, present: { _ in .both }, linked: { _ in .both })
    }

    /// What a formula can be; empty where nothing of it is left.
    static func truths(
        _ steps: [Step], element: (Int) -> Verdict.Truths, present: ([Int]) -> Verdict.Truths,
        linked: (Int) -> Verdict.Truths
    ) -> Verdict.Truths {
        var stack: [Verdict.Truths] = []
        stack.reserveCapacity(8)
        for step in steps {
            switch step {
            case .element(let index): stack.append(element(index))
            case .present(let elements): stack.append(present(elements))
            case .linked(let framework): stack.append(linked(framework))
            case .all(let count):
                stack.join(count, every: .holds, some: .fails)
            case .any(let count):
                stack.join(count, every: .fails, some: .holds)
            case .not:
                if let last = stack.popLast() { stack.append(last.swapped) }
            }
        }
        return stack.last ?? []
    }
}

extension [Verdict.Truths] {
    /// Takes so many truths off, leaves out those that are gone, and puts what they come to back.
    fileprivate mutating func join(_ count: Int, every: Verdict.Truths, some: Verdict.Truths) {
        var result = every
        var isThere = false
        for truths in suffix(count) where !truths.isEmpty {
            isThere = true
            if !truths.contains(every) { result.remove(every) }
            if truths.contains(some) { result.insert(some) }
        }
        removeLast(Swift.min(count, self.count))
        append(isThere ? result : [])
    }
}

extension Verdict.Truths {
    /// With holding and failing exchanged.
    var swapped: Verdict.Truths {
        var swapped: Verdict.Truths = []
        if contains(.holds) { swapped.insert(.fails) }
        if contains(.fails) { swapped.insert(.holds) }
        return swapped
    }
}

extension AnswerCoding {
    /// The bits of which an answer has one where it makes a support true.
    fileprivate func mask(of support: ElementTruth.Support, in question: Question) -> UInt64 {
        guard support.options.isEmpty else { return support.options.reduce(0) { $0 | bit(of: $1) } }
        return mask(in: question) { question.isMet(by: $0) }
    }

    /// The bits of which an answer has one where it warns.
    fileprivate func mask(_ warning: Warning, in question: Question) -> UInt64 {
        mask(in: question) { question.isWarning($0, when: warning.when) }
    }

    private func mask(in question: Question, _ holds: (AnswerValue) -> Bool) -> UInt64 {
        switch question.kind {
        case .rating(let rating):
            return (0..<rating.scale.levels.count).reduce(0) { mask, place in
                holds(.rating(place + 1)) ? mask | 1 << place : mask
            }
        case .yesNo: return (holds(.yesNo(true)) ? 1 : 0) | (holds(.yesNo(false)) ? 2 : 0)
        case .choice, .choices, .number, .date, .text: return 0
        }
    }
}
