import Instruments
import Sessions

/// Finds the answers that a formula's truth rests on.
struct Reasons {
    private let responses: [Question.ID: Response]
    private let counted: Set<Question.ID>
    private let elements: [Reference<Element>: ElementFinding]
    private let supports: ElementTruth

    /// Prepares the reasons of some answers.
    ///
    /// - Parameters:
    ///   - responses: the answers.
    ///   - asked: the questions asked now.
    ///   - elements: what each element is worth.
    ///   - supports: which questions support which element.
    init(
        responses: [Question.ID: Response], asked: AskedQuestions, elements: [ElementFinding],
        supports: ElementTruth
    ) {
        self.responses = responses
        counted = Set(asked.questions.map(\.id))
        self.elements = Dictionary(
            elements.map { ($0.reference, $0) }, uniquingKeysWith: { first, _ in first })
        self.supports = supports
    }

    /// A formula's strong Kleene truth; unknown where nothing is left of it.
    func truth(of formula: Formula, in framework: Framework) -> Truth {
        truth(formula, framework) ?? .unknown
    }

    /// Whether a caution is to be shown.
    func applies(_ caution: Caution, in framework: Framework) -> Bool {
        caution.when.contains(truth(of: caution.of, in: framework))
    }

    /// The answers that make a formula true, or false; only those that matter, each once.
    func behind(_ formula: Formula, is value: Bool, in framework: Framework) -> [Reason] {
        var seen: Set<Question.ID> = []
        return all(behind: formula, is: value, in: framework)
            .filter { seen.insert($0.question).inserted }
    }

    private func all(
        behind formula: Formula, is value: Bool, in framework: Framework
    ) -> [Reason] {
        switch formula {
        case .element(let id):
            return behind(Reference(framework.id, id), is: value)
        case .condition(let id):
            guard let condition = framework.condition(id) else { return [] }
            return all(behind: condition.when, is: value, in: framework)
        case .not(let part):
            return all(behind: part, is: !value, in: framework)
        case .all(let parts), .any(let parts):
            return parts.filter { truth($0, framework) == Truth(value) }
                .flatMap { all(behind: $0, is: value, in: framework) }
        }
    }

    private func truth(_ formula: Formula, _ framework: Framework) -> Truth? {
        formula.truth(
            element: { id in
                guard let finding = elements[Reference(framework.id, id)], !finding.isGone else {
                    return nil
                }
                return finding.truth
            },
            condition: { framework.condition($0)?.when })
    }

    private func behind(_ element: Reference<Element>, is value: Bool) -> [Reason] {
        supports.supports(of: element).compactMap { support in
            guard counted.contains(support.question.id),
                let response = responses[support.question.id], case .given(let answer) = response,
                support.isMet(by: answer) == value
            else { return nil }
            return Reason(question: support.question.id, response: response)
        }
    }
}
