import Escaping
import Instruments
import Languages
import Reports
import Sessions

// What is typed behind an answer in words: nothing of it is put into somebody's mouth as the reply to a question that
// nobody asked.
extension Conversation {
    /// Shows the probes of a question that was just answered, and waits for more words on it.
    func offerProbes(of question: Question) throws(Interruption) -> Next {
        try say(local("To hear more:"))
        for (index, probe) in question.probes.enumerated() { try say("\(index + 1)", probe) }
        writingOn = question.id
        expectation = .furtherWords(question.id, probe: nil)
        return .ask
    }

    /// Puts a probe before the words that are typed next: of the answer that is being written down, else of the one on
    /// the screen, else of the one given last.
    ///
    /// - Throws: a problem, where there is no answer with probes, or it has no such probe.
    func takeUpProbe(_ number: Int) throws(Interruption) -> Next {
        guard let id = writingOn ?? probed(question?.id) ?? probed(state.lastAnswered),
            let probes = state.questionnaire.question(id)?.probes
        else {
            throw .problem(
                ErrorDescription(
                    local("there is no answer with probes here"),
                    hint: local("go to one first, or answer a question that has probes")))
        }
        guard probes.indices.contains(number - 1) else {
            throw .problem(
                ErrorDescription(
                    local("there is no probe \(number)"),
                    hint: local("type a number from 1 to \(probes.count)")))
        }
        try refuseWhereSignedOff()
        let probe = probes[number - 1]
        let isNamed = writingOn != id && question?.id != id
        try write(on: id, probe: probe)
        try say(isNamed ? local("\(labels[id].short): \(probe)") : probe)
        return .ask
    }

    /// A question that has probes and an answer that they ask more about; nil for any other.
    private func probed(_ id: Question.ID?) -> Question.ID? {
        guard let id, state.room == nil, let question = state.questionnaire.question(id),
            question.kind == .text, !question.probes.isEmpty, case .given? = state.response(to: id)
        else { return nil }
        return id
    }

    /// Takes the next words as more on an answer, and leaves the walk at the question behind it.
    private func write(on id: Question.ID, probe: String?) throws(Interruption) {
        if state.position == id {
            try perform(
                .move(
                    to: state.questionnaire.questionAsked(
                        after: id, in: state.setting, response: state.response)))
        }
        writingOn = id
        noteShown()
        expectation = .furtherWords(id, probe: probe)
    }

    /// Goes back to what was being written down, where a change was of the words behind an answer in words: what is
    /// typed next are words again, and no other answer.
    ///
    /// - Parameter change: what was taken back or made again.
    /// - Returns: nil where the change was of something else.
    /// - Throws: that nothing can be shown, or saved.
    func writeOn(after change: Change) throws(Interruption) -> Next? {
        guard case .answers(let answers, _) = change.content, answers.count == 1, let answer = answers.first,
            !answer.changesResponse, answer.now?.note != answer.then?.note, let id = probed(answer.question),
            let question = state.questionnaire.question(id)
        else { return nil }
        let (now, then) = (answer.now?.note ?? "", answer.then?.note ?? "")
        guard now.hasPrefix(then) || then.hasPrefix(now) else { return nil }
        let gone = now.dropFirst(then.count).drop(while: \.isNewline)
        let probe = question.probes.first { gone.hasPrefix($0) }
        try say(local("These are words on \(labels[id].short), whose answer stays. To hear more:"))
        for (index, probe) in question.probes.enumerated() { try say("\(index + 1)", probe) }
        try write(on: id, probe: probe)
        if let probe { try say(probe) }
        return .ask
    }

    /// Says, where somebody left behind an answer in words, how its probes are still asked.
    func sayProbesLeft() throws(Interruption) {
        guard let id = probed(state.lastAnswered), id != state.position, state.signOff == nil,
            let last = try events().last(where: { !$0.what.isMove }), last.what.writes(on: id),
            let probes = state.questionnaire.question(id)?.probes
        else { return }
        try say(
            local(
                "What was being written on \(labels[id].short) is closed. Its probes can still be asked: type :probe and a number from 1 to \(probes.count)."
            ), gap: true)
    }

