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
                    leaves.append(
                        leaf(support.place, codings[support.place].mask(of: support, in: support.question)))
                }
                starts.append(leaves.count)
            }
        }
        let formulas = Formulas(instruments, elements: index)
        let problems =
            formulas.frameworks.map { id in
                (instruments.framework(id)?.problems?.elements ?? []).compactMap { index[Reference(id, $0)] }
            }
        var steps: [Step] = []
        var conditions: [ConditionProgram] = []
        var tables: [TableProgram] = []
        var models: [[Int]] = []
        var signatures: [SignatureProgram] = []
        var set: SignatureSet?
        for (number, framework) in instruments.frameworks.enumerated() {
            let first = conditions.count
            for condition in framework.conditions {
                guard let own = formulas.steps(of: condition.when, in: number),
                    Self.height(of: own) <= TruthStack.most
                else { return nil }
                conditions.append(
                    ConditionProgram(
                        steps: steps.count..<steps.count + own.count, looks: Self.looks(own, problems)))
                steps += own
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
                guard let given = Self.outcomes(of: table) else { return nil }
                tables.append(TableProgram(inputs: inputs, given: given))
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
        self.problems = problems
        let extents = Extents(supports, codings)
        listedProblems = extents.problems(of: instruments.frameworks, elements: index)
        factors = extents.factors(of: instruments.frameworks)
        self.steps = steps
        self.conditions = conditions
        self.tables = tables
        self.models = models
        self.signatures = signatures
        thresholds = set?.thresholds
        linksStep = questions.firstIndex { $0.step == .links }
        units = conditions.indices.map { [$0] } + tables.map(\.inputs) + models
        let split = Self.lookedAtTwice(starts, leaves, signatures).union(asking.parents)
        isSplit = questions.indices.map(split.contains)
    }

    /// The questions that an element looks at twice, or the signatures together.
    private static func lookedAtTwice(
        _ starts: [Int], _ leaves: [Leaf], _ signatures: [SignatureProgram]
    ) -> Set<Int> {
        var twice: Set<Int> = []
        func note(_ looks: [Int]) {
            var once: Set<Int> = []
            for question in looks where !once.insert(question).inserted { twice.insert(question) }
        }
        for (start, end) in zip(starts, starts.dropFirst()) { note(leaves[start..<end].map(\.question)) }
        note(signatures.flatMap(\.indicators).map(\.question))
        return twice
    }

    private static func looks(_ steps: [Step], _ problems: [[Int]]) -> Looks {
        steps.reduce(into: Looks()) { looks, step in
            switch step {
            case .element(let element): looks.elements.append(element)
            case .present(let framework): looks.elements += problems[framework]
            case .linked(let framework): looks.linked.append(framework)
            case .all, .any, .not: break
            }
        }
    }

    /// How many truths wait at once while a formula is worked out.
    private static func height(of steps: [Step]) -> Int {
        var (height, most) = (0, 0)
        for step in steps {
            switch step {
            case .element, .present, .linked: height += 1
            case .all(let count), .any(let count): height += 1 - count
            case .not: break
            }
            most = max(most, height)
        }
        return most
    }

    /// The outcomes of a table for every combination of its inputs; nil where a rule names none of them.
    private static func outcomes(of table: DecisionTable) -> [UInt64]? {
        var rules: [(when: [DecisionTable.Cell], outcome: Int)] = []
        for rule in table.rules {
            guard let outcome = table.outcomes.firstIndex(where: { $0.id == rule.then }) else { return nil }
            rules.append((rule.when, outcome))
        }
        return (0..<1 << table.inputs.count).map { combination in
            var given: UInt64 = 0
            for rule in rules {
                let matches = rule.when.prefix(table.inputs.count).enumerated().allSatisfy { place, cell in
                    let value = combination >> place & 1 == 1
                    return switch cell {
                    case .any: true
                    case .yes: value
                    case .no: !value
                    }
                }
                guard matches else { continue }
                given |= 1 << rule.outcome
                if table.hitPolicy == .first { break }
            }
            return given
        }
    }

    /// What a formula can be; empty where nothing of it is left.
    static func truths(
        _ steps: ArraySlice<Step>, element: (Int) -> Verdict.Truths, present: (Int) -> Verdict.Truths,
        linked: (Int) -> Verdict.Truths
    ) -> Verdict.Truths {
        var stack = TruthStack()
        for step in steps {
            switch step {
            case .element(let index): stack.push(element(index))
            case .present(let framework): stack.push(present(framework))
            case .linked(let framework): stack.push(linked(framework))
            case .all(let count): stack.join(count, every: .holds)
            case .any(let count): stack.join(count, every: .fails)
            case .not: stack.swapLast()
            }
        }
        return stack.last
    }
}

/// Truths that wait for each other, two bits each, so that nothing is allocated; the last stands in the lowest bits.
private struct TruthStack {
    /// The most truths that there is room for.
    static let most = 63

    private var holds: UInt64 = 0
    private var fails: UInt64 = 0

    /// The last truth; empty where there is none.
    var last: Verdict.Truths { Self.truths(holds & 1, fails & 1) }

    mutating func push(_ truths: Verdict.Truths) {
        holds = holds << 1 | (truths.contains(.holds) ? 1 : 0)
        fails = fails << 1 | (truths.contains(.fails) ? 1 : 0)
    }

    /// Takes so many truths off, leaves out those that are gone, and puts what they come to back: that which every one
    /// of them needs, and its opposite, for which one is enough.
    mutating func join(_ count: Int, every: Verdict.Truths) {
        let mask = UInt64(1) << UInt64(count) - 1
        let (h, f) = (holds & mask, fails & mask)
        let isThere = h | f
        holds >>= UInt64(count)
        fails >>= UInt64(count)
        guard isThere != 0 else { return push([]) }
        let (all, some) = every == .holds ? (h, f) : (f, h)
        var joined: Verdict.Truths = all == isThere ? every : []
        if some != 0 { joined.formUnion(every.swapped) }
        push(joined)
    }

    /// Exchanges holding and failing of the last truth.
    mutating func swapLast() {
        let differs = (holds ^ fails) & 1
        holds ^= differs
        fails ^= differs
    }

    private static func truths(_ holds: UInt64, _ fails: UInt64) -> Verdict.Truths {
        Verdict.Truths(rawValue: UInt8(truncatingIfNeeded: holds | fails << 1))
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
    func mask(of support: ElementTruth.Support, in question: Question) -> UInt64 {
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
