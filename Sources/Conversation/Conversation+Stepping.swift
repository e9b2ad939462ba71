import Instruments
import Languages
import LineEditing
import Reports
import Sessions
import Terminal

extension Conversation {
    /// Shows the question that the walk stands at, or that it is at its end.
    func showQuestion() throws(Interruption) {
        let state = state
        noteShown()
        guard let question else {
            let counts = Counts(asked: state.asked.ids()) { state.response(to: $0) }
            let open =
                counts.unanswered == 0
                ? local("Every question is answered.")
                : counted(
                    counts.unanswered, "question has no answer yet; type unanswered to see them.",
                    "questions have no answer yet; type unanswered to see them.")
            try sayUnconfirmed()
            return try say(
                local(
                    "This is the end of the questions. \(open) Type evaluate to see what the answers "
                        + "point to, next-steps for what can be done about it, export to write a report, back to go on, "
                        + "or quit."), gap: true)
        }
        try shown { () throws(OutputFault) in
            try QuestionScreen(state: state, labels: labels).show(question, on: screen)
        }
        try showRoom(on: question)
    }

    /// Reads one line and does what it says; a problem is told, and the question stands.
    func step() throws(Interruption) -> Next {
        let before = expectation
        left = nil
        guard let typed = try readLine() else { return shown(.ask, after: before) }
        let line = typed.text
        do throws(Interruption) {
            if typed.isCut { throw .problem(LineInput.cutDescription(reader)) }
            return shown(try typed.cameAtOnce ? takeGathered(line) : take(line), after: before)
        } catch {
            switch error {
            case .problem(let errorDescription):
                refusals += 1
                if options.isStrict { throw .ended(.refused(line: lineNumber, errorDescription)) }
                // A word or two are sooner typed again than looked for, and so are counts; more words are kept.
                let words = line.split(separator: " ").filter { $0.contains(where: \.isLetter) }
                let isBack = words.count > 4 && reader.keep(line)
                try say(
                    (reader.isTerminal
                        ? local("There is a problem. \(errorDescription.sentences)")
                        : local("Line \(lineNumber). There is a problem. \(errorDescription.sentences)"))
                        + (isBack ? " " + Self.isBack : ""),
                    as: .problem)
                // What was being written goes on after a line that could not be saved, and what a command would have
                // left stays where that was refused.
                switch before {
                case .noteLine? where expectation == nil: expectation = before
                default:
                    if expectation == nil, let left {
                        expectation = left
                        if let question = left.question { try say(local("It is asked again: \(question)")) }
                    }
                }
            case .personal(let details, let own):
                try say(PersonalDetail.warning(of: details), as: .problem)
                var isKept = own == nil
                if case .pasted? = before { isKept = true }
                expectation = .personal(line: own ?? line, during: isKept ? before?.kept : nil)
            case .ended:
                throw error
            }
            return shown(.ask, after: before)
        }
    }

    /// Shows the question where one that was answered, and probed, has given way to the next meanwhile.
    private func shown(_ next: Next, after before: Expectation?) -> Next {
        if case .setUp(let step)? = expectation {
            // A command has said it, or has gone to a question: nothing is asked twice, or beside a question.
            let arrangement = state.room?.arrangement ?? RoomArrangement()
            expectation = next == .showQuestion ? nil : step.firstOpen(in: arrangement).map { .setUp($0) }
        }
        if next == .showQuestion {
            writingOn = nil
            if case .linking? = expectation { expectation = nil }
        }
        guard next == .ask, expectation == nil else { return next }
        if let writingOn {
            // A command in between does not end what is written down.
            expectation = .furtherWords(writingOn, probe: before?.probe)
            return .ask
        }
        // What was asked has covered the question, and the next number is for one that is to be seen.
        // In a room no number is an answer, and what was shown stays on the wall.
        return before?.coversQuestion == true && state.room == nil ? .showQuestion : .ask
    }

    /// Does what a line says.
    func take(_ line: String) throws(Interruption) -> Next {
        guard !line.contains("\u{FFFD}") else {
            throw .problem(
                ErrorDescription(
                    local("the line holds bytes that are not UTF-8, so nothing of it was saved"),
                    hint: local("set the terminal to UTF-8, or convert the file with iconv")))
        }
        if let next = try takeExpected(line) { return next }
        if state.room != nil, question?.isVotedOn == true, TallyCommand.isCounts(line) {
            return try TallyCommand().run(line, self)
        }
        let reply = parser.parse(line, for: question?.kind, takesCommandsAsWords: takesCommandsAsWords)
        if reply.mayBeRemembered { reader.remember(line) }
        return try act(on: reply)
    }

