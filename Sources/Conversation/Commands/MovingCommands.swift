import Escaping
import Instruments
import Languages
import LineEditing
import Reports
import Sessions

struct BackCommand: Command {
    let name = "back"
    var summary: String { local("goes to the question before this one") }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        let state = talk.state
        guard let id = state.asked.before(state.position, in: state.questionnaire) else {
            throw .problem(ErrorDescription(local("this is the first question")))
        }
        talk.endNextBestWalk()
        try talk.perform(.move(to: id))
        return .showQuestion
    }
}

struct NextCommand: Command {
    let name = "next"
    var summary: String {
        local("goes to the next question and leaves this one as it is; Enter alone does the same")
    }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        // The walk stands at the next question already, which nobody has seen.
        if let written = talk.writingOn { return try talk.goOn(from: written) }
        if let here = talk.question?.id, talk.state.isUnconfirmed(here) {
            try talk.say(local("Passed over: \(talk.labels[here].short) is still to be confirmed."))
        }
        if let next = try talk.returnToList() { return next }
        if let next = try talk.continueNextBestWalk() { return next }
        // What nobody has seen is not passed over.
        if talk.question == nil { return .showQuestion }
        let state = talk.state
        guard let position = state.position else { return .showQuestion }
        try talk.perform(
            .move(
                to: state.questionnaire.questionAsked(
                    after: position, in: state.setting, response: state.response)))
        return .showQuestion
    }
}

struct AgainCommand: Command {
    let name = "again"
    var summary: String { local("shows the question again") }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next { .showQuestion }
}

struct GotoCommand: Command {
    let name = "goto"
    var usage: String { local("\(name) AREA or QUESTION") }
    var summary: String { local("goes to an area, or to a question by its name or number in this area") }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        guard !argument.isEmpty else {
            let areas = talk.state.questionnaire.areas.map(\.id.text)
            throw .problem(
                ErrorDescription(local("say where to go"), hint: local("the areas are \(listed(areas))")))
        }
        let question = try find(argument, talk)
        talk.endNextBestWalk()
        try talk.perform(.move(to: question))
        return .showQuestion
    }

    func completions(_ argument: String, _ talk: Conversation) -> [Completion] {
        let questions = talk.state.asked.questions.map { Completion($0.id.text) }
        return argument.contains(".") ? questions : talk.areaCompletions + questions
    }

    private func find(_ wanted: String, _ talk: Conversation) throws(Interruption) -> Question.ID {
        let state = talk.state
        let asked = state.asked
        if let question = state.questionnaire.question(Question.ID(wanted)) {
            guard asked.contains(question.id) else {
                throw .problem(talk.errorDescription(of: state.whyNotAsked(question.id)))
            }
            return question.id
        }
        if let number = Int(typed: wanted), let position = state.position,
            let area = state.questionnaire.area(of: position),
            (1...max(1, area.questions.count)).contains(number), !area.questions.isEmpty,
            asked.contains(area.questions[number - 1].id)
        {
            return area.questions[number - 1].id
        }
        if let question = asked.questions.first(where: {
            talk.labels[$0.id].short.lowercased() == wanted.lowercased()
        }) {
            return question.id
        }
        let areas = state.questionnaire.areas(beginning: wanted)
        if let area = areas.first, areas.count == 1 {
            guard let first = area.questions.first(where: { asked.contains($0.id) }) else {
                throw .problem(ErrorDescription(local("no question of `\(area.title)` is asked now")))
            }
            return first.id
        }
        if areas.count > 1 {
            throw .problem(
                ErrorDescription(
                    local("`\(wanted.visible)` fits several areas: \(listed(areas.map(\.id.text)))")))
        }
        let matches = asked.questions.filter {
            $0.id.text.hasPrefix(wanted.lowercased())
                || $0.id.text.hasSuffix("." + wanted.lowercased())
        }
        guard let match = matches.first, matches.count == 1 else {
            throw .problem(
                ErrorDescription(
                    matches.isEmpty
                        ? local("there is no area or question `\(wanted.visible)`")
                        : local("`\(wanted.visible)` fits several: \(listed(matches.map(\.id.text)))"),
                    hint: local("the areas are \(listed(state.questionnaire.areas.map(\.id.text)))")))
        }
        return match.id
    }
}

struct QuitCommand: Command {
    let name = "quit"
    var summary: String { local("leaves; every answer is saved already") }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next { .leave }
}
