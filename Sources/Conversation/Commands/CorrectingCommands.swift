import Escaping
import Instruments
import Languages
import LineEditing
import Reports
import Sessions

struct RemoveCommand: Command {
    let name = "remove"
    var usage: String { local("\(name) THING") }
    var summary: String {
        local(
            "takes away what stands beside an answer: note, E1, A1, M1, strength 1, concern 1, ask 1, theme NAME"
        )
    }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        let (thing, rest) = try talk.writtenThing(named: argument, command: name)
        switch thing {
        case .theme(let words):
            return try ThemeCommand().run(words, talk)
        case .measure(let measure):
            return try talk.remove(measure, rest)
        case .ask(let number):
            try refuse(rest, behind: "ask \(number)")
            let words = talk.state.asks[number - 1]
            try talk.perform(.removeAsk(number))
            try talk.confirm(
                local("Saved: reviewers are asked no more for: \(words.shortened(to: 200).visible)"))
        case .item(let id, let item):
            try refuse(rest, behind: item.localizedDescription)
            let words = talk.state.records[id]?.words(of: item) ?? ""
            try talk.perform(.remove(id, item))
            let label = talk.labels[id].short
            try talk.confirm(
                talk.state.room == nil
                    ? local(
                        "Saved: removed \(item.localizedDescription) on \(label). Undo brings it back. It said: \(words.shortened(to: 200).visible)"
                    ) : local("Saved: removed \(item.localizedDescription) on \(label). Undo brings it back.")
            )
        }
        return .ask
    }

    private func refuse(_ rest: String, behind thing: String) throws(Interruption) {
        guard !rest.isEmpty else { return }
        throw .problem(
            ErrorDescription(
                local("`\(rest.shortened.visible)` stands behind \(thing), and nothing was removed"),
                hint: local("one thing is removed at a time")))
    }

    func completions(_ argument: String, _ talk: Conversation) -> [Completion] {
        argument.contains(" ") ? [] : talk.writtenThings
    }
}

/// What stands beside answers, or is said to reviewers, as somebody named it.
enum WrittenThing {
    case item(Question.ID, RecordItem)
    case ask(Int)
    /// A measure of the plan.
    case measure(Measure)
    /// A theme, as the command for themes takes it.
    case theme(String)
}

extension Conversation {
    /// What somebody named as what is to be corrected or removed, and the words behind it.
    func writtenThing(
        named argument: String, command: String
    ) throws(Interruption) -> (WrittenThing, rest: String) {
        let (word, rest) = argument.firstWord
        if let (id, item) = numbered(word) { return (.item(id, item), rest) }
        if let measure = state.measure(named: word) { return (.measure(measure), rest) }
        switch word.lowercased() {
        case "note":
            let (id, words) = try subject(named: rest, of: "\(command) note")
            return (.item(id, .note), words)
        case "strength", "concern":
            return try listed(word.lowercased(), rest, command)
        case "ask":
            return try askNamed(rest, command)
        case "theme" where command == "remove":
            let (at, words) = rest.hasPrefix("@") ? rest.firstWord : ("", rest)
            return (.theme(at.isEmpty ? "off \(words)" : "\(at) off \(words)"), "")
        default:
            throw .problem(
                ErrorDescription(
                    word.isEmpty
                        ? local("say what: nothing was changed")
                        : local(
                            "there is nothing called `\(word.shortened.visible)`, and nothing was changed"),
                    hint: local(
                        "name it as answers shows it: note, E1, A1, strength 1, concern 1 or ask 1; for another question put @ and its name behind it"
                    )))
        }
    }

    /// Evidence or an action by its number.
    private func numbered(_ word: String) -> (Question.ID, RecordItem)? {
        if let (id, action) = state.action(named: word) { return (id, .action(action.id)) }
        for question in state.questionnaire.questions {
            let found = state.records[question.id]?.evidence.first {
                $0.id.lowercased() == word.lowercased()
            }
            if let found { return (question.id, .evidence(found.id)) }
        }
        return nil
    }

