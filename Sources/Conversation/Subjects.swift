import Instruments
import Languages
import Reports
import Sessions

// Which question words go with.
extension Conversation {
    /// The question that a note or evidence speaks of: the one on the screen, answered or not; at the end the one
    /// answered last.
    func subject() throws(Interruption) -> Question.ID {
        if let question { return question.id }
        return try answeredSubject()
    }

    /// The question on the screen where it has an answer, else the one answered last.
    func answeredSubject() throws(Interruption) -> Question.ID {
        if let question, state.response(to: question.id) != nil { return question.id }
        if state.room != nil { return try roomSubject() }
        guard let last = state.lastAnswered, state.response(to: last) != nil else {
            throw .problem(
                Wording(
                    local("there is no answer yet that this could go with"),
                    hint: local("answer a question first")))
        }
        return last
    }

    /// The question that words go with, and the words: `@2` or `@name` in front of them, in quotes where the name has
    /// blanks, is a question; else it is the one on the screen.
    func subject(named argument: String) throws(Interruption) -> (Question.ID, words: String) {
        guard argument.hasPrefix("@") else { return (try subject(), argument) }
        let behind = String(argument.dropFirst())
        let (name, words) = behind.firstQuoted ?? (behind.firstWord.word, behind.firstWord.rest)
        let here = question?.id ?? state.lastAnswered
        if let number = Int(name) {
            let questions = here.flatMap { state.questionnaire.area(of: $0) }?.questions ?? []
            guard questions.indices.contains(number - 1) else {
                throw .problem(
                    Wording(
                        local("this area has no question \(number)"),
                        hint: local("type a number from 1 to \(questions.count), or a question's name")))
            }
            return (questions[number - 1].id, words)
        }
        if let named = state.questionnaire.questions.first(where: {
            labels[$0.id].short.lowercased() == name.lowercased()
        }) {
            return (named.id, words)
        }
        do throws(NoSuchQuestion) {
            return (try state.question(named: name).id, words)
        } catch {
            throw .problem(error.wording)
        }
    }

    /// Says that words were kept with a question that has no answer yet, and how they would go with the one answered
    /// last; nothing where they went with an answer.
    func sayWhereKept(
        _ id: Question.ID, command: String, takesWords: Bool = true
    ) throws(Interruption) {
        guard state.records[id]?.response == nil else { return }
        let label = labels[id].short
        let mark = question?.kind == .text ? ":" : ""
        guard let last = state.lastAnswered, last != id, state.response(to: last) != nil else {
            return try say(local("Kept with \(label), which has no answer yet."))
        }
        let area = state.questionnaire.area(of: id)
        let place = area?.questions.firstIndex { $0.id == last }
        let name = place.map { "\($0 + 1)" } ?? last.text
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
