import Disclosure
import Escaping
import Evaluation
import Instruments
import Languages
import LineEditing
import Reports
import Sessions

/// The minutes kept for reading back, and after how many a break is due; both are ours.
private let minutesToReadBack = 10
private let minutesToBreak = 90

struct TriageCommand: Command {
    /// How many questions a wall can hold.
    private static let most = 12

    let name = "triage"
    var usage: String { local("\(name) or \(name) all") }
    var summary: String { local("lists the questions that are most worth the room's time") }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        let items = talk.openItems()
        guard !items.isEmpty else {
            try talk.say(local("The room is done with every question that it votes on."))
            return .ask
        }
        let shown = argument.lowercased() == "all" ? items[...] : items.prefix(Self.most)
        for item in shown {
            let place = "goto \(item.question.text)".onOnePiece
            let why =
                talk.isCountedUnseen(item.question)
                ? local("voted on, and not shown yet") : item.localizedDescription
            try talk.say("-", local("\(talk.labels[item.question].short): \(why) (\(place))"))
        }
        let rest = items.count - shown.count
        if rest > 0 {
            try talk.say(
                counted(rest, "more; triage all lists it.", "more; triage all lists them."))
        }
        return .ask
    }
}

struct AgendaCommand: Command {
    let name = "agenda"
    var summary: String { local("says how many minutes the open questions need, and how many there are") }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        let items = talk.openItems()
        var groups: [(minutes: Int, count: Int)] = []
        for item in items {
            if let index = groups.firstIndex(where: { $0.minutes == item.minutes }) {
                groups[index].count += 1
            } else {
                groups.append((item.minutes, 1))
            }
        }
        for group in groups.sorted(by: { $0.minutes > $1.minutes }) {
            try talk.say(
                "-",
                plural(
                    group.count, "\(group.count) question of \(group.minutes) minutes",
                    "\(group.count) questions of \(group.minutes) minutes") + ".")
        }
        let needed = items.reduce(0) { $0 + $1.minutes } + minutesToReadBack
        var sentences = [
            local("With \(minutesToReadBack) minutes to read back, that is \(needed) minutes.")
        ]
        if let minutes = talk.state.room?.arrangement.minutes {
            let left = try minutes - talk.minutesUsed()
            sentences.append(
                needed <= left
                    ? local("There are \(left) left.")
                    : left <= 0
                        ? local(
                            "None of them are left: begin with what triage lists first, and park the rest.")
                        : local(
                            "There are \(left) left: begin with what triage lists first, and park the rest."))
        }
        if needed > minutesToBreak {
            sentences.append(local("Plan a break after \(minutesToBreak) minutes."))
        }
        try talk.say(sentences.joined(separator: " "))
        return .ask
    }
}

struct TimeCommand: Command {
    let name = "time"
    var summary: String { local("says how many minutes are used, and how many are left") }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        let used = try talk.minutesUsed()
        var sentences = [counted(used, "minute used.", "minutes used.")]
        if let minutes = talk.state.room?.arrangement.minutes {
            let left = minutes - used
            sentences.append(
                left > 0
                    ? local("\(left) of \(minutes) left, \(minutesToReadBack) of them to read back.")
                    : local("The \(minutes) minutes are over: park what is open, and read back."))
        }
        sentences.append(talk.openDescription())
        if used >= minutesToBreak { sentences.append(local("Is a break due?")) }
        try talk.say(sentences.joined(separator: " "))
        return .ask
    }
}

struct PreWorkCommand: Command {
    let name = "pre-work"
    var usage: String { local("\(name) or \(name) notes") }
    var summary: String { local("shows what people answered beforehand, and what they wrote") }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        guard let work = talk.state.room?.preWork else {
            throw .problem(
                ErrorDescription(
                    local("nothing was put together from before the workshop"),
                    hint: talk.state.room?.isKeyBurnt == true
                        ? local("its key was removed, so that nothing can be any more; the room votes")
                        : local("canary invite and canary merge do that")))
        }
        guard argument.lowercased() == "notes" else { return try show(work, talk) }
        return try talk.asked(
            Expectation.Checked(
                question: local("The screen may be projected, and notes can tell who wrote them. Show them?"),
                refusal: local("Not shown.")
            ) { talk throws(Interruption) in try showNotes(work, talk) })
    }

    private func show(_ work: PreWork, _ talk: Conversation) throws(Interruption) -> Next {
        guard work.hasCounts else {
            try talk.say(
                local(
                    "Fewer than \(PreWork.fewest) people answered beforehand, so nothing of it is shown."
                ))
            return .ask
        }
        try talk.say(
            local("\(work.people) people answered beforehand. Triage gives the order that comes of it."))
        let notes = work.notes.values.reduce(0) { $0 + $1.count }
        if notes > 0 {
            try talk.say(
                counted(
                    notes, "note was written; pre-work notes shows it.",
                    "notes were written; pre-work notes shows them."))
        }
        guard let question = talk.question, question.isVotedOn else { return .ask }
        // Of few, the same is said however few they were.
        let nobody = Tally(counts: Array(repeating: 0, count: question.kind.voteCounts))
        let view = VoteView(work.tallies[question.id] ?? nobody, on: question, isPreWork: true)
        guard view.shown.tally != nil || view.shown.isMostlyUnknown else {
            try talk.show(view)
            return .ask
        }
        return try talk.asked(
            Expectation.Checked(
                question: local(
                    "The screen may be projected. Show what people answered beforehand on \(talk.labels[question.id].short)?"
                ), refusal: local("Not shown.")
            ) { talk throws(Interruption) in
                try talk.show(view)
                talk.preWorkShown.insert(question.id)
                if let level = talk.offeredLevel(on: question), talk.mayShowPreWork(on: question) {
                    try talk.say(
                        local(
                            "Can everyone live with \(talk.labels.words(for: .given(.rating(level)), to: question.id))? Type agree."
                        ), gap: true)
                }
                return .ask
            })
    }

    private func showNotes(_ work: PreWork, _ talk: Conversation) throws(Interruption) -> Next {
        for question in talk.state.questionnaire.questions {
            guard let notes = work.notes[question.id], !notes.isEmpty else { continue }
            try talk.say(talk.labels[question.id].short, as: .heading)
            for note in notes { try talk.say("-", note) }
        }
        return .ask
    }
}