    /// Takes a line behind an answer: Enter goes on, a probe's number takes it up, and everything else belongs to the
    /// answer, behind the probe that was taken up.
    func takeFurtherWords(
        _ words: String, on question: Question.ID, probe: String?
    ) throws(Interruption) -> Next {
        if words.isEmpty { return try goOn(from: question) }
        let probes = state.questionnaire.question(question)?.probes ?? []
        if let number = Int(typed: words), probes.indices.contains(number - 1) {
            let next = try takeUpProbe(number)
            if probe != nil {
                try say(
                    local(
                        "A number shows its probe. As a reply, type it with a word, such as \(number) in all."
                    ))
            }
            return next
        }
        expectation = .furtherWords(question, probe: probe)
        // By itself it says nothing; behind a probe it is don't know.
        if words == "?", probe == nil {
            throw .problem(
                ErrorDescription(
                    local("there are no words to save"),
                    hint: local("type the number of a probe first, or Enter to go on")))
        }
        if !takesCommandsAsWords, let command = parser.command(inPlaceOf: words) {
            return try askMeaning(of: DoubtfulLine(text: words, command: command), during: expectation)
        }
        // Most who type so want another probe, or the next question.
        if words.isBareReply {
            try say(
                probe == nil
                    ? local("Keep \"\(words.visible)\" as more words on \(labels[question].short)?")
                    : local("Keep \"\(words.visible)\" as the reply?"))
            expectation = .bareReply(words, question, probe: probe)
            return .ask
        }
        return try keep(words, on: question, probe: probe)
    }

    /// Takes what somebody says to whether a reply is to be kept that may be none; nil for a command.
    func takeBareReply(
        _ reply: String, to held: String, on question: Question.ID, probe: String?
    ) throws(Interruption) -> Next? {
        expectation = .furtherWords(question, probe: probe)
        switch reply.lowercased() {
        case "yes", "y": return try keep(held, on: question, probe: probe)
        case "", "no", "n":
            try say(Self.notKept)
            if let probe { try say(probe) }
            return .ask
        default:
            expectation = nil
            return try leaving(reply, for: .bareReply(held, question, probe: probe), saying: Self.notKept)
        }
    }

    private func keep(
        _ words: String, on question: Question.ID, probe: String?
    ) throws(Interruption) -> Next {
        let said = words.withoutMark
        try perform(.addToNote(question, probe.map { "\($0) \(said)" } ?? said, after: nil))
        expectation = .furtherWords(question, probe: nil)
        try confirm(local("Kept with \(labels[question].short)."))
        try sayWhetherDontKnow(words)
        return .ask
    }
}

extension SessionEvent.Payload {
    /// Whether it does nothing but go to a question.
    fileprivate var isMove: Bool { if case .moved = self { true } else { false } }

    /// Whether it is an answer that somebody gave to a question, or words behind it.
    fileprivate func writes(on id: Question.ID) -> Bool {
        switch self {
        case .answered(let entries, _): entries.count == 1 && entries.first?.isOwn(of: id) == true
        case .noteAdded(id, _): true
        default: false
        }
    }
}

extension SessionEvent.Payload.AnswerEntry {
    fileprivate func isOwn(of id: Question.ID) -> Bool { question == id && origin == .own }
}

extension String {
    /// Whether it is a number, or a word that answers other questions, and no words on one.
    fileprivate var isBareReply: Bool {
        let said = lowercased().withoutStop
        return Double(said) != nil || hasPrefix("?")
            || ["yes", "no", "y", "n", "na", "n/a", "not applicable", "none", "-", "dk"].contains(said)
            || ReplyParser.saysDontKnow(self)
    }
}

struct ProbeCommand: Command {
    let name = "probe"
    var usage: String { local("\(name) NUMBER") }
    var summary: String { local("asks one of the probes of an answer; the words typed next are the reply") }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        guard let number = Int(typed: argument) else {
            throw .problem(ErrorDescription(local("say which probe"), hint: local("such as probe 1")))
        }
        return try talk.takeUpProbe(number)
    }
}
