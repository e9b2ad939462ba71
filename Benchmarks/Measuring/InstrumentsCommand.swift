import ArgumentParser
import Instruments

/// `Benchmarks instruments`: a questionnaire and its frameworks as JSON, for engines that are to evaluate the same.
struct InstrumentsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "instruments", abstract: "Print a questionnaire with its frameworks as JSON.")

    private struct Printed: Encodable {
        var questionnaire: Questionnaire
        var frameworks: [Framework]
    }

    @Argument(help: "The questionnaire.")
    var questionnaire = "leadership"

    func run() throws {
        let set = try builtIn(questionnaire)
        try printJSON(Printed(questionnaire: set.questionnaire, frameworks: set.frameworks))
    }
}
