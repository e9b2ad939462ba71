import ArgumentParser
import Instruments
import Sessions

/// How sheets are drawn; the same options give the same sheets.
struct SheetDrawing: ParsableArguments {
    @Option(help: "How many sheets.")
    var count = 200

    @Option(help: "How many of the answers are open, 0 to 1.")
    var unknown = 0.0

    @Option(help: "What chance begins with.")
    var seed: UInt64 = 1

    /// The sheets.
    func sheets(of questionnaire: Questionnaire) -> [[Question.ID: Response]] {
        (0..<count).map { number in
            var random = SplitMix(seed: seed, of: number)
            return drawSheet(questionnaire, unknown: unknown, &random)
        }
    }
}
