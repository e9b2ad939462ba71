package import Disclosure
package import Instruments

/// How a room is set up.
package struct RoomArrangement: Equatable, Sendable {
    /// How the room votes.
    package enum Voting: String, CaseIterable, Sendable {
        /// Slips of paper, counted by two people.
        case slips
        /// Cards that are held up.
        case cards
        /// A numeric keypad that is passed round.
        case ballot
        /// Only what came back before the workshop.
        case preWork = "pre-work"
    }

    /// How many people vote; nil leaves it as it is.
    package var present: Int?
    /// How many minutes there are; nil leaves it as it is.
    package var minutes: Int?
    /// How the room votes; nil leaves it as it is.
    package var voting: Voting?
    /// How much of the votes reports may show; nil leaves it as it is.
    package var share: VoteSharing?
    /// Whether somebody would like to use Welsh; nil leaves it as it is.
    package var welsh: Bool?

    /// An arrangement with all its fields.
    package init(
        present: Int? = nil, minutes: Int? = nil, voting: Voting? = nil, share: VoteSharing? = nil,
        welsh: Bool? = nil
    ) {
        self.present = present
        self.minutes = minutes
        self.voting = voting
        self.share = share
        self.welsh = welsh
    }

    /// The people that a room can have.
    package static let people = 2...60
    /// The minutes that a workshop can take.
    package static let length = 10...1_440

    /// Takes what another arrangement names in place of its own.
    mutating func take(_ other: RoomArrangement) {
        self = RoomArrangement(
            present: other.present ?? present, minutes: other.minutes ?? minutes,
            voting: other.voting ?? voting, share: other.share ?? share, welsh: other.welsh ?? welsh)
    }
}

/// What a room agreed on a question.
package struct Agreement: Equatable, Sendable {
    /// How it was agreed.
    package enum Way: String, CaseIterable, Sendable, Codable {
        /// Everyone can live with it.
        case consent
        /// Most want it.
        case majority
        /// The room does not agree; there is no answer.
        case notAgreed = "not-agreed"
    }

    /// The answer; nil where the room does not agree.
    package var response: Response?
    /// How it was agreed.
    package var way: Way

    /// An agreement with all its fields.
    package init(_ response: Response?, by way: Way) {
        self.response = response
        self.way = way
    }
}

/// What some in the room see otherwise, in words that point to nobody.
package struct OtherView: Equatable, Sendable {
    /// How many hold it, in the only words that are kept.
    package enum Size: String, CaseIterable, Sendable, Codable {
        case few
        case several
    }

    /// The view in the room's words.
    package var text: String
    /// How many hold it.
    package var size: Size
    /// The level that it comes to; nil where none was named.
    package var level: Int?

    /// A view with all its fields.
    package init(text: String, size: Size, level: Int?) {
        self.text = text
        self.size = size
        self.level = level
    }
}

/// A vote and whether the room has seen it.
package struct Vote: Equatable, Sendable {
    /// The counts.
    package var tally: Tally
    /// Whether the room has seen them.
    package var isRevealed: Bool
    /// How the room voted then; nil where nobody had said.
    package var voting: RoomArrangement.Voting?
    /// The number of the event that counted it.
    var number: Int
}

/// A tally that stands in the journal, whatever became of it since.
struct WrittenTally: Equatable, Sendable {
    /// The number of its event.
    var number: Int
    /// The counts.
    var tally: Tally
    /// Whether its event replaced an earlier one.
    var isRecount: Bool

    /// What stands in place of its event: the same with other counts.
    func replaced(by tally: Tally, on id: Question.ID) -> SessionEvent.Payload.Substitute {
        .init(number: number, what: isRecount ? .recounted(id, tally, instead: []) : .voted(id, tally))
    }
}

