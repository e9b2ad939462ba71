import Escaping
import Evaluation
import Instruments
import Languages
import LineEditing
import Reports
import Sessions

struct AgendaCommand: Command {
    /// The word by which the walk follows the agenda.
    private static let follow = "follow"

    let name = "agenda"
    var usage: String { local("\(name) or \(name) \(Self.follow)") }
    var summary: String {
        local(
            "plans the time: which questions can still change the results, in which order, and how long they take; follow walks through them"
        )
    }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        switch argument.lowercased() {
        case "": return try show(talk)
        case Self.follow: return try talk.followAgenda()
        default:
            throw .problem(
                ErrorDescription(
                    local("`\(argument.visible)` says nothing about the agenda"),
                    hint: local("type agenda alone, or agenda follow")))
        }
    }

    private func show(_ talk: Conversation) throws(Interruption) -> Next {
        let left = try talk.minutesForQuestions()
        let agenda = Agenda(talk.state, within: left)
        for (index, item) in agenda.items.enumerated() {
            let minutes = counted(item.minutes, "minute", "minutes")
            let why = item.reason == .noVote ? "" : " " + local("Why: \(item.localizedDescription).")
            try talk.say("\(index + 1)", local("\(talk.labels[item.question].short): \(minutes).") + why)
        }
        var sentences: [String] = []
        if agenda.items.isEmpty && agenda.left.isEmpty {
            sentences.append(local("No open question can change the results any more."))
        } else {
            sentences.append(
                counted(agenda.items.count, "question fits:", "questions fit:") + " "
                    + local(
                        "\(agenda.minutes) minutes, and \(minutesToReadBack) to read back."))
        }
        if let left {
            sentences.append(
                left > 0
                    ? local("There are \(left + minutesToReadBack) minutes left.")
                    : local("No minutes are left: park what is open, and read back."))
        } else {
            sentences.append(local("Nobody has said how many minutes there are: room minutes 180."))
        }
        if !agenda.left.isEmpty {
            sentences.append(
                counted(
                    agenda.left.count, "more can change the results, and does not fit.",
                    "more can change the results, and do not fit.") + " "
                    + local("All that can takes \(agenda.wanted + minutesToReadBack) minutes."))
            if talk.state.questionnaire.id.text != Self.shorter {
                sentences.append(
                    local("early-warning asks fewer questions: canary start early-warning --workshop."))
            }
        }
        if agenda.others > 0 {
            sentences.append(
                counted(
                    agenda.others, "open question changes the results no more; triage lists it.",
                    "open questions change the results no more; triage lists them."))
        }
        if agenda.minutes > minutesToBreak {
            sentences.append(local("Plan a break after \(minutesToBreak) minutes."))
        }
        if !agenda.items.isEmpty { sentences.append(local("agenda follow walks through them.")) }
        try talk.say(sentences.joined(separator: " "))
        return .ask
    }

    /// A questionnaire for half a day.
    private static let shorter = "early-warning"

    func completions(_ argument: String, _ talk: Conversation) -> [Completion] { [Completion(Self.follow)] }
}

extension Conversation {
    /// The minutes that are left for questions; nil where nobody has said how many there are.
    func minutesForQuestions() throws(Interruption) -> Int? {
        guard let minutes = state.room?.arrangement.minutes else { return nil }
        return try max(0, minutes - minutesUsed() - minutesToReadBack)
    }

    /// Begins to walk through the agenda.
    func followAgenda() throws(Interruption) -> Next {
        endNextBestWalk()
        agendaWalk = []
        return try continueAgenda() ?? .ask
    }

    /// Goes to the next question of the agenda, which is made anew from what is left of the time; nil where none is followed.
    ///
    /// It says how many questions there are, and not what they can change: nobody is to vote for a result.
    func continueAgenda() throws(Interruption) -> Next? {
        guard let shown = agendaWalk else { return nil }
        let agenda = try Agenda(state, within: minutesForQuestions())
        let open = agenda.items.filter { !shown.contains($0.question) }
        guard let next = open.first else {
            agendaWalk = nil
            try say(
                agenda.left.isEmpty
                    ? local("That was the agenda. Type read-back, then close.")
                    : local("That was the agenda: the time is used. Type read-back, then close."), gap: true)
            return .ask
        }
        agendaWalk?.insert(next.question)
        let left = movedOn?.from
        if state.position != next.question { try perform(.move(to: next.question)) }
        // Words that are typed now may still be for the question that the room came from.
        if let left { noteLeaving(left) }
        let minutes = open.reduce(0) { $0 + $1.minutes }
        try say(
            plural(
                open.count, "On the agenda: \(open.count) question, this one, \(minutes) minutes.",
                "On the agenda: \(open.count) questions, this one first, \(minutes) minutes."), gap: true)
        return .showQuestion
    }
}
