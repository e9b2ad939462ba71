import ArgumentParser
import Instruments
import SessionFiles
import Sessions

/// `Benchmarks generate`: a folder of sessions that look like a region's; the same bytes for the same seed.
struct GenerateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate", abstract: "Make up sessions of several questionnaires in a folder.")

    @Option(help: "How many.")
    var count = 1_000

    @Option(help: "The number of the first; sessions from 0 up to it are not made.")
    var first = 0

    @Option(help: "What chance begins with.")
    var seed: UInt64 = 1

    @Argument(help: "The folder.")
    var folder: String

    func run() throws {
        // Eight of ten are what the headline is about; the others make sure that nobody counts on that.
        let (leadership, early, health) = (
            try builtIn(), try builtIn("early-warning"), try builtIn("corporate-health")
        )
        let known = [leadership, early, health].flatMap { set in
            [.questionnaire(set.questionnaire)] + set.frameworks.map(Instrument.framework)
        }
        let sessions = SessionFolder(
            folder, on: UnsyncedDisk(),
            instruments: InstrumentSources(own: { sha256 in known.first { $0.pin.sha256 == sha256 } }))
        for number in first..<first + count {
            let instruments =
                switch number % 10 {
                case 3: early
                case 7: health
                default: leadership
                }
            var maker = SessionMaker(instruments, seed: seed, number: number)
            try maker.make(in: sessions, number: number)
        }
    }
}
