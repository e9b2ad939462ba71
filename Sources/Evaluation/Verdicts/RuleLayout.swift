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
    /// The frameworks, and behind them those that formulas name and that there are not.
    let frameworks: [Framework.ID]
    private let instruments: InstrumentSet
    private let elements: [Reference<Element>: Int]

    init(_ instruments: InstrumentSet, elements: [Reference<Element>: Int]) {
        self.instruments = instruments
        self.elements = elements
        var frameworks = instruments.frameworks.map(\.id)
        func note(_ formula: Formula) {
            switch formula {
            case .problems(let id, _): if !frameworks.contains(id) { frameworks.append(id) }
            case .all(let parts), .any(let parts): for part in parts { note(part) }
            case .not(let part): note(part)
            case .element, .condition: break
            }
        }
        for condition in instruments.frameworks.flatMap(\.conditions) { note(condition.when) }
        self.frameworks = frameworks
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
            return frameworks.firstIndex(of: id).map { other in
                switch pattern {
                case .present: [.present(framework: other)]
                case .linked: [.linked(framework: other)]
                }
            }
        case .all(let parts): return join(parts, .all(parts.count))
        case .any(let parts): return join(parts, .any(parts.count))
        case .not(let part): return join([part], .not)
        }
    }
}
