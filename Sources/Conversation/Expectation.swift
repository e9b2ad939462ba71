import Escaping
import Instruments
import Languages
import LineEditing
import Reports
import Sessions

/// What the next line is for, where it is not for the question on the screen.
///
/// A command always gets through, so that nobody is trapped in any of them.
indirect enum Expectation {
    /// More on an answer that was just given: further words, or the number of a probe; a probe that was taken up stands
    /// before the next words.
    case furtherWords(Question.ID, probe: String?)
    /// Whether to keep a bare number or word as words on an answer, or as the reply to a probe of it.
    case bareReply(String, Question.ID, probe: String?)
    /// The next line of a long note.
    case noteLine(LongNote)
    /// Whether to save a line that seems to tell who somebody is.
    case personal(line: String, during: Expectation?)
    /// Whether to keep several lines that came at once.
    case pasted(String, during: Expectation?)
    /// Which of the answers on a list to change, or whether to go on with what the list was shown for.
    case checking([Question.ID], before: Checked?)
    /// Whether to do something.
    case yesOrNo(Checked)
    /// What a line means that may be words or a command.
    case meaning(DoubtfulLine, during: Expectation?)
    /// How many hold another view, or whether a number before its words is its level.
    case otherView(OtherViewDraft)
    /// Which problems the next one leads to.
    case linking(LinkWalk)
    /// Which of the steps that help go into the plan.
    case nextSteps([NextSteps.Step])
    /// How a room is set up, step by step.
    case setUp(RoomSetUp)
    /// Anything that takes the curtain away; what was asked when it was drawn is asked again then.
    case curtain(during: Expectation?)

    /// A note that is typed line by line.
    struct LongNote {
        let question: Question.ID
        /// Whether it is added to a note that is there.
        let adds: Bool
        /// The number of the event that began it; nil before the first line.
        var step: Int?
        /// Empty lines that wait for the words that they stand before.
        var blanks = 0
    }

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
        /// What is expected again where it is not done.
        var during: Expectation?
        /// What is done where the answer is no; nil where nothing is but to say so.
        var otherwise: ((Conversation) throws(Interruption) -> Next)?
        /// Whether it is about the answers, so that `check` lists them and asks again.
        var isOfAnswers = false
        /// Does it.
        let go: (Conversation) throws(Interruption) -> Next
    }

    /// What is still expected after somebody was asked about the words of a line.
    var kept: Expectation? {
        switch self {
        case .personal(_, let during), .pasted(_, let during): during
        case .checking(_, _?): nil
        case .furtherWords, .bareReply, .noteLine, .checking, .yesOrNo, .meaning, .otherView, .linking,
            .nextSteps, .setUp,
            .curtain:
            self
        }
    }

    /// Whether it is asked again where the command that would have left it is refused; words that were to be looked at
    /// first are left out all the same.
    var isAskedAgain: Bool {
        switch self {
        case .yesOrNo, .checking, .linking, .nextSteps, .setUp, .curtain: true
        case .furtherWords, .bareReply, .noteLine, .personal, .pasted, .meaning, .otherView: false
        }
    }

    /// What to ask for.
    var prompt: String {
        switch self {
        case .furtherWords: local("More words, a probe's number, or Enter to go on:")
        case .bareReply, .yesOrNo: local("Yes, or Enter for no:")
        case .noteLine: local("Your note:")
        case .personal: local("Save it as it is? yes, or Enter to leave it out:")
        case .pasted: local("Keep them? yes, or Enter to leave them out:")
        case .checking(_, let before?): local("\(before.question) yes, no, or a number to change:")
        case .checking(_, nil): local("A number to change, or Enter:")
        case .meaning: local("words or command:")
        case .otherView(let draft): draft.prompt
        case .linking(let walk): walk.prompt
        case .nextSteps: local("A number for the plan, or Enter:")
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
        if let next = try takeHelp(words, during: expected) { return next }
        expectation = nil
        switch expected {
        case .furtherWords(let question, let probe):
            return isCommand(words) ? nil : try takeFurtherWords(words, on: question, probe: probe)
        case .bareReply(let held, let question, let probe):
            return try takeBareReply(words, to: held, on: question, probe: probe)
        case .noteLine(let note):
            return isCommand(words) ? nil : try takeNoteLine(line, of: note)
        case .personal(let held, let during):
            return try takeConsent(line, to: held, during)
        case .pasted(let text, let during):
            return try takePasted(words, text, during)
        case .checking(let questions, let checked):
            return try takeChecked(words, questions, before: checked)
        case .yesOrNo(let asked):
            return try takeYesOrNo(words, asked)
        case .meaning(let doubtful, let during):
            return try takeMeaning(words, of: doubtful, during)
        case .otherView(let draft):
            return try takeOtherView(words, draft)
        case .linking(let walk):
            return try takeLinks(words, walk)
        case .nextSteps(let steps):
            return try takeStep(words, of: steps)
        case .setUp(let step):
            return try takeSetUp(words, step)
        case .curtain(let during):
            if words.isEmpty { return try draw(back: during) }
            return try leaving(words, for: expected)
        }
    }

    /// Whether a line that could be anybody's words is a command all the same.
    func isCommand(_ words: String) -> Bool { words.hasPrefix(":") && !words.hasPrefix("::") }

    private func takeNoteLine(
        _ line: String, of note: Expectation.LongNote
    ) throws(Interruption) -> Next? {
        var note = note
        let words = line.trimmed
        guard words != "." else {
            let label = labels[note.question].short
            try confirm(
                note.step == nil
                    ? local("Nothing was written; the note on \(label) is as it was.")
                    : local("Saved as the note on \(label)."))
            return .ask
        }
        if words.isEmpty {
            if note.step != nil { note.blanks += 1 }
        } else {
            try refuseCommandName(words)
            let text = String(repeating: "\n", count: note.blanks) + words.withoutMark
            if note.step == nil, !note.adds {
                try perform(.note(note.question, text))
            } else {
                try perform(.addToNote(note.question, text, after: note.step))
            }
            note.step = note.step ?? recorded.lastNumber
            note.blanks = 0
        }
        expectation = .noteLine(note)
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
                if case .problem = error { expectation = during }
                throw error
            }
        case "", "no", "n":
            let isBack = reader.keep(line)
            try say(
                local("Left out: nothing of this line was saved. Mend it and enter it again.")
                    + (isBack ? " " + Self.isBack : ""))
            return .ask
        default:
            guard isNamed(reply.trimmed) else {
                expectation = .personal(line: line, during: during)
                throw .problem(
                    ErrorDescription(local("answer yes to save it as it is, or Enter to leave it out")))
            }
            try say(local("Left out: nothing of this line was saved."))
            return nil
        }
    }

    private func takeYesOrNo(
        _ words: String, _ asked: Expectation.Checked
    ) throws(Interruption) -> Next? {
        switch words.lowercased() {
        case "yes", "y":
            return try asked.go(self)
        case "check" where asked.isOfAnswers, ":check" where asked.isOfAnswers:
            try check(before: asked)
            return .ask
        // Nothing is done yet, so that there is nothing but the question to take back.
        case "", "no", "n", "undo", ":undo":
            if let otherwise = asked.otherwise { return try otherwise(self) }
            try say(asked.refusal)
            expectation = asked.during
            return asked.during == nil ? .showQuestion : .ask
        default:
            return try leaving(words, for: .yesOrNo(asked), saying: Self.unanswered(asked))
        }
    }

    private func takeChecked(
        _ words: String, _ questions: [Question.ID], before checked: Expectation.Checked?
    ) throws(Interruption) -> Next? {
        if let number = Int(typed: words) {
            guard (1...max(1, questions.count)).contains(number), !questions.isEmpty else {
                expectation = .checking(questions, before: checked)
                throw .problem(
                    ErrorDescription(
                        local("there is no line `\(words)`"),
                        hint: local("type a number from 1 to \(questions.count)")))
            }
            endNextBestWalk()
            let picked = questions[number - 1]
            try perform(.move(to: picked))
            listBehind = Expectation.Picking(questions: questions, picked: picked, before: checked)
            try say(local("Answer it again, or Enter to leave it; after that you are back at the list."))
            return .showQuestion
        }
        guard let checked else {
            if words.isEmpty { return .showQuestion }
            left = .checking(questions, before: nil)
            if isNamed(words) { return nil }
            // An answer here would go to a question that the list does not show.
            expectation = .checking(questions, before: nil)
            throw .problem(
                ErrorDescription(
                    local("`\(words.shortened.visible)` is no line of the list, and nothing was changed"),
                    hint: local("type a number from 1 to \(questions.count), or Enter to leave the list")))
        }
        switch words.lowercased() {
        case "yes", "y":
            return try checked.go(self)
        case "no", "n", "undo", ":undo":
            isChecked = false
            try say(checked.refusal)
            return .showQuestion
        default:
            let next = try leaving(
                words, for: .checking(questions, before: checked), saying: Self.unanswered(checked))
            isChecked = false
            return next
        }
    }
}

extension String {
    /// The text without the colon that marks another as its own.
    var withoutMark: String { hasPrefix("::") ? String(dropFirst()) : self }
}
