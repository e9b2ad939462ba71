import Evaluation
import Instruments
import Reports
import Sessions

struct WhyCommand: Command {
    let name = "why"
    let summary = "says why the question is asked, with the source"

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        guard let question = talk.question, let why = question.why else {
            throw .problem(Wording("no question is on the screen"))
        }
        try talk.say(why.text + (why.source.map { " Source: \($0)." } ?? ""))
        return .ask
    }
}

struct LookForCommand: Command {
    let name = "look-for"
    let summary = "says what a peer reviewer would ask to see"

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        guard let question = talk.question else {
            throw .problem(Wording("no question is on the screen"))
        }
        guard !question.lookFor.isEmpty else {
            try talk.say("Nothing in particular.")
            return .ask
        }
        try talk.say("A peer reviewer would ask to see:")
        for item in question.lookFor { try talk.say("-", item) }
        return .ask
    }
}

struct StatusCommand: Command {
    let name = "status"
    let summary = "shows how far each area is"

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        let state = talk.state
        let asked = state.asked
        for area in state.questionnaire.areas {
            let counts = Counts(asked: area.questions.filter { asked.contains($0.id) }) {
                state.response(to: $0)
            }
            let done = counts.questions - counts.unanswered
            let stage =
                done == 0 ? "not started" : counts.unanswered == 0 ? "done" : "in progress"
            let unknown =
                counts.dontKnow == 0
                ? "" : ", \(counted(counts.dontKnow, "don't know", "don't knows"))"
            let evidence = area.questions.reduce(0) { $0 + (state.records[$1.id]?.evidence.count ?? 0) }
            try talk.say(
                "-",
                "\(area.title): \(stage), \(done) of \(counts.questions) answered\(unknown), "
                    + "\(evidence) evidence")
        }
        return .ask
    }
}

struct UnansweredCommand: Command {
    let name = "unanswered"
    let summary = "lists the questions without an answer"

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        let open = talk.state.asked.questions.filter { talk.state.response(to: $0.id) == nil }
        guard !open.isEmpty else {
            try talk.say("Every question is answered.")
            return .ask
        }
        try talk.say("\(counted(open.count, "question has", "questions have")) no answer yet:")
        for question in open {
            try talk.say("-", "\(talk.labels[question.id].short): \(question.text) (goto \(question.id))")
        }
        return .ask
    }
}

struct EvaluateCommand: Command {
    let name = "evaluate"
    let summary = "says what the answers so far point to, and why"

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        let pack = project(talk.state, try talk.assessment(), for: .full, now: talk.now())
        try talk.show(pack.findingsDocument())
        return .ask
    }
}

struct HelpCommand: Command {
    let name = "help"
    let usage = "help or help COMMAND"
    let summary = "shows what can be typed"

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        if !argument.isEmpty {
            let matches = walkCommands.filter { $0.name.hasPrefix(argument.lowercased()) }
            guard let command = matches.first else {
                throw .problem(Wording("there is no command `\(argument.visible)`", hint: "type help"))
            }
            try talk.say("\(command.usage): \(command.summary).")
            return .ask
        }
        try talk.say(
            "Type an answer, as the question shows. Words after a rating, yes or no, or ? are kept "
                + "as its note: 3 the leader chairs the board. Each answer is saved as you give it.",
            gap: true)
        for command in walkCommands { try talk.say("-", "\(command.usage): \(command.summary).") }
        try talk.say("In a question that takes text, commands begin with a colon: :back, :quit.")
        return .ask
    }
}
