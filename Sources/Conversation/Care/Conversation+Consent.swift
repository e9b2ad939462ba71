import Escaping
import Instruments
import Languages
import Reports
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

    /// Refuses words that begin with being confidential, on a question whose words may still leave: whether they are
    /// to stay here is for whoever wrote them to say.
    func refuseConfidentialWords(of command: SessionCommand) throws(Interruption) {
        guard let id = command.subject, recorded.records[id]?.confidential != true,
            let words = command.words.first(where: \.asksForConfidence)
        else { return }
        throw .problem(
            Wording(
                local("`\(words.shortened.visible)` may ask to be kept confidential, and nothing was saved"),
                hint: local(
                    "type \(typed("confidential")) @\(id.text) first where the words are to stay with the authority, and then the line without that word; where others may read them, begin with another word"
                )))
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

extension String {
    /// Whether it begins with saying that it is confidential.
    fileprivate var asksForConfidence: Bool {
        let words = lowercased().split { !$0.isLetter }
        return [
            ["confidential"], ["confidentially"], ["in", "confidence"], ["strictly", "confidential"],
            ["private", "and", "confidential"], ["off", "the", "record"],
        ].contains { words.starts(with: $0.map { $0[...] }) }
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
