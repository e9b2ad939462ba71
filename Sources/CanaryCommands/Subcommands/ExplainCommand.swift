import ArgumentParser
import Conversation
import Disclosure
import Evaluation
import Reports
import SessionFiles
import Sessions

/// `canary explain`: why one finding is what it is.
struct ExplainCommand: CanarySubcommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Say why a finding is what it is, down to the answers and their sources.")

    @OptionGroup var options: SharedOptionGroup

    @Argument(help: "An id, its beginning, a title or a path.")
    var session: String

    @Argument(
        help:
            "A finding: tier, early-warning, any table, model, signature, problem, factor, condition or element, by its id or its name on the screen."
    )
    var finding: String

    @Flag(help: "Draw the reasons as a tree.")
    var tree = false

    @Option(help: "text, or json, which has the sentences and the tree.")
    var format = TextFormat.text

    func execute() throws(CommandFault) -> ExitStatus {
        let state = try shared.read(session).state.spoken(in: shared.localization)
        let assessment = assess(state, for: .display)
        let all = ExplainedFinding.all(assessment.findings, state.instruments)
        let chosen = try attempt({ () throws(ErrorDescription) in
            try ExplainedFinding.named(finding, among: all)
        }) { .refused($0) }
        switch format {
        case .json: try Surroundings.write(try json(.explanation(of: chosen, state, assessment)))
        case .text:
            let blocks = Explainer(state, assessment).explanation(of: chosen, asTree: tree)
            try Surroundings.write(PlainText.text(of: blocks, width: shared.screen.width))
        }
        return .done
    }
}
