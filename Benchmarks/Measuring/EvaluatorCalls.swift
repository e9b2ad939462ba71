import Evaluation
import Instruments
import Sessions

/// The ways in which the evaluator is called here; nothing else in this program calls it.
enum EvaluatorCall: String, CaseIterable {
    /// The sets of what is possible alone.
    case plain
    /// The findings with the answers that they rest on.
    case explained
    /// What would change them on top: paths and robustness.
    case prospects
}

/// What is worked out once for all sheets.
struct EvaluatorCalls {
    private let book: RuleBook
    private let program: RuleProgram?

    init(_ instruments: InstrumentSet) {
        book = RuleBook(instruments)
        program = RuleProgram(instruments)
    }

    /// A sheet of answers, as words and as the numbers that the rules are judged by.
    struct Sheet {
        fileprivate let responses: [Question.ID: Response]
        fileprivate let codes: [RuleAnswer]
    }

    /// A sheet in the form that takes least time, as the other engines have theirs.
    func prepared(_ responses: [Question.ID: Response]) -> Sheet {
        Sheet(responses: responses, codes: program?.codes(responses) ?? [])
    }

    /// Works on one sheet.
    func run(_ call: EvaluatorCall, _ sheet: Sheet) throws(TooEntangled) {
        let responses = sheet.responses
        switch call {
        case .plain:
            if let program, program.verdict(sheet.codes) != nil { return }
            _ = try evaluate(book, responses: responses)
        case .explained:
            _ = try evaluate(book, responses: responses)
        case .prospects:
            let findings = try evaluate(book, responses: responses)
            _ = Evaluation.prospects(book.instruments, responses: responses, findings)
        }
    }
}
