import ArgumentParser
import BuiltInInstruments
import Instruments

/// What is measured inside a process, and what the measurements need; `Peers/bench.py` runs it in turn with others.
@main
struct BenchmarkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "Benchmarks", abstract: "Measures the parts of Canary, and makes up what is measured.",
        discussion: "docs/benchmarks.md says what is measured, and how. Results are JSON.",
        subcommands: [
            GenerateCommand.self, JournalCommand.self, InstrumentsCommand.self, SheetsCommand.self,
            EvaluateCommand.self, AppendCommand.self, OpenCommand.self,
        ])
}

/// Why there is nothing to measure.
enum BenchmarkFault: Error {
    /// No such questionnaire is built in.
    case noQuestionnaire(String)
    /// The questionnaire does not begin with a rating.
    case noRating
    /// The system refused something.
    case system(String, code: Int32)
}

/// A questionnaire that is built in, with its frameworks.
func builtIn(_ name: String = "leadership") throws -> InstrumentSet {
    guard let set = try BuiltIn.instruments.instruments(for: Questionnaire.ID(name)) else {
        throw BenchmarkFault.noQuestionnaire(name)
    }
    return set
}
