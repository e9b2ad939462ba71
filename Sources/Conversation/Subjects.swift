import Instruments
import Languages
import Reports
import Sessions

// Which question words go with.
extension Conversation {
    /// The question that a note or evidence speaks of: the one on the screen, answered or not; in a room at the end the
    /// one that it came to last.
    ///
    /// - Parameter command: what was typed, for the way to name a question where none is on the screen.
    /// - Returns: the question.
    /// - Throws: that there is none.
    func subject(of command: String = "note") throws(Interruption) -> Question.ID {
        if let id = question?.id ?? state.room?.lastDiscussed { return id }
        guard state.room == nil else { return try answeredSubject() }
        guard let last = state.lastAnswered ?? state.asked.questions.last?.id else {
            throw .problem(.noQuestion)
        }
        throw .problem(
            ErrorDescription(
                ErrorDescription.noQuestion.message,
                hint: local(
                    "name the question, such as \(command) @\(nameBehindAt(last, beside: last)) for \(labels[last].short), or \(command) @\(last.text)"
                )))
    }

    /// The question on the screen where it has an answer, else the one answered last.
    func answeredSubject() throws(Interruption) -> Question.ID {
        if let question, state.response(to: question.id) != nil { return question.id }
        guard let last = state.lastAnswered, state.response(to: last) != nil else {
            throw .problem(
                ErrorDescription(
                    local("there is no answer yet that this could go with"),
                    hint: local("answer a question first")))
        }
        return last
    }

    /// Does something with words and the question that they go with, by the one rule for all of them: the one that
    /// `@2` or `@name` in front of them names, else the one on the screen.
    ///
    /// Where a room's agreement has brought that one up, and nothing was done on it yet, the words may be on the one
    /// that was left: that is asked first.
    func onSubject(
        named argument: String, of command: String,
        _ go: @escaping (String, Question.ID, Conversation) throws(Interruption) -> Next
    ) throws(Interruption) -> Next {
        let (id, words) = try subject(named: argument, of: command)
        guard !argument.hasPrefix("@"), let movedOn, movedOn.to == id, !hasBegun(id) else {
            return try go(words, id, self)
        }
        let left = labels[movedOn.from].short
        let name = nameBehindAt(movedOn.from, beside: id)
        return try asked(
            Expectation.Checked(
                question: local(
                    "\(labels[id].short) is on the screen. Do these words go with it?"),
                refusal: local(
                    "Nothing was saved. For \(left) type: \(command) @\(name) and the words.")
            ) { talk throws(Interruption) in try go(words, id, talk) })
    }

    /// Does what a line settles, once it is asked where the same line has just settled the question before: a line that
    /// is typed twice by mistake is for no question that the room has not come to.
    func unlessRepeated(
        _ command: String, _ argument: String, on question: Question.ID,
        _ go: @escaping (Conversation) throws(Interruption) -> Next
    ) throws(Interruption) -> Next {
        defer { lastSettling = "\(command) \(argument)" }
        guard isRepeated(command, argument, on: question), let movedOn else { return try go(self) }
        return try asked(
            Expectation.Checked(
                question: local(
                    "The same was typed for \(labels[movedOn.from].short). Is it for \(labels[question].short), too?"
                ),
                refusal: local("Nothing was saved."), go: go))
    }

    /// Whether the same line has just settled the question before, and the room has not come to this one.
    func isRepeated(_ command: String, _ argument: String, on question: Question.ID) -> Bool {
        lastSettling == "\(command) \(argument)" && movedOn?.to == question && !hasBegun(question)
    }

    /// Remembers that the walk has gone on from a question which the room agreed on, or put off.
    func noteLeaving(_ left: Question.ID) {
        movedOn = state.position.flatMap { $0 == left ? nil : (from: left, to: $0) }
    }

    /// Whether the room has done anything on a question.
    private func hasBegun(_ id: Question.ID) -> Bool {
        let record = state.roomRecord(of: id)
        let words = state.records[id]
        return !record.votes.isEmpty || record.isSettled || hasWords(on: id)
            || [
                words?.evidence.isEmpty, words?.strengths.isEmpty, words?.concerns.isEmpty,
                words?.actions.isEmpty,
            ]
            .contains(false)
    }

    /// The question that words go with, and the words: `@2` or `@name` in front of them, in quotes where the name has
    /// blanks, is a question; else it is the one on the screen.
    func subject(
        named argument: String, of command: String
    ) throws(Interruption) -> (Question.ID, words: String) {
        guard argument.hasPrefix("@") else { return (try subject(of: command), argument) }
        let behind = String(argument.dropFirst())
        let (name, words) = behind.firstQuoted ?? (behind.firstWord.word, behind.firstWord.rest)
        return (try question(called: name), words)
    }

    /// The question that somebody named: by its number in the area on the screen, its label, its id or the beginning
    /// of that.
    func question(called name: String) throws(Interruption) -> Question.ID {
        if let number = Int(typed: name) {
            let here = question?.id ?? state.lastAnswered
            let questions = here.flatMap { state.questionnaire.area(of: $0) }?.questions ?? []
            guard questions.indices.contains(number - 1) else {
                throw .problem(
                    ErrorDescription(
                        local("this area has no question \(number)"),
                        hint: local("type a number from 1 to \(questions.count), or a question's name")))
            }
            return questions[number - 1].id
        }
        if let named = state.questionnaire.questions.first(where: {
            labels[$0.id].short.lowercased() == name.lowercased()
        }) {
            return named.id
        }
        do throws(NoSuchQuestion) {
            return try state.question(named: name).id
        } catch {
            throw .problem(error.errorDescription)
        }
    }

    /// What names a question behind an at sign: its number where another one of its area is on the screen, else its id.
    func nameBehindAt(_ id: Question.ID, beside here: Question.ID) -> String {
        let place = state.questionnaire.area(of: here)?.questions.firstIndex { $0.id == id }
        return place.map { "\($0 + 1)" } ?? id.text
    }

    /// Remembers which question has come up behind one that was just answered or confirmed.
    func noteComingUp(behind left: Question.ID) {
        broughtUp = state.position.flatMap { $0 == left ? nil : (from: left, to: $0) }
    }

    /// Says that words were kept with a question that has no answer yet, or has just come up, and how they would go with
    /// the one answered last; nothing where they went with an answer that somebody had before them.
    func sayWhereKept(
        _ id: Question.ID, command: String, takesWords: Bool = true
    ) throws(Interruption) {
        let label = labels[id].short
        let mark = question?.kind == .text ? ":" : ""
        guard state.records[id]?.response == nil else {
            guard let broughtUp, broughtUp.to == id, question?.id == id else { return }
            let name = nameBehindAt(broughtUp.from, beside: id)
            let left = labels[broughtUp.from].short
            return try say(
                takesWords
                    ? local(
                        "\(label) has just come up. For \(left) type: \(mark)\(command) @\(name) and the words."
                    )
                    : local("\(label) has just come up. For \(left) type: \(mark)\(command) @\(name)"))
        }
        guard let last = state.lastAnswered, last != id, state.response(to: last) != nil else {
            return try say(local("Kept with \(label), which has no answer yet."))
        }
        let name = nameBehindAt(last, beside: id)
        try say(
            takesWords
                ? local(
                    "Kept with \(label), which has no answer yet. For \(labels[last].short) type: \(mark)\(command) @\(name) and the words."
                )
                : local(
                    "Kept with \(label), which has no answer yet. For \(labels[last].short) type: \(mark)\(command) @\(name)"
                ))
    }
}
