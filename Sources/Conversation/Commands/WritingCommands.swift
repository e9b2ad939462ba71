import Escaping
import Instruments
import Languages
import LineEditing
import Reports
import Sessions

// These speak of the question on the screen, answered or not; `@2` or `@name` in front of the words names another.

struct NoteCommand: Command {
    let name = "note"
    let keepsWords = true
    var usage: String { local("\(name) TEXT, \(name) + TEXT, or \(name) alone for many lines") }
    var summary: String {
        local("keeps your words with the question, in place of an earlier note or, with +, behind it")
    }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        try talk.onSubject(named: argument, of: name, keep)
    }

    private func keep(
        _ words: String, on id: Question.ID, _ talk: Conversation
    ) throws(Interruption) -> Next {
        let earlier = talk.state.records[id]?.note
        let isText = talk.state.questionnaire.question(id)?.kind == .text
        // Two of them are one that begins the words.
        let adds = words.hasPrefix("+") && !words.hasPrefix("++")
        let text = (words.hasPrefix("+") ? String(words.dropFirst()) : words).trimmed
        guard !text.isEmpty else {
            try talk.refuseWhereSignedOff()
            let note = Expectation.LongNote(question: id, adds: adds || isText)
            talk.expectation = .noteLine(note)
            let label = talk.labels[id].short
            try talk.say(
                local(
                    "Type the note on \(label), as many lines as you like; each is kept as you go. "
                        + "A line with a single full stop ends it."))
            if let earlier, talk.state.room == nil {
                try talk.say(
                    note.adds
                        ? local(
                            "It is added to the note that is there: \"\(earlier.shortened(to: 200).visible)\"."
                        )
                        : local(
                            "It takes the place of the note that is there: \"\(earlier.shortened(to: 200).visible)\"."
                        )
                )
            }
            return .ask
        }
        let label = talk.labels[id].short
        if adds || isText, earlier != nil {
            try talk.perform(.addToNote(id, text, after: nil))
            try talk.confirm(local("Added to the note on \(label)."))
        } else {
            try talk.perform(.note(id, text))
            var saved = local("Saved as the note on \(label).")
            if let earlier {
                saved =
                    talk.state.room == nil
                    ? local(
                        "Saved as the note on \(label), in place of the earlier one: \"\(earlier.shortened(to: 200).visible)\"."
                    )
                    : local("Saved as the note on \(label), in place of the earlier one.")
            }
            try talk.confirm(saved)
        }
        try talk.sayWhereKept(id, command: name)
        return .ask
    }
}

struct EditCommand: Command {
    let name = "edit"
    var usage: String { local("\(name), or \(name) THING NEW WORDS") }
    var summary: String {
        local(
            "opens the note, or the answer of a question that takes text, in your editor; \(name) E1, A1, strength 1, concern 1 or ask 1 and words corrects that"
        )
    }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        guard argument.isEmpty || argument.lowercased() == "note" else {
            return try talk.rewrite(argument, command: name)
        }
        let question = talk.question.flatMap { $0.kind == .text ? $0 : nil }
        let id: Question.ID
        if let question { id = question.id } else { id = try talk.subject(of: "note") }
        try talk.refuseWhereSignedOff()
        let record = talk.state.records[id]
        let before: String
        if question != nil, case .given(.text(let text))? = record?.response {
            before = text
        } else {
            before = question == nil ? record?.note ?? "" : ""
        }
        let shown = talk.unsaved.flatMap { $0.question == id ? $0.text : nil } ?? before
        let after = try talk.edited(shown, on: id).trimmed
        guard after != before.trimmed, !after.isEmpty else {
            try talk.say(local("Nothing was changed."))
            return .ask
        }
        // The same as if it had been typed, so that it is not lost where its words are asked about first.
        let note = after.hasPrefix("+") ? "+\(after)" : after
        let line = question == nil ? ":note @\(id) \(note)" : after.hasPrefix(":") ? ":\(after)" : after
        talk.unsaved = (id, after)
        // What was being written down is this answer.
        talk.writingOn = nil
        if question != nil, talk.state.position != id { try talk.perform(.move(to: id)) }
        return try talk.replaying(line)
    }
}

