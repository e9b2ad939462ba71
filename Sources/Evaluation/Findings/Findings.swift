package import Instruments
package import Sessions

/// What the answers mean: every finding with its reasons, over all completions of the open questions.
package struct Findings: Sendable {
    /// How many questions are asked, and how they stand.
    package var counts: Counts
    /// Every element of every framework fed, in the frameworks' order.
    package var elements: [ElementFinding]
    /// Every condition of every framework fed, in the frameworks' order.
    package var conditions: [ConditionFinding]
    /// Every table of every framework fed, in the frameworks' order.
    package var tables: [TableFinding]
    /// Every model of every framework fed, in the frameworks' order.
    package var models: [ModelFinding]
    /// The signatures of risk; nil where no framework fed has any.
    package var signatures: SignatureFindings?
    /// The factors of success; nil where no framework fed lists any.
    package var factors: FactorFindings?
    /// The problems and their links; nil where no framework fed lists any.
    package var problems: ProblemFindings?
    /// The open questions that can still change the headline table, most telling first; in the order of asking where
    /// it was not worked out how telling they are.
    package var openQuestions: [OpenQuestion]
    /// What could not be worked out, and is left out above: the rules are too entangled.
    package var notComputed: [FindingKey]

    /// The headline: the finding of the first table that is declared to be the tier.
    package var tier: TableFinding? {
        tables.first { $0.table.role == .tier }
    }
}

/// What one element is worth.
package struct ElementFinding: Sendable {
    /// The element, by framework.
    package var reference: Reference<Element>
    /// Its truth: true or false where every completion agrees, else unknown.
    package var truth: Truth
    /// Whether no completion leaves a question that supports it.
    package var isGone: Bool
    /// The answers that make it true or false, in the order of asking; empty where it is unknown.
    package var answers: [Reason]
    /// All answers to its questions that count where the question is asked, whatever it is worth.
    package var given: [Reason]
    /// The open questions that are asked now and on which its truth still depends, in the order of asking.
    package var open: [Question.ID]
}

/// What one condition can be worth.
package struct ConditionFinding: Sendable {
    /// The condition, by framework.
    package var reference: Reference<Condition>
    /// The truths that some completion reaches, true before false; never empty. A graded condition is true in place.
    package var possible: [Bool]
    /// The grades that some completion reaches, the worst first; empty for a condition without a grading.
    package var grades: [Condition.Grade] = []
    /// How each element of a graded condition stands, in its own order.
    package var parts: [GradedPart] = []
    /// Whether too little of a graded condition is left, whatever is answered: every grade is possible.
    package var isLost = false
    /// Whether nothing is left of its formula for good: all its questions are not applicable.
    package var isGone: Bool
    /// Whether it is gone although a question of it is asked now and answered: the answer counts only while another
    /// question is open, and so in no completion.
    package var isAnswered = false
    /// What makes it so, where it is settled.
    package var ground: Ground?
    /// What it waits for, where it is open.
    package var open: OpenGround?

    /// Its truth: unknown where both are possible.
    package var truth: Truth {
        possible.count == 1 ? Truth(possible.contains(true)) : .unknown
    }
}

/// How an element stands that a graded condition counts.
package struct GradedPart: Equatable, Sendable {
    /// The element.
    package var element: Element
    /// Its truth; nil where it has no question left and is not counted.
    package var truth: Truth?

    /// An element with its truth.
    package init(element: Element, truth: Truth?) {
        self.element = element
        self.truth = truth
    }
}

/// An answer that a finding rests on.
package struct Reason: Equatable, Sendable {
    /// The question.
    package var question: Question.ID
    /// Its answer.
    package var response: Response
    /// Whether the question is not asked now: an open answer could bring it back, and then its answer counts.
    package var isSetAside = false
}

/// A settled element that a condition's truth rests on, with the answers behind it.
package struct ElementGround: Equatable, Sendable {
    /// The element.
    package var element: Element
    /// Whether it is true.
    package var holds: Bool
    /// The answers that make it so, in the order of asking.
    package var answers: [Reason]
}

/// A settled condition that a finding rests on, with the elements and answers behind it.
package struct Ground: Sendable {
    /// The condition.
    package var condition: Condition
    /// Whether it holds.
    package var holds: Bool
    /// The grades that it can have, the worst first; empty for a condition without a grading.
    package var grades: [Condition.Grade] = []
    /// The elements that make it so, in the order of the formula; the others change nothing. Of a graded condition, all
    /// that are settled.
    package var elements: [ElementGround]
    /// Whether it holds by what could be brought in, and not as things are.
    package var byAlternative = ByAlternative.no
    /// Whether it could hold so: its formula names an element that speaks of an alternative.
    package var hasAlternative = false
    /// Why no two problems are linked, where it rests on that.
    package var unlinked: Unlinked?
    /// The open questions that it comes out the same for, whatever is answered; none where its elements say why.
    package var whatever: [Question.ID] = []
    /// The answers that it rests on beside those open questions.
    package var beside: [Reason] = []

    /// Whether a condition holds by elements that speak of an alternative.
    package enum ByAlternative: Equatable, Sendable {
        /// It holds as things are, or it does not hold.
        case no
        /// No way of answering the open questions meets it as things are.
        case alone
        /// It depends on open questions whether it is met as things are.
        case perhaps
    }

    /// Why no two problems are linked.
    package enum Unlinked: Equatable, Sendable {
        /// No two of them are present.
        case fewerThanTwo
        /// No link that counts is recorded, and nobody is asked for one.
        case noneRecorded
        /// No link that counts is recorded, and the problems were gone through for links.
        case goneThrough(Reason)
    }

    /// The answers that make it so, each once, in the order of the formula.
    package var answers: [Reason] {
        var seen: Set<Question.ID> = []
        var step: [Reason] = []
        if case .goneThrough(let reason)? = unlinked { step = [reason] }
        return (elements.flatMap(\.answers) + beside + step).filter { seen.insert($0.question).inserted }
    }
}

/// A condition that some completions meet and others do not, with the elements that are open.
package struct OpenGround: Sendable {
    /// The condition.
    package var condition: Condition
    /// The grades that it can have, the worst first; empty for a condition without a grading.
    package var grades: [Condition.Grade] = []
    /// Its elements that are not known yet and matter to it, in the order of the formula.
    package var elements: [OpenElement]
    /// Whether it waits for the problems to be gone through for links.
    package var awaitsLinks = false
    /// The question that says whether they were; nil where it does not wait for that, or no question asked now says so.
    package var linksStep: Question.ID?

    /// The open questions that it depends on, each once, in the order of the formula.
    package var questions: [Question.ID] {
        var seen: Set<Question.ID> = []
        return (elements.flatMap(\.questions) + [linksStep].compactMap(\.self))
            .filter { seen.insert($0).inserted }
    }
}

/// An element that is not known yet.
package struct OpenElement: Equatable, Sendable {
    /// The element.
    package var element: Element
    /// The open questions that are asked now and decide it; empty where no question is left that could.
    package var questions: [Question.ID]
}

/// A question that can still change the headline.
package struct OpenQuestion: Equatable, Sendable {
    /// The question: unanswered, answered with don't know, or about a step that is not done.
    package var question: Question.ID
    /// The share of completions of all other open questions in which its answer decides the headline, 0 to 1; nil
    /// where that was not worked out.
    package var share: Double?
}
