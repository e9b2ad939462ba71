import ArgumentParser
import Instruments
import SessionFiles
import Sessions

/// `Benchmarks journal`: one session of so many events, each of them an answer given anew.
struct JournalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "journal", abstract: "Make up one session of many events, and print its path.")

    @Option(help: "How many events, the start included.")
    var events = 1_000

    @Option(help: "What chance begins with.")
    var seed: UInt64 = 1

    @Argument(help: "The folder.")
    var folder: String

    func run() throws {
        let instruments = try builtIn()
        var random = SplitMix(seed: seed, of: events)
        let session = try SessionFolder(folder, on: UnsyncedDisk()).start(
            title: "\(events) events", authority: Words.authorities.first, instruments: instruments,
            now: Timestamp(milliseconds: 1_767_603_600_000), random: SplitMix(seed: ~seed, of: events))
        let ratings = instruments.questionnaire.questions.filter {
            $0.kind.name == .rating && $0.askWhen == nil
        }
        for number in 1..<max(events, 1) {
            guard !ratings.isEmpty else { throw BenchmarkFault.noRating }
            let answer = SessionCommand.answer(
                ratings[number % ratings.count].id, .given(.rating(random.number(1...4))), note: nil)
            _ = try session.perform(answer, now: Timestamp(milliseconds: 1_767_603_600_000 + number * 1_000))
        }
        print(session.path)
    }
}
