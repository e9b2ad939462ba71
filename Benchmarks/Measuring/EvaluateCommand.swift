import ArgumentParser
import Instruments

/// `Benchmarks evaluate`: how long the evaluator takes for a sheet of answers.
struct EvaluateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate", abstract: "Time the evaluator on seeded answer sheets.")

    private struct Printed: Encodable {
        /// The mean time of one sheet in each round, in nanoseconds.
        var perSheet: [Int]
    }

    @OptionGroup var drawing: SheetDrawing

    @Option(help: "How often all sheets are gone through.")
    var rounds = 3

    @Option(help: "What is worked out: \(EvaluatorCall.allCases.map(\.rawValue).joined(separator: ", ")).")
    var call = EvaluatorCall.explained

    func run() throws {
        let instruments = try builtIn()
        // What is worked out once is not a sheet's.
        let calls = EvaluatorCalls(instruments)
        let sheets = drawing.sheets(of: instruments.questionnaire)
        if let first = sheets.first { calls.run(call, first) }
        let perSheet = (0..<rounds).map { _ in
            nanoseconds { for sheet in sheets { calls.run(call, sheet) } }
                / max(sheets.count, 1)
        }
        try printJSON(Printed(perSheet: perSheet))
    }
}

extension EvaluatorCall: ExpressibleByArgument {}
