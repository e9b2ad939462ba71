import ArgumentParser
import Conversation
import Evaluation
import Languages
import LineEditing
import Reports
import SessionFiles
import Sessions

/// `canary merge`: puts together what people answered before a workshop.
struct MergeCommand: CanarySubcommand {
    static let configuration = CommandConfiguration(
        commandName: "merge", abstract: "Put together what people answered before a workshop.",
        discussion: """
            The files are opened in memory only. Counts are kept, and notes without who wrote them; of fewer than \
            five people only an order of the questions. Nobody's own answers can be seen afterwards. Wait until all \
            are in: later answers are merged only where no fewer than five people's differ on any question.
            """)

    @OptionGroup var options: SharedOptionGroup

    @Flag(help: "Erase the files afterwards without asking.")
    var erase = false

    @Argument(help: "The workshop: an id, its beginning, a title or a path.")
    var session: String

    @Argument(help: "The sealed files.")
    var files: [String]

    func execute() throws(CommandFault) -> ExitStatus {
        let folder = try shared.folder()
        let path = try shared.resolve(session, in: folder)
        let open = try attempt({ () throws(JournalFault) in try folder.open(path) }) { .journal($0) }
        guard let room = open.state.room else { throw .rejected(.noWorkshop, place: nil) }
        guard let keys = room.keys else {
            throw .refused(
                Wording(
                    local("nobody was invited to this workshop"),
                    hint: local("canary invite makes files to send")))
        }
        var submissions: [Submission] = []
        for file in files {
            let bytes = try attempt({ () throws(FileError) in
                try ReportFile.read(file, atMost: SealedAnswers.largest)
            }) { .report(file, .failed($0)) }
            submissions.append(
                try attempt({ () throws(PreWorkFault) in
                    try SealedAnswers.opened(bytes, for: open.state, keys)
                }) { .preWork(file, $0) })
        }
        let work = try attempt(
            { () throws(MergeFault) in try merge(submissions, for: open.state) }, or: fault)
        do throws(PerformFault) {
            _ = try open.perform(.mergePreWork(work), now: Surroundings.now())
        } catch {
            throw error.fault
        }
        try tell(work)
        if erase || isAgreed() { try erase(open) }
        return .done
    }

    private func fault(_ fault: MergeFault) -> CommandFault {
        func file(_ place: Int) -> String { files.indices.contains(place) ? files[place] : "" }
        return switch fault {
        case .otherQuestionnaire(let place): .preWork(file(place), .otherQuestionnaire)
        case .unfitting(let place, _): .preWork(file(place), .malformed)
        case .tooEntangled(let fault): .tooEntangled(fault)
        }
    }

    private func tell(_ work: PreWork) throws(CommandFault) {
        let older = files.count - work.people
        let notes = work.notes.values.flatMap(\.self)
        let personal = notes.filter { !PersonalDetail.found(in: $0).isEmpty }.count
        let sentences = [
            counted(work.people, "person answered.", "people answered."),
            older > 0
                ? counted(
                    older, "file was another one of the same person; what was sealed last counts.",
                    "files were other ones of the same people; what was sealed last counts.") : nil,
            work.hasCounts
                ? local("Kept: the counts, and the order in which the questions are worth the room's time.")
                : local(
                    "Of fewer than \(PreWork.fewest) people only the order of the questions is kept; triage shows it."
                ),
            notes.isEmpty
                ? nil
                : counted(
                    notes.count, "note is kept without who wrote it; pre-work notes shows it.",
                    "notes are kept without who wrote them; pre-work notes shows them."),
            personal == 0
                ? nil
                : counted(
                    personal, "note seems to tell who somebody is: look at it before the workshop.",
                    "notes seem to tell who somebody is: look at them before the workshop."),
        ]
        try Surroundings.say(sentences.compactMap(\.self))
    }

    private func isAgreed() -> Bool {
        guard TerminalPolicy.hasTerminal else { return false }
        let answer = PlainLineReader().readLine(
            prompt: local("Erase the files of single people now? Type yes or no:") + " "
        ) { _ in [] }
        guard case .line(let line) = answer else { return false }
        return ["yes", "y"].contains(line.split(separator: " ").joined(separator: " ").lowercased())
    }

    private func erase(_ open: OpenSession) throws(CommandFault) {
        let names = Set(files)
        for file in names.sorted() {
            try attempt({ () throws(FileError) in try ReportFile.remove(file) }) {
                .report(file, .failed($0))
            }
        }
        do throws(PerformFault) {
            _ = try open.perform(.recordErasure(names.count), now: Surroundings.now())
        } catch {
            throw error.fault
        }
        try Surroundings.say([
            counted(names.count, "file was erased.", "files were erased.") + " "
                + local("Copies elsewhere, such as in mail, are out of reach.")
        ])
    }
}