    /// A strength or a concern, by its place on its question; the only one needs no number.
    private func listed(
        _ kind: String, _ rest: String, _ command: String
    ) throws(Interruption) -> (WrittenThing, rest: String) {
        var words = rest
        var number: Int?
        if let typed = Int(typed: words.firstWord.word) { (number, words) = (typed, words.firstWord.rest) }
        let (id, left) = try subject(named: words, of: "\(command) \(kind) 1")
        words = left
        if number == nil, let typed = Int(typed: words.firstWord.word) {
            (number, words) = (typed, words.firstWord.rest)
        }
        let record = state.records[id]
        let all = (kind == "strength" ? record?.strengths : record?.concerns) ?? []
        let label = labels[id].short
        guard !all.isEmpty else {
            throw .problem(
                ErrorDescription(
                    kind == "strength"
                        ? local("\(label) has no strength, and nothing was changed")
                        : local("\(label) has no concern, and nothing was changed"),
                    hint: local("answers lists what goes with each answer")))
        }
        guard let chosen = number ?? (all.count == 1 ? 1 : nil), all.indices.contains(chosen - 1) else {
            let lines = all.enumerated().map { "\($0.offset + 1) \($0.element.shortened.visible)" }
            throw .problem(
                ErrorDescription(
                    local("\(label) has these, and nothing was changed: \(lines.joined(separator: "; "))"),
                    hint: local("name one by its number, such as \(command) \(kind) 1")))
        }
        return (.item(id, kind == "strength" ? .strength(chosen) : .concern(chosen)), words)
    }

    private func askNamed(_ rest: String, _ command: String) throws(Interruption) -> (
        WrittenThing, rest: String
    ) {
        let typed = Int(typed: rest.firstWord.word)
        let number = typed ?? (state.asks.count == 1 ? 1 : 0)
        guard state.asks.indices.contains(number - 1) else {
            throw .problem(errorDescription(of: .noSuchAsk(number, of: state.asks.count)))
        }
        return (.ask(number), typed == nil ? rest : rest.firstWord.rest)
    }

    /// Puts other words in the place of something, as `edit` does.
    func rewrite(_ argument: String, command: String) throws(Interruption) -> Next {
        let (thing, words) = try writtenThing(named: argument, command: command)
        let held: String
        switch thing {
        case .item(let id, let item): held = state.records[id]?.words(of: item) ?? ""
        case .ask(let number): held = state.asks[number - 1]
        case .measure(let measure): held = measure.name
        case .theme: held = ""
        }
        guard !words.isEmpty else {
            throw .problem(
                ErrorDescription(
                    local("say the new words; nothing was changed"),
                    hint: state.room == nil
                        ? local("it says now: \(held.shortened(to: 200).visible)")
                        : local("type edit, its name and the new words")))
        }
        switch thing {
        case .item(_, .action(let id)):
            return try ActionCommand().run("\(id) \"\(words)\"", self)
        case .item(let question, .evidence(let id)):
            return try rewrite(evidence: id, on: question, words)
        case .item(let id, let item):
            try perform(.rewrite(id, item, words))
            try confirm(
                local("Saved: \(item.localizedDescription) on \(labels[id].short) is now: \(words.visible)"))
            if state.room == nil { try say(local("It said: \(held.shortened(to: 200).visible)")) }
        case .ask(let number):
            try perform(.rewriteAsk(number, words))
            try confirm(local("Saved: reviewers are asked to test, number \(number): \(words.visible)"))
        case .measure(let measure):
            return try MeasureCommand().run("\(measure.id) called \(words)", self)
        case .theme: break
        }
        return .ask
    }

    /// What can be removed or corrected, as what may be typed.
    var writtenThings: [Completion] {
        let records = state.questionnaire.questions.compactMap { state.records[$0.id] }
        return records.flatMap(\.evidence).map { Completion($0.id, description: $0.reference) }
            + state.actions.map { Completion($0.action.id, description: $0.action.text) }
            + state.measures.map { Completion($0.id, description: $0.name) }
            + ["note", "strength", "concern", "ask", "theme"].map { Completion($0) }
    }
}

extension RecordItem {
    /// What it is, with its number.
    var localizedDescription: String {
        switch self {
        case .note: local("the note")
        case .evidence(let id): local("evidence \(id)")
        case .evidenceText(let id): local("what evidence \(id) shows")
        case .strength(let number): local("strength \(number)")
        case .concern(let number): local("concern \(number)")
        case .action(let id): local("action \(id)")
        }
    }
}