struct ReadBackCommand: Command {
    let name = "read-back"
    var usage: String { local("\(name) or \(name) AREA") }
    var summary: String { local("shows everything that was agreed, to be read out before the end") }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        let state = talk.state
        let areas = try talk.areas(named: argument)
        for (area, questions) in areas {
            let settled = questions.filter {
                state.roomRecord(of: $0.id).isSettled || state.response(to: $0.id) != nil
            }
            let told = questions.filter { question in
                settled.contains { $0.id == question.id } || talk.hasWords(on: question.id)
            }
            guard !told.isEmpty else { continue }
            try talk.say(area.title, as: .heading)
            for question in told { try show(question, talk) }
            try talk.gap()
        }
        if argument.isEmpty { try showSetAside(talk) }
        try talk.say(
            talk.openDescription(among: areas.flatMap { $0.questions.map(\.id) }) + " "
                + local(
                    "Withdraw takes words back, with the name in brackets. Sign-off and a role closes the workshop."
                ))
        return .ask
    }

    /// Shows what the room agreed on questions that are not asked any more: reports for the authority have it.
    private func showSetAside(_ talk: Conversation) throws(Interruption) {
        let asked = talk.state.asked
        let alone = talk.state.notForTheRoom.map(\.id)
        let aside = talk.state.questionnaire.questions.filter {
            // What an earlier version let a room see of them is for nobody's ears now.
            !asked.contains($0.id) && !alone.contains($0.id)
                && (talk.state.response(to: $0.id) != nil || talk.hasWords(on: $0.id))
        }
        guard !aside.isEmpty else { return }
        try talk.say(local("Set aside, because they are no longer asked"), as: .heading)
        for question in aside { try show(question, talk) }
        try talk.gap()
    }

    private func show(_ question: Question, _ talk: Conversation) throws(Interruption) {
        let id = question.id
        let record = talk.state.roomRecord(of: id)
        var parts = [question.text]
        if let response = talk.state.response(to: id) {
            parts.append(local("\(talk.labels.words(for: response, to: id))."))
        }
        parts += [
            record.agreement?.way.localizedDescription,
            talk.state.isUnconfirmed(id)
                ? local("It is to be confirmed: the room has not agreed on it.") : nil,
            talk.state.records[id]?.note.map { local("Note: \($0.onOneLine)").asSentence },
            record.otherView.map { view in
                let level = view.level.map { local(", at level \($0)") } ?? ""
                return "\(view.size.localizedDescription)\(level): \(view.text.onOneLine)".asSentence
            },
            record.votes.last.flatMap { $0.isRevealed ? nil : local("A vote is counted and not shown.") },
            evidence(on: id, talk),
            record.parked.map { parked in
                local("Parked for \((parked.role ?? "").visible), \(parked.due?.localizedDescription ?? "").")
                    + (parked.text.isEmpty ? "" : " \(parked.text.onOneLine)")
            },
        ].compactMap(\.self)
        try talk.say("-", parts.joined(separator: " ") + " (\(id))")
    }

    private func evidence(on id: Question.ID, _ talk: Conversation) -> String? {
        let count = talk.state.records[id]?.evidence.count ?? 0
        return count == 0 ? nil : counted(count, "piece of evidence.", "pieces of evidence.")
    }

    func completions(_ argument: String, _ talk: Conversation) -> [Completion] { talk.areaCompletions }
}

extension String {
    /// The text with a full stop, where it ends in no mark.
    var asSentence: String {
        hasSuffix(".") || hasSuffix("?") || hasSuffix("!") ? self : self + "."
    }
}

extension Conversation {
    /// Whether a vote on a question is counted that the room has not seen.
    fileprivate func isCountedUnseen(_ id: Question.ID) -> Bool {
        state.roomRecord(of: id).votes.last?.isRevealed == false
    }

    /// The questions that the room votes on and is not done with, those most worth its time first.
    fileprivate func openItems() -> [TriageItem] {
        triage(state).filter {
            !state.roomRecord(of: $0.question).isSettled && state.response(to: $0.question) == nil
        }
    }

    /// The whole minutes of this sitting.
    fileprivate func minutesUsed() throws(Interruption) -> Int { state.minutesUsed(at: try now()) }
}

extension TriageItem {
    /// Why it is worth the room's time.
    fileprivate var localizedDescription: String {
        switch reason {
        case .unknown: local("a third or more do not know")
        case .decides: local("the votes decide the headline")
        case .twoCamps: local("two camps")
        case .apart: local("votes apart")
        case .close: local("close")
        case .strong: local("strong agreement")
        case .unanimous: local("unanimous")
        // Votes on yes or no have no shape.
        case .unshaped where tally != nil: local("voted on")
        case .unshaped: local("voted on, and nothing can be told of it")
        case .noVote: local("no vote yet")
        }
    }
}
