package import Instruments

/// What evaluating has to know of a set of instruments, worked out once for many sheets of answers.
package struct RuleBook: Sendable {
    /// A question that warns of a signature; an object, since a question is large to copy.
    final class Indicator: Sendable {
        let question: Question
        /// The question's place in the order of asking.
        let place: Int
        let warnsWhen: Bool

        init(question: Question, place: Int, warnsWhen: Bool) {
            self.question = question
            self.place = place
            self.warnsWhen = warnsWhen
        }
    }

    /// What is asked and how it is read.
    package let instruments: InstrumentSet
    /// Every question, in the order of asking.
    let questions: [Question]
    /// When each question is asked; no formula for always.
    let askWhen: [AskWhen?]
    /// For each question, the values that each `ask-when` on it looks for.
    let lookedFor: [Question.ID: [[PlainValue]]]
    /// What supports each element.
    let supports: [Reference<Element>: [ElementTruth.Support]]
    /// What warns of each signature, in the order of asking.
    let indicators: [Reference<Signature>: [Indicator]]
    /// The place of each question in the order of asking.
    let places: [Question.ID: Int]
    /// The place of the question that says that the problems were gone through for links; nil where none does.
    let linksStep: Int?
    /// The frameworks fed whose problems can be linked.
    let linkable: [Framework.ID]
    /// The places of the questions in the order of a diagram's variables: signature by signature, then the rest.
    let diagramOrder: [Int]
    /// The same for a diagram of the headline alone: element by element of each condition that it counts; nil where there
    /// is nothing to count.
    let headlineOrder: [Int]?

    /// Works it out.
    package init(_ instruments: InstrumentSet) {
        self.instruments = instruments
        questions = instruments.questionnaire.questions
        askWhen = questions.map(\.askWhen)
        lookedFor = Completions.valuesLookedFor(in: questions)
        supports = ElementTruth.supports(in: questions)
        var indicators: [Reference<Signature>: [Indicator]] = [:]
        for (place, question) in questions.enumerated() {
            var seen: Set<Reference<Signature>> = []
            for warning in question.warnsOf where seen.insert(warning.signature).inserted {
                indicators[warning.signature, default: []].append(
                    Indicator(question: question, place: place, warnsWhen: warning.when))
            }
        }
        self.indicators = indicators
        places = Dictionary(
            questions.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        linksStep = questions.firstIndex { $0.step == .links }
        linkable = linksStep == nil ? [] : instruments.frameworks.filter { $0.problems != nil }.map(\.id)
        // Counting indicators stays narrow in that order.
        var order: [Int] = []
        var placed = Set<Int>()
        for framework in instruments.frameworks {
            for signature in framework.signatures?.members ?? [] {
                for indicator in indicators[Reference(framework.id, signature.id)] ?? [] {
                    if placed.insert(indicator.place).inserted { order.append(indicator.place) }
                }
            }
        }
        diagramOrder = order + questions.indices.filter { !placed.contains($0) }
        headlineOrder = Self.headlineOrder(instruments, supports, count: questions.count)
    }

    /// The places of the questions, those behind each element of the headline's graded conditions together; nil where
    /// there is nothing to count.
    private static func headlineOrder(
        _ instruments: InstrumentSet, _ supports: [Reference<Element>: [ElementTruth.Support]], count: Int
    ) -> [Int]? {
        for framework in instruments.frameworks {
            guard let table = framework.tables.first(where: { $0.role == .tier }) else { continue }
            let graded = table.inputs.compactMap { framework.condition($0)?.grading }
            guard !graded.isEmpty else { return nil }
            var order: [Int] = []
            var placed = Set<Int>()
            for element in graded.flatMap(\.elements) {
                for support in supports[Reference(framework.id, element)] ?? []
                where placed.insert(support.place).inserted {
                    order.append(support.place)
                }
            }
            return order + (0..<count).filter { !placed.contains($0) }
        }
        return nil
    }
}
