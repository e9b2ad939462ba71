import Evaluation
package import Instruments
import Languages
package import LineEditing
import Reports
package import SessionFiles
package import Sessions

/// One session at the prompt: what is typed is understood, decided on, made durable and shown.
package final class Conversation {
    /// How a conversation behaves, beside its session and its terminal.
    package struct Manners: Sendable {
        /// Stop at the first line that is refused.
        package var isStrict: Bool
        /// Leave out what is said only to be friendly.
        package var isQuiet: Bool

        /// Manners with all their fields.
        package init(isStrict: Bool = false, isQuiet: Bool = false) {
            self.isStrict = isStrict
            self.isQuiet = isQuiet
        }
    }

    let manners: Manners
    /// The session's questionnaire and its frameworks as a new session would get them; nil where there are none.
    let current: InstrumentSet?
    private(set) var labels: Labels
    let now: () -> Timestamp
    /// The environment of the process: it names the editor.
    let environment: [String: String]

    private let session: OpenSession
    let reader: any LineReader
    let screen: Screen
    let parser: ReplyParser
    /// What can be typed here, beside answers.
    let commands: [any Command]
    private var lineNumber = 0
    private var interrupts = 0
    /// What the next line is for; nil where it is for the question on the screen.
    var expectation: Expectation?
    /// What was left in the editor and not saved.
    var unsaved: (question: Question.ID, text: String)?
    /// Whether details of persons are saved without asking.
    var allowsPersonalDetails = false
    /// How many changes there were when the answers were last checked, and how many there are.
    private var checkedChanges: Int?
    private var changes = 0
    /// How many lines were refused.
    private var refusals = 0
    /// What is said is said in this tongue, from the next step on.
    private(set) var tongue: Tongue
    private let tongues: (String) -> Tongue?
    /// The list that comes back once a question that was picked from it is answered or left; nil outside of that.
    var listBehind: Expectation.Picking?
    /// The questions shown so far in a walk by how telling they are; nil outside of one.
    var tellingWalk: Set<Question.ID>?

    /// A conversation about a session that is open for writing.
    ///
    /// - Parameters:
    ///   - session: the session.
    ///   - reader: where lines come from.
    ///   - screen: where everything is shown.
    ///   - current: the questionnaire of that name and its frameworks as a new session would get them; nil
    ///     where there are none.
    ///   - manners: how it behaves.
    ///   - tongue: the language that it begins in.
    ///   - tongues: finds a language by its code; nil for what is no code.
    ///   - environment: the environment of the process, which names the editor.
    ///   - now: the clock.
    package init(
        session: OpenSession, reader: any LineReader, screen: Screen, current: InstrumentSet? = nil,
        manners: Manners = Manners(), tongue: Tongue = Tongue(),
        tongues: @escaping (String) -> Tongue? = { _ in nil }, environment: [String: String] = [:],
        now: @escaping () -> Timestamp
    ) {
        self.session = session
        self.reader = reader
        self.screen = screen
        self.current = current
        self.manners = manners
        self.tongue = tongue
        self.tongues = tongues
        self.now = now
        self.environment = environment
        labels = Labels(session.state.spoken(in: tongue).questionnaire)
        commands = walkCommands + (session.state.room == nil ? [] : roomCommands)
        parser = ReplyParser(commands: commands.map(\.name))
    }

    /// Walks the session until somebody leaves or the input ends.
    package func run() -> Ending {
        do throws(Interruption) {
            var next = try Catalogue.speaking(tongue.catalogue) { () throws(Interruption) in
                try beginRoom()
            }
            while next != .leave {
                next = try Catalogue.speaking(tongue.catalogue) { () throws(Interruption) in
                    if next == .showQuestion { try showQuestion() }
                    return try step()
                }
            }
            try sayRefusals()
            try sayGoodbye()
            return .left
        } catch {
            switch error {
            case .ended(.endOfInput) where reader.isTerminal:
                try? sayGoodbye()
                return .endOfInput
            case .ended(.endOfInput):
                try? sayRefusals()
                return .endOfInput
            case .ended(let ending): return ending
            case .problem(let wording): return .notSaved(wording)
            case .personal(let details, _):
                return .notSaved(Wording(PersonalDetail.warning(of: details)))
            }
        }
    }

    /// Says at the end of a script how many of its lines came to nothing: an answer behind one may have gone to another
    /// question.
    private func sayRefusals() throws(Interruption) {
        guard !reader.isTerminal, refusals > 0 else { return }
        try Catalogue.speaking(tongue.catalogue) { () throws(Interruption) in
            try say(
                counted(
                    refusals,
                    "line was refused; it is named above. With --strict the first one that is refused ends the script.",
                    "lines were refused; they are named above. With --strict the first one that is refused ends the script."
                ), as: .problem)
        }
    }

    private func sayGoodbye() throws(Interruption) {
        guard !manners.isQuiet else { return }
        try Catalogue.speaking(tongue.catalogue) { () throws(Interruption) in
            try say(local("Left. Every answer is saved; canary resume comes back here."))
        }
    }

    /// The session as it stands, in the language that is spoken.
    var state: SessionState { session.state.spoken(in: tongue) }

    /// The session as its journal has it.
    var recorded: SessionState { session.state }

    /// The chain of the last event, in hexadecimal.
    var head: String { session.head }

    /// Every event of the session, as its journal has them now.
    func events() throws(Interruption) -> [SessionEvent] {
        do throws(JournalFault) {
            return try session.events()
        } catch {
            throw .problem(error.wording)
        }
    }

    /// Speaks another language from the next step on.
    ///
    /// - Throws: that there is nothing in it.
    func speak(_ code: String) throws(Interruption) {
        guard let wanted = tongues(code) else {
            throw .problem(
                Wording(
                    local("`\(code.visible)` is no code of a language"),
                    hint: local("codes are such as en or cy")))
        }
        guard wanted.isSpoken(in: session.state) else {
            throw .problem(
                Wording(
                    local("nothing is written in `\(code.visible)` here"),
                    hint: local("language shows what there is")))
        }
        tongue = wanted
        labels = Labels(state.questionnaire)
    }

    /// The question that the walk stands at; nil at the end.
    var question: Question? { state.position.flatMap { state.questionnaire.question($0) } }

    /// The question that a note or evidence speaks of.
    func subject() throws(Interruption) -> Question.ID {
        if let question, state.response(to: question.id) != nil { return question.id }
        if state.room != nil { return try roomSubject() }
        guard let last = state.lastAnswered, state.response(to: last) != nil else {
            throw .problem(
                Wording(
                    local("there is no answer yet that this could go with"),
                    hint: local("answer a question first")))
        }
        return last
    }

    /// Does what is asked, durably; the state shows it when this returns.
    ///
    /// - Throws: also `.personal`, before anything is done, where its words seem to tell who somebody is; where
    ///   nobody can be asked, it does it and says so.
    func perform(_ command: SessionCommand) throws(Interruption) {
        let details = newDetails(in: command)
        if reader.isTerminal, !details.isEmpty { throw .personal(details) }
        do throws(PerformFault) {
            _ = try session.perform(command, now: now())
        } catch {
            let wording = error.wording
            if case .rejected = error { throw .problem(wording) }
            // Nobody is there who could mend a full disk and try again.
            guard reader.isTerminal else { throw .ended(.notSaved(wording)) }
            throw .problem(wording)
        }
        switch command {
        // These leave every answer as it was checked.
        case .move, .recordRelease, .signOff: return
        default: break
        }
        if case .migrate = command { labels = Labels(state.questionnaire) }
        changes += 1
        if unsaved?.question == command.replaced { unsaved = nil }
        if !details.isEmpty { try sayThatSaved(details) }
    }

    /// What is said of the answers so far.
    func assessment() throws(Interruption) -> Assessment {
        do throws(TooEntangled) {
            return try assess(state)
        } catch {
            throw .problem(error.wording)
        }
    }

    /// Whether somebody sits at a terminal.
    var isAtTerminal: Bool { reader.isTerminal }

    /// Whether the answers stand as they did when they were last checked.
    var isChecked: Bool {
        get { checkedChanges == changes }
        set { checkedChanges = newValue ? changes : nil }
    }

    /// Puts a text on the next line, to be mended, where the terminal can do that.
    func offer(_ text: String) { reader.offer(text) }

    private func showQuestion() throws(Interruption) {
        let state = state
        guard let question else {
            let counts = Counts(asked: state.asked.ids()) { state.response(to: $0) }
            let open =
                counts.unanswered == 0
                ? local("Every question is answered.")
                : counted(
                    counts.unanswered, "question has no answer yet; type unanswered to see them.",
                    "questions have no answer yet; type unanswered to see them.")
            return try say(
                local(
                    "This is the end of the questions. \(open) Type evaluate to see what the answers "
                        + "point to, export to write a report, back to go on, or quit."), gap: true)
        }
        try shown { () throws(OutputFault) in
            try QuestionScreen(state: state, labels: labels).show(question, on: screen)
        }
        try showRoom(on: question)
    }

    /// Reads one line and does what it says; a problem is told, and the question stands.
    private func step() throws(Interruption) -> Next {
        let before = expectation
        guard let line = try readLine() else { return shown(.ask, after: before) }
        do throws(Interruption) {
            return shown(try take(line), after: before)
        } catch {
            switch error {
            case .problem(let wording):
                refusals += 1
                if manners.isStrict { throw .ended(.refused(line: lineNumber, wording)) }
                // A word or two are sooner typed again than taken away, and so are counts; more words are kept.
                let words = line.split(separator: " ").filter { $0.contains(where: \.isLetter) }
                let isBack = words.count > 4 && reader.offer(line)
                try say(
                    (reader.isTerminal
                        ? local("There is a problem. \(wording.sentences)")
                        : local("Line \(lineNumber). There is a problem. \(wording.sentences)"))
                        + (isBack ? " " + local("Your line is back, to be mended; Ctrl-C clears it.") : ""),
                    as: .problem)
                // A note goes on after a line that could not be saved.
                if expectation == nil, case .noteLine? = before { expectation = before }
            case .personal(let details, let own):
                try say(PersonalDetail.warning(of: details), as: .problem)
                expectation = .personal(line: own ?? line, during: own == nil ? before?.kept : nil)
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
        guard next == .ask, expectation == nil, case .probe? = before else { return next }
        return .showQuestion
    }

    /// Does what a line says.
    func take(_ line: String) throws(Interruption) -> Next {
        guard !line.contains("\u{FFFD}") else {
            throw .problem(
                Wording(
                    local("the line holds bytes that are not UTF-8, so nothing of it was saved"),
                    hint: local("set the terminal to UTF-8, or convert the file with iconv")))
        }
        if let next = try takeExpected(line) { return next }
        if state.room != nil, question?.kind.isVotedOn == true, TallyCommand.isCounts(line) {
            return try TallyCommand().run(line, self)
        }
        let reply = parser.parse(line, for: question?.kind)
        if reply.mayBeRemembered { reader.remember(line) }
        return try act(on: reply)
    }

    private func readLine() throws(Interruption) -> String? {
        let prompt =
            expectation?.prompt
            ?? (question.map { state.room == nil || !$0.kind.isVotedOn } == true
                ? local("Your answer:") : local("Your command:"))
        let input = reader.readLine(prompt: prompt + " ") { [weak self] text in
            self.map { completions(of: text, in: $0) } ?? []
        }
        switch input {
        case .line(let line), .pasted(let line):
            interrupts = 0
            lineNumber += 1
            return line
        case .interrupted:
            interrupts += 1
            try dropExpectation()
            if interrupts > 1 {
                try say(
                    question?.kind == .text
                        ? local("Every answer is saved. Type :quit to leave, or go on answering.")
                        : local("Every answer is saved. Type quit to leave, or go on answering."))
            }
            return nil
        case .endOfInput:
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
            guard let question else { throw .problem(Wording(local("no question is on the screen"))) }
            return try answer(question, response, note: note)
        case .command(let name, let argument):
            guard let command = commands.first(where: { $0.name == name }) else { return .ask }
            // Words behind a command that takes none were meant for somebody to read.
            guard argument.isEmpty || command.usage != command.name else {
                throw .problem(
                    Wording(
                        local("\(name) stands alone, and words came with it; nothing was done"),
                        hint: local("type \(name) alone, or note and the words to keep them")))
            }
            return try command.run(argument, self)
        case .notUnderstood(let misunderstanding):
            throw .problem(misunderstanding.wording)
        }
    }

    /// Goes on after an answer: in a walk by how telling the questions are, or to the next question.
    func goOn() throws(Interruption) -> Next {
        if let next = try returnToList() { return next }
        if let next = try continueTellingWalk() { return next }
        try shown { () throws(OutputFault) in try screen.gap() }
        return .showQuestion
    }
}
