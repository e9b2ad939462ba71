import ArgumentParser
import Collation
import Conversation
import Evaluation
import Languages
import LineEditing
import Reports
import SessionFiles

/// `canary collate`: many sessions at once.
struct CollateCommand: CanarySubcommand {
    /// How the picture is written.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text
        case json
        case csv
        case html
    }

    /// Who will have the tables.
    enum TableAudience: String, ExpressibleByArgument, CaseIterable {
        case full
        case `public`
    }

    static let configuration = CommandConfiguration(
        commandName: "collate", abstract: "Tell what many sessions have in common, and nothing of any few.",
        discussion: """
            Of each authority the newest session of a questionnaire counts; canary start --authority names the \
            authority. Every number is a number of authorities, and none is told of fewer than five. What is told is \
            noted beside the sessions, in .canary-releases.jsonl, and nothing is told whose difference to what was \
            told before would be about fewer than five.
            """)

    @OptionGroup var options: SharedOptionGroup

    @Argument(help: ArgumentHelp("The folder of the sessions.", valueName: "dir"))
    var folder: String

    @Option(help: "text, json, csv or html.")
    var format = Format.text

    @Option(help: ArgumentHelp("A folder for tables that databases read.", valueName: "dir"))
    var tables: String?

    @Option(
        help:
            "public: the tables have what may be told; full: a row for each fact, for whoever holds the sessions."
    )
    var audience = TableAudience.public

    @Option(help: ArgumentHelp("The fewest authorities of whom a number is told, 5 or more.", valueName: "n"))
    var fewest = Disclosure.fewest

    @Option(
        name: .shortAndLong, help: ArgumentHelp("The file to write; - is standard output.", valueName: "file")
    )
    var output = "-"

    @Flag(help: "Read every event, also of sessions that end with what they come to.")
    var replay = false

    @Flag(help: "Replace the files where there are some.")
    var force = false

    func validate() throws {
        if fewest < Disclosure.fewest {
            throw ValidationError("--fewest can be raised and not lowered: 5 is the fewest")
        }
        if audience == .full, tables == nil { throw ValidationError("--audience full goes with --tables") }
    }

    func execute() throws(CommandFault) -> ExitStatus {
        if output != "-" { try checkName(output) }
        let tables = try tables.map { folder throws(CommandFault) in
            try RegionTableFiles(folder, audience: audience, replacing: force)
        }
        var reading = RegionReading(folder, shared, isReplaying: replay)
        try reading.readAll(tables)
        // They say why, where nothing is told.
        try tell(reading.remarks)
        let picture = try RegionTelling(folder: folder, fewest: fewest, now: Surroundings.now())
            .picture(of: reading)
        try tables?.finish(picture)
        try write(picture)
        return .done
    }

    private func write(_ picture: RegionPicture) throws(CommandFault) {
        let title = local("The region's picture")
        let text: String =
            switch format {
            case .json: try json(.collation(picture))
            case .csv: RegionCSV.text(of: picture)
            case .html: HTMLExporter.text(of: picture.document(), title: title)
            case .text: PlainText.text(of: picture.document(), width: shared.screen.width)
            }
        guard output != "-" else { return try Surroundings.write(text) }
        let (path, isForced) = (output, force)
        try attempt({ () throws(FileError) in
            try ReportFile.write(Array(text.utf8), to: path, replacing: isForced)
        }) { .report(path, $0.isNameTaken ? .exists : .failed($0)) }
    }

    private func checkName(_ path: String) throws(CommandFault) {
        let isForced = force
        try attempt({ () throws(FileError) in try ReportFile.check(path, replacing: isForced) }) {
            .report(path, $0.isNameTaken ? .exists : .failed($0))
        }
    }

    /// Says on standard error which files were left out, each with its reason, and how many.
    private func tell(_ remarks: [Message]) throws(CommandFault) {
        for remark in remarks {
            try attempt({ () throws(OutputFault) in
                try DescriptorOutput.standardError().write(remark.text(at: nil))
            }) { .output($0) }
        }
    }
}
