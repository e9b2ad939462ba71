package import Instruments
package import Sessions

/// The rules of a set of instruments laid out flat, to judge many sheets of answers one after the other.
///
/// `evaluate` builds a decision diagram for each sheet, which any rules can be read from, and which has the reasons.
/// Here nothing is built. Where no open question is looked at from two sides, strong Kleene truth is exact, and the
/// outcomes of a table are those of all combinations of its open inputs. An open question that is looked at from two
/// sides, or that an `ask-when` looks at, is settled to each class of its answers in turn, and the verdicts are joined.
/// What even that cannot tell is left to `evaluate`.
package struct RuleProgram: Sendable {
    /// One look at one question: whether its answer has one of some bits.
    struct Leaf: Sendable {
        var question: Int
        var mask: UInt64
        /// What an open answer can make of it.
        var open: Verdict.Truths
    }

    /// One step of a formula in reverse Polish order.
    enum Step: Sendable {
        case element(Int)
        /// Whether a problem of that framework is there and holds.
        case present(framework: Int)
        /// Whether a link counts between two elements of that framework.
        case linked(framework: Int)
        case all(Int)
        case any(Int)
        case not
    }

    /// One step of an `ask-when` in reverse Polish order.
    enum AskStep: Sendable {
        case answer(question: Int, mask: UInt64)
        case all(Int)
        case any(Int)
        case not
    }

    /// A condition, its formula with the conditions that it names put in.
    struct ConditionProgram: Sendable {
        /// Where its steps stand among those of all conditions.
        var steps: Range<Int>
        /// What it looks at.
        var looks: Looks
    }

    /// What a condition looks at.
    struct Looks: Sendable {
        /// Elements, each as often as it does; of problems, all that a framework lists.
        var elements: [Int] = []
        /// The frameworks whose links it looks at; which elements these join is up to the session.
        var linked: [Int] = []
    }

    struct TableProgram: Sendable {
        var inputs: [Int]
        /// The outcomes, a bit each, for every combination of the inputs; the first input is the lowest bit of the place.
        var given: [UInt64]
    }

    struct SignatureProgram: Sendable {
        var indicators: [Leaf]
        var category: Int
    }

    /// What is asked and how it is read.
    package let instruments: InstrumentSet
    let codings: [AnswerCoding]
    /// For each question, when it is asked; nil for always.
    let askWhen: [[AskStep]?]
    /// The questions with an `ask-when`, each after those that it looks at.
    let askOrder: [Int]
    /// For each element, where its leaves begin; one more at the end.
    let elementStarts: [Int]
    let leaves: [Leaf]
    /// The elements that a link can join, by framework and name.
    let elementIndex: [Reference<Element>: Int]
    /// The problems of each framework, by their places among the elements; none of one that there is not.
    let problems: [[Int]]
    /// The problems of the first framework that lists any.
    let listedProblems: [ProblemProgram]
    /// What is asked about each factor of the first framework that lists any.
    let factors: [[Extent]]
    /// The steps of all conditions, one condition's after the other's.
    let steps: [Step]
    let conditions: [ConditionProgram]
    let tables: [TableProgram]
    let models: [[Int]]
    /// Conditions that are open together: each by itself, those of a table, and those of a model.
    let units: [[Int]]
    let signatures: [SignatureProgram]
    /// Nil where no framework has signatures.
    let thresholds: SignatureSet.Thresholds?
    /// The question that says that the problems were gone through for links; nil where none does.
    let linksStep: Int?
    /// For each question, whether it is settled one answer at a time wherever it is open.
    let isSplit: [Bool]
    /// The places of the questions.
    package let places: [Question.ID: Int]

    /// How many questions there are.
    package var questionCount: Int { codings.count }

    /// The code of a response to the question at that place; open where there is no such question.
    package func code(_ response: Response?, at place: Int) -> RuleAnswer {
        codings.indices.contains(place) ? codings[place].code(response) : .open
    }

    /// The codes of a sheet of answers, in the order of the questionnaire.
    package func codes(_ responses: [Question.ID: Response]) -> [RuleAnswer] {
        var codes = [RuleAnswer](repeating: .open, count: codings.count)
        for (id, response) in responses {
            if let place = places[id] { codes[place] = codings[place].code(response) }
        }
        return codes
    }

    /// The questions that are asked, by what is known: what an open question could say matches nothing.
    package func asked(_ codes: [RuleAnswer]) -> [Bool] {
        var asked = [Bool](repeating: true, count: codings.count)
        for question in askOrder { asked[question] = isAsked(question, codes, asked) }
        return asked
    }

    func isAsked(_ question: Int, _ codes: [RuleAnswer], _ asked: [Bool]) -> Bool {
        guard let steps = askWhen[question] else { return true }
        func holds(_ other: Int, _ mask: UInt64) -> Bool {
            asked[other] && codes[other].standing == .given && codes[other].bits & mask != 0
        }
        // Most wait for one answer, and then there is nothing to put aside.
        if steps.count == 1, case .answer(let other, let mask)? = steps.first { return holds(other, mask) }
        var stack: [Bool] = []
        for step in steps {
            switch step {
            case .answer(let other, let mask):
                stack.append(holds(other, mask))
            case .all(let count):
                let holds = stack.suffix(count).allSatisfy(\.self)
                stack.removeLast(count)
                stack.append(holds)
            case .any(let count):
                let holds = stack.suffix(count).contains(true)
                stack.removeLast(count)
                stack.append(holds)
            case .not:
                if let last = stack.popLast() { stack.append(!last) }
            }
        }
        return stack.last ?? true
    }
}
