import Instruments
import Languages
import LineEditing
import Reports
import Sessions

/// What the next line is for, where it is not for the question on the screen.
///
/// A command always gets through, so that nobody is trapped in any of them.
indirect enum Expectation {
    /// What is said on the probes that are left after an answer.
    case probe(Question.ID, left: ArraySlice<String>)
    /// The next line of a long note, and the note so far; nil before the first.
    case noteLine(Question.ID, note: String?)
    /// Whether to save a line that seems to tell who somebody is.
    case personal(line: String, during: Expectation?)
    /// Which of the answers on a list to change, or whether to go on with what the list was shown for.
    case checking([Question.ID], before: Checked?)
    /// Whether to do something.
    case yesOrNo(Checked)
    /// Which problems the next one leads to.
    case linking(LinkWalk)
    /// How a room is set up, step by step.
    case setUp(RoomSetUp)
    /// Anything that takes the curtain away.
    case curtain

    /// A list of answers, while one of them is changed.
    struct Picking {
        let questions: [Question.ID]
        let picked: Question.ID
        let before: Checked?
    }

    /// What the answers are checked for.
    struct Checked {
        /// What it asks, such as `Sign off as shown?`.
        let question: String
        /// What is said where it is not done.
        let refusal: String
        /// Does it.
        let go: (Conversation) throws(Interruption) -> Next
    }

    /// What is still expected after somebody was asked about the words of a line.
    var kept: Expectation? {
        switch self {
        case .personal(_, let during): during
        case .checking(_, _?): nil
        case .probe, .noteLine, .checking, .yesOrNo, .linking, .setUp, .curtain: self
        }
    }

    /// What to ask for.
    var prompt: String {
        switch self {
        case .probe: local("Your words, or Enter:")
        case .noteLine: local("Your note:")
        case .personal: local("Save it as it is? yes, or Enter to leave it out:")
        case .checking(_, let before?): local("\(before.question) yes, no, or a number to change:")
        case .checking(_, nil): local("A number to change, or Enter:")
        case .yesOrNo: local("Yes, or Enter for no:")
        case .linking(let walk): walk.prompt
        case .setUp(let step): step.prompt
        case .curtain: local("Covered. Enter goes on:")
        }
    }
}

extension Conversation {
    /// Takes a line as what was expected; nil where it is for the question on the screen, or a command.
    func takeExpected(_ line: String) throws(Interruption) -> Next? {
        guard let expected = expectation else { return nil }
        let words = line.trimmed
        expectation = nil
        switch expected {
        case .probe(let question, let left):
            return isCommand(words) ? nil : try takeProbe(words, on: question, left)
        case .noteLine(let question, let note):
            return isCommand(words) ? nil : try takeNoteLine(line, on: question, note)
        case .personal(let held, let during):
            return try takeConsent(line, to: held, during)
        case .checking(let questions, let checked):
            return try takeChecked(words, questions, before: checked)
        case .yesOrNo(let asked):
            return try takeYesOrNo(words, asked)
        case .linking(let walk):
            return try takeLinks(words, walk)
        case .setUp(let step):
            return try takeSetUp(words, step)
        case .curtain:
            return words.isEmpty ? .showQuestion : nil
        }
    }

    /// Forgets what was expected, after Ctrl-C, and says what became of it.
    func dropExpectation() throws(Interruption) {
        let dropped = expectation
        expectation = nil
        switch dropped {
        case .noteLine(let question, _?):
            try confirm(
                local(
                    "Saved as the note on \(labels[question].short), but for the line that you were typing."))
        case .checking(_, let before?):
            isChecked = false
            try say(before.refusal)
        case .personal(_, let during):
            expectation = during
            try say(local("Left out: nothing of this line was saved."))
        case .yesOrNo(let asked):
            try say(asked.refusal)
        case .linking:
            try say(local("The links that were saved stay. Type links to go on with the others."))
        case .probe, .noteLine, .checking, .setUp, .curtain, nil:
            break
        }
    }

    /// Whether a line that could be anybody's words is a command all the same.
    private func isCommand(_ words: String) -> Bool { words.hasPrefix(":") && !words.hasPrefix("::") }

