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

    /// Refuses words that ask to be kept confidential, on a question whose words may still leave: whether they are
    /// to stay here is for whoever wrote them to say.
    func refuseConfidentialWords(of command: SessionCommand) throws(Interruption) {
        let isForReviewers =
            switch command {
            case .askReviewers, .rewriteAsk, .setMeasure: true
            default: false
            }
        let subject = command.subject ?? recorded.questionOfChange(command)
        guard isForReviewers || subject != nil,
            let words = command.words.first(where: \.asksForConfidence)
        else { return }
        let message = local(
            "`\(words.shortened.visible)` may ask to be kept confidential, and nothing was saved")
        guard let id = subject else {
            throw .problem(
                ErrorDescription(
                    message,
                    hint: command.isOfMeasure
                        ? local(
                            "whoever reads the plan reads its measures; leave out what they are not to see")
                        : local("peer reviewers read what they are asked; leave out what they are not to see")
                ))
        }
        guard recorded.records[id]?.confidential != true else { return }
        throw .problem(
            ErrorDescription(
                message,
                hint: local(
                    "type \(typed("confidential")) @\(id.text) first where the words are to stay with the authority, and then the line without those words; where others may read them, say it in other words"
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
    /// Whether a clause of it says that it is confidential: what begins or ends so, or is marked so and nothing else.
    package var asksForConfidence: Bool {
        let text = replacing(" - ", with: ";").replacing(" \u{2013} ", with: ";")
        let clauses = text.lowercased().split {
            ",.;:()[]{}\"!?\u{2014}/*".contains($0) || $0.isNewline
        }
        return clauses.contains { clause in
            let words = clause.split { !$0.isLetter }.filter { !Self.fillers.contains($0) }
            return Self.beginnings.contains { words.starts(with: $0) }
                || Self.endings.contains { words.suffix($0.count).elementsEqual($0) }
                || Self.marks.contains { words.elementsEqual($0) }
        }
    }

    private static let fillers: Set<Substring> = ["please", "strictly", "very", "this", "it", "is", "strict"]
    /// What begins a clause that asks for confidence.
    private static let beginnings = phrases(
        "confidential", "confidentially", "in confidence", "private and confidential", "off the record",
        "official sensitive", "keep confidential", "keep private", "keep to yourself", "keep to yourselves",
        "keep between us", "between ourselves", "not for sharing", "not for circulation",
        "not for publication", "not to be shared")
    /// What ends one. Staff may grow in confidence, and a hotline may be confidential.
    private static let endings = phrases(
        "me in confidence", "us in confidence", "told in confidence", "said in confidence",
        "shared in confidence", "given in confidence", "off the record", "official sensitive",
        "keep confidential", "remain confidential", "stay confidential", "be confidential",
        "to yourself", "to yourselves", "between ourselves", "not for sharing", "not to be shared",
        "not yet public")
    /// What is a whole clause where it asks for confidence.
    private static let marks = phrases("conf", "private", "sensitive", "restricted", "secret", "not public")

    private static func phrases(_ texts: String...) -> [[Substring]] {
        texts.map { $0.split(separator: " ") }
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

extension SessionCommand {
    /// Whether it puts a measure into the plan.
    fileprivate var isOfMeasure: Bool { if case .setMeasure = self { true } else { false } }
}

extension SessionState {
    /// The question of the action that a command changes; nil for every other command.
    fileprivate func questionOfChange(_ command: SessionCommand) -> Question.ID? {
        if case .changeAction(let action) = command { self.action(named: action.id)?.question } else { nil }
    }
}
