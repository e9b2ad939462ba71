import Instruments

/// The `ask-when`s of a questionnaire, laid out.
struct Asking {
    var steps: [[RuleProgram.AskStep]?]
    /// The questions with an `ask-when`, each after those that it looks at.
    var order: [Int]
    /// The questions that an `ask-when` looks at.
    var parents: Set<Int>

    /// Lays them out; nil where they go in a circle.
    init?(_ questions: [Question], _ places: [Question.ID: Int], _ codings: [AnswerCoding]) {
        var parents: Set<Int> = []
        func add(_ formula: AskWhen, to steps: inout [RuleProgram.AskStep]) {
            switch formula {
            case .answer(let id, let values):
                // A question that there is not answers nothing.
                guard let place = places[id] else { return steps.append(.any(0)) }
                parents.insert(place)
                steps.append(.answer(question: place, mask: codings[place].mask(matching: values)))
            case .all(let parts):
                for part in parts { add(part, to: &steps) }
                steps.append(.all(parts.count))
            case .any(let parts):
                for part in parts { add(part, to: &steps) }
                steps.append(.any(parts.count))
            case .not(let part):
                add(part, to: &steps)
                steps.append(.not)
            }
        }
        steps = questions.map { question in
            question.askWhen.map { formula in
                var steps: [RuleProgram.AskStep] = []
                add(formula, to: &steps)
                return steps
            }
        }
        self.parents = parents
        order = []
        var placed = Set(questions.indices.filter { questions[$0].askWhen == nil })
        var waiting = questions.indices.filter { questions[$0].askWhen != nil }
        while !waiting.isEmpty {
            let ready = waiting.filter { place in
                questions[place].askWhen?.questions.allSatisfy { id in
                    places[id].map(placed.contains) ?? true
                } ?? true
            }
            guard !ready.isEmpty else { return nil }
            order += ready
            placed.formUnion(ready)
            waiting.removeAll { placed.contains($0) }
        }
    }
}

/// Formulas in reverse Polish order.
struct Formulas {
    private let instruments: InstrumentSet
    private let elements: [Reference<Element>: Int]

    init(_ instruments: InstrumentSet, elements: [Reference<Element>: Int]) {
        self.instruments = instruments
        self.elements = elements
    }

    /// The steps of a formula of the framework at that place; nil where it names what there is not, or itself.
    func steps(of formula: Formula, in framework: Int, depth: Int = 0) -> [RuleProgram.Step]? {
        guard depth < 32 else { return nil }
        func join(_ parts: [Formula], _ last: RuleProgram.Step) -> [RuleProgram.Step]? {
            var steps: [RuleProgram.Step] = []
            for part in parts {
                guard let part = self.steps(of: part, in: framework, depth: depth + 1) else { return nil }
                steps += part
            }
            return steps + [last]
        }
        let owner = instruments.frameworks[framework]
        switch formula {
        case .element(let id):
            return elements[Reference(owner.id, id)].map { [.element($0)] }
        case .condition(let id):
            return owner.condition(id).flatMap { steps(of: $0.when, in: framework, depth: depth + 1) }
        case .problems(let id, let pattern):
            let frameworks = instruments.frameworks
            guard let other = frameworks.firstIndex(where: { $0.id == id }), frameworks[other].problems != nil
            else { return [.present(framework: frameworks.count)] }
            switch pattern {
            case .present: return [.present(framework: other)]
            case .linked: return [.linked(framework: other)]
            }
        case .all(let parts): return join(parts, .all(parts.count))
        case .any(let parts): return join(parts, .any(parts.count))
        case .not(let part): return join([part], .not)
        }
    }
}

/// From how many sides each question is looked at.
struct Sides {
    let starts: [Int]
    let leaves: [RuleProgram.Leaf]
    let problems: [[Int]]
    let steps: [RuleProgram.Step]
    let conditions: [RuleProgram.ConditionProgram]

    private typealias Looks = (questions: [Int: Int], elements: [Int: Int])

    /// The questions, and the elements without one, that something looks at twice: an element, a condition, a table,
    /// a model, a signature, or all signatures together.
    func looks(
        tables: [[Int]], models: [[Int]], signatures: [RuleProgram.SignatureProgram]
    ) -> (questions: Set<Int>, elements: Set<Int>) {
        var questions: Set<Int> = []
        var free: Set<Int> = []
        func note(_ looks: Looks) {
            questions.formUnion(looks.questions.filter { $0.value > 1 }.keys)
            free.formUnion(looks.elements.filter { $0.value > 1 }.keys)
        }
        for element in starts.indices.dropLast() {
            var looks: Looks = ([:], [:])
            add(element, to: &looks)
            note(looks)
        }
        for unit in conditions.indices.map({ [$0] }) + tables + models {
            var looks: Looks = ([:], [:])
            for condition in unit { add(steps[conditions[condition].steps], to: &looks) }
            note(looks)
        }
        var looks: Looks = ([:], [:])
        for indicator in signatures.flatMap(\.indicators) {
            looks.questions[indicator.question, default: 0] += 1
        }
        note(looks)
        return (questions, free)
    }

    private func add(_ element: Int, to looks: inout Looks) {
        let range = starts[element]..<starts[element + 1]
        for leaf in leaves[range] { looks.questions[leaf.question, default: 0] += 1 }
        if range.isEmpty { looks.elements[element, default: 0] += 1 }
    }

    private func add(_ steps: ArraySlice<RuleProgram.Step>, to looks: inout Looks) {
        for step in steps {
            switch step {
            case .element(let element): add(element, to: &looks)
            case .present(let framework): for element in problems[framework] { add(element, to: &looks) }
            // Which elements are linked is up to the session; those are settled one by one there.
            case .linked, .all, .any, .not: break
            }
        }
    }
}