    private func takeProbe(
        _ words: String, on question: Question.ID, _ left: ArraySlice<String>
    ) throws(Interruption) -> Next? {
        guard let probe = left.first else { return nil }
        if !words.isEmpty {
            let said = "\(probe) \(words.withoutMark)"
            let note = state.records[question]?.note.map { "\($0)\n\(said)" } ?? said
            try perform(.note(question, note))
            try confirm(local("Saved with the note."))
            try sayWhetherCommand(words)
        }
        let rest = left.dropFirst()
        guard let next = rest.first else { return try goOn() }
        expectation = .probe(question, left: rest)
        try say(local("To hear more: \(next)"))
        return .ask
    }

    private func takeNoteLine(
        _ line: String, on question: Question.ID, _ note: String?
    ) throws(Interruption) -> Next? {
        let words = line.trimmed
        guard words != "." else {
            let label = labels[question].short
            try confirm(
                note == nil
                    ? local("Nothing was written; the note on \(label) is as it was.")
                    : local("Saved as the note on \(label)."))
            return .ask
        }
        let text = note.map { "\($0)\n\(words.withoutMark)" } ?? words.withoutMark
        // Empty lines wait for the words that they stand before.
        if !words.isEmpty { try perform(.note(question, text)) }
        expectation = .noteLine(question, note: words.isEmpty && note == nil ? nil : text)
        return .ask
    }

    private func takeConsent(
        _ reply: String, to line: String, _ during: Expectation?
    ) throws(Interruption) -> Next? {
        expectation = during
        switch reply.trimmed.lowercased() {
        case "yes", "y":
            do throws(Interruption) {
                return try allowingPersonalDetails { () throws(Interruption) in try take(line) }
            } catch {
                if case .problem = error {
                    expectation = during
                    offer(line)
                }
                throw error
            }
        case "", "no", "n":
            try say(local("Left out: nothing of this line was saved. Mend it and enter it again."))
            offer(line)
            return .ask
        default:
            // Nobody is trapped: a command, marked as one, gets through.
            if isCommand(reply.trimmed) { return nil }
            expectation = .personal(line: line, during: during)
            throw .problem(Wording(local("answer yes to save it as it is, or Enter to leave it out")))
        }
    }

    private func takeYesOrNo(
        _ words: String, _ asked: Expectation.Checked
    ) throws(Interruption) -> Next? {
        switch words.lowercased() {
        case "yes", "y":
            return try asked.go(self)
        case "", "no", "n":
            try say(asked.refusal)
            return .ask
        default:
            try say(asked.refusal)
            return nil
        }
    }

    private func takeChecked(
        _ words: String, _ questions: [Question.ID], before checked: Expectation.Checked?
    ) throws(Interruption) -> Next? {
        if let number = Int(words) {
            guard (1...max(1, questions.count)).contains(number), !questions.isEmpty else {
                expectation = .checking(questions, before: checked)
                throw .problem(
                    Wording(
                        local("there is no line `\(words)`"),
                        hint: local("type a number from 1 to \(questions.count)")))
            }
            endTellingWalk()
            let picked = questions[number - 1]
            try perform(.move(to: picked))
            listBehind = Expectation.Picking(questions: questions, picked: picked, before: checked)
            try say(local("Answer it again, or Enter to leave it; after that you are back at the list."))
            return .showQuestion
        }
        guard let checked else {
            if words.isEmpty { return .showQuestion }
            if case .command = parser.parse(words, for: nil) { return nil }
            // An answer here would go to a question that the list does not show.
            expectation = .checking(questions, before: nil)
            throw .problem(
                Wording(
                    local("`\(words.visible)` is no line of the list, and nothing was changed"),
                    hint: local("type a number from 1 to \(questions.count), or Enter to leave the list")))
        }
        if !["yes", "y"].contains(words.lowercased()) { isChecked = false }
        switch words.lowercased() {
        case "yes", "y":
            return try checked.go(self)
        case "", "no", "n":
            try say(checked.refusal)
            return .ask
        default:
            try say(checked.refusal)
            return nil
        }
    }
}

extension String {
    /// The text without the colon that marks another as its own.
    fileprivate var withoutMark: String { hasPrefix("::") ? String(dropFirst()) : self }
}
