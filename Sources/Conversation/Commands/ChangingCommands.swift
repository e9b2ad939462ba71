import Instruments
import Languages
import Reports
import Sessions

struct ClearCommand: Command {
    let name = "clear"
    var summary: String { local("takes the answer on the screen away; its note and evidence stay") }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        guard let question = talk.question else {
            throw .problem(Wording(local("no question is on the screen")))
        }
        guard talk.state.response(to: question.id) != nil else {
            throw .problem(Wording(local("this question has no answer")))
        }
        try talk.perform(.clear(question.id))
        try talk.say(
            local("Cleared: \(talk.labels[question.id].short). Type undo to bring it back."), gap: true)
        return .showQuestion
    }
}

struct UndoCommand: Command {
    let name = "undo"
    var summary: String { local("takes the last change back, and the one before it when typed again") }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        let before = talk.state.room?.questions ?? [:]
        let notes = Set(talk.state.records.values.compactMap(\.note))
        try talk.perform(.undo)
        try talk.say(local("The last change is taken back. Type redo to make it again."), gap: true)
        let gone = notes.subtracting(talk.state.records.values.compactMap(\.note))
        if gone.contains(where: { !PersonalDetail.found(in: $0).isEmpty }) {
            try talk.say(
                local(
                    "The words stay in the session's file, as everything does. canary redact takes them out for good."
                ))
        }
        // A vote that was seen is taken back for one reason only.
        for (id, record) in before
        where record.votes.count > talk.state.roomRecord(of: id).votes.count
            && record.votes.last?.isRevealed == true
        {
            try talk.say(
                local(
                    "With it went a vote on \(talk.labels[id].short) that the room has seen. Count it again only where it was counted wrongly."
                ), gap: true)
        }
        return .showQuestion
    }
}

struct RedoCommand: Command {
    let name = "redo"
    var summary: String { local("makes the change again that was taken back last") }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        try talk.perform(.redo)
        try talk.say(local("The change is made again."), gap: true)
        return .showQuestion
    }
}

struct TitleCommand: Command {
    let name = "title"
    let keepsWords = true
    var usage: String { local("\(name) TEXT") }
    var summary: String { local("gives the session another title") }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        try talk.perform(.title(argument))
        try talk.confirm(local("Saved: the title is now \(argument)."))
        return .ask
    }
}

struct AuthorityCommand: Command {
    let name = "authority"
    let keepsWords = true
    var usage: String { local("\(name) NAME") }
    var summary: String { local("names the authority that the session is about") }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        try talk.perform(.nameAuthority(argument))
        try talk.confirm(local("Saved: the authority is now \(argument)."))
        return .ask
    }
}
