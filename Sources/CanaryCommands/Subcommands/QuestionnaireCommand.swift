import ArgumentParser
import BuiltInInstruments
import Conversation
import InstrumentFiles
import Instruments
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

    @OptionGroup var options: SharedOptionGroup

    func execute() throws(CommandFault) -> ExitStatus {
        let own = try shared.library()?.questionnaires ?? []
        let others = BuiltIn.instruments.summaries.filter { other in !own.contains { $0.id == other.id } }
        let blocks: [Block] = (own.map(\.summary) + others).map { .item(1, $0.localizedDescription) }
        try Surroundings.write(PlainText.text(of: blocks, width: shared.screen.width))
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

    @OptionGroup var options: SharedOptionGroup

    @Argument(help: "The questionnaire, such as leadership.")
    var id: String

    @Option(help: "text, json, or markdown for a paper form.")
    var format = Format.text

    func execute() throws(CommandFault) -> ExitStatus {
        let instruments = try shared.instruments(for: id)
        let questionnaire = (shared.localization.language.map(instruments.spoken) ?? instruments)
            .questionnaire
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
                PlainText.text(of: questionnaire.paperForm(), width: shared.screen.width))
        }
        return .done
    }
}
