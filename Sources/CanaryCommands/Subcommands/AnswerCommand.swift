import ArgumentParser
import Conversation
import InstrumentFiles
import Instruments
import Languages
import LineEditing
import Reports
import SessionFiles
import Sessions
import Terminal

/// `canary answer`: a whole sheet of answers as one event.
struct AnswerCommand: CanarySubcommand {
    static let configuration = CommandConfiguration(
        commandName: "answer", abstract: "Record a sheet of answers, all of them or none.")

    @OptionGroup var options: SharedOptionGroup

    @Argument(help: "An id, its beginning, a title or a path.")
    var session: String

    @Argument(help: "The sheet: YAML or JSON.")
    var file: String

    func execute() throws(CommandFault) -> ExitStatus {
        let sheet = try readSheet()
        let folder = try shared.folder()
        let path = try shared.resolve(session, in: folder)
        let open = try shared.open(path, in: folder)
        try shared.close([path], in: folder)
        let now = try Surroundings.now()
        try shared.tell(open.state.dates.faults(at: now)?.localizedDescription ?? [])
        let events = try attempt({ () throws(PerformFault) in
            try open.perform(.recordSheet(sheet), now: now)
        }) { fault in
            switch fault {
            case .rejected(let rejection): .rejected(rejection, place: place(of: rejection, in: sheet))
            case .notSaved(let fault): .journal(fault)
            }
        }
        try sayWhatTellsWho(sheet)
        if !shared.quiet {
            let count = sheet.entries.count
            let known = alreadyThere(sheet, events)
            try Surroundings.write(
                plural(
                    count,
                    "Recorded \(count) answer in \(open.state.session), as event \(events.last?.number ?? 0).",
                    "Recorded \(count) answers in \(open.state.session), as event \(events.last?.number ?? 0)."
                ) + "\n"
                    + (known == 0
                        ? ""
                        : counted(
                            known, "piece of evidence, strength or concern was there already.",
                            "pieces of evidence, strengths or concerns were there already.") + "\n"))
        }
        return .done
    }

    /// How many of the words that a sheet adds were there already, so that they are not there twice.
    private func alreadyThere(_ sheet: AnswerSheet, _ events: [SessionEvent]) -> Int {
        let written = sheet.entries.reduce(0) {
            $0 + $1.evidence.count + $1.strengths.count + $1.concerns.count
        }
        guard case .answered(let entries, _)? = events.last?.what else { return 0 }
        return written
            - entries.reduce(0) { $0 + $1.evidence.count + $1.strengths.count + $1.concerns.count }
    }

    /// Says on standard error which entries that were saved seem to tell who somebody is; the words are not repeated.
    private func sayWhatTellsWho(_ sheet: AnswerSheet) throws(CommandFault) {
        for entry in sheet.entries {
            let words = SessionCommand.recordSheet(AnswerSheet(entries: [entry])).words
            guard words.contains(where: { !PersonalDetail.found(in: $0).isEmpty }) else { continue }
            let message = ErrorDescription(
                local("what was saved on `\(entry.question.text)` looks like details of a person"),
                hint: local("canary redact takes the words on a question out for good"))
            let text = message.text(at: "\(file):\(entry.place.line):\(entry.place.column)")
            try attempt({ () throws(OutputFault) in try DescriptorOutput.standardError().write(text) }) {
                .output($0)
            }
        }
    }

    private func readSheet() throws(CommandFault) -> AnswerSheet {
        let source = try attempt({ () throws(Fault) in try SourceFile(path: file) }) {
            .faults(Faults([$0]))
        }
        let reading = AnswersReader.read(source)
        guard let sheet = reading.value else { throw .faults(Faults(reading.faults)) }
        return sheet
    }

    /// Where the sheet says what was refused.
    private func place(of rejection: Rejection, in sheet: AnswerSheet) -> String {
        let entry = rejection.question.flatMap { id in sheet.entries.last { $0.question == id } }
        return file + (entry.map { ":\($0.place.line):\($0.place.column)" } ?? "")
    }
}
