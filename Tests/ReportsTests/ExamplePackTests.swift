import BuiltInInstruments
import Conversation
import Disclosure
import Evaluation
import Foundation
import InstrumentFiles
import Instruments
import Reports
import Sessions
import TestSupport
import Testing

/// The packs of the example authorities under `docs/examples`, as they are made today.
struct ExamplePackTests {
    private static let package = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    @Test(arguments: ["borsetshire", "fenmoor"], [ReportFormat.html, .markdown, .csv, .json])
    func `is what is made of its answers`(example: String, format: ReportFormat) throws {
        let bytes = try format.bytes(of: try pack(example))
        let file = Self.package.appending(path: "docs/examples/\(example).\(format.fileEnding)")
        let isRecording = ProcessInfo.processInfo.environment["CANARY_WRITE_EXAMPLES"] != nil
        if isRecording { try Data(bytes).write(to: file) }
        #expect(!isRecording, "written anew: look at it, and run the test again")
        let kept = try? Data(contentsOf: file)
        #expect(kept == Data(bytes), "\(file.lastPathComponent) is stale: make packs writes it anew")
    }

    @Test(arguments: ["borsetshire", "fenmoor"], [ReportFormat.html, .docx, .pdf])
    func `a brief is what is made of its answers`(example: String, format: ReportFormat) throws {
        var pack = try pack(example, for: .corporate)
        pack.cover.mark = "EXAMPLE OF AN AUTHORITY THAT DOES NOT EXIST"
        let bytes = try ReportMaking.bytes(
            of: pack, .brief, as: format, environment: ProcessInfo.processInfo.environment)
        let file = Self.package.appending(path: "docs/examples/\(example)-brief.\(format.fileEnding)")
        let isRecording = ProcessInfo.processInfo.environment["CANARY_WRITE_EXAMPLES"] != nil
        if isRecording { try Data(bytes).write(to: file) }
        #expect(!isRecording, "written anew: look at it, and run the test again")
        let kept = try Data(contentsOf: file)
        // The bytes of what other programs make hang on their versions, so its words are compared.
        #expect(
            try Self.words(of: kept, format) == Self.words(of: Data(bytes), format),
            "\(file.lastPathComponent) is stale: make packs writes it anew")
    }

    /// The words of a file without what stands between them: how lines are broken hangs on the fonts.
    private static func words(of data: Data, _ format: ReportFormat) throws -> String {
        guard format.isMadeElsewhere else { return String(decoding: data, as: UTF8.self) }
        return try withTemporaryFolder { folder in
            let file = "\(folder)/file.\(format.fileEnding)"
            try data.write(to: URL(filePath: file))
            let read =
                format == .docx
                ? try PipedProcess.run("pandoc", ["--to=plain", file], timeLimit: .seconds(60))
                : try PipedProcess.run("pdftotext", ["-raw", file, "-"], timeLimit: .seconds(60))
            #expect(read.status == .exited(0) && !read.outputText.isEmpty, "\(read.errorText)")
            return read.outputText.filter { $0.isLetter || $0.isNumber }
        }
    }

    /// The pack of an example, on a day that does not pass.
    private func pack(_ example: String, for audience: Audience = .reviewers) throws -> Pack {
        let instruments = try #require(try BuiltIn.instruments.instruments(for: "leadership"))
        let now = try #require(Timestamp("2026-11-22T09:00:00.000Z"))
        let started = start(
            session: "exam-ple1", title: "Example: \(example)", authority: example.capitalized,
            instruments: instruments, now: now)
        guard case .started(let first) = started.what else { throw CocoaError(.featureUnsupported) }
        var state = SessionState(first, at: now, instruments: instruments)
        let path = Self.package.appending(path: "Sessions/Examples/\(example).yaml").path
        let sheet = AnswersReader.read(try SourceFile(path: path)).value
        for event in try decide(.recordSheet(try #require(sheet)), state, now: now) {
            apply(event, to: &state)
        }
        return project(state, assess(state, for: .report), for: audience, now: now)
    }
}
