import Instruments
import Sessions

/// Works out how far factors of success are there.
enum FactorFinder {
    /// The findings of a framework's factors.
    static func findings(
        of set: FactorSet, in framework: Framework, elements: [ElementFinding],
        supports: ElementTruth, asked: AskedQuestions, responses: [Question.ID: Response]
    ) -> FactorFindings {
        let truths = Dictionary(
            elements.map { ($0.reference, $0.truth) }, uniquingKeysWith: { first, _ in first })
        let stage = set.stages.first { truths[Reference(framework.id, $0.when)] == .yes }
        let groups = set.groups.map { group in
            FactorFindings.GroupFinding(
                group: group, comesFirst: stage?.groups.contains(group.id) ?? false,
                factors: group.elements.compactMap { framework.element($0) }.map { element in
                    finding(
                        of: element, supports.supports(of: Reference(framework.id, element.id)), asked,
                        responses)
                })
        }
        return FactorFindings(
            framework: framework.id, definition: set, stage: stage,
            groups: groups.filter(\.comesFirst) + groups.filter { !$0.comesFirst })
    }

    /// The worst of what the answers to its questions say.
    private static func finding(
        of element: Element, _ supports: [ElementTruth.Support], _ asked: AskedQuestions,
        _ responses: [Question.ID: Response]
    ) -> FactorFinding {
        var finding = FactorFinding(element: element, state: nil, answers: [], open: [])
        var states: [(state: FactorSet.State, reason: Reason)] = []
        for support in supports where asked.contains(support.question.id) {
            let id = support.question.id
            switch responses[id] {
            case .given(let value):
                states.append((support.state(of: value), Reason(question: id, response: .given(value))))
            case .dontKnow, nil: finding.open.append(id)
            case .notApplicable: break
            }
        }
        let worst = FactorSet.State.allCases.first { state in states.contains { $0.state == state } }
        // An open answer could still be worse, unless nothing is.
        guard let worst, finding.open.isEmpty || worst == .missing else { return finding }
        finding.state = worst
        finding.answers = states.filter { $0.state == worst }.map(\.reason)
        return finding
    }
}

extension ElementTruth.Support {
    /// How far an answer says that a factor is there.
    fileprivate func state(of value: AnswerValue) -> FactorSet.State {
        if isMet(by: value) { return .inPlace }
        guard case .rating(let level) = value else { return .missing }
        return level > 1 ? .partly : .missing
    }
}
