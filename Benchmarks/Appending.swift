import FoundationEssentials
import Glibc
import Instruments
import SessionFiles
import Sessions

/// Times an answer until it is durable against one bare write and `fdatasync` of the same line, in turns.
///
/// - Parameters:
///   - instruments: what the session asks; its first question is a rating.
///   - folder: an empty folder, on the disk that is to be measured.
///   - count: how many of each.
/// - Returns: the medians, in milliseconds.
/// - Throws: what the disk says.
func timeOfAnAnswer(
    _ instruments: InstrumentSet, in folder: String, count: Int = 1_001
) throws -> (answer: Double, bare: Double) {
    let session = try SessionFolder(folder).start(
        title: "T", authority: nil, instruments: instruments, now: Timestamp(milliseconds: 0))
    guard let question = instruments.questionnaire.questions.first else { return (0, 0) }
    let bare = unsafe open("\(folder)/bare", O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard bare >= 0 else { return (0, 0) }
    defer { _ = close(bare) }
    _ = try session.perform(
        .answer(question.id, .given(.rating(3)), note: nil), now: Timestamp(milliseconds: 0))
    let journal = try Data(contentsOf: URL(filePath: session.path))
    let line = Array((journal.split(separator: 10).last ?? Data()) + [10])
    let clock = ContinuousClock()
    var times: (answer: [Double], bare: [Double]) = ([], [])
    for round in 0..<count {
        let command = SessionCommand.answer(question.id, .given(.rating(round % 4 + 1)), note: nil)
        times.answer.append(
            try clock.measure { _ = try session.perform(command, now: Timestamp(milliseconds: 0)) }
                .milliseconds)
        times.bare.append(
            clock.measure {
                unsafe line.withUnsafeBytes { _ = unsafe Glibc.write(bare, $0.baseAddress, $0.count) }
                _ = fdatasync(bare)
            }.milliseconds)
    }
    return (times.answer.sorted()[count / 2], times.bare.sorted()[count / 2])
}

extension Duration {
    /// The time in milliseconds.
    var milliseconds: Double { Double(components.attoseconds) / 1e15 + Double(components.seconds) * 1e3 }
}
