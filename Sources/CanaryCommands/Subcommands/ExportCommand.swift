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

/// `canary export`: a document for an audience.
struct ExportCommand: CanarySubcommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write a document that others can read: a brief of two pages, a report, a plan.",
        discussion: """
            The format is read off the file's name. At a terminal, where no file is named, canary makes up a name, \
            such as borsetshire-brief-2026-11-29.docx, and says where it wrote it. \
            The session's history says which document left, for whom, with the SHA-256 of its file. With --protect \
            the page is sealed with a passphrase, which is shown once; give it by another way than the file. Mail \
            gateways hold back HTML in attachments: send a link to the file instead.
            """)

    @OptionGroup var options: SharedOptionGroup

    @Argument(help: "An id, its beginning, a title or a path.")
    var session: String

    @Option(name: .customLong("as"), help: "brief (two pages), report (everything), plan or self-evaluation.")
    var kind = DocumentKind.report

    @Option(
        help:
            "docx (by pandoc), pdf (by a browser), html, markdown; of a report also csv, json, xlsx, or dot and mermaid for a map of linked problems. Left out, it is read off the file's name."
    )
    var format: ReportFormat?

    @Option(
        name: .customLong("audience"),
        help: ArgumentHelp(
            "full, reviewers, corporate (chief executive and leading members) or public: what it may show; left out, corporate for a brief, else reviewers.",
            valueName: "audience"))
    var namedAudience: Audience?

    @Option(
        help: ArgumentHelp("What is to stand on every page, such as OFFICIAL-SENSITIVE.", valueName: "words"))
    var mark: String?

    @Option(
        name: .shortAndLong, help: ArgumentHelp("The file to write; - is standard output.", valueName: "file")
    )
    var output: String?

    @Flag(help: "Replace the file where there is one.")
    var force = false

    @Flag(help: "Seal the page with a passphrase, which is shown once; for html.")
    var protect = false

    /// For whom it is.
    private var audience: Audience { namedAudience ?? kind.usualAudience }

    /// Whether canary makes up the name of a file: nobody named one, and somebody sits at standard output.
    private var namesFile: Bool { output == nil && TerminalSize(descriptor: 1) != nil }

    /// The format that was named, or that the file's name says; where canary makes up the name, the likeliest.
    ///
    /// - Throws: that nothing says it, or that it does not go with what else was asked for.
    private func chosenFormat() throws(CommandFault) -> ReportFormat {
        let likeliest: ReportFormat? = namesFile ? (protect || kind == .report ? .html : .docx) : nil
        let file = output == "-" ? nil : output
        let format = try attempt({ () throws(FormatChoiceFault) in
            try ReportFormat.chosen(self.format, file: file, for: kind, likeliest: likeliest)
        }) { .usage(errorDescription(of: $0)) }
        if !format.isText, !namesFile, output ?? "-" == "-" {
            throw .usage(
                ErrorDescription(
                    local("the format \(format.rawValue) cannot be shown"),
                    hint: local("name a file with -o, such as -o \(kind.rawValue).\(format.fileEnding)")))
        }
        if let mark { _ = try attempt({ () throws(ErrorDescription) in try mark.asMark }) { .usage($0) } }
        if protect, format != .html {
            throw .usage(
                ErrorDescription(
                    local("--protect goes with html"), hint: local("name a file that ends in .html")))
        }
        return format
    }

    private func errorDescription(of fault: FormatChoiceFault) -> ErrorDescription {
        switch fault {
        case .contradiction(let file, let said, let named):
            ErrorDescription(
                local("`\(file.visible)` says \(said.rawValue), and --format says \(named.rawValue)"),
                hint: local("leave out --format, or give the file another ending"))
        case .unnamed(nil):
            ErrorDescription(
                local("nothing says how to write it"),
                hint: local("name a --format, such as markdown, or a file with -o, such as -o brief.docx"))
        case .unnamed(let file?):
            ErrorDescription(
                local("`\(file.visible)` does not say a format"),
                hint: local("end it in .docx, .pdf or .html, or name a --format"))
        case .wholeReport(let format):
            ErrorDescription(
                local("the format \(format.rawValue) is for the whole report"),
                hint: local("write a \(kind.localizedDescription) as docx, pdf, html or markdown"))
        }
    }

    func execute() throws(CommandFault) -> ExitStatus {
        let format = try chosenFormat()
        let now = try Surroundings.now()
        let folder = try shared.folder()
        let path = try shared.resolve(session, in: folder)
        let saved = try attempt({ () throws(JournalFault) in try folder.read(path) }) { .journal($0) }
        try shared.tell([saved.state.uncheckedDescription].compactMap(\.self))
        // What may leave a room depends on what left before, so that it has to be on record.
        let room =
            saved.state.room != nil && audience.showsAnswers
            ? try attempt({ () throws(JournalFault) in try folder.open(path) }) { .journal($0) } : nil
        let state = (room?.state ?? saved.state).spoken(in: shared.localization)
        var pack = project(
            state, assess(state, for: .report), for: audience, now: now)
        pack.cover.mark = mark?.onOneLine
        let file = try namesFile ? freeName(pack, format) : output == "-" ? nil : output
        if let file {
            try attempt({ () throws(FileError) in try ReportFile.check(file, replacing: force) }) {
                fault(file, $0)
            }
        }
        var random = SystemRandomNumberGenerator()
        let protection = protect ? Protection(&random) : nil
        if protect { shared.progress(local("Sealing the page. This takes a moment.")) }
        if format == .pdf { shared.progress(local("A browser prints the page. This takes a few seconds.")) }
        let bytes = try attempt({ () throws(ReportMaking.Fault) in
            try ReportMaking.bytes(
                of: pack, kind, as: format, protection: protection, environment: Surroundings.environment)
        }) { $0.isOfTheMachine ? .notSaved($0.errorDescription) : .refused($0.errorDescription) }
        // All that can fail comes before the release is on record: the file is whole, and the passphrase was seen.
        let draft = try file.map { file throws(CommandFault) in
            try attempt({ () throws(FileError) in
                try ReportFile.prepare(bytes, for: file, replacing: force)
            }) { fault(file, $0) }
        }
        if let protection {
            try shared.tell([
                local("The passphrase, shown this once: \(protection.passphrase)"),
                local(
                    "Give it by another way than the file. Mail gateways hold back HTML: send a link to the file."
                ),
            ])
        }
        let release = Release(pack, kind, as: format, bytes)
        if let room {
            try attempt({ () throws(PerformFault) in
                _ = try room.perform(.recordRelease(release), now: now)
            }) { $0.fault }
        } else {
            try record(release, of: path, in: folder, now: now)
        }
        if let draft, let file {
            try attempt({ () throws(FileError) in try draft.place(replacing: force) }) { fault(file, $0) }
        } else {
            try attempt({ () throws(OutputFault) in try DescriptorOutput.standardOutput().write(bytes: bytes)
            }) {
                .output($0)
            }
        }
        try sayWritten(pack, format, bytes.count, in: file)
        return .done
    }

    /// A name that no file has yet, in the folder where somebody is.
    private func freeName(_ pack: Pack, _ format: ReportFormat) throws(CommandFault) -> String {
        for number in 1..<1_000 {
            let name = pack.fileName(kind, ending: format.fileEnding, number: number)
            do throws(FileError) {
                try ReportFile.check(name, replacing: false)
                return name
            } catch {
                guard error.isNameTaken else { throw fault(name, error) }
            }
        }
        throw .report(pack.fileName(kind, ending: format.fileEnding), .exists)
    }

    /// Says what was written, where and for whom, and what is not in it; of standard output only to somebody at a
    /// terminal. A name that canary made up is said in any case.
    private func sayWritten(
        _ pack: Pack, _ format: ReportFormat, _ bytes: Int, in file: String?
    ) throws(CommandFault) {
        let size = plural(bytes, "\(bytes) byte", "\(bytes) bytes")
        guard let file else {
            return shared.progress(
                local(
                    "Written: the \(kind.localizedDescription) as \(format.rawValue), for \(audience.readers), \(size). \(pack.leftOutDescription)"
                ))
        }
        guard !shared.quiet || namesFile else { return }
        try shared.tell([
            local(
                "Written: the \(kind.localizedDescription) as \(format.rawValue), for \(audience.readers): \(file.absolutePath.visible), \(size)."
            ),
            pack.leftOutDescription,
        ])
    }

    private func fault(_ file: String, _ error: FileError) -> CommandFault {
        .report(file, error.isNameTaken ? .exists : .failed(error))
    }

    /// Notes in the session's history what leaves, before it does; in a session that cannot be written to, as of another
    /// user or an archive, it is said that it is not noted. A disk that fails or is full lets nothing leave.
    private func record(
        _ release: Release, of path: String, in folder: SessionFolder, now: Timestamp
    ) throws(CommandFault) {
        let open: OpenSession?
        var why: ErrorDescription?
        do throws(JournalFault) {
            open = try folder.open(path)
        } catch {
            if case .file(let refusal) = error, ![EACCES, EPERM, EROFS].contains(refusal.code) {
                throw .journal(error)
            }
            (open, why) = (nil, error.errorDescription)
        }
        if let open {
            do throws(PerformFault) {
                _ = try open.perform(.recordRelease(release), now: now)
                return
            } catch {
                guard case .rejected = error else { throw error.fault }
                why = error.errorDescription
            }
        }
        try shared.tell([local("This report is not noted in the session's history: \(why?.message ?? "").")])
    }
}

extension ReportFormat: ExpressibleByArgument {}
extension Audience: ExpressibleByArgument {}
extension DocumentKind: ExpressibleByArgument {}
