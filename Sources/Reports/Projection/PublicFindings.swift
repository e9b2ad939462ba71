import Evaluation
import Instruments

// What of findings is told to those who do not see answers, wherever it is told.

extension FindingKey {
    /// Whether a finding is told to those who do not see answers: problems, factors and many a condition are answers.
    var isPublic: Bool {
        switch self {
        case .table, .model, .earlyWarning, .signature, .balance: true
        case .problem, .linkedProblems, .link, .viciousCircles, .circle, .stage, .factor, .condition,
            .openQuestions:
            false
        }
    }
}

extension FindingChange {
    /// What may be told of it to those who do not see answers; nil where that is nothing.
    var withoutAnswers: FindingChange? {
        guard key.isPublic else { return nil }
        var change = self
        change.from?.besides.removeAll { !$0.isPublic }
        change.to?.besides.removeAll { !$0.isPublic }
        return change.from == change.to ? nil : change
    }
}

extension FindingValue.Beside {
    fileprivate var isPublic: Bool {
        switch self {
        case .caution(let caution): caution.isPublic
        // Both hang on facts, each the answer to one question.
        case .focus, .remark: false
        case .rule, .alongside, .listedUpTo: true
        }
    }
}

extension Caution {
    /// Whether it hangs on conditions alone: many an element is the answer to one question.
    var isPublic: Bool {
        of.names.allSatisfy { if case .condition = $0 { true } else { false } }
    }
}
