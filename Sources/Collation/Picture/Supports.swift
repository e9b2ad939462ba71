import Instruments

/// Which questions a finding depends on.
struct Supports {
    /// Every question, by its place.
    let all: Set<Int>
    private let ofElement: [Reference<Element>: Set<Int>]
    private let linksStep: Int?
    private let ofSignature: [Reference<Signature>: Set<Int>]
    private let framework: [Framework.ID: Framework]
    /// The questions on whose answers it depends whether a question is asked.
    private let deciding: [Set<Int>]

    init(_ index: InstrumentIndex) {
        var elements: [Reference<Element>: Set<Int>] = [:]
        var signatures: [Reference<Signature>: Set<Int>] = [:]
        for (place, question) in index.questions.enumerated() {
            for element in question.supports + question.kind.options.flatMap(\.supports) {
                elements[element, default: []].insert(place)
            }
            for warning in question.warnsOf { signatures[warning.signature, default: []].insert(place) }
        }
        all = Set(index.questions.indices)
        ofElement = elements
        linksStep = index.linksStep
        ofSignature = signatures
        framework = Dictionary(
            index.instruments.frameworks.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        deciding = index.questions.map { question in
            Set((question.askWhen?.questions ?? []).compactMap { index.placeOfQuestion[$0] })
        }
    }

    /// The questions of a set, and those that decide whether they are asked.
    func closed(_ questions: Set<Int>) -> Set<Int> {
        var closed = questions
        var open = questions
        while let place = open.popFirst() {
            let more = deciding[place].subtracting(closed)
            closed.formUnion(more)
            open.formUnion(more)
        }
        return closed
    }

    func element(_ reference: Reference<Element>) -> Set<Int> { closed(ofElement[reference] ?? []) }

    /// The question that says whether problems were gone through for links.
    func links() -> Set<Int> { linksStep.map { closed([$0]) } ?? [] }

    func signature(_ reference: Reference<Signature>) -> Set<Int> { closed(ofSignature[reference] ?? []) }

    func condition(_ id: Condition.ID, in framework: Framework.ID) -> Set<Int> {
        var passed: Set<Condition.ID> = []
        return closed(condition(id, in: framework, &passed))
    }

    func table(_ table: DecisionTable, in framework: Framework.ID) -> Set<Int> {
        table.inputs.reduce(into: []) { $0.formUnion(condition($1, in: framework)) }
    }

    private func condition(
        _ id: Condition.ID, in framework: Framework.ID, _ passed: inout Set<Condition.ID>
    ) -> Set<Int> {
        // A circle is refused when the instrument is checked; here it must only come to an end.
        guard passed.insert(id).inserted, let found = self.framework[framework]?.condition(id) else {
            return []
        }
        return found.formulas.reduce(into: []) { $0.formUnion(formula($1, in: framework, &passed)) }
    }

    private func formula(
        _ formula: Formula, in framework: Framework.ID, _ passed: inout Set<Condition.ID>
    ) -> Set<Int> {
        switch formula {
        case .element(let id): return ofElement[Reference(framework, id)] ?? []
        case .condition(let id), .grade(let id, _): return condition(id, in: framework, &passed)
        case .problems(let other, let pattern):
            let step: Set<Int> = pattern == .linked ? links() : []
            let problems = self.framework[other]?.problems?.elements ?? []
            return problems.reduce(into: step) { $0.formUnion(ofElement[Reference(other, $1)] ?? []) }
        case .all(let parts), .any(let parts), .share(_, let parts):
            return parts.reduce(into: []) { $0.formUnion(self.formula($1, in: framework, &passed)) }
        case .not(let part): return self.formula(part, in: framework, &passed)
        }
    }
}
