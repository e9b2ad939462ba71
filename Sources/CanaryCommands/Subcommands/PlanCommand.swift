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
    /// How a plan is written.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text
        case json
        case csv
        case markdown
        case xlsx
        case docx
        case ics
    }

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
    var format: Format?

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
    private var chosen: Format { format ?? said ?? .text }

    /// The format that the file's name says; nil where it says none.
    private var said: Format? {
        Format.allCases.first { output.lowercased().hasSuffix(".\($0.ending)") }
    }

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
        let bytes = try bytes(of: pack)
        guard output != "-" else {
            try Surroundings.write(String(decoding: bytes, as: UTF8.self))
            return .done
        }
        try attempt({ () throws(FileError) in
            try ReportFile.prepare(bytes, for: output, replacing: force).place(replacing: force)
        }) { .report(output, $0.isNameTaken ? .exists : .failed($0)) }
        guard !shared.quiet else { return .done }
        try shared.tell([
            local(
                "Written as \(chosen.rawValue) for \(audience.rawValue): \(output.visible). \(pack.planCounts)"
            ),
            pack.leftOutDescription,
        ])
        return .done
    }

    private func bytes(of pack: Pack) throws(CommandFault) -> [UInt8] {
        switch chosen {
        case .text: Array(PlainText.text(of: pack.planDocument(), width: shared.screen.width).utf8)
        case .json: Array(try json(PlanExporter.json(of: pack)).utf8)
        case .csv: Array(PlanExporter.csv(of: pack).utf8)
        case .markdown: Array(MarkdownExporter.text(of: pack.document(.plan)).utf8)
        case .docx:
            try attempt({ () throws(ReportMaking.Fault) in
                try ReportMaking.bytes(
                    of: pack, .plan, as: .docx, environment: Surroundings.environment)
            }) { $0.isOfTheMachine ? .notSaved($0.errorDescription) : .refused($0.errorDescription) }
        case .ics: Array(PlanExporter.calendar(of: pack).utf8)
        case .xlsx:
            try attempt({ () throws(any Error) in try PlanExporter.workbook(of: pack).bytes() }) {
                .encoding("\($0)")
            }
        }
    }
}

extension PlanCommand.Format {
    /// The ending of a file's name.
    fileprivate var ending: String {
        switch self {
        case .markdown: "md"
        case .text: "txt"
        case .json, .csv, .xlsx, .docx, .ics: rawValue
        }
    }
}
