import ArgumentParser
import Conversation
import Disclosure
import Escaping
import Evaluation
import Glibc
import Languages
import Reports
import SessionFiles
import Sessions
import Terminal

/// `canary export`: a report for an audience.
struct ExportCommand: CanarySubcommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write a report that peer reviewers can read.",
        discussion: """
            The session's history says which report left, for whom, with the SHA-256 of its file. With --protect \
            the page is sealed with a passphrase, which is shown once; give it by another way than the file. Mail \
            gateways hold back HTML in attachments: send a link to the file instead.
            """)

    @OptionGroup var options: SharedOptionGroup

    @Argument(help: "An id, its beginning, a title or a path.")
    var session: String

    @Option(
        help:
            "html, pdf (by a browser), markdown, csv, json, xlsx, or dot and mermaid for a map of linked problems."
    )
    var format: ReportFormat

    @Option(help: "full, reviewers or public: what the report may show.")
    var audience = Audience.reviewers

    @Option(
        name: .shortAndLong, help: ArgumentHelp("The file to write; - is standard output.", valueName: "file")
    )
    var output = "-"

    @Flag(help: "Replace the file where there is one.")
    var force = false

    @Flag(help: "Seal the page with a passphrase, which is shown once; for html.")
    var protect = false

    func validate() throws {
        if output == "-", !format.isText {
            throw ValidationError("a workbook or a PDF cannot be shown; name a file with -o")
        }
        if protect, format != .html { throw ValidationError("--protect goes with --format html") }
    }

    func execute() throws(CommandFault) -> ExitStatus {
        let now = try Surroundings.now()
        let folder = try shared.folder()
        let path = try shared.resolve(session, in: folder)
        let saved = try attempt({ () throws(JournalFault) in try folder.read(path) }) { .journal($0) }
        try shared.tell([saved.state.uncheckedInWords].compactMap(\.self))
        // What may leave a room depends on what left before, so that it has to be on record.
        let room =
            saved.state.room != nil && audience.showsAnswers
            ? try attempt({ () throws(JournalFault) in try folder.open(path) }) { .journal($0) } : nil
        let state = (room?.state ?? saved.state).spoken(in: shared.localization)
        let pack = project(
            state, assess(state, for: .report), for: audience, now: now)
        if output != "-" {
            try attempt({ () throws(FileError) in try ReportFile.check(output, replacing: force) }, or: fault)
        }
        var random = SystemRandomNumberGenerator()
        let protection = protect ? Protection(&random) : nil
        if protect { shared.progress(local("Sealing the page. This takes a moment.")) }
        if format == .pdf { shared.progress(local("A browser prints the page. This takes a few seconds.")) }
        let bytes = try attempt({ () throws(ReportMaking.Fault) in
            try ReportMaking.bytes(
                of: pack, as: format, protection: protection, environment: Surroundings.environment)
        }) { $0.isOfTheMachine ? .notSaved($0.wording) : .refused($0.wording) }
        // All that can fail comes before the release is on record: the file is whole, and the passphrase was seen.
        let draft =
            output == "-"
            ? nil
            : try attempt(
                { () throws(FileError) in try ReportFile.prepare(bytes, for: output, replacing: force) },
                or: fault)
        if let protection {
            try shared.tell([
                local("The passphrase, shown this once: \(protection.passphrase)"),
                local(
                    "Give it by another way than the file. Mail gateways hold back HTML: send a link to the file."
                ),
            ])
        }
        let release = Release(pack, as: format, bytes)
        if let room {
            try attempt({ () throws(PerformFault) in
                _ = try room.perform(.recordRelease(release), now: now)
            }) { $0.fault }
        } else {
            try record(release, of: path, in: folder, now: now)
        }
        if let draft {
            try attempt({ () throws(FileError) in try draft.place(replacing: force) }, or: fault)
        } else {
            try attempt({ () throws(OutputFault) in try DescriptorOutput.standardOutput().write(bytes: bytes)
            }) {
                .output($0)
            }
        }
        try sayWritten(pack, bytes.count)
        return .done
    }

    /// Says what was written, where and for whom, and what is not in it; of standard output only to somebody at a
    /// terminal.
    private func sayWritten(_ pack: Pack, _ bytes: Int) throws(CommandFault) {
        guard !shared.quiet else { return }
        let size = plural(bytes, "\(bytes) byte", "\(bytes) bytes")
        guard output != "-" else {
            return shared.progress(
                local(
                    "Written as \(format.rawValue) for \(audience.rawValue): \(size). \(pack.leftOutInWords)")
            )
        }
        try shared.tell([
            local("Written as \(format.rawValue) for \(audience.rawValue): \(output.visible), \(size)."),
            pack.leftOutInWords,
        ])
    }

    private func fault(_ error: FileError) -> CommandFault {
        .report(output, error.isNameTaken ? .exists : .failed(error))
    }

    /// Notes in the session's history what leaves, before it does; in a session that cannot be written to, as of another
    /// user or an archive, it is said that it is not noted. A disk that fails or is full lets nothing leave.
    private func record(
        _ release: Release, of path: String, in folder: SessionFolder, now: Timestamp
    ) throws(CommandFault) {
        let open: OpenSession?
        var why: Wording?
        do throws(JournalFault) {
            open = try folder.open(path)
        } catch {
            if case .file(let refusal) = error, ![EACCES, EPERM, EROFS].contains(refusal.code) {
                throw .journal(error)
            }
            (open, why) = (nil, error.wording)
        }
        if let open {
            do throws(PerformFault) {
                _ = try open.perform(.recordRelease(release), now: now)
                return
            } catch {
                guard case .rejected = error else { throw error.fault }
                why = error.wording
            }
        }
        try shared.tell([local("This report is not noted in the session's history: \(why?.message ?? "").")])
    }
}

extension ReportFormat: ExpressibleByArgument {}
extension Audience: ExpressibleByArgument {}
