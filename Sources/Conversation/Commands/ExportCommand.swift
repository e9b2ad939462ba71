import Disclosure
import Escaping
import Evaluation
import Languages
import LineEditing
import Reports
import SessionFiles
import Sessions

struct ExportCommand: Command {
    let name = "export"
    var usage: String { local("\(name) DOCUMENT FORMAT AUDIENCE FILE") }
    var summary: String {
        local(
            "writes a brief, a report, a plan or a self-evaluation; what is left out is a report, for reviewers (a brief is for the chief executive and leading members), as the file's name says or as markdown, under a name of its own"
        )
    }
    var details: [String] {
        let formats = ReportFormat.allCases.map(\.rawValue)
        let documents = ReportFormat.allCases.filter { $0.holds(.brief) }.map(\.rawValue)
        return [
            local(
                "Documents: brief (two pages), report (everything), plan, self-evaluation (a draft to edit)."),
            local(
                "Formats: \(listed(documents)); of a report \(listed(formats.filter { !documents.contains($0) })), too, and of a plan text, csv, json, xlsx and ics, which is for a calendar. The file's name says the format."
            ),
            local(
                "Audiences: full (the authority only), reviewers, corporate (chief executive and leading members), public."
            ),
            local("In any order, or with --as, --format, --audience, --mark and -o, as in the shell."),
            local(
                "Such as: export brief word corporate, export report reviewers pdf, export plan plan.ics, export brief --mark OFFICIAL-SENSITIVE brief.docx."
            ),
        ]
    }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        let request: ExportRequest
        do throws(ErrorDescription) {
            request = try ExportRequest(argument)
        } catch {
            throw .problem(error)
        }
        return try talk.summarised(
            before: Expectation.Checked(
                question: local("Write the \(request.kind.localizedDescription)?"),
                refusal: local("Nothing was written.")
            ) { talk throws(Interruption) in
                switch request.written {
                case .report(let format): try export(request, as: format, talk)
                case .plan(let format): try export(request, as: format, talk)
                }
            })
    }

    /// Writes a document, and notes in the history that it leaves.
    private func export(
        _ request: ExportRequest, as format: ReportFormat, _ talk: Conversation
    ) throws(Interruption) -> Next {
        let kind = request.kind
        var pack = project(
            talk.state, talk.assessment(for: .report), for: request.audience, now: try talk.now())
        pack.cover.mark = request.mark
        let file = request.file.isEmpty ? freeName(pack, kind, format.fileEnding) : request.file
        let bytes: [UInt8]
        do throws(ReportMaking.Fault) {
            bytes = try ReportMaking.bytes(of: pack, kind, as: format, environment: talk.environment)
        } catch {
            throw .problem(error.errorDescription)
        }
        let draft = try prepare(bytes, for: file)
        // On record before it can leave, and not before it is whole.
        try talk.perform(.recordRelease(Release(pack, kind, as: format, bytes)))
        try place(draft, as: file)
        try talk.confirm(
            local(
                "Written: the \(kind.localizedDescription) as \(format.rawValue), for \(request.audience.readers): \(file.absolutePath)."
            )
                + " " + pack.leftOutDescription)
        return .ask
    }

    /// Writes the plan alone, as the command line does.
    private func export(
        _ request: ExportRequest, as format: PlanFormat, _ talk: Conversation
    ) throws(Interruption) -> Next {
        let pack = project(
            talk.state, talk.assessment(for: .display), for: request.audience, now: try talk.now())
        let file = request.file.isEmpty ? freeName(pack, .plan, format.ending) : request.file
        let bytes: [UInt8]
        do throws(ReportMaking.Fault) {
            bytes = try format.bytes(of: pack, width: talk.screen.width, environment: talk.environment)
        } catch {
            throw .problem(error.errorDescription)
        }
        try place(try prepare(bytes, for: file), as: file)
        try talk.confirm(format.written(to: file.absolutePath, pack).joined(separator: " "))
        return .ask
    }

    private func prepare(_ bytes: [UInt8], for file: String) throws(Interruption) -> Draft {
        do throws(FileError) {
            return try ReportFile.prepare(bytes, for: file, replacing: false)
        } catch {
            throw .problem(error.isNameTaken ? Self.taken(file) : error.errorDescription)
        }
    }

    private func place(_ draft: consuming Draft, as file: String) throws(Interruption) {
        do throws(FileError) {
            try draft.place(replacing: false)
        } catch {
            throw .problem(error.isNameTaken ? Self.taken(file) : error.errorDescription)
        }
    }

    /// A name that no file has yet, as far as can be seen.
    private func freeName(_ pack: Pack, _ kind: DocumentKind, _ ending: String) -> String {
        let names = (1..<100).map { pack.fileName(kind, ending: ending, number: $0) }
        return names.first { name in
            do throws(FileError) {
                try ReportFile.check(name, replacing: false)
                return true
            } catch {
                return !error.isNameTaken
            }
        } ?? pack.fileName(kind, ending: ending)
    }

    private static func taken(_ file: String) -> ErrorDescription {
        ErrorDescription(local("`\(file.visible)` is there already"), hint: local("name another file"))
    }

    func completions(_ argument: String, _ talk: Conversation) -> [Completion] {
        let formats = ReportFormat.allCases.map(\.rawValue) + ["ics", "text"]
        return argument.contains(" ")
            ? (formats + Audience.allCases.map(\.rawValue)).map { Completion($0) }
                + FileCompletions.of(argument.firstWord.rest)
            : (DocumentKind.allCases.map(\.rawValue) + formats).map { Completion($0) }
    }
}
