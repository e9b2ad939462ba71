import ArgumentParser
import Conversation
import Disclosure
import Evaluation
import Reports
import SessionFiles
import Sessions

/// `canary show`: every answer of a session.
struct ShowCommand: CanarySubcommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show every answer with its notes and evidence.")

    @OptionGroup var options: SharedOptionGroup

    @Argument(help: "An id, its beginning, a title or a path.")
    var session: String

    @Option(help: "text or json.")
    var format = TextFormat.text

    func execute() throws(CommandFault) -> ExitStatus {
        let saved = try shared.read(session)
        let state = saved.state.spoken(in: shared.localization)
        let now = try Surroundings.now()
        switch format {
        case .json:
            try Surroundings.write(
                try json(.show(state, state: SessionListing.State(of: state).rawValue, now: now)))
        case .text:
            let pack = project(
                state, assess(state, for: .display), for: .full, now: now)
            try Surroundings.write(
                PlainText.text(of: pack.answersDocument(), width: shared.screen.width))
        }
        return .done
    }
}
