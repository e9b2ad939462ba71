import Instruments
import Languages
import Reports
import Sessions

struct ConfidentialCommand: Command {
    let name = "confidential"
    var usage: String { local("\(name), \(name) level or \(name) off") }
    var summary: String {
        local(
            "keeps the words of an answer out of reports for others; its rating is still shown, but for confidential level"
        )
    }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        var (modes, rest) = ([String](), argument)
        while let mode = Self.words.first(where: { $0 == rest.firstWord.word.lowercased() }) {
            modes.append(mode)
            rest = rest.firstWord.rest
        }
        // "Level off @2" is "@2 level off".
        let isNamed = rest.hasPrefix("@")
        return try talk.onSubject(
            named: isNamed ? ([rest] + modes).joined(separator: " ") : argument,
            of: ([name] + modes).joined(separator: " "), keep)
    }

    /// What can stand behind it.
    private static let words = ["level", "on", "off"]

    private func keep(
        _ words: String, on id: Question.ID, _ talk: Conversation
    ) throws(Interruption) -> Next {
        let held = talk.state.records[id]?.confidentiality ?? .nothing
        let wanted: Confidentiality
        switch words.lowercased().split(separator: " ") {
        case [], ["on"]: wanted = Confidentiality.words.over(held)
        case ["off"]: wanted = .nothing
        case ["level"], ["level", "on"]: wanted = .level
        // Nothing but the level is spoken of, so its words stay as they are.
        case ["level", "off"]: wanted = held == .level ? .words : held
        default:
            throw .problem(
                ErrorDescription(local("type confidential alone, confidential level, or off behind either")))
        }
        let hadWords = talk.state.records[id]?.hasWords == true
        let hadAnswer = talk.state.records[id]?.response != nil
        try talk.perform(.setConfidential(id, wanted))
        try talk.confirm(saved(wanted, over: held, on: id, talk))
        try sayWhatLeft(
            hadWords: hadWords && wanted.keepsWords, hadAnswer: hadAnswer && wanted == .level, talk)
        try talk.sayWhereKept(
            id, command: [name, words.lowercased()].joined(separator: " ").trimmed, takesWords: false)
        return .ask
    }

    /// What is confidential now.
    private func saved(
        _ wanted: Confidentiality, over held: Confidentiality, on id: Question.ID, _ talk: Conversation
    ) -> String {
        let label = talk.labels[id].short
        if wanted != .level, talk.state.questionnaire.question(id)?.isSensitive == true {
            return local(
                "Saved. \(label) is a sensitive question: its answer and its words are told to nobody else, whatever is marked."
            )
        }
        switch wanted {
        case .level:
            return local(
                "Saved: the level of \(label) stays with the authority, and so do its words. In reports for others and in figures for a region it counts as open. Freedom of information can still reach the file."
            )
        case .words where held == .level:
            return local("Saved: the level of \(label) is told again. Its words stay with the authority.")
        case .words where talk.state.questionnaire.question(id)?.kind == .text:
            return local(
                "Saved: the words on \(label), its answer among them, stay with the authority. Freedom of information can still reach the file."
            )
        case .words:
            return local(
                "Saved: the words on \(label) stay with the authority. Its rating is "
                    + "still shown, and freedom of information can still reach the file.")
        case .nothing where held == .level:
            return local("Saved: the level of \(label) is told again, and its words are shown to reviewers.")
        case .nothing:
            return local("Saved: the words on \(label) are shown to reviewers.")
        }
    }

    /// That a report without the mark had it; whoever has that keeps it.
    private func sayWhatLeft(
        hadWords: Bool, hadAnswer: Bool, _ talk: Conversation
    ) throws(Interruption) {
        let releases = talk.state.releases
        if hadAnswer, let last = releases.last {
            try talk.say(
                local(
                    "What has left cannot be called back: a report for \(last.release.audience) left on \(last.at.date.localizedDescription), and rests on its level."
                ))
        } else if hadWords, let last = releases.last(where: { $0.release.mayHoldWords }) {
            try talk.say(
                local(
                    "What has left cannot be called back: a report for \(last.release.audience) left on \(last.at.date.localizedDescription), and may have words on it."
                ))
        }
    }
}

extension Confidentiality {
    /// What of an answer is confidential; nil for nothing.
    var localizedDescription: String? {
        switch self {
        case .nothing: nil
        case .words: local("Its words are confidential.")
        case .level: local("Its level and its words are confidential.")
        }
    }
}
