package import Instruments

/// What evaluating has to know of a set of instruments, worked out once for many sheets of answers.
package struct RuleBook: Sendable {
    /// A question that warns of a signature; an object, since a question is large to copy.
    final class Indicator: Sendable {
        let question: Question
        let warnsWhen: Bool

        init(question: Question, warnsWhen: Bool) {
            self.question = question
            self.warnsWhen = warnsWhen
        }
    }

    /// What is asked and how it is read.
    package let instruments: InstrumentSet
    /// Every question, in the order of asking.
    let questions: [Question]
    /// When each question is asked; no formula for always, and nothing for a question that there is not.
    let askWhen: [Question.ID: AskWhen?]
    /// For each question, the values that each `ask-when` on it looks for.
    let lookedFor: [Question.ID: [[PlainValue]]]
    /// What supports each element.
    let supports: [Reference<Element>: [ElementTruth.Support]]
    /// What warns of each signature, in the order of asking.
    let indicators: [Reference<Signature>: [Indicator]]
    /// The places of the questions in the order of a diagram's variables: signature by signature, then the rest.
    let diagramOrder: [Int]

    /// Works it out.
    package init(_ instruments: InstrumentSet) {
        self.instruments = instruments
        questions = instruments.questionnaire.questions
        askWhen = Dictionary(questions.map { ($0.id, $0.askWhen) }, uniquingKeysWith: { first, _ in first })
        lookedFor = Completions.valuesLookedFor(in: questions)
        supports = ElementTruth.supports(in: questions)
        var indicators: [Reference<Signature>: [Indicator]] = [:]
        for question in questions {
            var seen: Set<Reference<Signature>> = []
            for warning in question.warnsOf where seen.insert(warning.signature).inserted {
                indicators[warning.signature, default: []].append(
                    Indicator(question: question, warnsWhen: warning.when))
            }
        }
        self.indicators = indicators
        // Counting indicators stays narrow in that order.
        let places = Dictionary(
            questions.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        var order: [Int] = []
        var placed = Set<Int>()
        for framework in instruments.frameworks {
            for signature in framework.signatures?.members ?? [] {
                for indicator in indicators[Reference(framework.id, signature.id)] ?? [] {
                    guard let place = places[indicator.question.id], placed.insert(place).inserted else {
                        continue
                    }
                    order.append(place)
                }
            }
        }
        diagramOrder = order + questions.indices.filter { !placed.contains($0) }
    }
}
