import Instruments
import Languages
import Sessions

// Before words are saved that seem to tell who somebody is, whoever types is asked; where nobody can be asked, it is
// said once they are saved.
extension Conversation {
    /// What in the words of a command looks like details of a person, and is not there already or agreed to.
    func newDetails(in command: SessionCommand) -> [PersonalDetail] {
        guard !allowsPersonalDetails else { return [] }
        if case .addToNote(let id, let text, _) = command {
            // A date of birth can stand on the line below "born".
            let last = recorded.records[id]?.note?.lastLine ?? ""
            let old = PersonalDetail.found(in: String(last))
            return PersonalDetail.found(in: "\(last)\n\(text)").filter { !old.contains($0) }
        }
        let known = command.replaced.flatMap { recorded.records[$0]?.words } ?? []
        let old = known.flatMap(PersonalDetail.found)
        return command.words.flatMap(PersonalDetail.found).filter { !old.contains($0) }
    }

    /// Says that details of a person were saved.
    func sayThatSaved(_ details: [PersonalDetail]) throws(Interruption) {
        try say(
            PersonalDetail.warning(of: details) + " "
                + local("It is saved all the same; canary redact takes words out for good.")
        )
    }

    /// Does something whose words somebody has been asked about.
    func allowingPersonalDetails(
        _ body: () throws(Interruption) -> Next
    ) throws(Interruption) -> Next {
        allowsPersonalDetails = true
        defer { allowsPersonalDetails = false }
        return try body()
    }
}

extension SessionCommand {
    /// The question whose words it puts in the place of others; nil where it only adds some.
    var replaced: Question.ID? {
        switch self {
        case .answer(let id, _, _), .note(let id, _): id
        default: nil
        }
    }
}

extension String {
    /// What stands behind the last line break.
    fileprivate var lastLine: Substring {
        utf8.lastIndex(of: 0x0A).map { self[utf8.index(after: $0)...] } ?? self[...]
    }
}

extension AnswerRecord {
    /// The note, and the answer where it is a text.
    fileprivate var words: [String] {
        let text: String? = if case .given(.text(let text))? = response { text } else { nil }
        return [note, text].compactMap(\.self)
    }
}
