import Evaluation
import Instruments
import Sessions

/// The ways in which the evaluator is called here; nothing else in this program calls it.
enum EvaluatorCall: String, CaseIterable {
    /// The findings alone.
    case plain
    /// The findings with the answers that they rest on.
    case explained
    /// What would change them on top: paths and robustness.
    case prospects

    /// Works on one sheet.
    func run(_ instruments: InstrumentSet, _ responses: [Question.ID: Response]) throws(TooEntangled) {
        switch self {
        case .plain, .explained:
            _ = try evaluate(instruments, responses: responses)
        case .prospects:
            let findings = try evaluate(instruments, responses: responses)
            _ = Evaluation.prospects(instruments, responses: responses, findings)
        }
    }
}
