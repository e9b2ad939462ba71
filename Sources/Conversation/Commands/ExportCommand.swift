import Disclosure
import Escaping
import Evaluation
import Glibc
import Languages
import LineEditing
import Reports
import SessionFiles
import Sessions

struct ExportCommand: Command {
    let name = "export"
    var usage: String { local("\(name) FORMAT AUDIENCE FILE") }
    var summary: String {
        local(
            "writes a report; where they are left out, as markdown, for reviewers, and under a name of its own"
        )
    }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        let (word, rest) = argument.firstWord
        let formats = ReportFormat.allCases.map(\.rawValue)
        guard let format = word.isEmpty ? .markdown : ReportFormat(rawValue: word.lowercased()) else {
            throw .problem(
                Wording(
                    local("`\(word.visible)` is no format"), hint: local("the formats are \(listed(formats))")
                ))
        }
        let (first, behind) = rest.firstWord
        let audience = Audience(rawValue: first.lowercased())
        let file = audience == nil ? rest : behind
        try refuse(file)
        return try talk.checked(
            Expectation.Checked(
                question: local("Write the report as shown?"), refusal: local("Nothing was written.")
            ) { talk throws(Interruption) in
                try export(as: format, for: audience ?? .reviewers, to: file, talk)
            })
    }

    /// Refuses a file's name that sooner says for whom a report is, or is an option of the command line.
    private func refuse(_ file: String) throws(Interruption) {
        let words = file.lowercased().split(separator: " ")
        let audiences = Audience.allCases.map(\.rawValue)
        let isAudience = words.last.map { audiences.contains(String($0)) } == true
        guard !isAudience, words.first != "for", !file.hasPrefix("-") else {
            throw .problem(
                Wording(
                    local("`\(file.visible)` says more than a file's name, and nothing was written"),
                    hint: local(
                        "type export, the format, \(listed(audiences, with: .or)), and the file, such as export html public report.html"
                    )))
        }
    }

    private func export(
        as format: ReportFormat, for audience: Audience, to rest: String, _ talk: Conversation
    ) throws(Interruption) -> Next {
        let state = talk.state
        let file = rest.isEmpty ? "\(state.session)-\(audience.rawValue).\(format.fileEnding)" : rest
        let pack = project(state, talk.assessment(for: .report), for: audience, now: try talk.now())
        let bytes: [UInt8]
        do throws(ReportMaking.Fault) {
            bytes = try ReportMaking.bytes(of: pack, as: format, environment: talk.environment)
        } catch {
            throw .problem(error.wording)
        }
        let draft: Draft
        do throws(FileError) {
            draft = try ReportFile.prepare(bytes, for: file, replacing: false)
        } catch {
            throw .problem(error.isNameTaken ? Self.taken(file) : error.wording)
        }
        // On record before it can leave, and not before it is whole.
        try talk.perform(.recordRelease(Release(pack, as: format, bytes)))
        do throws(FileError) {
            try draft.place(replacing: false)
        } catch {
            throw .problem(error.isNameTaken ? Self.taken(file) : error.wording)
        }
        try talk.confirm(
            audience.written(to: file.absolutePath) + " " + pack.leftOutInWords)
        return .ask
    }

    private static func taken(_ file: String) -> Wording {
        Wording(local("`\(file.visible)` is there already"), hint: local("name another file"))
    }

    func completions(_ argument: String, _ talk: Conversation) -> [Completion] {
        argument.contains(" ")
            ? Audience.allCases.map { Completion($0.rawValue) } + FileCompletions.of(argument.firstWord.rest)
            : ReportFormat.allCases.map { Completion($0.rawValue) }
    }
}

extension String {
    /// The path from the root, so that nobody has to look for what was written.
    fileprivate var absolutePath: String {
        guard !hasPrefix("/"), let here = unsafe getcwd(nil, 0) else { return self }
        defer { unsafe free(here) }
        return unsafe "\(String(cString: here))/\(self)"
    }
}

extension Audience {
    /// Says that a report for it was written.
    fileprivate func written(to path: String) -> String {
        switch self {
        case .full: local("Written for the authority only: \(path).")
        case .reviewers: local("Written for reviewers: \(path).")
        case .public: local("Written for anybody: \(path).")
        }
    }
}
