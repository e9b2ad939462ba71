import Evaluation
import Instruments
import Sessions

/// The ways in which the evaluator is called here; nothing else in this program calls it.
enum EvaluatorCall: String, CaseIterable {
    /// The findings with the answers that they rest on.
    case explained
    /// What would change them on top: paths and robustness.
    case counterfactuals
}

/// What is worked out once for all sheets.
struct EvaluatorCalls {
    private let book: RuleBook

    init(_ instruments: InstrumentSet) {
        book = RuleBook(instruments)
    }

    /// Works on one sheet.
    func run(_ call: EvaluatorCall, _ responses: [Question.ID: Response]) {
        switch call {
        case .explained:
            _ = evaluate(book, responses: responses)
        case .counterfactuals:
            let findings = evaluate(book, responses: responses)
            _ = Evaluation.counterfactuals(book.instruments, responses: responses, findings)
        }
    }
}