    /// What was typed, and whether it is several lines that came at once; nil where there is nothing.
    private func readLine() throws(Interruption) -> (text: String, cameAtOnce: Bool, isCut: Bool)? {
        let prompt =
            expectation?.prompt
            ?? (question.map { state.room == nil || $0.kind == .text } == true
                ? local("Your answer:") : local("Your command:"))
        let input = reader.readLine(prompt: prompt + " ") { [weak self] text in
            self.map { completions(of: text, in: $0) } ?? []
        }
        switch input {
        case .line(let line):
            interrupts = 0
            lineNumber += 1
            return (line, false, false)
        case .pasted(let text):
            interrupts = 0
            lineNumber += 1
            return (text, !takesWords, false)
        case .gathered(let text):
            interrupts = 0
            lineNumber += text.count { $0 == "\n" } + 1
            return (text, true, false)
        case .cut:
            interrupts = 0
            lineNumber += 1
            return ("", false, true)
        case .interrupted:
            interrupts += 1
            try dropExpectation()
            if interrupts > 1 {
                try say(
                    savedSoFar() + " "
                        + (question?.kind == .text
                            ? local("Type :quit to leave, or go on answering.")
                            : local("Type quit to leave, or go on answering.")))
            }
            return nil
        case .endOfInput:
            if let code = reader.failure { throw .ended(.notSaved(.unreadableInput(code))) }
            try sayNotDone()
            throw .ended(.endOfInput)
        case .signalled(let number):
            throw .ended(.signal(number))
        }
    }

    private func act(on reply: Reply) throws(Interruption) -> Next {
        switch reply {
        case .nothing:
            return try NextCommand().run("", self)
        case .answer(let response, let note):
            guard let question else { throw .problem(.noQuestion) }
            return state.room == nil
                ? try answer(question, response, note: note)
                : try roomAnswer(to: question, response)
        case .wordsOrCommand(let line, let command):
            return try askMeaning(of: DoubtfulLine(text: line, command: command), during: nil)
        case .command(let name, let argument):
            guard let command = commands.first(where: { $0.name == name }) else { return .ask }
            // Words behind a command that takes none were meant for somebody to read.
            guard argument.isEmpty || command.usage != command.name else {
                throw .problem(
                    ErrorDescription(
                        local("\(name) stands alone, and words came with it; nothing was done"),
                        hint: local("type \(name) alone, or note and the words to keep them")))
            }
            return try command.run(argument, self)
        case .notUnderstood(.unknownWord(_, nearest: [])) where question == nil: throw .problem(.noQuestion)
        case .notUnderstood(let misunderstanding):
            // No way out of the others is open to a room: an answer that is mended would still be no agreement.
            if state.room != nil, let question, misunderstanding.isOfAnswer {
                throw .problem(errorDescription(of: .roomAgrees(question.id)))
            }
            throw .problem(misunderstanding.errorDescription)
        }
    }

    /// Goes on behind a question that was answered or confirmed just now: in a walk by how telling the questions are, or
    /// to the next question.
    func goOn(from question: Question.ID) throws(Interruption) -> Next {
        if let next = try returnToList() { return next }
        try tellPrompts(behind: question)
        let left = broughtUp?.from
        if let next = try continueNextBestWalk() {
            if let left { noteComingUp(behind: left) }
            return next
        }
        try shown { () throws(OutputFault) in try screen.gap() }
        return .showQuestion
    }
}

extension LineInput {
    /// That a terminal has dropped the end of a line, and the way out.
    static func cutDescription(_ reader: any LineReader) -> ErrorDescription {
        guard reader.isTerminal else {
            return ErrorDescription(
                local("the line is too long to be read, and nothing of it was saved"),
                hint: local("a line holds at most 16 MiB"))
        }
        return ErrorDescription(
            local("the terminal kept only the beginning of that line, and nothing of it was saved"),
            hint: local("enter long words in several lines, behind note alone"))
    }
}

extension ErrorDescription {
    /// That the input ended by an error, so that nobody knows what more was to come.
    package static func unreadableInput(_ code: Int32) -> ErrorDescription {
        ErrorDescription(
            local("standard input cannot be read on: \(systemWords(code))"),
            hint: local("what came before is saved; give the rest again"))
    }

    /// That there is nothing that an answer could go to.
    static var noQuestion: ErrorDescription {
        ErrorDescription(
            local("no question is on the screen, and nothing was saved"),
            hint: local("type again to see where the walk stands, or help to see what can be typed"))
    }
}

extension Expectation {
    /// What it asks before something is done; nil for anything else.
    fileprivate var question: String? {
        switch self {
        case .yesOrNo(let asked), .checking(_, .some(let asked)): asked.question
        default: nil
        }
    }

    /// The probe that the next words answer.
    fileprivate var probe: String? {
        switch self {
        case .furtherWords(_, let probe), .bareReply(_, _, let probe): probe
        default: nil
        }
    }

    /// Whether something else was asked in the question's place.
    fileprivate var coversQuestion: Bool {
        switch self {
        case .checking, .yesOrNo, .otherView, .linking, .nextSteps, .curtain: true
        case .personal(_, let during), .pasted(_, let during), .meaning(_, let during):
            during?.coversQuestion == true
        case .furtherWords, .bareReply, .noteLine, .setUp: false
        }
    }
}
