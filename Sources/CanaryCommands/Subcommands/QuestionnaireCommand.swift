import ArgumentParser
import BuiltInInstruments
import Conversation
import InstrumentChecks
import InstrumentFiles
import Instruments
import LineEditing
import Reports

/// `canary questionnaire`: the instruments.
struct QuestionnaireCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "questionnaire", abstract: "List, show and check questionnaires and frameworks.",
        subcommands: [
            QuestionnaireListCommand.self, QuestionnaireShowCommand.self, QuestionnaireCheckCommand.self,
        ])
}

/// `canary questionnaire list`
struct QuestionnaireListCommand: CanarySubcommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the questionnaires.")

    @OptionGroup var shared: SharedOptions

    func execute() throws(CommandFault) -> ExitStatus {
        let own = try shared.library()?.questionnaires ?? []
        let others = try shared.builtIn().questionnaires.filter { other in
            !own.contains { $0.id == other.id }
        }
        let blocks: [Block] = (own + others).map { .item(1, $0.inWords) }
        try Surroundings.write(PlainText.text(of: blocks, width: Surroundings.screen().width))
        return .done
    }
}

/// `canary questionnaire show`
struct QuestionnaireShowCommand: CanarySubcommand {
    /// How a questionnaire is shown.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text
        case json
        case markdown
    }

    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show every question of a questionnaire.")

    @OptionGroup var shared: SharedOptions

    @Argument(help: "The questionnaire, such as leadership.")
    var id: String

    @Option(help: "text, json, or markdown for a paper form.")
    var format = Format.text

    func execute() throws(CommandFault) -> ExitStatus {
        let questionnaire = try shared.instruments(for: id).questionnaire
        switch format {
        case .json:
            try Surroundings.write(
                try attempt({ () throws(any Error) in
                    try JSONExporter.text(of: ShownQuestionnaire(questionnaire))
                }) { .encoding("\($0)") })
        case .markdown:
            try Surroundings.write(MarkdownExporter.text(of: questionnaire.paperForm()))
        case .text:
            try Surroundings.write(
                PlainText.text(of: questionnaire.paperForm(), width: Surroundings.screen().width))
        }
        return .done
    }
}

/// `canary questionnaire check`
struct QuestionnaireCheckCommand: CanarySubcommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Check instruments and report everything that is wrong with them.")

    @OptionGroup var shared: SharedOptions

    @Argument(help: "Files of questionnaires and frameworks.")
    var files: [String]

    func execute() throws(CommandFault) -> ExitStatus {
        var contents = LibraryContents(folder: "")
        for file in files {
            let source = try attempt({ () throws(Fault) in try SourceFile(path: file) }) {
                .faults(Faults([$0]))
            }
            contents.add(InstrumentReader.read(source), of: file)
        }
        var lines = contents.faults.map { fault in
            line(
                fault.file, fault.place, fault.severity == .error, FaultWording.message(fault),
                FaultWording.hint(fault))
        }
        var hasErrors = contents.faults.contains { $0.severity == .error }
        if !hasErrors {
            let builtIn = try shared.builtIn().frameworks.filter { contents.framework($0.id) == nil }
            let findings = AllChecks.findings(
                in: CheckContext(
                    questionnaires: contents.questionnaires,
                    frameworks: contents.frameworks + builtIn))
            for finding in findings {
                guard let found = contents.location(of: finding.path, in: finding.instrument) else {
                    continue
                }
                let isError = finding.severity == .error || shared.strict
                hasErrors = hasErrors || isError
                lines.append(
                    line(
                        found.file, found.place, finding.severity == .error,
                        FindingWording.message(finding), FindingWording.hint(finding)))
            }
        }
        if lines.isEmpty && !shared.quiet {
            lines = ["Nothing is wrong with \(counted(files.count, "file")).\n"]
        }
        try Surroundings.write(lines.joined())
        return hasErrors ? .findings : .done
    }

    private func line(
        _ file: String, _ place: Place?, _ isError: Bool, _ message: String, _ hint: String?
    ) -> String {
        let position = place.map { ":\($0.line):\($0.column)" } ?? ""
        let advice = hint.map { "  hint: \($0)\n" } ?? ""
        return "\(file)\(position): \(isError ? "error" : "warning"): \(message)\n\(advice)".visible
    }
}
