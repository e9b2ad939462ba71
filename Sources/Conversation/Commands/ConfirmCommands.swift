package import Instruments
import Languages
import LineEditing
import Reports
package import Sessions

struct ConfirmCommand: Command {
    let name = "confirm"
    var usage: String { local("\(name) or \(name) AREA") }
    var summary: String {
        local("says that an answer which is to be confirmed still holds, or those of an area")
    }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        guard !argument.isEmpty else {
            guard let question = talk.question, talk.state.response(to: question.id) != nil else {
                throw .problem(ErrorDescription(local("there is no answer on the screen to confirm")))
            }
            return try confirm([question.id], talk)
        }
        guard argument.lowercased() != "all" else {
            throw .problem(
                ErrorDescription(
                    local("an answer is confirmed by whoever has looked at it, so not all at once"),
                    hint: local(
                        "next-unconfirmed goes to the next one, and confirm AREA lists those of an area and takes them"
                    )))
        }
        let ids: [Question.ID]
        do throws(NoSuchQuestion) {
            ids = try talk.state.toConfirm(named: argument)
        } catch {
            throw .problem(error.errorDescription)
        }
        guard !ids.isEmpty else {
            try talk.say(local("No answer there is to be confirmed."))
            return .ask
        }
        for question in talk.state.questionnaire.questions where ids.contains(question.id) {
            try talk.say("-", "\(question.text) \(talk.answer(to: question))")
        }
        guard talk.isAtTerminal else { return try confirm(ids, talk) }
        try talk.say(
            plural(ids.count, "Does this answer hold?", "Do these \(ids.count) answers hold?"))
        talk.expectation = .yesOrNo(
            Expectation.Checked(
                question: local("Do they hold?"), refusal: local("Nothing was confirmed.")
            ) { talk throws(Interruption) in try confirm(ids, talk) })
        return .ask
    }

    func completions(_ argument: String, _ talk: Conversation) -> [Completion] { talk.areaCompletions }

    private func confirm(_ ids: [Question.ID], _ talk: Conversation) throws(Interruption) -> Next {
        let isOnScreen = ids == [talk.question?.id].compactMap(\.self)
        try talk.perform(.confirm(ids))
        if isOnScreen, let only = ids.first { talk.noteComingUp(behind: only) }
        let left = talk.state.unconfirmed.count
        let rest =
            left == 0
            ? local("None is left to confirm.")
            : counted(left, "answer is still to be confirmed.", "answers are still to be confirmed.")
        if let only = ids.first, ids.count == 1, let response = talk.state.response(to: only) {
            let words = talk.labels.words(for: response, to: only)
            try talk.confirm(
                isOnScreen
                    ? local("Saved as confirmed: \(words).") + " " + rest
                    : local("Saved as confirmed: \(talk.labels[only].short), \(words).") + " " + rest)
        } else {
            try talk.confirm(
                local("Saved:") + " " + counted(ids.count, "answer is confirmed.", "answers are confirmed.")
                    + " " + rest)
        }
        guard isOnScreen, let only = ids.first else { return .ask }
        return try talk.goOn(from: only)
    }
}

struct NextUnconfirmedCommand: Command {
    let name = "next-unconfirmed"
    var summary: String { local("goes to the next answer that is to be confirmed") }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        let left = talk.state.unconfirmed
        guard let first = left.first else {
            try talk.say(local("No answer is to be confirmed."))
            return .ask
        }
        return try talk.goToNext(of: left, else: first)
    }
}

struct NextWeakCommand: Command {
    let name = "next-weak"
    var summary: String { local("goes to the next answer that was rated low, to look at it again") }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        let weak = talk.state.weak
        guard let first = weak.first else {
            try talk.say(local("No answer is rated low."))
            return .ask
        }
        return try talk.goToNext(of: weak, else: first)
    }
}

extension Conversation {
    /// Goes to the first of some questions behind the one on the screen, or to another where there is none.
    fileprivate func goToNext(
        of questions: [Question.ID], else first: Question.ID
    ) throws(Interruption) -> Next {
        let order = state.questionnaire.questions.map(\.id)
        let here = state.position.flatMap { order.firstIndex(of: $0) } ?? order.count
        let next = questions.first { id in order.firstIndex(of: id).map { $0 > here } ?? false } ?? first
        endNextBestWalk()
        try perform(.move(to: next))
        return .showQuestion
    }
}

extension SessionState {
    /// The answers to be confirmed that somebody named, by a question or by an area, in the order of asking.
    ///
    /// - Throws: which questions exist, where the name fits neither.
    package func toConfirm(named wanted: String) throws(NoSuchQuestion) -> [Question.ID] {
        let begun = questionnaire.areas(beginning: wanted)
        let exact = begun.filter { [$0.id.text, $0.title.lowercased()].contains(wanted.lowercased()) }
        if let area = exact.first ?? (begun.count == 1 ? begun.first : nil), !wanted.isEmpty {
            let own = Set(area.questions.map(\.id))
            return unconfirmed.filter(own.contains)
        }
        return [try question(named: wanted).id]
    }
}
