import Instruments
import Languages
import Reports
import Sessions

struct ClearCommand: Command {
    let name = "clear"
    var summary: String { local("takes the answer on the screen away; its note and evidence stay") }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        guard let question = talk.question else {
            throw .problem(.noQuestion)
        }
        guard talk.state.response(to: question.id) != nil else {
            throw .problem(ErrorDescription(local("this question has no answer")))
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
        guard talk.state.signOff == nil, let change = talk.state.nextUndo else {
            // It says why there is nothing to take back.
            try talk.perform(.undo)
            return .showQuestion
        }
        let lasting = talk.state.lasting
        if !lasting.isEmpty {
            let done = lasting.map { $0.what.localizedDescription(talk.labels) }
            try talk.say(
                local(
                    "What was done last cannot be taken back and stays: \(done.joined(separator: "; ")). Undo would take back what was done before it."
                ))
        }
        let forgets = talk.recorded.nextUndoForgets
        if forgets.isSeen {
            try talk.say(
                local("The room has seen this count. It leaves the file, and redo cannot bring it back."))
        }
        guard change.answers > 1 || !lasting.isEmpty || forgets.isSeen else {
            return try undo(change, talk)
        }
        return try talk.askedWhatever(change, refusal: local("Nothing was taken back.")) {
            talk throws(Interruption) in try undo(change, talk)
        }
    }

    private func undo(_ change: Change, _ talk: Conversation) throws(Interruption) -> Next {
        let before = talk.state.room?.questions ?? [:]
        let notes = Set(talk.state.records.values.compactMap(\.note))
        let forgets = talk.recorded.nextUndoForgets.count
        try talk.perform(.undo)
        let what = try talk.sentences(on: change, isDone: true).joined(separator: " ")
        try talk.say(
            [
                local("The last change is taken back."), what,
                forgets
                    ? local("The count left the file: redo cannot bring it back, and tally counts anew.")
                    : local("Type redo to make it again."),
            ]
            .filter { !$0.isEmpty }.joined(separator: " "), gap: true)
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
        return try talk.writeOn(after: change) ?? .showQuestion
    }
}

struct RedoCommand: Command {
    let name = "redo"
    var summary: String { local("makes the change again that was taken back last") }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        guard talk.state.signOff == nil, let change = talk.state.nextRedo, change.answers > 1 else {
            return try redo(talk.state.nextRedo, talk)
        }
        return try talk.askedWhatever(change, refusal: local("Nothing was made again.")) {
            talk throws(Interruption) in try redo(change, talk)
        }
    }

    private func redo(_ change: Change?, _ talk: Conversation) throws(Interruption) -> Next {
        try talk.perform(.redo)
        let what =
            try change.map { change throws(Interruption) in
                try talk.sentences(on: change, isDone: true).joined(separator: " ")
            } ?? ""
        try talk.say(
            [local("The change is made again."), what].filter { !$0.isEmpty }.joined(separator: " "),
            gap: true)
        return try change.flatMap { change throws(Interruption) in try talk.writeOn(after: change) }
            ?? .showQuestion
    }
}

extension Conversation {
    /// A change in words; where a room only sees that what it holds changes, the event says what that is.
    fileprivate func sentences(on change: Change, isDone: Bool) throws(Interruption) -> [String] {
        let sentences = change.sentences(labels, isDone: isDone, isOnWall: state.room != nil)
        guard state.room != nil || sentences.isEmpty,
            let event = try events().last(where: { $0.number == change.number })
        else { return sentences }
        guard state.room != nil else {
            // The same was said twice, and is still said once.
            return [
                local(
                    "It was this, given again: \(event.what.localizedDescription(labels)). The earlier one stays."
                )
            ]
        }
        switch event.what {
        // These hold nobody's words, and no count.
        case .voted, .recounted, .secondVoteCalled, .wordsWithdrawn:
            return [local("It is about this: \(event.what.localizedDescription(labels)).")] + sentences
        // Words that the room itself put on the wall are what is taken back.
        case .agreed, .parked, .otherViewRecorded:
            return [local("It is about this: \(event.what.localizedDescription(labels).asSentence)")]
                + (change.answers > 0 ? sentences : [])
        default: return sentences
        }
    }

    /// Shows a change and asks whether to make it, at a terminal or not: more goes than one line says.
    fileprivate func askedWhatever(
        _ change: Change, refusal: String, _ go: @escaping (Conversation) throws(Interruption) -> Next
    ) throws(Interruption) -> Next {
        for sentence in try sentences(on: change, isDone: false) {
            try say("-", sentence)
        }
        let question =
            change.answers > 1
            ? plural(
                change.answers, "Change \(change.answers) answer at once?",
                "Change \(change.answers) answers at once?")
            : local("Do it?")
        return try askedAnywhere(Expectation.Checked(question: question, refusal: refusal, go: go))
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