struct EvidenceCommand: Command {
    let name = "evidence"
    var usage: String { local("\(name) KIND \"REFERENCE\" TEXT") }
    var summary: String {
        local("names what the answer rests on; without quotes, all that follows is the reference")
    }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        try talk.onSubject(named: argument, of: name, keep)
    }

    private func keep(
        _ named: String, on id: Question.ID, _ talk: Conversation
    ) throws(Interruption) -> Next {
        let (word, rest) = named.firstWord
        let kinds = Evidence.Kind.allCases
        let matches = kinds.filter { $0.rawValue.hasPrefix(word.lowercased()) }
        let exact = kinds.first { $0.rawValue == word.lowercased() }
        guard let kind = exact ?? (matches.count == 1 ? matches.first : nil), !word.isEmpty else {
            throw .problem(
                ErrorDescription(
                    word.isEmpty
                        ? local("say what kind of evidence it is")
                        : local("`\(word.visible)` is no kind of evidence"),
                    hint: local("the kinds are \(listed(kinds.map(\.rawValue)))")))
        }
        let (reference, text) = rest.firstQuoted ?? (rest, "")
        guard !reference.isEmpty else {
            throw .problem(
                ErrorDescription(
                    local("the evidence names no reference"),
                    hint: local("say what a reviewer should ask for, such as \"Board minutes, May, item 4\""))
            )
        }
        try reference.refuseNothing(behind: "\(name) \(kind.rawValue)")
        try talk.perform(.addEvidence(id, kind: kind, reference: reference, text: text))
        let number = talk.state.records[id]?.evidence.last?.id ?? ""
        try talk.confirm(local("Saved as evidence \(number) for \(talk.labels[id].short): \(reference)."))
        try talk.sayWhereKept(id, command: name)
        return .ask
    }

    func completions(_ argument: String, _ talk: Conversation) -> [Completion] {
        argument.contains(" ")
            ? []
            : Evidence.Kind.allCases.map { Completion($0.rawValue, description: $0.localizedDescription) }
    }
}

struct StrengthCommand: Command {
    let name = "strength"
    let keepsWords = true
    var usage: String { local("\(name) TEXT") }
    var summary: String { local("records what goes well here") }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        try talk.onSubject(named: argument, of: name, keep)
    }

    private func keep(
        _ words: String, on id: Question.ID, _ talk: Conversation
    ) throws(Interruption) -> Next {
        try words.refuseNothing(behind: name)
        try talk.perform(.addStrength(id, words))
        try talk.confirm(local("Saved as a strength on \(talk.labels[id].short)."))
        try talk.sayWhereKept(id, command: name)
        return .ask
    }
}

struct ConcernCommand: Command {
    let name = "concern"
    let keepsWords = true
    var usage: String { local("\(name) TEXT") }
    var summary: String { local("records what worries you here") }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        try talk.onSubject(named: argument, of: name, keep)
    }

    private func keep(
        _ words: String, on id: Question.ID, _ talk: Conversation
    ) throws(Interruption) -> Next {
        try words.refuseNothing(behind: name)
        try talk.perform(.addConcern(id, words))
        try talk.confirm(local("Saved as a concern on \(talk.labels[id].short)."))
        try talk.sayWhereKept(id, command: name)
        return .ask
    }
}

struct AskCommand: Command {
    let name = "ask"
    let keepsWords = true
    var usage: String { local("\(name) TEXT") }
    var summary: String { local("asks peer reviewers to test something") }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        guard !argument.hasPrefix("@") else {
            throw .problem(
                ErrorDescription(
                    local("what reviewers are asked is of the whole session, and nothing was saved"),
                    hint: local("type ask and the words, without @")))
        }
        // What stays with the authority is no more kept where it is asked about.
        let isKept =
            talk.question.map {
                talk.state.records[$0.id]?.confidential == true
                    || talk.state.withheldQuestions.contains($0.id)
            } == true
        guard isKept else { return try keep(argument, talk) }
        return try talk.asked(
            Expectation.Checked(
                question: local(
                    "Reviewers read what they are asked, and the answer on the screen is kept from them. Ask it all the same?"
                ), refusal: local("Nothing was saved.")
            ) { talk throws(Interruption) in try keep(argument, talk) })
    }

    private func keep(_ words: String, _ talk: Conversation) throws(Interruption) -> Next {
        try talk.perform(.askReviewers(words))
        try talk.confirm(local("Saved as something that reviewers are asked to test."))
        return .ask
    }
}
