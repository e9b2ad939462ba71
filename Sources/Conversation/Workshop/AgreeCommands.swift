import Evaluation
import Instruments
import Languages
import LineEditing
import Reports
import Sessions

struct AgreeCommand: Command {
    let name = "agree"
    var usage: String { local("\(name) ANSWER, \(name) ANSWER majority, \(name) none, or \(name) alone") }
    var summary: String { local("records what the room can live with, and goes on") }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        guard let question = talk.question else {
            throw .problem(Wording(local("no question is on the screen")))
        }
        if let vote = talk.state.roomRecord(of: question.id).votes.last, !vote.isRevealed {
            throw .problem(Rejection.notRevealed(question.id).wording)
        }
        if argument.isEmpty { return try agreeAsOffered(question, talk) }
        let (word, rest) = argument.firstWord
        if word.lowercased() == "none" {
            return try agree(Agreement(nil, by: .notAgreed), note: rest.isEmpty ? nil : rest, question, talk)
        }
        let (named, words) = Self.way(rest)
        let way = named ?? .consent
        switch talk.parser.parse(words.isEmpty ? word : "\(word) \(words)", for: question.kind) {
        case .answer(let response, let note):
            let agreement = Agreement(response, by: way)
            let offered = talk.offeredLevel(on: question).map { Response.given(.rating($0)) }
            guard named == nil, response != offered else {
                return try agree(agreement, note: note, question, talk)
            }
            // The votes do not say so, so that somebody has to ask.
            let words = talk.labels.words(for: response, to: question.id)
            return try talk.asked(
                Expectation.Checked(
                    question: local("Can everyone live with \(words)?"),
                    refusal: local(
                        "Nothing was saved. Add majority where most can live with it, or type agree none.")
                ) { talk throws(Interruption) in try agree(agreement, note: note, question, talk) })
        case .notUnderstood(.misfit(let misfit)):
            throw .problem(misfit.wording)
        case .notUnderstood(.severalReadings(let text, let choices)):
            throw .problem(Misunderstanding.severalReadings(text, choices: choices).wording)
        case .nothing, .command, .wordsOrCommand, .notUnderstood:
            throw .problem(
                Wording(
                    local("`\(argument.visible)` is no answer that the room could agree on"),
                    hint: local("such as agree 3, agree 3 majority, agree ? or agree none")))
        }
    }

    /// How it is agreed, where that is said: `majority`, `by a majority`, `by consent`.
    private static func way(_ rest: String) -> (Agreement.Way?, words: String) {
        var words = rest
        for filler in ["by", "a"] where words.firstWord.word.lowercased() == filler {
            words = words.firstWord.rest
        }
        let named = words.firstWord.word.lowercased()
        for (way, name) in [(Agreement.Way.majority, "majority"), (.consent, "consent")]
        where named.count > 2 && name.hasPrefix(named) {
            return (way, words.firstWord.rest)
        }
        return (nil, rest)
    }

    /// Takes the level that most chose, where the votes lie close enough for one: with the votes the room was asked
    /// whether everyone can live with it.
    private func agreeAsOffered(_ question: Question, _ talk: Conversation) throws(Interruption) -> Next {
        guard let level = talk.offeredLevel(on: question) else {
            if talk.state.roomRecord(of: question.id).votes.isEmpty {
                throw .problem(
                    Wording(
                        local("nobody has voted on this yet"),
                        hint: local("type tally and the counts, or agree and what everyone can live with")))
            }
            throw .problem(
                Wording(
                    local("no level is offered, because the votes do not point to one"),
                    hint: local("type agree and what everyone can live with, such as agree 3")))
        }
        return try agree(
            Agreement(.given(.rating(level)), by: .consent), note: nil, question, talk)
    }

    private func agree(
        _ agreement: Agreement, note: String?, _ question: Question, _ talk: Conversation
    ) throws(Interruption) -> Next {
        let before = talk.state.asked
        try talk.perform(.agree(question.id, agreement, note: note))
        var saved: String
        if let response = agreement.response {
            let words = talk.labels.words(for: response, to: question.id)
            saved =
                agreement.way == .majority
                ? local("Saved: \(words), agreed by a majority.")
                : local("Saved: \(words), agreed by consent.")
        } else {
            saved = local(
                "Saved: the room does not agree on \(talk.labels[question.id].short). It counts as not answered."
            )
        }
        if let hint = talk.evidenceHint(on: question) { saved += " " + hint }
        try talk.confirm(saved)
        try talk.tellChange(from: before, to: talk.state.asked)
        return try talk.goOn()
    }
}

struct ParkCommand: Command {
    let name = "park"
    let keepsWords = true
    var usage: String { local("\(name) TEXT by ROLE DATE") }
    var summary: String { local("puts the question off, with the role that brings it back and the date") }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        guard let question = talk.question else {
            throw .problem(Wording(local("no question is on the screen")))
        }
        // The words may be left out, the role and the date not.
        let hasWords = argument.firstWord.word != "by"
        let action = ActionCommand.understood(hasWords ? argument : "\"\" \(argument)")
        try talk.perform(.park(question.id, action))
        try talk.confirm(
            local(
                "Saved: \(talk.labels[question.id].short) is parked. To be brought back by: \((action.role ?? "").visible), \(action.due?.inLocalWords ?? "")."
            ), gap: true)
        return .showQuestion
    }
}

struct WithdrawCommand: Command {
    let name = "withdraw"
    var usage: String { local("\(name) or \(name) QUESTION") }
    var summary: String { local("takes the note and the other view on a question back") }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        let id = argument.isEmpty ? try talk.roomSubject() : Question.ID(argument.lowercased())
        try talk.perform(.withdrawWords(id))
        try talk.confirm(
            local(
                "Saved: the words on \(talk.labels[id].short) are taken back. canary redact takes them out of the file for good."
            ))
        return .ask
    }

    func completions(_ argument: String, _ talk: Conversation) -> [Completion] {
        talk.state.asked.ids().filter {
            talk.state.records[$0]?.note != nil || talk.state.roomRecord(of: $0).otherView != nil
        }.map { Completion($0.text) }
    }
}

extension Conversation {
    /// The question that a view speaks of: the one on the screen once the room came to it, else the last one.
    func roomSubject() throws(Interruption) -> Question.ID {
        if let question {
            let record = state.roomRecord(of: question.id)
            if !record.votes.isEmpty || record.isSettled || record.otherView != nil { return question.id }
        }
        guard let last = state.room?.lastDiscussed else {
            throw .problem(
                Wording(
                    local("the room came to no question yet that this could go with"),
                    hint: local("vote or agree first")))
        }
        return last
    }

    /// The level that most chose, where the votes lie close enough to offer one; nil where there is none.
    func offeredLevel(on question: Question) -> Int? {
        let last = state.roomRecord(of: question.id).votes.last
        let isDue = last?.isRevealed ?? (state.room?.arrangement.voting == .preWork)
        guard isDue, let tally = state.shownVote(on: question.id)?.tally,
            VoteShape(tally)?.offersLevel == true, !tally.isMostlyUnknown,
            let most = tally.counts.max()
        else { return nil }
        let levels = tally.counts.indices.filter { tally.counts[$0] == most }
        return levels.count == 1 ? levels.first.map { $0 + 1 } : nil
    }
}
