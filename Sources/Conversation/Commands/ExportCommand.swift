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
            "writes a brief, a report, a plan or a self-evaluation; what is left out is a report, for reviewers, as the file's name says or as markdown, under a name of its own"
        )
    }

    /// What was asked for.
    private struct Request {
        var kind = DocumentKind.report
        var format: ReportFormat?
        var audience = Audience.reviewers
        var file = ""

        /// Reads the words in any order, as far as they say one of these; what is left is the file.
        init(_ argument: String) {
            file = argument
            var (isKind, isAudience) = (false, false)
            while true {
                let (word, rest) = file.firstWord
                if !isKind, let kind = DocumentKind(rawValue: word.lowercased()) {
                    (self.kind, isKind) = (kind, true)
                } else if format == nil, let format = ReportFormat(rawValue: word.lowercased()) {
                    self.format = format
                } else if !isAudience, let audience = Audience(rawValue: word.lowercased()) {
                    (self.audience, isAudience) = (audience, true)
                } else {
                    return
                }
                file = rest
            }
        }
    }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        let request = Request(argument)
        try refuse(request.file)
        let format = try format(of: request)
        return try talk.checked(
            Expectation.Checked(
                question: local("Write the \(request.kind.localizedDescription) as shown?"),
                refusal: local("Nothing was written.")
            ) { talk throws(Interruption) in
                try export(request.kind, as: format, for: request.audience, to: request.file, talk)
            })
    }

    /// The format that was named, or that the file's name says; else markdown for a report, and docx for what is short.
    private func format(of request: Request) throws(Interruption) -> ReportFormat {
        let said = ReportFormat(fileName: request.file)
        if let format = request.format, let said, said != format {
            throw .problem(
                ErrorDescription(
                    local(
                        "`\(request.file.visible)` says \(said.rawValue), and you say \(format.rawValue); nothing was written"
                    ), hint: local("leave the format out, or give the file another ending")))
        }
        let likeliest = request.kind == .report ? ReportFormat.markdown : .docx
        guard let format = request.format ?? said ?? (request.file.isEmpty ? likeliest : nil) else {
            let formats = ReportFormat.allCases.map(\.rawValue)
            throw .problem(
                ErrorDescription(
                    local("`\(request.file.visible)` is no format"),
                    hint: local("the formats are \(listed(formats))")
                ))
        }
        guard format.holds(request.kind) else {
            throw .problem(
                ErrorDescription(
                    local("the format \(format.rawValue) is for the whole report"),
                    hint: local("write a \(request.kind.localizedDescription) as docx, pdf, html or markdown")
                ))
        }
        return format
    }

    /// Refuses a file's name that sooner says for whom a report is, or is an option of the command line.
    private func refuse(_ file: String) throws(Interruption) {
        let words = file.lowercased().split(separator: " ")
        let audiences = Audience.allCases.map(\.rawValue)
        let isAudience = words.last.map { audiences.contains(String($0)) } == true
        guard !isAudience, words.first != "for", !file.hasPrefix("-") else {
            throw .problem(
                ErrorDescription(
                    local("`\(file.visible)` says more than a file's name, and nothing was written"),
                    hint: local(
                        "type export, the document, the format, \(listed(audiences, with: .or)), and the file, such as export brief docx corporate brief.docx"
                    )))
        }
    }

    private func export(
        _ kind: DocumentKind, as format: ReportFormat, for audience: Audience, to rest: String,
        _ talk: Conversation
    ) throws(Interruption) -> Next {
        let state = talk.state
        let pack = project(state, talk.assessment(for: .report), for: audience, now: try talk.now())
        let file = rest.isEmpty ? freeName(pack, kind, format) : rest
        let bytes: [UInt8]
        do throws(ReportMaking.Fault) {
            bytes = try ReportMaking.bytes(of: pack, kind, as: format, environment: talk.environment)
        } catch {
            throw .problem(error.errorDescription)
        }
        let draft: Draft
        do throws(FileError) {
            draft = try ReportFile.prepare(bytes, for: file, replacing: false)
        } catch {
            throw .problem(error.isNameTaken ? Self.taken(file) : error.errorDescription)
        }
        // On record before it can leave, and not before it is whole.
        try talk.perform(.recordRelease(Release(pack, kind, as: format, bytes)))
        do throws(FileError) {
            try draft.place(replacing: false)
        } catch {
            throw .problem(error.isNameTaken ? Self.taken(file) : error.errorDescription)
        }
        try talk.confirm(
            local(
                "Written: the \(kind.localizedDescription) as \(format.rawValue), for \(audience.readers): \(file.absolutePath)."
            )
                + " " + pack.leftOutDescription)
        return .ask
    }

    /// A name that no file has yet, as far as can be seen.
    private func freeName(_ pack: Pack, _ kind: DocumentKind, _ format: ReportFormat) -> String {
        let names = (1..<100).map { pack.fileName(kind, as: format, number: $0) }
        return names.first { name in
            do throws(FileError) {
                try ReportFile.check(name, replacing: false)
                return true
            } catch {
                return !error.isNameTaken
            }
        } ?? pack.fileName(kind, as: format)
    }

    private static func taken(_ file: String) -> ErrorDescription {
        ErrorDescription(local("`\(file.visible)` is there already"), hint: local("name another file"))
    }

    func completions(_ argument: String, _ talk: Conversation) -> [Completion] {
        argument.contains(" ")
            ? (ReportFormat.allCases.map(\.rawValue) + Audience.allCases.map(\.rawValue)).map {
                Completion($0)
            }
                + FileCompletions.of(argument.firstWord.rest)
            : (DocumentKind.allCases.map(\.rawValue) + ReportFormat.allCases.map(\.rawValue)).map {
                Completion($0)
            }
    }
}
