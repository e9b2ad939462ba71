import ArgumentParser
import Evaluation
import Instruments

/// `Benchmarks sheets`: answers to the leadership questionnaire, with what must come out of them.
struct SheetsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sheets", abstract: "Print seeded answer sheets with their findings as JSON.")

    @OptionGroup var drawing: SheetDrawing

    func run() throws {
        let instruments = try builtIn()
        try printJSON(
            drawing.sheets(of: instruments.questionnaire).map {
                Sheet($0, evaluate(instruments, responses: $0))
            })
    }
}
