import Instruments
import Reports
import Sessions

struct ClearCommand: Command {
    let name = "clear"
    let summary = "takes the answer on the screen away; its note and evidence stay"

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        guard let question = talk.question else {
            throw .problem(Wording("no question is on the screen"))
        }
        guard talk.state.response(to: question.id) != nil else {
            throw .problem(Wording("this question has no answer"))
        }
        try talk.perform(.clear(question.id))
        try talk.say("Cleared: \(talk.labels[question.id].short). Type undo to bring it back.", gap: true)
        return .showQuestion
    }
}

struct UndoCommand: Command {
    let name = "undo"
    let summary = "takes the last change back, and the one before it when typed again"

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        try talk.perform(.undo)
        try talk.say("The last change is taken back. Type redo to make it again.", gap: true)
        return .showQuestion
    }
}

struct RedoCommand: Command {
    let name = "redo"
    let summary = "makes the change again that was taken back last"

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        try talk.perform(.redo)
        try talk.say("The change is made again.", gap: true)
        return .showQuestion
    }
}

struct TitleCommand: Command {
    let name = "title"
    let usage = "title TEXT"
    let summary = "gives the session another title"

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        try talk.perform(.title(argument))
        try talk.say("Saved: the title is now \(argument).")
        return .ask
    }
}

struct AuthorityCommand: Command {
    let name = "authority"
    let usage = "authority NAME"
    let summary = "names the authority that the session is about"

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        try talk.perform(.nameAuthority(argument))
        try talk.say("Saved: the authority is now \(argument).")
        return .ask
    }
}
