import Disclosure
import Evaluation
import Instruments
import Languages
import LineEditing
import Reports
import Sessions

struct WhyCommand: Command {
    let name = "why"
    var summary: String { local("says why the question is asked, with the source") }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        guard let question = talk.question, let why = question.why else {
            throw .problem(.noQuestion)
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
            throw .problem(.noQuestion)
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

struct EvaluateCommand: Command {
    let name = "evaluate"
    var usage: String { local("\(name) or \(name) all") }
    var summary: String { local("says what the answers so far point to, and why") }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        let pack = project(talk.state, talk.assessment(for: .display), for: .full, now: try talk.now())
        switch argument.lowercased() {
        case "all":
            try talk.show(pack.findingsDocument())
        case "":
            try talk.show(pack.briefDocument())
            try talk.gap()
            let reasons = local(
                "Type \(talk.typed("evaluate all")) for the whole account with its reasons and what helps.")
            let next =
                pack.tier?.isSettled == false
                ? " "
                    + local(
                        "Type \(talk.typed("next-best")) to take the most telling questions first.") : ""
            try talk.say(reasons + next)
            try talk.say(
                local(
                    "Type \(talk.typed("next-steps")) for what can be done about it, and by whom."))
        default:
            throw .problem(ErrorDescription(local("type evaluate alone, or evaluate all")))
        }
        return .ask
    }

    func completions(_ argument: String, _ talk: Conversation) -> [Completion] { [Completion("all")] }
}
