import Disclosure
import Escaping
import Languages
import LineEditing
import Reports
import Sessions

/// What is asked of a room before its first question, a step at a time; Enter leaves a step out.
enum RoomSetUp: Int {
    case people
    case minutes
    case voting
    case share
    case welsh

    var prompt: String {
        switch self {
        case .people: local("How many people vote (a number):")
        case .minutes: local("How many minutes there are (a number):")
        case .voting: local("How does the room vote? slips, cards or pre-work:")
        case .share: local("What may reports show? agreed, shape or counts:")
        case .welsh: local("Would anyone like to use Welsh? yes or no:")
        }
    }

    /// What to know before the step; nil where the prompt says it all.
    var introduction: String? {
        switch self {
        case .share:
            local(
                "Reports may show what you agree and nothing of the votes (agreed), in a word how the votes lie: together, apart or two camps (shape), or also the counts, where eight or more rated and none of them is of one to four people (counts, which needs everyone's yes). Until it is said, they show nothing of the votes."
            )
        case .voting:
            local(
                "Slips are filled in alone and counted by two people. Cards are held up at one time. Pre-work is what people answered beforehand, and nobody votes again."
            )
        case .people, .minutes, .welsh: nil
        }
    }

    /// What a reply arranges; nil where it is no answer.
    func arrangement(_ reply: String) -> RoomArrangement? {
        let word = reply.lowercased()
        switch self {
        case .people: return Int(typed: word).map { RoomArrangement(present: $0) }
        case .minutes: return Int(typed: word).map { RoomArrangement(minutes: $0) }
        case .voting: return Self.named(word).map { RoomArrangement(voting: $0) }
        case .share: return Self.named(word).map { RoomArrangement(share: $0) }
        case .welsh:
            switch word {
            case "yes", "y": return RoomArrangement(welsh: true)
            case "no", "n": return RoomArrangement(welsh: false)
            default: return nil
            }
        }
    }

    /// This step, or the first one after it of which nothing is said; nil where all is said.
    func firstOpen(in room: RoomArrangement) -> RoomSetUp? {
        let isSaid =
            switch self {
            case .people: room.present != nil
            case .minutes: room.minutes != nil
            case .voting: room.voting != nil
            case .share: room.share != nil
            case .welsh: room.welsh != nil
            }
        return isSaid ? RoomSetUp(rawValue: rawValue + 1)?.firstOpen(in: room) : self
    }

    private static func named<Value: RawRepresentable<String> & CaseIterable>(_ word: String) -> Value? {
        let matches = Value.allCases.filter { $0.rawValue.hasPrefix(word) }
        return word.isEmpty || matches.count != 1 ? nil : matches.first
    }
}

extension Conversation {
    /// Sets a room up that nobody has set up yet; else the walk goes on where it was left.
    func beginRoom() throws(Interruption) -> Next {
        guard let room = state.room, !state.isReadOnly, state.signOff == nil else { return .showQuestion }
        guard room.arrangement.present == nil else {
            // Whoever left in the middle of it goes on where they were.
            if room.groundRules == nil, room.questions.isEmpty,
                let step = RoomSetUp.people.firstOpen(in: room.arrangement)
            {
                return try ask(step)
            }
            if room.groundRules == nil {
                try say(local("The room has not agreed on the ground rules: type ground-rules."), gap: true)
            }
            return .showQuestion
        }
        if !options.isQuiet {
            try say(
                local(
                    "This is a workshop: the room votes hidden until reveal, talks, and agrees in its own words. First a few things about the room; Enter leaves one out, and room changes it later."
                ), gap: true)
        }
        return try ask(.people)
    }

    func ask(_ step: RoomSetUp) throws(Interruption) -> Next {
        if let introduction = step.introduction { try say(introduction) }
        expectation = .setUp(step)
        return .ask
    }

    /// Takes a reply about the room; nil where it is a command.
    func takeSetUp(_ words: String, _ step: RoomSetUp) throws(Interruption) -> Next? {
        if !words.isEmpty {
            guard let arrangement = step.arrangement(words) else {
                let name = words.firstWord.word.lowercased()
                expectation = .setUp(step)
                // A command gets through, and the step is asked again after it.
                if name.hasPrefix(":") || commands.contains(where: { $0.name == name }) { return nil }
                throw .problem(
                    ErrorDescription(
                        local("`\(words.visible)` is no answer to that"),
                        hint: local("answer as the question says, or Enter to leave it out")))
            }
            if arrangement.share == .counts {
                return try asked(
                    Self.sharingCounts { talk throws(Interruption) in
                        try talk.perform(.arrangeRoom(arrangement))
                        return try talk.ask(.welsh)
                    })
            }
            do throws(Interruption) {
                try perform(.arrangeRoom(arrangement))
            } catch {
                expectation = .setUp(step)
                throw error
            }
        }
        guard let next = RoomSetUp(rawValue: step.rawValue + 1) else { return try showGroundRules() }
        return try ask(next)
    }

    /// Asks for everyone's yes before counts may leave the room.
    static func sharingCounts(
        _ go: @escaping (Conversation) throws(Interruption) -> Next
    ) -> Expectation.Checked {
        Expectation.Checked(
            question: local("Reports would show how many chose each level. Has everyone said yes?"),
            refusal: local("Not changed. Type room share and agreed or shape, and ground-rules to go on."),
            go: go)
    }

    /// Reads out the ground rules and asks whether the room agrees on them.
    func showGroundRules() throws(Interruption) -> Next {
        try say(local("Ground rules, to be read out."), as: .heading)
        for rule in Self.groundRules { try say("-", rule) }
        try gap()
        let checked = Expectation.Checked(
            question: local("Does everyone agree?"),
            refusal: local("Talk about them first. Type ground-rules to come back to them.")
        ) { talk throws(Interruption) in
            try talk.perform(.agreeGroundRules)
            try talk.confirm(local("Saved: the room agreed on the ground rules."), gap: true)
            return .showQuestion
        }
        try say(checked.question)
        expectation = .yesOrNo(checked)
        return .ask
    }

    private static var groundRules: [String] {
        [
            local(
                "What is said here may be used afterwards; who said it, where they work and who was here may not (the Chatham House rule)."
            ),
            local(
                "Votes are hidden until reveal. Only counts are stored, never a slip and never who voted what. In a small room people may still recognise each other."
            ),
            local(
                "What is stored are the counts, what you agree, the words that you want kept, and what is parked."
            ),
            local(
                "Everything that is stored can be asked for under freedom of information; a long self-assessment that had been promised to stay confidential was ordered to be disclosed. Sealing a file or marking words as confidential is no exemption."
            ),
            local(
                "You can take words back until the end, when everything is read back to you. They stay in the file until canary redact takes them out."
            ),
            local("Nobody is asked to explain a vote. The most senior person speaks last."),
        ]
    }
}
