import Evaluation
import Instruments
import Languages
import Reports
import Sessions

extension Conversation {
    /// How many questions a critical friend puts at the end of one area; the others stand in the evaluation.
    private static let mostPrompts = 2

    /// Asks, behind the last question of an area, what a critical friend would ask of its answers, each once.
    ///
    /// The question is the one that was answered or confirmed just now, and not the one answered last, which may be another.
    /// A room, and somebody who answers for one, have no time of their own for it.
    func tellPrompts(behind left: Question.ID) throws(Interruption) {
        guard state.room == nil, state.invitation == nil,
            let area = state.questionnaire.area(of: left), left == state.asked.last(in: area)?.id
        else { return }
        let brought = prompts(state.questionnaire, responses: state.responses).filter { prompt in
            !toldPrompts.contains(prompt.id)
                && prompt.when.questions.contains { id in area.questions.contains { $0.id == id } }
        }
        guard let first = brought.first?.when.questions.first else { return }
        try say(local("Before you go on from \(area.title), a critical friend would ask:"), gap: true)
        for prompt in brought.prefix(Self.mostPrompts) {
            toldPrompts.insert(prompt.id)
            let source = prompt.source.map { " (\($0))" } ?? ""
            try say("-", prompt.text + source)
        }
        // The question that comes up next is the one that takes the line.
        let next = state.position.flatMap { state.questionnaire.question($0) }
        let command = next?.kind == .text ? ":note" : "note"
        try say(
            local(
                "Nobody has to answer. What you think of it fits in a note: type \(command) @\(first) and your words. Such questions stand in evaluate, too."
            ))
    }
}

extension AskedQuestions {
    /// The last question of an area that is asked.
    fileprivate func last(in area: Area) -> Question? {
        questions.last { question in area.questions.contains { $0.id == question.id } }
    }
}
