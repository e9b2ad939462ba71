import ArgumentParser
import Instruments
import SessionFiles
import Sessions

/// `Benchmarks open`: how long it takes to read a journal.
struct OpenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open", abstract: "Time the reading of a session, its start of process left out.")

    private struct Printed: Encodable {
        /// The times, in nanoseconds.
        var times: [Int]
        /// The events that were read.
        var events: Int
    }

    @Option(help: "How often.")
    var rounds = 5

    @Argument(help: "The journal.")
    var path: String

    func run() throws {
        let instruments = try builtIn()
        let known =
            [.questionnaire(instruments.questionnaire)] + instruments.frameworks.map(Instrument.framework)
        let folder = SessionFolder(
            ".",
            instruments: InstrumentSources(own: { sha256 in known.first { $0.pin.sha256 == sha256 } }))
        var events = 0
        // The first reading decodes the instruments, once for however many sessions.
        let times = try (0...rounds).map { _ in
            try nanoseconds { events = try folder.read(path).state.lastNumber }
        }
        try printJSON(Printed(times: Array(times.dropFirst()), events: events))
    }
}
