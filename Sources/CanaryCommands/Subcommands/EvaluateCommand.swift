import ArgumentParser
import Conversation
import Disclosure
import Evaluation
import Reports
import SessionFiles
import Sessions

/// `canary evaluate`: what the answers mean, and why.
struct EvaluateCommand: CanarySubcommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Say what the answers point to, with the reasons and what is still possible.")

    @OptionGroup var options: SharedOptionGroup

    @Argument(help: "An id, its beginning, a title or a path.")
    var session: String

    @Option(help: "text or json.")
    var format = TextFormat.text

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "Answers to assume, such as capacity-to-plan.staff-part=3; nothing is saved.",
            valueName: "question=answer"))
    var whatIf: [String] = []

    func execute() throws(CommandFault) -> ExitStatus {
        let state = try shared.read(session).state.spoken(in: shared.localization)
        let changes = try attempt({ () throws(ErrorDescription) in try AssumedAnswer.all(whatIf, in: state) })
        {
            .refused($0)
        }
        let assessment = assess(state, assuming: changes, for: .display)
        let now = changes.isEmpty ? nil : assess(state, for: .display)
        switch format {
        case .json:
            try Surroundings.write(
                try json(.evaluation(assessment, of: state, assuming: changes, now: now)))
        case .text:
            var blocks = project(
                state, assessment, for: .full, now: try Surroundings.now()
            ).findingsDocument()
            if let now {
                blocks = whatIfSection(changes, of: state, now: now, then: assessment) + blocks
            }
            try Surroundings.write(
                PlainText.text(of: blocks, width: shared.screen.width))
        }
        return .done
    }
}
