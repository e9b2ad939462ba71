import ArgumentParser
import BuiltInInstruments
import Conversation
import Escaping
import Glibc
import InstrumentChecks
import InstrumentFiles
import Instruments
import Languages
import Reports

/// `canary questionnaire check`: the linter.
struct QuestionnaireCheckCommand: CanarySubcommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Check instruments and report everything that is wrong with them.",
        discussion: "docs/checks.md explains each finding. Warnings count as errors under --strict.")

    @OptionGroup var options: SharedOptionGroup

    @Flag(help: "Run the cases beside each questionnaire, too: NAME.cases.yaml.")
    var cases = false

    @Option(help: "text or json.")
    var format = TextFormat.text

    @Argument(help: "Files of questionnaires, frameworks and cases.")
    var files: [String]

    func execute() throws(CommandFault) -> ExitStatus {
        var contents = LibraryContents(folder: "")
        for file in files { try add(file, to: &contents) }
        if cases {
            for file in files where !contents.cases.contains(where: { $0.file == file }) {
                guard let path = Self.casesPath(beside: file), !files.contains(path),
                    unsafe access(path, F_OK) == 0
                else { continue }
                try add(path, to: &contents)
            }
        }
        // What the files refer to may be in the user's own folder, or built in.
        let (questionnaires, frameworks) = (
            try shared.builtInQuestionnaires(),
            try shared.builtIn { own throws(BuiltIn.Damage) in try own.frameworks }
        )
        let own = try shared.library()
        // Scripts read JSON, so it is in English always.
        let checking = Catalogue.speaking(format == .json ? nil : Catalogue.current) {
            Checking(
                contents,
                others: (
                    (own?.questionnaires ?? []) + questionnaires,
                    (own?.frameworks ?? []) + frameworks.filter { own?.framework($0.id) == nil }
                ))
        }
        let fails = checking.fails(strictly: shared.strict)
        switch format {
        case .text: try Surroundings.write(text(of: checking))
        case .json: try Surroundings.write(try CanaryCommands.json(checking.json))
        }
        return fails ? .findings : .done
    }

    private func add(_ file: String, to contents: inout LibraryContents) throws(CommandFault) {
        let source = try attempt({ () throws(Fault) in try SourceFile(path: file) }) {
            .faults(Faults([$0]))
        }
        contents.add(InstrumentReader.read(source), of: file)
    }

    /// `NAME.cases.yaml` beside `NAME.yaml`; nil for a file of another ending.
    private static func casesPath(beside file: String) -> String? {
        for ending in [".yaml", ".yml"] where file.hasSuffix(ending) {
            return file.dropLast(ending.count) + ".cases" + ending
        }
        return nil
    }

    private func text(of checking: Checking) -> String {
        let found = checking.lines.map { line in
            let position = line.place.map { ":\($0.line):\($0.column)" } ?? ""
            let advice = line.hint.map { "  hint: \($0)\n" } ?? ""
            return "\(line.file)\(position): \(line.isError ? "error" : "warning"): \(line.message) "
                + "[\(line.code)]\n\(advice)".visible
        }
        guard checking.lines.isEmpty else { return found.joined().visible }
        return shared.quiet
            ? "" : PlainText.text(of: checking.certificate, width: shared.screen.width)
    }
}

extension Checking {
    /// What was looked at, where nothing is wrong with it.
    fileprivate var certificate: [Block] {
        [
            .paragraph(
                plural(
                    files.count, "Nothing is wrong with \(files.count) file. This was checked:",
                    "Nothing is wrong with \(files.count) files. This was checked:"))
        ]
            + files.map { file in
                let version = file.version.map { " \($0)" } ?? ""
                let tried =
                    file.combinations > 0
                    ? "; "
                        + counted(
                            file.combinations, "combination of conditions gone through",
                            "combinations of conditions gone through") : ""
                return .item(
                    1,
                    "\(file.path): \(file.kind.localizedDescription) \(file.id)\(version), \(file.contents)\(tried)."
                        + (file.sha256.map { " SHA-256 \($0)" } ?? ""))
            }
            + [
                .paragraph(checked(AllChecks.codes.count))
            ]
    }

    /// How many checks were made, and in what.
    private func checked(_ checks: Int) -> String {
        let combinations = counted(
            files.reduce(0) { $0 + $1.combinations }, "combination", "combinations")
        let cases = counted(caseCount, "case", "cases")
        return caseCount > 0
            ? plural(
                checks,
                "\(checks) checks were made, in \(combinations) of conditions and in all answers that the "
                    + "questions take, and \(cases) gave what they must.",
                "\(checks) checks were made, in \(combinations) of conditions and in all answers that the "
                    + "questions take, and \(cases) gave what they must.")
            : plural(
                checks,
                "\(checks) checks were made, in \(combinations) of conditions and in all answers that the "
                    + "questions take.",
                "\(checks) checks were made, in \(combinations) of conditions and in all answers that the "
                    + "questions take.")
    }

    fileprivate var json: JSONValue {
        .object([
            "format": .text("canary-check/1"),
            "errors": .whole(lines.count { $0.isError }), "warnings": .whole(lines.count { !$0.isError }),
            "findings": .array(
                lines.map { line in
                    .object([
                        "file": .text(line.file), "line": line.place.map { .whole($0.line) } ?? .null,
                        "column": line.place.map { .whole($0.column) } ?? .null,
                        "severity": .text(line.isError ? "error" : "warning"), "code": .text(line.code),
                        "message": .text(line.message), "hint": JSONValue(line.hint),
                    ])
                }),
            "files": .array(
                files.map { file in
                    .object([
                        "path": .text(file.path), "kind": .text(file.kind.rawValue), "id": .text(file.id),
                        "version": JSONValue(file.version), "sha256": JSONValue(file.sha256),
                        "combinations": .whole(file.combinations),
                    ])
                }),
            "cases": .whole(caseCount),
        ])
    }
}
