import Escaping
import Instruments
import Languages
import Reports
import Sessions

// How what is asked beside the questions goes on, and how it is left.
extension Conversation {
    /// Shows help while something else is expected, and asks that again: who asks for help has not answered.
    ///
    /// - Returns: nil where the line asks for no help, or can be anybody's words.
    func takeHelp(_ words: String, during expected: Expectation) throws(Interruption) -> Next? {
        guard case .command("help", let topic) = parser.parse(words, for: nil), isNamed(words) else {
            return nil
        }
        switch expected {
        case .furtherWords, .noteLine: return nil
        case .bareReply, .personal, .pasted, .checking, .yesOrNo, .meaning, .otherView, .linking,
            .nextSteps, .setUp, .curtain:
            break
        }
        _ = try HelpCommand().run(topic, self)
        if case .yesOrNo(let asked) = expected { try say(asked.question, gap: true) }
        return .ask
    }

    /// Lets a command through that leaves what is expected, by its name in full; anything else is asked again.
    ///
    /// No words are an answer to any of it, so that those behind a command are the command's. Where the command is
    /// refused, nothing was left.
    ///
    /// - Returns: always nil: the line is a command.
    func leaving(
        _ words: String, for expected: Expectation, saying refusal: String? = nil
    ) throws(Interruption) -> Next? {
        guard isNamed(words) else {
            expectation = expected
            throw .problem(
                ErrorDescription(
                    local("`\(words.shortened.visible)` is no answer to that, and nothing was done"),
                    hint: local(
                        "answer as the line says, or type a command in full, such as quit or help, to leave it"
                    )
                ))
        }
        if let refusal { try say(refusal) }
        left = expected.isAskedAgain ? expected : nil
        return nil
    }

    /// What is said where a command leaves a question that nobody has answered.
    static func unanswered(_ asked: Expectation.Checked) -> String {
        local("Not answered, and nothing was done: \(asked.question)")
    }

    /// Whether a line is a command by its name in full, or marked as one.
    func isNamed(_ words: String) -> Bool {
        guard case .command(let name, let argument) = parser.parse(words, for: nil) else { return false }
        if isCommand(words) { return true }
        let typed = words.firstWord.word.lowercased()
        guard typed == name || ReplyParser.otherNames[typed] == name else { return false }
        return argument.isEmpty || commands.first { $0.name == name }.map { $0.usage != name } == true
    }

    /// Says what was not done, where the input ends in front of a question.
    func sayNotDone() throws(Interruption) {
        switch expectation {
        case .yesOrNo(let asked), .checking(_, .some(let asked)): try say(asked.refusal)
        case .bareReply, .meaning: try say(Self.notKept)
        case .personal: try say(local("Left out: nothing of this line was saved."))
        case .pasted: try say(Self.leftOut)
        case .otherView: try say(OtherViewDraft.notKept)
        case .furtherWords, .noteLine, .checking(_, .none), .linking, .nextSteps, .setUp, .curtain, nil: break
        }
    }

    /// Forgets what was expected, after Ctrl-C, and says what became of it.
    func dropExpectation() throws(Interruption) {
        let dropped = expectation
        expectation = nil
        switch dropped {
        case .noteLine(let note) where note.step != nil:
            try confirm(
                local(
                    "Saved as the note on \(labels[note.question].short), but for the line that you were typing."
                ))
        case .checking(_, let before?):
            isChecked = false
            try say(before.refusal)
        case .personal(_, let during):
            expectation = during
            try say(local("Left out: nothing of this line was saved."))
        case .pasted(_, let during):
            expectation = during
            try say(Self.leftOut)
        case .yesOrNo(let asked):
            expectation = asked.during
            try say(asked.refusal)
        case .bareReply(_, let question, let probe):
            expectation = .furtherWords(question, probe: probe)
            try say(Self.notKept)
        case .meaning(_, let during):
            expectation = during
            try say(Self.notKept)
        case .otherView:
            try say(OtherViewDraft.notKept)
        case .furtherWords, .curtain:
            expectation = dropped
        case .linking:
            try say(local("The links that were saved stay. Type links to go on with the others."))
        case .noteLine, .checking, .nextSteps, .setUp, nil:
            break
        }
    }
}
