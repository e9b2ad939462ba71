import Disclosure
import Escaping
import Instruments
import Languages
import LineEditing
import Reports
import Sessions

struct CloseCommand: Command {
    private static let forgetCounts = "forget counts"

    let name = "close"
    var usage: String { local("\(name) or \(name) \(Self.forgetCounts)") }
    var summary: String {
        local(
            "ends the workshop: reads back what was agreed, removes for good what was taken back, and asks whether to forget the counts"
        )
    }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        let forgets = argument.lowercased() == Self.forgetCounts
        guard argument.isEmpty || forgets else {
            throw .problem(
                ErrorDescription(
                    local("`\(argument.shortened.visible)` is nothing that a workshop closes with"),
                    hint: local("type close alone, or close forget counts")))
        }
        // Nobody listens to everything to be refused afterwards.
        do throws(Rejection) {
            let nothing = SessionCommand.closeRoom(forgettingCounts: false, withdrawn: [])
            _ = try decide(nothing, talk.recorded, now: talk.recorded.lastAt)
        } catch {
            throw .problem(talk.errorDescription(of: error))
        }
        _ = try ReadBackCommand().run("", talk)
        let unseen = talk.state.room?.questions.values.count { $0.votes.last?.isRevealed == false } ?? 0
        if unseen > 0 {
            try talk.say(
                counted(
                    unseen, "vote is counted and was not shown; once the workshop is closed it never is.",
                    "votes are counted and were not shown; once the workshop is closed they never are."),
                as: .problem)
        }
        return try talk.asked(
            Expectation.Checked(
                question: local(
                    "Was this read out, and is the workshop to be closed? It votes and agrees no more after that."
                ),
                refusal: Self.notClosed
            ) { talk throws(Interruption) in
                guard talk.isAtTerminal, !forgets, talk.hasCounts else { return try close(forgets, talk) }
                return try askAboutCounts(talk)
            })
    }

    private static var notClosed: String { local("Not closed.") }

    private func askAboutCounts(_ talk: Conversation) throws(Interruption) -> Next {
        try talk.askedAnywhere(
            Expectation.Checked(
                question: local(
                    "Forget the exact counts for good? In place of each vote stands the word that a report may tell of it: together, apart or two camps."
                ), refusal: Self.notClosed,
                otherwise: { talk throws(Interruption) in try close(false, talk) }
            ) { talk throws(Interruption) in try close(true, talk) })
    }

    private func close(_ forgetsCounts: Bool, _ talk: Conversation) throws(Interruption) -> Next {
        let withdrawn = try talk.events().withoutWithdrawnWords
        let hadKey = talk.state.room?.keys != nil
        try talk.perform(.closeRoom(forgettingCounts: forgetsCounts, withdrawn: withdrawn))
        try talk.confirm(
            [
                local("Saved: the workshop is closed."),
                withdrawn.isEmpty
                    ? nil : local("Words that were taken back are gone from the file."),
                hadKey
                    ? local("The key that opens answers given beforehand is gone, and nobody can open them.")
                    : nil,
            ].compactMap(\.self).joined(separator: " "))
        try talk.say(
            [
                local(
                    "What stays on the disk is what you agreed, the words that you kept and what is parked, in the session's file."
                ),
                forgetsCounts || !talk.hasCounts
                    ? local("Of each vote there is a word, and no count.")
                    : local("The exact counts are there, too, for whoever holds the file."),
                local(
                    "Copies from before, such as a backup, hold all that they held; canary encrypt seals this file, and canary erase ends it."
                ),
            ].joined(separator: " "))
        return .ask
    }
}

extension Conversation {
    /// Whether the file holds exact counts of a vote.
    fileprivate var hasCounts: Bool {
        state.room?.questions.values.contains { $0.votes.contains { $0.tally.forgotten == nil } } == true
    }
}
