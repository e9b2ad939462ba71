import Evaluation
import Instruments
import Languages
import Reports
import Sessions

struct WhyCommand: Command {
    let name = "why"
    var summary: String { local("says why the question is asked, with the source") }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        guard let question = talk.question, let why = question.why else {
            throw .problem(Wording(local("no question is on the screen")))
        }
        try talk.say(why.text + (why.source.map { " " + local("Source: \($0).") } ?? ""))
        return .ask
    }
}

struct LookForCommand: Command {
    let name = "look-for"
    var summary: String { local("says what a peer reviewer would ask to see") }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        guard let question = talk.question else {
            throw .problem(Wording(local("no question is on the screen")))
        }
        guard !question.lookFor.isEmpty else {
            try talk.say(local("Nothing in particular."))
            return .ask
        }
        try talk.say(local("A peer reviewer would ask to see:"))
        for item in question.lookFor { try talk.say("-", item) }
        return .ask
    }
}

struct StatusCommand: Command {
    let name = "status"
    var summary: String { local("shows how far each area is") }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        let state = talk.state
        let asked = state.asked
        for area in state.questionnaire.areas {
            let counts = Counts(asked: area.questions.filter { asked.contains($0.id) }) {
                state.response(to: $0)
            }
            let done = counts.questions - counts.unanswered
            let stage =
                done == 0
                ? local("not started") : counts.unanswered == 0 ? local("done") : local("in progress")
            let unknown =
                counts.dontKnow == 0
                ? nil : counted(counts.dontKnow, "don't know", "don't knows")
            let evidence = area.questions.reduce(0) { $0 + (state.records[$1.id]?.evidence.count ?? 0) }
            let parts = [
                "\(area.title): \(stage)", local("\(done) of \(counts.questions) answered"), unknown,
                counted(evidence, "evidence", "evidence"),
            ]
            try talk.say("-", parts.compactMap(\.self).joined(separator: ", "))
        }
        return .ask
    }
}

struct UnansweredCommand: Command {
    let name = "unanswered"
    var summary: String { local("lists the questions without an answer") }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        let open = talk.state.asked.questions.filter { talk.state.response(to: $0.id) == nil }
        guard !open.isEmpty else {
            try talk.say(local("Every question is answered."))
            return .ask
        }
        try talk.say(counted(open.count, "question has no answer yet:", "questions have no answer yet:"))
        for question in open {
            try talk.say("-", "\(talk.labels[question.id].short): \(question.text) (goto \(question.id))")
        }
        return .ask
    }
}

struct EvaluateCommand: Command {
    let name = "evaluate"
    var summary: String { local("says what the answers so far point to, and why") }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        let pack = project(talk.state, try talk.assessment(), for: .full, now: talk.now())
        try talk.show(pack.findingsDocument())
        return .ask
    }
}

struct HelpCommand: Command {
    let name = "help"
    var usage: String { local("\(name) or \(name) COMMAND") }
    var summary: String { local("shows what can be typed") }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        if !argument.isEmpty {
            let matches = walkCommands.filter { $0.name.hasPrefix(argument.lowercased()) }
            guard let command = matches.first else {
                throw .problem(
                    Wording(local("there is no command `\(argument.visible)`"), hint: local("type help")))
            }
            try talk.say("\(command.usage): \(command.summary).")
            return .ask
        }
        try talk.say(
            local(
                "Type an answer, as the question shows. Words after a rating, yes or no, or ? are kept "
                    + "as its note: 3 the leader chairs the board. Each answer is saved as you give it."),
            gap: true)
        for command in walkCommands { try talk.say("-", "\(command.usage): \(command.summary).") }
        try talk.say(local("In a question that takes text, commands begin with a colon: :back, :quit."))
        return .ask
    }
}
