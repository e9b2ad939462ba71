import Disclosure
import Escaping
import Languages
import LineEditing
import Reports
import Sessions
import Terminal

struct PresentCommand: Command {
    let name = "present"
    var usage: String { local("\(name) NUMBER") }
    var summary: String { local("says how many people vote from here on") }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        guard let number = Int(typed: argument) else {
            throw .problem(
                ErrorDescription(
                    local("say how many people vote"), hint: local("such as present 12")))
        }
        try talk.perform(.arrangeRoom(RoomArrangement(present: number)))
        try talk.confirm(local("Saved: \(number) people vote."))
        return .ask
    }
}

struct RoomCommand: Command {
    let name = "room"
    var usage: String {
        local("\(name), or \(name) minutes NUMBER, voting WAY, share LEVEL, welsh yes")
    }
    var summary: String { local("shows how the room is set up, or changes it") }

    private static let steps: KeyValuePairs<String, RoomSetUp> = [
        "minutes": .minutes, "voting": .voting, "share": .share, "welsh": .welsh,
    ]

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        guard !argument.isEmpty else {
            try talk.show(talk.state.room?.arrangement ?? RoomArrangement())
            return .ask
        }
        let (word, rest) = argument.firstWord
        guard let step = Self.steps.first(where: { $0.key == word.lowercased() })?.value,
            let arrangement = step.arrangement(rest)
        else {
            throw .problem(
                ErrorDescription(
                    local("`\(argument.visible)` says nothing about the room"),
                    hint: local(
                        "such as: room minutes 180, room voting slips, room share shape, room welsh yes")))
        }
        guard arrangement.share == .counts else { return try change(arrangement, talk) }
        return try talk.asked(
            Conversation.sharingCounts { talk throws(Interruption) in try change(arrangement, talk) })
    }

    private func change(_ arrangement: RoomArrangement, _ talk: Conversation) throws(Interruption) -> Next {
        try talk.perform(.arrangeRoom(arrangement))
        try talk.confirm(local("Saved."))
        try talk.show(talk.state.room?.arrangement ?? arrangement)
        return .ask
    }

    func completions(_ argument: String, _ talk: Conversation) -> [Completion] {
        argument.contains(" ") ? [] : Self.steps.map { Completion($0.key) }
    }
}

struct GroundRulesCommand: Command {
    let name = "ground-rules"
    var summary: String { local("shows the ground rules to be read out and agreed on") }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        try talk.showGroundRules()
    }
}

struct CurtainCommand: Command {
    let name = "curtain"
    var summary: String { local("covers the screen; Enter shows the question again") }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        // A terminal that is scrolled shows nothing of what was there, and no escape is needed for it.
        if talk.isAtTerminal {
            for _ in 0..<(TerminalSize(descriptor: 1)?.rows ?? 50) { try talk.gap() }
        }
        talk.expectation = .curtain(during: talk.expectation ?? talk.left)
        return .ask
    }
}

extension Conversation {
    /// Takes the curtain away, and asks again what was asked when it was drawn.
    func draw(back during: Expectation?) throws(Interruption) -> Next {
        switch during {
        case .setUp(let step): return try ask(step)
        case .yesOrNo(let asked), .checking(_, .some(let asked)):
            expectation = during
            try say(asked.question)
            return .ask
        default: return .showQuestion
        }
    }
}

extension Conversation {
    /// Shows how the room is set up.
    fileprivate func show(_ arrangement: RoomArrangement) throws(Interruption) {
        let open = local("not said yet")
        try say("-", local("People who vote: \(arrangement.present.map { "\($0)" } ?? open)."))
        try say("-", local("Minutes: \(arrangement.minutes.map { "\($0)" } ?? open)."))
        try say("-", local("Voting: \(arrangement.voting?.rawValue ?? open)."))
        try say(
            "-",
            arrangement.share.map { local("Reports may show: \($0.rawValue).") }
                ?? local("Reports may show: not said yet, so what is agreed and nothing of the votes."))
        switch arrangement.welsh {
        case true?:
            try say(
                "-", local("Somebody would like to use Welsh: language cy shows what is translated."))
        case false?: try say("-", local("Nobody asked to use Welsh."))
        case nil: break
        }
    }
}
