import Disclosure
import Evaluation
import Instruments
import Languages
import LineEditing
import Reports
import Sessions

struct TallyCommand: Command {
    let name = "tally"
    var usage: String { local("\(name) COUNTS dNUMBER nNUMBER, or \(name) alone") }
    var summary: String {
        local("takes the counts of a vote, level 1 first, then don't know and not applicable")
    }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        guard let question = talk.question else {
            throw .problem(.noQuestion)
        }
        let record = talk.state.roomRecord(of: question.id)
        let isSecond = record.awaitsSecondVote
        let isAgain = record.votes.last?.isRevealed == false
        if argument.isEmpty {
            try takeHidden(of: question, talk)
        } else {
            try talk.perform(.tally(question.id, try Self.tally(argument)))
        }
        let present = talk.state.room?.arrangement.present ?? 0
        let label = talk.labels[question.id].short
        try talk.confirm(
            (isAgain
                ? local(
                    "Saved: the vote on \(label) is counted again, \(present) slips, in place of the earlier count."
                )
                : isSecond
                    ? local("Saved: the second vote on \(label) is counted, \(present) slips.")
                    : local("Saved: the vote on \(label) is counted, \(present) slips."))
                + " " + local("Type reveal when the room is ready."))
        return .ask
    }

    /// Takes counts that nobody sees, until they can be read and add up; a mistake does not bring them onto the wall.
    private func takeHidden(of question: Question, _ talk: Conversation) throws(Interruption) {
        while true {
            let line = try hidden()
            if line.trimmed.lowercased() == "help" {
                try talk.say(
                    local(
                        "Type how many chose each level, level 1 first, then d and the don't knows, n and the not applicable: 1 5 0 4 d2 n1. For yes or no, yes first. Ctrl-C or quit leaves the counts."
                    ))
                continue
            }
            if line.trimmed.lowercased() == "quit" { throw Self.noCounts }
            do throws(Interruption) {
                return try talk.perform(.tally(question.id, try Self.tally(line)))
            } catch {
                guard case .problem(let errorDescription) = error, !talk.options.isStrict else { throw error }
                try talk.say(local("There is a problem. \(errorDescription.sentences)"), as: .problem)
                try talk.say(local("The counts are still typed unseen; Ctrl-C or quit leaves them."))
            }
        }
    }

    /// The counts, typed without being shown on the wall.
    private func hidden() throws(Interruption) -> String {
        let prompt = local("Counts, level 1 first, then d and n (not shown as you type):")
        guard let line = SecretLine.readFromTerminal(prompt: prompt + " ") else {
            throw Self.noCounts
        }
        return String(decoding: line, as: UTF8.self)
    }

    private static var noCounts: Interruption {
        .problem(ErrorDescription(local("no counts were typed"), hint: local("such as tally 1 5 0 4 d2 n1")))
    }

    /// Whether a line is the counts of a vote without the command's name: a room gives no other answer in numbers.
    static func isCounts(_ line: String) -> Bool {
        let words = line.lowercased().split(whereSeparator: \.isWhitespace)
        return words.count > 1
            && words.allSatisfy { word in
                let digits = word.first == "d" || word.first == "n" ? word.dropFirst() : word
                return !digits.isEmpty && digits.allSatisfy { ("0"..."9").contains($0) }
            }
    }

    /// Reads `1 5 0 4 d2 n1`; what is left out of d and n is 0.
    static func tally(_ text: String) throws(Interruption) -> Tally {
        var tally = Tally(counts: [])
        for word in text.lowercased().split(whereSeparator: { $0.isWhitespace || $0 == "," }) {
            // No room is larger; what is added up stays far from the largest number.
            let number = Int(typed: word.drop { !$0.isNumber && $0 != "-" }).flatMap {
                abs($0 / 10_000) > 0 ? nil : $0
            }
            switch (word.first, number) {
            case ("d"?, let number?) where word.dropFirst() == "\(number)": tally.dontKnow += number
            case ("n"?, let number?) where word.dropFirst() == "\(number)": tally.notApplicable += number
            case (_, let number?) where word == "\(number)": tally.counts.append(number)
            default:
                // The word may be a count that the room must not see yet, so it is not repeated.
                throw .problem(
                    ErrorDescription(
                        local("the counts cannot be read, and nothing was saved"),
                        hint: local("type whole numbers, level 1 first: tally 1 5 0 4 d2 n1")))
            }
        }
        return tally
    }
}

struct RevealCommand: Command {
    let name = "reveal"
    var summary: String { local("shows the vote to the room") }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        guard let question = talk.question else {
            throw .problem(.noQuestion)
        }
        guard let vote = talk.state.roomRecord(of: question.id).votes.last else {
            throw .problem(Rejection.notCounted(question.id).errorDescription)
        }
        // A vote that the room has seen can be shown again at any time.
        if vote.isRevealed { return try talk.showVote(on: question) }
        let checked = Expectation.Checked(
            question: local("The screen may be projected. Show the vote now?"),
            refusal: local("Not shown. Type reveal when the room is ready.")
        ) { talk throws(Interruption) in
            try talk.perform(.reveal(question.id))
            return try talk.showVote(on: question)
        }
        return try talk.asked(checked)
    }
}

struct RevoteCommand: Command {
    let name = "revote"
    var summary: String { local("calls the room to vote once more on the question") }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        guard let question = talk.question else {
            throw .problem(.noQuestion)
        }
        try talk.perform(.callSecondVote(question.id))
        try talk.confirm(local("Saved: a second vote. Vote alone again; tally takes the counts."))
        return .ask
    }
}

struct SpreadCommand: Command {
    let name = "spread"
    var summary: String { local("lists how the votes lie, question by question") }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        let state = talk.state
        var isEmpty = true
        for question in state.asked.questions {
            let record = state.roomRecord(of: question.id)
            guard let vote = record.votes.last(where: \.isRevealed) else { continue }
            isEmpty = false
            let shown = ShownVote(vote.tally, isPreWork: false).tally
            let shape =
                shown == nil
                ? VoteShape.tooFew.localizedDescription
                : shown.flatMap(VoteShape.init)?.localizedDescription ?? local("voted on")
            let agreed =
                record.agreement.map { agreement in
                    agreement.response.map { local("agreed: \(talk.labels.words(for: $0, to: question.id))") }
                        ?? local("not agreed")
                } ?? (record.parked == nil ? local("open") : local("parked"))
            try talk.say("-", "\(talk.labels[question.id].short): \(shape); \(agreed).")
        }
        if isEmpty { try talk.say(local("No vote was revealed yet.")) }
        return .ask
    }
}

extension Conversation {
    /// Asks before something is done, at a terminal; without somebody there, it is done at once.
    func asked(_ checked: Expectation.Checked) throws(Interruption) -> Next {
        isAtTerminal ? try askedAnywhere(checked) : try checked.go(self)
    }

    /// Asks before something is done, at a terminal or not: the next line answers.
    func askedAnywhere(_ checked: Expectation.Checked) throws(Interruption) -> Next {
        try say(checked.question)
        expectation = .yesOrNo(checked)
        return .ask
    }
}
