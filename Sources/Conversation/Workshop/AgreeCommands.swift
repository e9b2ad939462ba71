import Disclosure
import Escaping
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
            throw .problem(.noQuestion)
        }
        if let vote = talk.state.roomRecord(of: question.id).votes.last, !vote.isRevealed {
            throw .problem(talk.errorDescription(of: .notRevealed(question.id)))
        }
        if argument.isEmpty { return try agreeAsOffered(question, talk) }
        return try talk.unlessRepeated(name, argument, on: question.id) { talk throws(Interruption) in
            try agree(argument, on: question, talk)
        }
    }

    private func agree(
        _ argument: String, on question: Question, _ talk: Conversation
    ) throws(Interruption) -> Next {
        let (word, rest) = argument.firstWord
        if word.lowercased() == "none" {
            if case .answer(_, nil) = talk.parser.parse(rest, for: question.kind), question.kind != .text {
                throw .problem(
                    ErrorDescription(
                        local("`\(argument.visible)` says that the room agrees, and that it does not"),
                        hint: local("type agree \(rest.visible), or agree none with other words, or alone")))
            }
            return try agreeOnNothing(note: rest.isEmpty ? nil : rest, question, talk)
        }
        let (named, words) = Self.way(rest)
        let way = named ?? .consent
        let example = question.example
        switch talk.parser.parse(words.isEmpty ? word : "\(word) \(words)", for: question.kind) {
        case .answer(let response, let note):
            // Whoever says by consent has asked; that nobody knows, or that it does not arise, is asked all the same.
            if named == .consent, case .given = response {
                return try agree(Agreement(response, by: way), note: note, question, talk)
            }
            return try put(Agreement(response, by: way), note: note, question, talk)
        case .notUnderstood(.misfit(let misfit)):
            throw .problem(misfit.errorDescription)
        case .notUnderstood(.severalReadings(let text, let choices)):
            throw .problem(Misunderstanding.severalReadings(text, choices: choices).errorDescription)
        case .nothing, .command, .wordsOrCommand, .notUnderstood:
            throw .problem(
                ErrorDescription(
                    local("`\(argument.visible)` is no answer that the room could agree on"),
                    hint: local(
                        "such as agree \(example), agree \(example) majority, agree ? or agree none")))
        }
    }

    /// Says that the room does not agree, once it is asked where it agreed before.
    private func agreeOnNothing(
        note: String?, _ question: Question, _ talk: Conversation
    ) throws(Interruption) -> Next {
        let nothing = Agreement(nil, by: .notAgreed)
        guard let response = talk.state.response(to: question.id) else {
            return try agree(nothing, note: note, question, talk)
        }
        let words = talk.labels.words(for: response, to: question.id)
        return try talk.asked(
            Expectation.Checked(
                question: local(
                    "The answer is \(words), and agree none takes it away. Does the room want that?"),
                refusal: local("Nothing was saved.")
            ) { talk throws(Interruption) in try agree(nothing, note: note, question, talk) })
    }

    /// Agrees, once everyone was asked; a majority, and a level that was offered with the vote, need no question.
    func put(
        _ agreement: Agreement, note: String?, _ question: Question, _ talk: Conversation
    ) throws(Interruption) -> Next {
        let offered = talk.offeredLevel(on: question).map { Response.given(.rating($0)) }
        // A single word may have been meant for how it was agreed, as `mostly` is.
        let isDoubtful = note.map { !$0.contains(where: \.isWhitespace) } == true
        guard agreement.way == .consent, let response = agreement.response,
            response != offered || isDoubtful
        else {
            return try agree(agreement, note: note, question, talk)
        }
        // The votes do not say so, so that somebody has to ask.
        let words = talk.labels.words(for: response, to: question.id)
        let kept = note.map { local("`\($0.shortened.visible)` is kept as a note.") + " " } ?? ""
        let checked = Expectation.Checked(
            question: kept + local("Can everyone live with \(words)?"),
            refusal: local("Nothing was saved. Add majority where most can live with it, or type agree none.")
        ) { talk throws(Interruption) in try agree(agreement, note: note, question, talk) }
        return try isDoubtful ? talk.askedAnywhere(checked) : talk.asked(checked)
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
            if talk.mayShowPreWork(on: question), !talk.preWorkShown.contains(question.id) {
                throw .problem(
                    ErrorDescription(
                        local("the room has not seen what people answered beforehand"),
                        hint: local("type pre-work first, or agree and what everyone can live with")))
            }
            if talk.state.roomRecord(of: question.id).votes.isEmpty {
                throw .problem(
                    ErrorDescription(
                        local("nobody has voted on this yet"),
                        hint: local("type tally and the counts, or agree and what everyone can live with")))
            }
            throw .problem(
                ErrorDescription(
                    local("no level is offered, because the votes do not point to one"),
                    hint: local(
                        "type agree and what everyone can live with, such as agree \(question.example)")))
        }
        return try agree(
            Agreement(.given(.rating(level)), by: .consent), note: nil, question, talk)
    }

    private func agree(
        _ agreement: Agreement, note: String?, _ question: Question, _ talk: Conversation
    ) throws(Interruption) -> Next {
        let before = talk.state.asked
        let gone = talk.state.response(to: question.id).map { talk.labels.words(for: $0, to: question.id) }
        try talk.perform(.agree(question.id, agreement, note: note))
        talk.noteLeaving(question.id)
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
            if let gone { saved += " " + local("It was \(gone) before.") }
        }
        if let hint = talk.evidenceHint(on: question) { saved += " " + hint }
        try talk.confirm(saved)
        try talk.tellChange(from: before, to: talk.state.asked)
        if question.kind == .text, case .given? = agreement.response, !question.probes.isEmpty {
            return try talk.offerProbes(of: question)
        }
        return try talk.goOn(from: question.id)
    }
}

