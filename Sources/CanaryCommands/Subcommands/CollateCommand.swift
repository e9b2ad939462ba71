import ArgumentParser
import Collation
import Conversation
import Disclosure
import Languages
import Reports
import SessionFiles
import Sessions
import Terminal

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
            Of each authority one session of a questionnaire counts: one that is signed off before one that is \
            complete, and that before one in progress. canary start --authority names the authority. Every number is \
            a number of authorities, and none is told of fewer than five, nor what all of them have in common unless \
            it is good. What is told is noted beside the sessions, in .canary-releases.jsonl, and nothing is told \
            whose difference to what was told before would be about fewer than five. --draft tells who is in, and is \
            not noted.
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
    var fewest = MinimumFrequency.standard

    @Option(
        name: .shortAndLong, help: ArgumentHelp("The file to write; - is standard output.", valueName: "file")
    )
    var output = "-"

    @Flag(
        help: "Tell who is in and how far they are, by name, and no finding; for whoever holds the sessions.")
    var draft = false

    @Flag(help: "Replace the files where there are some.")
    var force = false

    func validate() throws {
        if fewest > 1_000_000 {
            throw ValidationError("--fewest is beyond a million, and no region has so many authorities")
        }
        if fewest < MinimumFrequency.standard {
            throw ValidationError("--fewest can be raised and not lowered: 5 is the fewest")
        }
        if audience == .full, tables == nil { throw ValidationError("--audience full goes with --tables") }
        if draft, tables != nil { throw ValidationError("--draft goes without --tables") }
        if draft, format == .csv { throw ValidationError("--draft is written as text, json or html") }
    }

    func execute() throws(CommandFault) -> ExitStatus {
        if output != "-" { try checkName(output) }
        let tables = try tables.map { folder throws(CommandFault) in
            try RegionTableFiles(folder, audience: audience, replacing: force)
        }
        let now = try Surroundings.now()
        var reading = RegionReading(folder, shared, now: now)
        try reading.readAll(tables)
        // They say why, where nothing is told.
        try tell(reading.remarks)
        let release = RegionRelease(folder: folder, fewest: fewest, now: now)
        if draft {
            try write(try release.draft(of: reading))
            return reading.refusal == nil ? .done : .file
        }
        if let refusal = reading.refusal { throw .notSaved(refusal) }
        let picture = try release.picture(of: reading)
        try tables?.finish(picture, reading.collator.questionnaires())
        try write(picture)
        return .done
    }

    private func write(_ picture: RegionPicture) throws(CommandFault) {
        switch format {
        case .json: try write(try json(.collation(picture)))
        case .csv: try write(RegionCSV.text(of: picture))
        case .html, .text: try write(picture.document(), title: local("The region's picture"))
        }
    }

    private func write(_ draft: RegionDraft) throws(CommandFault) {
        guard format != .json else { return try write(try json(.draft(draft))) }
        try write(draft.document(), title: local("Who is in: a draft"))
    }

    private func write(_ document: [Block], title: String) throws(CommandFault) {
        try write(
            format == .html
                ? HTMLExporter.text(of: document, title: title)
                : PlainText.text(of: document, width: shared.screen.width))
    }

    private func write(_ text: String) throws(CommandFault) {
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
    private func tell(_ remarks: [ErrorDescription]) throws(CommandFault) {
        for remark in remarks {
            try attempt({ () throws(OutputFault) in
                try DescriptorOutput.standardError().write(remark.text(at: nil))
            }) { .output($0) }
        }
    }
}
