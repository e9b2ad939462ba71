import ArgumentParser
import Conversation
import Disclosure
import Escaping
import Evaluation
import Languages
import Reports
import SessionFiles
import Sessions
import Terminal
import Workbooks

/// `canary plan`: the actions of a session.
struct PlanCommand: CanarySubcommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Show what will be done, by whom and when, and how far it is.",
        discussion: """
            Text on the screen shows every action. In a file, and in any other format, actions on answers that are \
            marked confidential are left out, unless --audience full asks for them. ics puts the days on which actions \
            are due into a calendar.
            """)

    @OptionGroup var options: SharedOptionGroup

    @Argument(help: "An id, its beginning, a title or a path.")
    var session: String

    @Option(
        help: "text, json, csv, markdown, docx, xlsx or ics; by default what the file's name says, or text.")
    var format: PlanFormat?

    @Option(
        help: "full, reviewers or corporate: what may be shown; for text on the screen full, else reviewers.")
    var audience: Audience?

    @Option(
        name: .shortAndLong, help: ArgumentHelp("The file to write; - is standard output.", valueName: "file")
    )
    var output = "-"

    @Flag(help: "Replace the file where there is one.")
    var force = false

    /// The format that was asked for, or that the file's name says.
    private var chosen: PlanFormat { format ?? said ?? .text }

    /// The format that the file's name says; nil where it says none.
    private var said: PlanFormat? { PlanFormat(fileName: output) }

    func validate() throws {
        if output == "-", [.xlsx, .docx].contains(chosen) {
            throw ValidationError("the format \(chosen.rawValue) cannot be shown; name a file with -o")
        }
        if let format, let said, said != format {
            throw ValidationError(
                "the file's name says \(said.rawValue), and --format says \(format.rawValue)")
        }
        if output != "-", format == nil, said == nil {
            throw ValidationError(
                "\(output.visible) does not say a format: end it in .docx, .xlsx, .ics, .csv, .md or .txt, or name a --format"
            )
        }
        if audience == .public { throw ValidationError("a plan is no finding, so the public sees none") }
    }

    func execute() throws(CommandFault) -> ExitStatus {
        let state = try shared.read(session).state.spoken(in: shared.localization)
        let isOnScreen = chosen == .text && output == "-" && TerminalSize(descriptor: 1) != nil
        let audience = self.audience ?? (isOnScreen ? .full : .reviewers)
        let pack = project(
            state, assess(state, for: .display), for: audience, now: try Surroundings.now())
        let bytes = try attempt({ () throws(ReportMaking.Fault) in
            try chosen.bytes(of: pack, width: shared.screen.width, environment: Surroundings.environment)
        }) { $0.isOfTheMachine ? .notSaved($0.errorDescription) : .refused($0.errorDescription) }
        guard output != "-" else {
            try Surroundings.write(String(decoding: bytes, as: UTF8.self))
            return .done
        }
        try attempt({ () throws(FileError) in
            try ReportFile.prepare(bytes, for: output, replacing: force).place(replacing: force)
        }) { .report(output, $0.isNameTaken ? .exists : .failed($0)) }
        guard !shared.quiet else { return .done }
        try shared.tell(chosen.written(to: output, pack))
        return .done
    }
}

extension PlanFormat: ExpressibleByArgument {}
