import ArgumentParser
import Conversation
import Reports
import SessionFiles
import Sessions

/// `canary export`: a report for an audience.
struct ExportCommand: CanarySubcommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write a report that peer reviewers can read.")

    @OptionGroup var shared: SharedOptions

    @Argument(help: "An id, its beginning, a title or a path.")
    var session: String

    @Option(help: "markdown, json, or dot and mermaid for a map of linked problems.")
    var format: ReportFormat

    @Option(help: "full, reviewers or public: what the report may show.")
    var audience = Audience.reviewers

    @Option(
        name: .shortAndLong, help: ArgumentHelp("The file to write; - is standard output.", valueName: "file")
    )
    var output = "-"

    @Flag(help: "Replace the file where there is one.")
    var force = false

    func execute() throws(CommandFault) -> ExitStatus {
        let state = try shared.read(session).state.spoken(in: shared.tongue)
        let pack = project(
            state, try assessment(of: state), for: audience, now: Surroundings.now())
        let text = try attempt({ () throws(FormatFault) in try format.text(of: pack) }) {
            .refused($0.wording)
        }
        if output == "-" {
            try Surroundings.write(text)
        } else {
            try attempt({ () throws(FileError) in
                try ReportFile.write(text, to: output, replacing: force)
            }) { $0.isNameTaken ? .report(output, .exists) : .report(output, .failed($0)) }
        }
        return .done
    }
}

extension ReportFormat: ExpressibleByArgument {}
extension Audience: ExpressibleByArgument {}
