import Instruments
import Languages
import LineEditing
import Reports
import Sessions

/// Another view that is not whole yet: nobody guesses how many hold it, nor whether a number is its level.
struct OtherViewDraft {
    let question: Question.ID
    /// The words, perhaps with a level before them.
    var text: String
    /// How many hold it; nil while that is to be asked.
    var size: OtherView.Size?
    /// The number before the words; nil where none could be a level.
    var number: Int?
    /// Whether the number is the level; nil while that is to be asked.
    var hasLevel: Bool?

    /// Whether all is said.
    var isWhole: Bool { size != nil && (number == nil || hasLevel != nil) }

    /// What to ask for next.
    var prompt: String {
        size == nil ? local("A few or several:") : local("Level or words:")
    }

    /// What is said where it comes to nothing.
    static var notKept: String { local("Nothing of the other view was saved.") }

    /// Takes what follows the command's name.
    ///
    /// - Parameters:
    ///   - argument: how many hold it, its level and its words; the first two can be left out.
    ///   - question: the question that it is on.
    init(_ argument: String, on question: Question) {
        self.question = question.id
        text = argument
        var rest = argument
        if rest.firstWord.word.lowercased() == "a", rest.firstWord.rest.firstWord.word.lowercased() == "few" {
            rest = rest.firstWord.rest
        }
        if let named = OtherView.Size(rawValue: rest.firstWord.word.lowercased()) {
            size = named
            // "Several of us think so" begins the words, too.
            if rest.firstWord.rest.firstWord.word.lowercased() != "of" { text = rest.firstWord.rest }
        }
        guard case .rating(let rating) = question.kind, let first = Int(typed: text.firstWord.word) else {
            return
        }
        let isDoubtful = size == nil || text.firstWord.rest.firstWord.word.lowercased() == "of"
        if isDoubtful, !rating.scale.levels.indices.contains(first - 1) { return }
        number = first
        // Behind few or several a number is the level; anywhere else it may begin the words: `2 of us think so`.
        hasLevel = isDoubtful ? nil : true
    }

    /// The view, once all is said.
    var view: OtherView? {
        guard let size, isWhole else { return nil }
        guard hasLevel == true else { return OtherView(text: text, size: size, level: nil) }
        return OtherView(text: text.firstWord.rest, size: size, level: number)
    }

    /// Takes a reply to what was asked.
    ///
    /// - Returns: whether it was one.
    mutating func take(_ reply: String) -> Bool {
        switch (size == nil, reply.lowercased()) {
        case (true, "few"), (true, "a few"): size = .few
        case (true, "several"): size = .several
        case (false, "level"): hasLevel = true
        case (false, "words"): hasLevel = false
        default: return false
        }
        return true
    }
}

struct OtherViewCommand: Command {
    let name = "other-view"
    let keepsWords = true
    var usage: String { local("\(name) TEXT, or \(name) a few LEVEL TEXT, \(name) several LEVEL TEXT") }
    var summary: String {
        local("keeps what a few, or several, see otherwise, in words that point to nobody")
    }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        try talk.onSubject(named: argument, of: name) { words, id, talk throws(Interruption) in
            guard let question = talk.state.questionnaire.question(id) else { return .ask }
            let draft = OtherViewDraft(words, on: question)
            guard !draft.text.isEmpty else { throw .problem(Rejection.emptyText.errorDescription) }
            return try talk.goOn(with: draft)
        }
    }
}

extension Conversation {
    /// Asks for what is not said of another view, or records it.
    func goOn(with draft: OtherViewDraft) throws(Interruption) -> Next {
        guard let view = draft.view else {
            try say(
                draft.size == nil
                    ? local("How many see it so?")
                    : local("Is \(draft.number ?? 0) the level that they see, or do the words begin with it?")
            )
            expectation = .otherView(draft)
            return .ask
        }
        let id = draft.question
        let replaces = state.roomRecord(of: id).otherView != nil
        try perform(.recordOtherView(id, view))
        let label = labels[id].short
        try confirm(
            (replaces
                ? local("Saved as another view on \(label), in place of the earlier one.")
                : local("Saved as another view on \(label).")) + " "
                + local("Ask the room: does it point to anybody? Type withdraw to take it back."))
        return .ask
    }

    /// Takes a reply on another view; nil for a command.
    func takeOtherView(_ words: String, _ draft: OtherViewDraft) throws(Interruption) -> Next? {
        guard !words.isEmpty else {
            try say(OtherViewDraft.notKept)
            return .ask
        }
        var whole = draft
        guard whole.take(words) else {
            return try leaving(words, for: .otherView(draft), saying: OtherViewDraft.notKept)
        }
        return try goOn(with: whole)
    }
}