/// All that a workshop holds on one question, beside its answer.
package struct RoomRecord: Equatable, Sendable {
    /// The votes in the room, the first and perhaps a second.
    package internal(set) var votes: [Vote] = []
    /// Whether a second vote was called and is not counted yet.
    package internal(set) var awaitsSecondVote = false
    /// What was agreed; nil where nothing is yet.
    package internal(set) var agreement: Agreement?
    /// What some see otherwise; nil where nobody said so.
    package internal(set) var otherView: OtherView?
    /// Who will bring it back, and when; nil where the question is not parked.
    package internal(set) var parked: Action?

    /// Whether there are words of the room that can be taken back or kept back.
    package var hasWords: Bool { otherView != nil || parked?.text.isEmpty == false }

    /// Whether a second vote was called that the room has not seen.
    var isSecondVoteAhead: Bool {
        awaitsSecondVote || votes.contains(where: \.isRevealed) && votes.last?.isRevealed == false
    }

    /// Whether the room is done with the question.
    package var isSettled: Bool { agreement != nil || parked != nil }
}

/// A workshop as it stands.
package struct Room: Sendable {
    /// How it is set up.
    package internal(set) var arrangement = RoomArrangement()
    /// When the room agreed on the ground rules; nil before.
    package internal(set) var groundRules: Timestamp?
    /// When the workshop was closed; nil before.
    package internal(set) var closed: Timestamp?
    /// What is held on each question that the room came to.
    package internal(set) var questions: [Question.ID: RoomRecord] = [:]
    /// The question that was voted on, agreed or parked last; nil before the first.
    package internal(set) var lastDiscussed: Question.ID?
    /// The question that the room's words went with last; nil before the first.
    package internal(set) var lastWorded: Question.ID?
    /// What opens the answers that people give before the workshop; nil where nobody was invited, and where it is burnt.
    package internal(set) var keys: WorkshopKeys?
    /// The events that hold keys or fingerprints, and how many people each invited; none once the key is burnt.
    var invitations: [(number: Int, people: Int)] = []
    /// The fingerprints of those who were invited, by which made-up answers are known; none once the key is burnt.
    package internal(set) var fingerprints: Set<String> = []
    /// Whether the private key was taken out of the journal for good.
    package internal(set) var isKeyBurnt = false
    /// How many people were invited to answer before the workshop.
    package internal(set) var invited = 0
    /// What came back before the workshop; nil where nothing was merged.
    package internal(set) var preWork: PreWork?
    /// How many files of answers were erased after they were merged.
    package internal(set) var erased = 0
    /// The tallies that a report spoke of, if only to say that too few rated, by question, each once, that which was
    /// told last at the end.
    package internal(set) var released: [Question.ID: [Tally]] = [:]
    /// Every tally that stands in the journal, by question, oldest first.
    var written: [Question.ID: [WrittenTally]] = [:]
    /// How long the room has been at work.
    var sitting = Sitting()
    /// Whether a vote was ever counted, taken back or not.
    var hasCounted = false

    /// How much of the votes reports may show; nothing of them where the room has not said so.
    package var share: VoteSharing { arrangement.share ?? .agreed }
}

extension Room {
    /// The tally that a report speaks of on a question; nil where the room has seen no vote on it, and while a second
    /// one is called and no report has spoken of the first.
    package func releasableTally(of id: Question.ID) -> Tally? {
        guard let record = questions[id], let seen = record.votes.last(where: \.isRevealed) else {
            return nil
        }
        // What stands in place of counts was made of the tally that may be told.
        if seen.tally.forgotten != nil { return seen.tally }
        return VoteDifferencing.releasable(
            seen.tally, released: released[id] ?? [], isAnotherCalled: record.isSecondVoteAhead)
    }

    /// Remembers what a report speaks of: whoever reads it knows it, and no other count takes it back; that too few
    /// rated says something, too.
    ///
    /// A count that left the journal since was told as another one, or it would have stayed: its zeros were told to nobody.
    mutating func rememberReleasedTallies() {
        guard share != .agreed else { return }
        for (id, record) in questions {
            guard let seen = record.votes.last(where: \.isRevealed)?.tally,
                seen.people > 0 || seen.forgotten != nil,
                releasableTally(of: id) == seen
            else { continue }
            released[id, default: []].removeAll { $0 == seen }
            released[id, default: []].append(seen)
        }
    }
}
