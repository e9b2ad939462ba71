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

    /// Puts a probe before the words that are typed next.
    ///
    /// - Throws: a problem, where no answer is being written down, or it has no such probe.
    func takeUpProbe(_ number: Int) throws(Interruption) -> Next {
        guard let id = writingOn, let probes = state.questionnaire.question(id)?.probes else {
            throw .problem(Wording(local("no answer with probes is being written down")))
        }
        guard probes.indices.contains(number - 1) else {
            throw .problem(
                Wording(
                    local("there is no probe \(number)"),
                    hint: local("type a number from 1 to \(probes.count)")))
        }
        let probe = probes[number - 1]
        expectation = .furtherWords(id, probe: probe)
        try say(probe)
        return .ask
    }

    /// Takes a line behind an answer: Enter goes on, a probe's number takes it up, and everything else belongs to the
    /// answer, behind the probe that was taken up.
    func takeFurtherWords(
        _ words: String, on question: Question.ID, probe: String?
    ) throws(Interruption) -> Next {
        if words.isEmpty { return try goOn() }
        let probes = state.questionnaire.question(question)?.probes ?? []
        // Behind a probe a number is the reply: "how many years?"
        if probe == nil, let number = Int(typed: words), probes.indices.contains(number - 1) {
            return try takeUpProbe(number)
        }
        expectation = .furtherWords(question, probe: probe)
        // By itself it says nothing; behind a probe it is don't know.
        if words == "?", probe == nil {
            throw .problem(
                Wording(
                    local("there are no words to save"),
                    hint: local("type the number of a probe first, or Enter to go on")))
        }
        if !takesCommandsAsWords, let command = parser.command(inPlaceOf: words) {
            return try askMeaning(of: DoubtfulLine(text: words, command: command), during: expectation)
        }
        let said = words.withoutMark
        try perform(.addToNote(question, probe.map { "\($0) \(said)" } ?? said, after: nil))
        expectation = .furtherWords(question, probe: nil)
        try confirm(local("Kept with \(labels[question].short)."))
        try sayWhetherDontKnow(words)
        return .ask
    }
}

struct ProbeCommand: Command {
    let name = "probe"
    var usage: String { local("\(name) NUMBER") }
    var summary: String { local("asks one of the probes of an answer; the words typed next are the reply") }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        guard let number = Int(typed: argument) else {
            throw .problem(Wording(local("say which probe"), hint: local("such as probe 1")))
        }
        return try talk.takeUpProbe(number)
    }
}
