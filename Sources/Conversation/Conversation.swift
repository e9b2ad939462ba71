import Disclosure
import Escaping
import Evaluation
package import Instruments
import Languages
package import LineEditing
import Reports
package import SessionFiles
package import Sessions
import Terminal

/// One session at the prompt: what is typed is understood, decided on, made durable and shown.
package final class Conversation {
    let options: ConversationOptions
    /// The session's questionnaire and its frameworks as a new session would get them; nil where there are none.
    let current: InstrumentSet?
    private(set) var labels: Labels
    private let clock: () -> Timestamp?
    /// The environment of the process: it names the editor.
    let environment: [String: String]

    private let session: OpenSession
    let reader: any LineReader
    let screen: Screen
    let parser: ReplyParser
    /// What can be typed here, beside answers.
    let commands: [any Command]
    var lineNumber = 0
    var interrupts = 0
    /// What the next line is for; nil where it is for the question on the screen.
    var expectation: Expectation?
    /// The question whose answer is still being written down: more words on it may follow.
    var writingOn: Question.ID?
    /// The question that was shown last; answers and words go to no other.
    private(set) var shownLast: Question.ID?
    /// What the line that is being taken left by a command in full; nil where it left nothing.
    var left: Expectation?
    /// Whether a line that is nothing but a command's name is taken as words.
    var takesCommandsAsWords = false
    /// The line by which a room settled a question last.
    var lastSettling: String?
    /// What was left in the editor and not saved.
    var unsaved: (question: Question.ID, text: String)?
    /// The files that an editor left and that could not be taken back, by question.
    var keptFiles: [Question.ID: String] = [:]
    /// What could not be written, with the reason, until it is done after all.
    private(set) var unwritten: [(command: SessionCommand, why: ErrorDescription)] = []
    /// Whether details of persons are saved without asking.
    var allowsPersonalDetails = false
    /// How many changes there were when the answers were last checked, and how many there are.
    private var checkedChanges: Int?
    private var changes = 0
    /// How many lines were refused.
    var refusals = 0
    /// What is said is said in this language, from the next step on.
    private(set) var localization: Localization
    private let localizations: (String) -> Localization?
    /// The list that comes back once a question that was picked from it is answered or left; nil outside of that.
    var listBehind: Expectation.Picking?
    /// The questions shown so far in a walk by how telling they are; nil outside of one.
    var nextBestWalk: Set<Question.ID>?
    /// What has been asked at the end of an area, as a critical friend would.
    var toldPrompts: Set<Prompt.ID> = []
    /// The question that a room's agreement has left, and the one that it has brought up; nil once the walk moves.
    var movedOn: (from: Question.ID, to: Question.ID)?
    /// The question that was answered or confirmed last, and the one that came up behind it; nil once the walk moves.
    var broughtUp: (from: Question.ID, to: Question.ID)?
    /// The questions of which the room has been shown what people answered before it.
    var preWorkShown: Set<Question.ID> = []

    /// A conversation about a session that is open for writing.
    ///
    /// - Parameters:
    ///   - session: the session.
    ///   - reader: where lines come from.
    ///   - screen: where everything is shown.
    ///   - current: the questionnaire of that name and its frameworks as a new session would get them; nil
    ///     where there are none.
    ///   - options: how it behaves.
    ///   - localization: the language that it begins in.
    ///   - localizations: finds a language by its code; nil for what is no code.
    ///   - environment: the environment of the process, which names the editor.
    ///   - now: the clock; nil while it says what no event can be dated by.
    package init(
        session: OpenSession, reader: any LineReader, screen: Screen, current: InstrumentSet? = nil,
        options: ConversationOptions = ConversationOptions(), localization: Localization = Localization(),
        localizations: @escaping (String) -> Localization? = { _ in nil },
        environment: [String: String] = [:],
        now: @escaping () -> Timestamp?
    ) {
        self.session = session
        self.reader = reader
        self.screen = screen
        self.current = current
        self.options = options
        self.localization = localization
        self.localizations = localizations
        clock = now
        self.environment = environment
        labels = Labels(session.state.spoken(in: localization).questionnaire)
        shownLast = session.state.position
        commands = walkCommands + (session.state.room == nil ? [] : roomCommands)
        parser = ReplyParser(commands)
    }

    /// Walks the session until somebody leaves or the input ends.
    ///
    /// - Parameter greeting: what is shown before the first question, at once with it.
    /// - Returns: how it ended.
    package func run(behind greeting: Greeting? = nil) -> Ending {
        do throws(Interruption) {
            var next = try together { () throws(Interruption) in
                try shown { () throws(OutputFault) in try greeting?.show(on: screen) }
                return try Catalogue.speaking(localization.catalogue) { () throws(Interruption) in
                    try sayProbesLeft()
                    let next = try beginRoom()
                    if next == .showQuestion { try showQuestion() }
                    return next == .showQuestion ? .ask : next
                }
            }
            while next != .leave {
                next = try Catalogue.speaking(localization.catalogue) { () throws(Interruption) in
                    if next == .showQuestion { try together(showQuestion) }
                    return try step()
                }
            }
            return end(.left)
        } catch {
            guard case .ended(.endOfInput) = error else { return Self.ending(of: error) }
            return end(.endOfInput)
        }
    }

    /// Says what is to be said at the end; what cannot be said is no good end.
    private func end(_ ending: Ending) -> Ending {
        do throws(Interruption) {
            let hasRefused = try sayRefusals()
            let last = try sayGoodbye(after: ending)
            return last == ending && hasRefused ? .refusedSome(refusals) : last
        } catch {
            return Self.ending(of: error)
        }
    }

    private static func ending(of interruption: Interruption) -> Ending {
        switch interruption {
        case .ended(let ending): ending
        case .problem(let errorDescription): .notSaved(errorDescription)
        case .personal(let details, _): .notSaved(ErrorDescription(PersonalDetail.warning(of: details)))
        }
    }

    /// Says at the end of a script how many of its lines came to nothing: an answer behind one may have gone to another
    /// question.
    ///
    /// - Returns: whether there were any.
    private func sayRefusals() throws(Interruption) -> Bool {
        guard !reader.isTerminal, refusals > 0 else { return false }
        try Catalogue.speaking(localization.catalogue) { () throws(Interruption) in
            try say(
                counted(
                    refusals,
                    "line was refused; it is named above. With --strict the first one that is refused ends the script.",
                    "lines were refused; they are named above. With --strict the first one that is refused ends the script."
                ), as: .problem)
        }
        return true
    }

    /// The session as it stands, in the language that is spoken.
    var state: SessionState { session.state.spoken(in: localization) }

    /// The session as its journal has it.
    var recorded: SessionState { session.state }

    /// The chain of the last event, in hexadecimal.
    var head: String { session.head }

    /// Looks whether the journal on the disk is the one that was written; nil where it is.
    func faultOnDisk() -> JournalFault? {
        // Of a session that can only be read nothing was written.
        if session.state.isReadOnly { return nil }
        do throws(JournalFault) {
            try session.checkOnDisk()
            return nil
        } catch {
            return error
        }
    }

    /// Every event of the session, as its journal has them now.
    func events() throws(Interruption) -> [SessionEvent] {
        do throws(JournalFault) {
            return try session.events()
        } catch {
            throw .problem(error.errorDescription)
        }
    }

    /// Speaks another language from the next step on.
    ///
    /// - Throws: that there is nothing in it.
    func speak(_ code: String) throws(Interruption) {
        guard let wanted = localizations(code) else {
            throw .problem(
                ErrorDescription(
                    local("`\(code.visible)` is no code of a language"),
                    hint: local("codes are such as en or cy")))
        }
        guard wanted.isAvailable(in: session.state) else {
            throw .problem(
                ErrorDescription(
                    local("nothing is written in `\(code.visible)` here"),
                    hint: local("language shows what there is")))
        }
        localization = wanted
        labels = Labels(state.questionnaire)
    }

    /// The question that the walk stands at: the one whose answer is being written down, else the next; nil at the end.
    private var standing: Question.ID? { writingOn ?? state.position }

    /// The question on the screen; nil at the end, and where the walk has gone on to one that nobody has seen.
    ///
    /// Whatever a command does or leaves out, no answer and no words go to a question that was not shown.
    var question: Question? {
        standing.flatMap { $0 == shownLast ? state.questionnaire.question($0) : nil }
    }

    /// Knows that the question that the walk stands at is on the screen now.
    func noteShown() { shownLast = standing }

    /// Does what is asked, durably; the state shows it when this returns.
    ///
    /// - Throws: also `.personal`, before anything is done, where its words seem to tell who somebody is; where
    ///   nobody can be asked, it does it and says so.
    func perform(_ command: SessionCommand) throws(Interruption) {
        try refuseConfidentialWords(of: command)
        let details = newDetails(in: command)
        if reader.isTerminal, !details.isEmpty { throw .personal(details) }
        let time = try now()
        do throws(PerformFault) {
            _ = try session.perform(command, now: time)
        } catch {
            if case .rejected(let rejection) = error { throw .problem(self.errorDescription(of: rejection)) }
            let errorDescription = error.errorDescription
            // Nobody is there who could mend a full disk and try again.
            guard reader.isTerminal else { throw .ended(.notSaved(errorDescription)) }
            if case .move = command {} else { unwritten.append((command, errorDescription)) }
            throw .problem(errorDescription)
        }
        if case .move = command {
            movedOn = nil
            broughtUp = nil
        }
        unwritten.removeAll {
            $0.command == command || $0.command.replaced != nil && $0.command.replaced == command.replaced
        }
        switch command {
        // These leave every answer as it was checked.
        case .move, .recordRelease, .signOff: return
        default: break
        }
        if case .migrate = command { labels = Labels(state.questionnaire) }
        changes += 1
        // Other words on the same question leave it in the hands of whoever wrote it.
        if let text = unsaved?.text, unsaved?.question == command.replaced, command.words.contains(text) {
            unsaved = nil
        }
        if !details.isEmpty { try sayThatSaved(details) }
    }

    /// The time.
    ///
    /// - Throws: that the clock of the machine says what no event can be dated by.
    func now() throws(Interruption) -> Timestamp {
        guard let time = clock() else { throw .problem(.clockIsOff) }
        return time
    }

    /// What is said of the answers so far.
    func assessment(for purpose: Purpose) -> Assessment { assess(state, for: purpose) }

    /// Whether somebody sits at a terminal.
    var isAtTerminal: Bool { reader.isTerminal }

    /// Whether the answers stand as they did when they were last checked.
    var isChecked: Bool {
        get { checkedChanges == changes }
        set { checkedChanges = newValue ? changes : nil }
    }

    /// How a line that was not taken is brought back.
    static var isBack: String { local("The arrow up brings your line back, to be mended.") }
}