struct ParkCommand: Command {
    let name = "park"
    let keepsWords = true
    var usage: String { local("\(name) TEXT by ROLE DATE") }
    var summary: String { local("puts the question off, with the role that brings it back and the date") }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        let (id, words) = try talk.subject(named: argument, of: name)
        guard argument.hasPrefix("@") || talk.question != nil else { throw .problem(.noQuestion) }
        // The words may be left out, the role and the date not.
        let hasWords = words.firstWord.word.lowercased() != "by"
        let today = try talk.now().date
        let action: Action
        do throws(ErrorDescription) {
            action = try Action(typed: hasWords ? words : "\"\" \(words)", behind: name, today: today)
        } catch {
            throw .problem(error)
        }
        // Nobody is asked about what cannot be put off at all.
        do throws(Rejection) {
            _ = try decide(.park(id, action), talk.recorded, now: talk.recorded.lastAt)
        } catch {
            throw .problem(talk.errorDescription(of: error))
        }
        // The same line once more is asked about by itself, and words that are left out go with nothing.
        let isAskedOnce = talk.isRepeated(name, argument, on: id) || !hasWords
        return try talk.unlessRepeated(name, argument, on: id) { talk throws(Interruption) in
            guard !isAskedOnce else { return try park(id, action, talk) }
            return try talk.onSubject(named: argument, of: name) { _, id, talk throws(Interruption) in
                try park(id, action, talk)
            }
        }
    }

    private func park(
        _ id: Question.ID, _ action: Action, _ talk: Conversation
    ) throws(Interruption) -> Next {
        let isOnScreen = id == talk.question?.id
        try talk.perform(.park(id, action))
        if isOnScreen { talk.noteLeaving(id) }
        try talk.confirm(
            local(
                "Saved: \(talk.labels[id].short) is parked. To be brought back by: \((action.role ?? "").visible), \(action.due?.localizedDescription ?? "")."
            ), gap: true)
        return .showQuestion
    }
}

struct WithdrawCommand: Command {
    let name = "withdraw"
    var usage: String { local("\(name) or \(name) QUESTION") }
    var summary: String { local("takes the note and the other view on a question back") }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        guard argument.isEmpty else {
            let name = argument.hasPrefix("@") ? String(argument.dropFirst()) : argument
            return try withdraw(try talk.question(called: name.firstQuoted?.quoted ?? name), talk)
        }
        let id = try talk.subject()
        guard let last = talk.state.room?.lastWorded, last != id else { return try withdraw(id, talk) }
        // Somebody's name may stand in the words that were written last, and another question be on the screen.
        let label = talk.labels[last].short
        let way = local("For those on \(label) type: withdraw \(last.text).")
        guard talk.hasWords(on: id) else {
            throw .problem(ErrorDescription(talk.errorDescription(of: .noWords(id)).message, hint: way))
        }
        return try talk.askedAnywhere(
            Expectation.Checked(
                question: local(
                    "The last words went with \(label). Take back those on \(talk.labels[id].short), which is on the screen?"
                ), refusal: local("Nothing was taken back.") + " " + way
            ) { talk throws(Interruption) in try withdraw(id, talk) })
    }

    private func withdraw(_ id: Question.ID, _ talk: Conversation) throws(Interruption) -> Next {
        try talk.perform(.withdrawWords(id))
        try talk.confirm(
            local(
                "Saved: the words on \(talk.labels[id].short) are taken back. canary redact takes them out of the file for good."
            ))
        return .ask
    }

    func completions(_ argument: String, _ talk: Conversation) -> [Completion] {
        talk.state.asked.ids().filter(talk.hasWords).map { Completion($0.text) }
    }
}

extension Question {
    /// An answer to it, as an example.
    fileprivate var example: String {
        switch kind {
        case .rating: "3"
        case .yesNo: "y"
        case .choice, .choices: "1"
        case .number: "12"
        case .date: "2026-11-21"
        case .text: local("and the words")
        }
    }
}

extension Conversation {
    /// Whether the room holds words on a question that it can take back.
    func hasWords(on id: Question.ID) -> Bool {
        state.records[id]?.note != nil || state.roomRecord(of: id).hasWords
    }

    /// Whether the room agrees by what people answered before it, and there is something of that to be seen.
    func mayShowPreWork(on question: Question) -> Bool {
        let isVoted = !state.roomRecord(of: question.id).votes.isEmpty
        return !isVoted && state.room?.arrangement.voting == .preWork
            && state.shownVote(on: question.id)?.tally != nil
    }

    /// The level that most chose, where the votes lie close enough to offer one; nil where there is none.
    func offeredLevel(on question: Question) -> Int? {
        let last = state.roomRecord(of: question.id).votes.last
        let isDue = last?.isRevealed ?? (mayShowPreWork(on: question) && preWorkShown.contains(question.id))
        guard isDue, let tally = state.shownVote(on: question.id)?.tally,
            VoteShape(tally)?.offersLevel == true, !tally.isMostlyUnknown,
            let most = tally.counts.max()
        else { return nil }
        let levels = tally.counts.indices.filter { tally.counts[$0] == most }
        return levels.count == 1 ? levels.first.map { $0 + 1 } : nil
    }
}
