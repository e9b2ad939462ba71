import InstrumentChecks
import InstrumentFiles
import Instruments
import JSONText

/// Reads and checks a folder of instruments, and writes them into one file of Swift.
struct Compilation {
    /// The folder that holds the YAML.
    let folder: String
    /// The file to write.
    let output: String

    /// Compiles, and prints all that is wrong as `file:line:column: error: …`.
    ///
    /// - Returns: whether the file was written; nothing is written when there is an error.
    func run() -> Bool {
        let library: LibraryContents
        do {
            library = try InstrumentLibrary(folder: folder).read()
        } catch {
            return report(error.all)
        }
        // References into a file with errors would be reported as unknown, so these come first.
        guard report(library.faults) else { return false }
        let context = CheckContext(
            questionnaires: library.questionnaires, frameworks: library.frameworks)
        guard report(AllChecks.diagnostics(in: context), in: library) else { return false }
        do {
            try write(library)
            return true
        } catch {
            BuildMessage(file: output, place: nil, isError: true, message: "\(error)", hint: nil).print()
            return false
        }
    }

    /// Prints faults; whether none is an error.
    private func report(_ faults: [Fault]) -> Bool {
        for fault in faults {
            BuildMessage(
                file: fault.file, place: fault.place, isError: fault.severity == .error,
                message: FaultWording.message(fault), hint: FaultWording.hint(fault)
            ).print()
        }
        return !faults.contains { $0.severity == .error }
    }

    /// Prints diagnostics; whether none is an error.
    private func report(_ diagnostics: [Diagnostic], in library: LibraryContents) -> Bool {
        for diagnostic in diagnostics {
            let location = library.location(of: diagnostic.path, in: diagnostic.instrument)
            BuildMessage(
                file: location?.file ?? folder, place: location?.place,
                isError: diagnostic.severity == .error, message: diagnostic.message,
                hint: diagnostic.hint
            ).print()
        }
        return !diagnostics.contains { $0.severity == .error }
    }

    /// Writes each instrument as JSON of its own, which `BuiltInInstruments` decodes when it is wanted.
    private func write(_ library: LibraryContents) throws {
        let entries =
            try library.questionnaires.map {
                let feeds = $0.feeds.map { SwiftLiteral($0.text).source }.joined(separator: ", ")
                let summary = """
                    QuestionnaireSummary(
                                id: \(SwiftLiteral($0.id.text).source), title: \(SwiftLiteral($0.title).source), \
                    questions: \($0.questions.count), minutes: \($0.minutes.map(String.init) ?? "nil"), feeds: [\(feeds)])
                    """
                return try entry(
                    "questionnaire", $0.id.text, $0.version, $0.sha256, $0.title, "summary: \(summary), ", $0)
            }
            + library.frameworks.map {
                try entry("framework", $0.id.text, $0.version, $0.sha256, $0.title, "", $0)
            }
        let source = """
            // Written by compile-instruments from the YAML in Questionnaires; do not edit.

            import Instruments

            let builtInInstruments: [BuiltInText] = [
            \(entries.joined(separator: "\n"))
            ]

            """
        try SourceOutput.save(source, to: output)
    }

    private func entry(
        _ kind: String, _ id: String, _ version: String, _ sha256: String, _ title: String,
        _ summary: String, _ instrument: some Encodable
    ) throws -> String {
        let json = SwiftLiteral(try JSONText.encode(instrument, .line)).source
        return """
                BuiltInText(
                    kind: .\(kind), id: "\(id)", version: "\(version)", sha256: "\(sha256)",
                    title: \(SwiftLiteral(title).source), \(summary)json: \(json)),
            """
    }
}
