import Instruments
import Languages
import LineEditing
import Reports
import Sessions

struct HistoryCommand: Command {
    let name = "history"
    var usage: String { local("\(name) or \(name) QUESTION") }
    var summary: String {
        local("shows every answer that a question has had, with its time, or what happened last")
    }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        let all = try talk.events()
        let takenBack = all.takenBack
        let events = all.withWholeNotes.filter { !$0.isSummary }
        guard argument.isEmpty else {
            let id: Question.ID
            do throws(NoSuchQuestion) {
                id = try talk.state.question(named: argument).id
            } catch {
                throw .problem(error.errorDescription)
            }
            return try show(events.compactMap { talk.line(for: $0, of: id, takenBack) }, talk)
        }
        if let id = talk.question?.id, talk.state.records[id] != nil {
            return try show(events.compactMap { talk.line(for: $0, of: id, takenBack) }, talk)
        }
        return try show(events.suffix(20).map { talk.line(for: $0, takenBack) }, talk)
    }

    func completions(_ argument: String, _ talk: Conversation) -> [Completion] {
        talk.state.questionnaire.questions.map { Completion($0.id.text) }
    }

    private func show(_ lines: [String], _ talk: Conversation) throws(Interruption) -> Next {
        guard !lines.isEmpty else {
            throw .problem(ErrorDescription(local("nothing has been recorded on this question")))
        }
        for line in lines { try talk.say("-", line) }
        return .ask
    }
}

extension Conversation {
    /// An event in a line; nil where it does not speak of the question.
    fileprivate func line(
        for event: SessionEvent, of question: Question.ID, _ takenBack: Set<Int>
    ) -> String? {
        event.what.localizedDescription(on: question, labels).map { line(event, $0, takenBack) }
    }

    /// An event in a line.
    fileprivate func line(for event: SessionEvent, _ takenBack: Set<Int>) -> String {
        line(event, event.what.localizedDescription(labels), takenBack)
    }

    private func line(_ event: SessionEvent, _ words: String, _ takenBack: Set<Int>) -> String {
        let line = "\(event.at.localizedDescription): \(words)"
        return takenBack.contains(event.number) ? line + local(" (taken back since)") : line
    }
}

extension Timestamp {
    /// The day and the minute, in UTC.
    fileprivate var localizedDescription: String {
        local("\(date.localizedDescription), \(String(description.dropFirst(11).prefix(5))) UTC")
    }
}
