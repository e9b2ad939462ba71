package import Instruments

/// Names one finding of an evaluation, whatever kind it is.
package enum FindingKey: Hashable, Sendable {
    /// What a table gives.
    case table(Reference<DecisionTable>)
    /// Whether a model has its conditions met.
    case model(Reference<Model>)
    /// The grade of early warning.
    case earlyWarning(Framework.ID)
    /// The status of a signature.
    case signature(Reference<Signature>)
    /// How many signatures of a category are evident.
    case balance(Framework.ID, SignatureCategory.ID)
    /// How a problem stands.
    case problem(Reference<Element>)
    /// Whether any two problems are linked.
    case linkedProblems(Framework.ID)
    /// Whether a link counts.
    case link(from: Reference<Element>, to: Reference<Element>)
    /// Whether problems lead back to each other.
    case viciousCircles(Framework.ID)
    /// Whether these problems lead back to each other, each to the next.
    case circle([Reference<Element>])
    /// Which groups of factors come first now.
    case stage(Framework.ID)
    /// How far a factor is there.
    case factor(Reference<Element>)
    /// Whether a condition holds.
    case condition(Reference<Condition>)
    /// Which open questions can still change the headline.
    case openQuestions

    /// The kind in a word, as JSON has it.
    package var kind: String {
        switch self {
        case .table: "table"
        case .model: "model"
        case .earlyWarning: "early-warning"
        case .signature: "signature"
        case .balance: "balance"
        case .problem: "problem"
        case .linkedProblems: "linked-problems"
        case .link: "link"
        case .viciousCircles: "vicious-circles"
        case .circle: "circle"
        case .stage: "stage"
        case .factor: "factor"
        case .condition: "condition"
        case .openQuestions: "open-questions"
        }
    }

    /// The full name: `framework/name`; of links and circles the names of their problems, with `>` between them.
    package var id: String {
        switch self {
        case .table(let table): table.description
        case .model(let model): model.description
        case .signature(let signature): signature.description
        case .problem(let element), .factor(let element): element.description
        case .condition(let condition): condition.description
        case .balance(let framework, let category): "\(framework)/balance/\(category)"
        case .earlyWarning(let framework), .linkedProblems(let framework), .viciousCircles(let framework),
            .stage(let framework):
            "\(framework)/\(kind)"
        case .link(let from, let to): "\(from)>\(to.name)"
        case .circle(let problems):
            "\(problems.first?.framework.text ?? "")/" + problems.map(\.name.text).joined(separator: ">")
        case .openQuestions: kind
        }
    }
}

extension FindingKey {
    /// The framework that it is of; nil for what is of none.
    package var framework: Framework.ID? {
        switch self {
        case .table(let table): table.framework
        case .model(let model): model.framework
        case .signature(let signature): signature.framework
        case .problem(let element), .factor(let element), .link(let element, _): element.framework
        case .condition(let condition): condition.framework
        case .balance(let framework, _), .earlyWarning(let framework), .linkedProblems(let framework),
            .viciousCircles(let framework), .stage(let framework):
            framework
        case .circle(let problems): problems.first?.framework
        case .openQuestions: nil
        }
    }
}

/// One thing that a finding can be.
package enum FindingState: Hashable, Sendable {
    case outcome(Outcome.ID)
    /// No rule of a table fits.
    case noRule
    case holds(Bool)
    /// How far a graded condition is met.
    case met(Condition.Grade)
    case model(ModelFinding.Status)
    case signature(SignatureSet.Status)
    /// No indicator, or no question, is left.
    case gone
    case grade(SignatureSet.Grade)
    case count(Int)
    case problem(ProblemFinding.State)
    case link(LinkFinding.State)
    case stage(FactorSet.Stage.ID)
    case factor(FactorSet.State)
    /// A factor of which a question is open.
    case open
    case question(Question.ID)

    /// The state in the words of the files, as JSON has it.
    package var id: String {
        switch self {
        case .outcome(let outcome): outcome.text
        case .noRule: "none"
        case .holds(let holds): holds ? "yes" : "no"
        case .met(let grade): grade.rawValue
        case .model(let status): status.rawValue
        case .signature(let status): status.rawValue
        case .gone, .open: "unknown"
        case .grade(let grade): grade.rawValue
        case .count(let count): "\(count)"
        case .problem(let state): state.rawValue
        case .link(let state): state.rawValue
        case .stage(let stage): stage.text
        case .factor(let state): state.rawValue
        case .question(let question): question.text
        }
    }
}

/// What one finding says: all that is possible, and what is told beside it.
package struct FindingValue: Equatable, Sendable {
    /// What some completion reaches, in the order of its definition; of open questions, the most telling first.
    package var possible: [FindingState]
    /// Of a table that collects, what every completion reaches; empty for all others.
    package var certain: [FindingState] = []
    /// What is told beside it.
    package var besides: [Beside] = []

    /// Something that is told beside what is possible.
    package enum Beside: Equatable, Sendable {
        /// A rule in play, by its full name.
        case rule(String)
        case caution(Caution)
        case focus(Outcome.Focus)
        /// An outcome that goes with the one given, for certain or perhaps.
        case alongside(Alongside, isCertain: Bool)
        /// A remark on facts, on all problems, or on one that stands by itself.
        case remark(Statement)
        /// The number of problems up to which all circles are listed.
        case listedUpTo(Int)
    }

    /// Whether the same is possible, and certain, in both.
    package func isSameSet(as other: FindingValue?) -> Bool {
        possible == other?.possible && certain == other?.certain
    }
}

/// A finding that is not what it was.
package struct FindingChange: Equatable, Sendable {
    /// The finding.
    package var key: FindingKey
    /// What it was; nil where it was not there: a link, a circle.
    package var from: FindingValue?
    /// What it is; nil where it is not there any more.
    package var to: FindingValue?
}
