import ArgumentParser
import FoundationEssentials
import Glibc
import Instruments
import SessionFiles
import Sessions

/// `Benchmarks append`: an answer until it is durable, in turn with one bare write and `fdatasync` of the same line.
struct AppendCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "append", abstract: "Time an answer until it is durable against a bare write and sync.")

    private struct Printed: Encodable {
        /// The times of the answers, in nanoseconds.
        var answer: [Int] = []
        /// The times of the bare writes, in nanoseconds.
        var bare: [Int] = []
        /// The length of a line, in bytes.
        var bytes = 0
    }

    @Option(help: "How many of each.")
    var count = 201

    @Argument(help: "A folder without sessions, on the disk that is to be measured.")
    var folder: String

    func run() throws {
        let instruments = try builtIn()
        guard let question = instruments.questionnaire.questions.first, question.kind.name == .rating else {
            throw BenchmarkFault.noRating
        }
        let session = try SessionFolder(folder).start(
            title: "T", authority: nil, instruments: instruments, now: Timestamp(milliseconds: 0))
        let line = [UInt8](
            repeating: UInt8(ascii: "."), count: try lengthOfAnswer(to: question.id, in: session))
        let bare = unsafe open("\(folder)/bare", O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard bare >= 0 else { throw BenchmarkFault.system("open", code: errno) }
        defer { _ = close(bare) }
        var printed = Printed(bytes: line.count)
        for round in 0..<count {
            let command = SessionCommand.answer(question.id, .given(.rating(round % 4 + 1)), note: nil)
            printed.answer.append(
                try nanoseconds { _ = try session.perform(command, now: Timestamp(milliseconds: 0)) })
            var isWritten = false
            printed.bare.append(
                nanoseconds {
                    let taken = unsafe line.withUnsafeBytes { unsafe write(bare, $0.baseAddress, $0.count) }
                    isWritten = taken == line.count && fdatasync(bare) == 0
                })
            guard isWritten else { throw BenchmarkFault.system("write", code: errno) }
        }
        try printJSON(printed)
    }

    private func lengthOfAnswer(to question: Question.ID, in session: OpenSession) throws -> Int {
        let before = try Data(contentsOf: URL(filePath: session.path)).count
        _ = try session.perform(
            .answer(question, .given(.rating(3)), note: nil), now: Timestamp(milliseconds: 0))
        return try Data(contentsOf: URL(filePath: session.path)).count - before
    }
}
