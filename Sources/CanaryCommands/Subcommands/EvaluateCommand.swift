import ArgumentParser
import Conversation
import Evaluation
import Reports
import SessionFiles
import Sessions

/// `canary evaluate`: what the answers mean, and why.
struct EvaluateCommand: CanarySubcommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Say what the answers point to, with the reasons and what is still possible.")

    @OptionGroup var shared: SharedOptions

    @Argument(help: "An id, its beginning, a title or a path.")
    var session: String

    @Option(help: "text or json.")
    var format = TextFormat.text

    func execute() throws(CommandFault) -> ExitStatus {
        let state = try shared.read(session).state
        let findings = try evaluation(of: state)
        switch format {
        case .json:
            try Surroundings.write(try json(.evaluation(findings, of: state)))
        case .text:
            let pack = project(state, findings, for: .full, now: Surroundings.now())
            try Surroundings.write(
                PlainText.text(of: pack.findingsDocument(), width: Surroundings.screen().width))
        }
        return .done
    }
}
