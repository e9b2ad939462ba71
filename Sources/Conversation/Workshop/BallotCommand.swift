import Disclosure
import Escaping
import Instruments
import Languages
import LineEditing
import Reports
import Sessions
import Terminal

struct BallotCommand: Command {
    /// What ends a vote before everyone has voted: a word, which no keypad can type.
    static let wayOut = "count"

    let name = "ballot"
    var summary: String {
        local(
            "takes a vote on a numeric keypad that is passed round, and shows nothing but how many have voted"
        )
    }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        guard let question = talk.question else { throw .problem(.noQuestion) }
        let people = try talk.peopleToVote(on: question)
        guard talk.isAtTerminal else { throw Self.noTerminal }
        try talk.noteVotingByBallot()
        for line in Self.keys(of: question) { try talk.say("-", line) }
        try talk.say(
            local(
                "Then Enter. Until Enter another key takes its place; afterwards it stands, and for two seconds keys do nothing. Pass the keypad on. \(Self.wayOut) and Enter ends the vote early; Ctrl-C leaves it, and nothing is counted."
            ), gap: true)
        let shown = try BallotBox.open { box throws(Interruption) in
            try vote(on: question, of: people, with: box, talk)
        }
        guard let shown else { throw Self.noTerminal }
        guard shown else { return .ask }
        try talk.perform(.reveal(question.id))
        return try talk.showVote(on: question)
    }

    /// Takes the ballots, counts them in one event, and asks whether the room is to see them: all of it unseen.
    private func vote(
        on question: Question, of people: Int, with box: BallotBox, _ talk: Conversation
    ) throws(Interruption) -> Bool {
        let levels = question.kind.voteCounts
        // One line is written over; where nothing is redrawn, each number has a line of its own.
        let isRedrawn = talk.reader.hasKeys
        let sign = WallSign(.voted, of: talk.recorded.session, environment: talk.environment)
        let ballots = box.take(people: people, levels: levels, wayOut: Self.wayOut) { voted in
            sign?.tell(voted)
            let text = local("\(voted) of \(people) have voted.")
            box.write(isRedrawn ? "\r" + text : text + "\n")
        }
        if isRedrawn { box.write("\n") }
        guard ballots.ending != .left else {
            throw .problem(
                ErrorDescription(
                    local("the ballot was left, and nothing was counted"),
                    hint: local("type ballot to vote anew")
                ))
        }
        var tally = Tally(
            counts: Array(ballots.counts.prefix(levels)), dontKnow: ballots.counts[levels],
            notApplicable: ballots.counts[levels + 1])
        tally.blank = people - tally.people
        let blank = tally.blank
        let isSecond = talk.state.roomRecord(of: question.id).awaitsSecondVote
        try talk.perform(.tally(question.id, tally))
        let label = talk.labels[question.id].short
        var saved =
            isSecond
            ? local("Saved: the second vote on \(label) is counted.")
            : local("Saved: the vote on \(label) is counted.")
        if blank > 0 {
            saved +=
                " "
                + counted(
                    blank, "person has not voted and stands as blank.",
                    "people have not voted and stand as blank.")
        }
        try talk.confirm(saved)
        try talk.say(
            local("Show the vote now? y and Enter, or n and Enter; nothing of it is seen as you type."))
        let isShown = box.isAgreed()
        if !isShown { try talk.say(local("Not shown. Type reveal when the room is ready.")) }
        return isShown
    }

    private static var noTerminal: Interruption {
        .problem(
            ErrorDescription(
                local("a ballot is typed at a terminal, and there is none here"),
                hint: local("type tally and the counts")))
    }

    /// Which key says what, a line each.
    private static func keys(of question: Question) -> [String] {
        let levels =
            switch question.kind {
            case .rating(let rating):
                rating.scale.levels.enumerated().map { local("\($0.offset + 1): \($0.element)") }
            default: [local("1: yes"), local("2: no")]
            }
        return levels + [local("0: don't know"), local(". or , : not applicable")]
    }
}

extension Conversation {
    /// The command by which the room votes.
    var votingCommand: String {
        state.room?.arrangement.voting == .ballot ? BallotCommand().name : TallyCommand().name
    }

    /// How many people vote on a question by keys, where a vote on it is due; what would be refused after they have
    /// voted is refused before.
    fileprivate func peopleToVote(on question: Question) throws(Interruption) -> Int {
        let levels = question.kind.voteCounts
        let people = state.room?.arrangement.present ?? 0
        let nothing = Tally(counts: Array(repeating: 0, count: levels), blank: people)
        do throws(Rejection) {
            _ = try decide(.tally(question.id, nothing), recorded, now: recorded.lastAt)
        } catch {
            throw .problem(errorDescription(of: error))
        }
        guard levels <= BallotKeys.mostLevels else {
            throw .problem(
                ErrorDescription(
                    local("the question has more levels than a keypad has keys"),
                    hint: local("vote on slips, and type tally and the counts")))
        }
        return people
    }

    /// Notes, before anybody votes, that the room votes by ballot: its reports say how it voted. A room that said that
    /// it votes in the open, or does not vote again, says otherwise itself.
    fileprivate func noteVotingByBallot() throws(Interruption) {
        switch state.room?.arrangement.voting {
        case .ballot: return
        case nil, .slips: try perform(.arrangeRoom(RoomArrangement(voting: .ballot)))
        case .cards, .preWork:
            throw .problem(
                ErrorDescription(
                    local("the room has said that it votes otherwise"), hint: local("type room voting ballot")
                ))
        }
    }
}
