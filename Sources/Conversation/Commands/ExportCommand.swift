import Escaping
import Evaluation
import FoundationEssentials
import Languages
import LineEditing
import Reports
import SessionFiles
import Sessions

struct ExportCommand: Command {
    let name = "export"
    var usage: String { local("\(name) FORMAT FILE") }
    var summary: String { local("writes a report for reviewers; format and file may be left out") }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        let (word, rest) = argument.firstWord
        let formats = ReportFormat.allCases.map(\.rawValue)
        guard let format = word.isEmpty ? .markdown : ReportFormat(rawValue: word.lowercased()) else {
            throw .problem(
                Wording(
                    local("`\(word.visible)` is no format"), hint: local("the formats are \(listed(formats))")
                ))
        }
        return try talk.checked(
            Expectation.Checked(
                question: local("Write the report as shown?"), refusal: local("Nothing was written.")
            ) { talk throws(Interruption) in try export(as: format, to: rest, talk) })
    }

    private func export(
        as format: ReportFormat, to rest: String, _ talk: Conversation
    ) throws(Interruption) -> Next {
        let state = talk.state
        let file = rest.isEmpty ? "\(state.session)-reviewers.\(format.fileEnding)" : rest
        let pack = project(state, talk.assessment(for: .report), for: .reviewers, now: try talk.now())
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
            local("Written for reviewers: \(file.absolutePath).") + " " + pack.leftOutInWords)
        return .ask
    }

    private static func taken(_ file: String) -> Wording {
        Wording(local("`\(file.visible)` is there already"), hint: local("name another file"))
    }

    func completions(_ argument: String, _ talk: Conversation) -> [Completion] {
        argument.contains(" ")
            ? FileCompletions.of(argument.firstWord.rest)
            : ReportFormat.allCases.map { Completion($0.rawValue) }
    }
}

extension String {
    /// The path from the root, so that nobody has to look for what was written.
    fileprivate var absolutePath: String {
        hasPrefix("/") ? self : "\(FileManager.default.currentDirectoryPath)/\(self)"
    }
}
