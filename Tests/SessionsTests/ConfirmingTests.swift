import Disclosure
import Instruments
import Sessions
import Testing

@Suite struct `Answers to be confirmed` {
    private static let carried = [
        SessionEvent.Payload.AnswerEntry(
            question: "well.exists", response: .given(.yesNo(true)), origin: .inherited),
        SessionEvent.Payload.AnswerEntry(question: "well.grip", response: .dontKnow, origin: .inherited),
        SessionEvent.Payload.AnswerEntry(
            question: "people.trades", response: .notApplicable(reason: "Nobody works."), origin: .inherited),
    ]

    private static let place = Place(line: 1, column: 1)

    private func session() throws -> Given { try Given(.inherit(Self.carried)) }

    @Test func `whatever is carried over is to be confirmed, a don't know and a not applicable too`() throws {
        let session = try session()
        #expect(session.state.unconfirmed == ["well.exists", "well.grip", "people.trades"])
        // They are answers all the same.
        #expect(Counts(session.state).unanswered == Counts(session.state).questions - 3)
    }

    @Test func `a confirmation clears one, can be taken back and made again`() throws {
        var session = try session()
        let before = session.state.records
        try session.when(.confirm(["well.exists"]))
        #expect(session.state.unconfirmed == ["well.grip", "people.trades"])
        #expect(session.state.records["well.exists"]?.origin == .own)
        try session.when(.undo)
        #expect(session.state.records == before)
        try session.when(.redo)
        #expect(session.state.unconfirmed == ["well.grip", "people.trades"])
        try session.when(.confirm(["well.grip", "people.trades"]))
        #expect(session.state.unconfirmed.isEmpty)
    }

    @Test func `the one on the screen lets the walk go on, and others leave it where it is`() throws {
        var session = try session()
        #expect(session.state.position == "well.exists")
        try session.when(.confirm(["people.trades"]))
        #expect(session.state.position == "well.exists")
        try session.when(.confirm(["well.exists"]))
        #expect(session.state.position == "well.grip")
    }

    @Test func `any answer clears one, and undo brings it back`() throws {
        var session = try session()
        try session.when(.answer("well.exists", .given(.yesNo(true)), note: nil))
        #expect(session.state.unconfirmed == ["well.grip", "people.trades"])
        try session.when(.undo)
        #expect(session.state.unconfirmed.first == "well.exists")
        // Words beside an answer say nothing of whether it holds.
        try session.when(.note("well.exists", "as in May"))
        #expect(session.state.unconfirmed.first == "well.exists")
        try session.when(.clear("well.exists"))
        #expect(!session.state.unconfirmed.contains("well.exists"))
    }

    @Test func `a room's agreement clears one, and nobody can confirm for the room`() throws {
        var session = Given(as: .workshop)
        try session.when(.inherit(Self.carried))
        try session.when(.arrangeRoom(RoomArrangement(present: 6)))
        #expect(throws: Rejection.roomAgrees("well.exists")) { try session.when(.confirm(["well.exists"])) }
        try session.when(.tally("well.exists", Tally(counts: [6, 0])))
        try session.when(.reveal("well.exists"))
        try session.when(.agree("well.exists", Agreement(.given(.yesNo(true)), by: .consent), note: nil))
        #expect(!session.state.unconfirmed.contains("well.exists"))
    }

    @Test func `what needs no confirmation is refused, and nothing happens`() throws {
        var session = try session()
        try session.when(.answer("people.words", .given(.text("Water.")), note: nil))
        #expect(throws: Rejection.nothingToConfirm("people.words")) {
            try session.when(.confirm(["people.words"]))
        }
        #expect(throws: Rejection.unanswered("people.count")) { try session.when(.confirm(["people.count"])) }
        #expect(throws: Rejection.nothingToConfirm(nil)) { try session.when(.confirm([])) }
        #expect(throws: Rejection.answeredTwice("well.grip")) {
            try session.when(.confirm(["well.grip", "well.grip"]))
        }
    }

    @Test func `those that are not asked now are not counted, and come back with their question`() throws {
        var session = try session()
        try session.when(.answer("well.exists", .given(.yesNo(false)), note: nil))
        #expect(session.state.unconfirmed == ["people.trades"])
        #expect(throws: Rejection.notAskedNow("well.grip")) { try session.when(.confirm(["well.grip"])) }
        try session.when(.answer("well.exists", .given(.yesNo(true)), note: nil))
        #expect(session.state.unconfirmed == ["well.grip", "people.trades"])
    }

    @Test func `a move to other versions keeps answers whose words changed to be confirmed`() throws {
        var session = try Given(
            .well, .answer("well.grip", .rating(2)), .answer("people.words", .text("Water.")))
        try session.when(.migrate(to: Village.later))
        #expect(session.state.unconfirmed == ["well.grip", "people.words"])
        #expect(session.state.records["people.words"]?.origin == .own)
        try session.when(.confirm(["people.words"]))
        #expect(session.state.unconfirmed == ["well.grip"])
    }

    @Test func `a hint that changed is a change of words`() throws {
        var later = Village.set.questionnaire
        later.version = "1.0.1"
        later.sha256 = String(repeating: "60", count: 32)
        later.areas[0].questions[0].hint = "A pump is no well."
        var session = try Given(.well, .answer("people.words", .text("Water.")))
        try session.when(
            .migrate(to: InstrumentSet(questionnaire: later, frameworks: Village.set.frameworks)))
        #expect(session.state.unconfirmed == ["well.exists"])
    }

    @Test func `a sheet can carry answers, and loading it again takes no confirmation away`() throws {
        var session = Given()
        let sheet = SessionCommand.recordSheet(
            AnswerSheet(entries: [
                .init(question: "well.exists", place: Self.place, answer: .value("yes"), isCarried: true),
                .init(question: "people.count", place: Self.place, answer: .value("40")),
            ]))
        try session.when(sheet)
        #expect(session.state.unconfirmed == ["well.exists"])
        try session.when(.confirm(["well.exists"]))
        try session.when(sheet)
        #expect(session.state.unconfirmed.isEmpty)
        #expect(session.state.response(to: "well.exists") == .given(.yesNo(true)))
    }

    @Test func `hold a sign-off back, unless it says that it stands on them, and then it says how many`()
        throws
    {
        var session = try session()
        #expect(throws: Rejection.unconfirmed(3)) { try session.when(.signOff(role: "director")) }
        let events = try session.when(.signOff(role: "director", withUnconfirmed: true))
        #expect(events.map(\.what) == [.signedOff(role: "director", unconfirmed: 3)])
        #expect(session.state.signOff?.unconfirmed == 3)
        #expect(throws: Rejection.signedOff(role: "director", at: .noon)) {
            try session.when(.confirm(["well.exists"]))
        }
        var other = try Given(.well)
        try other.when(.signOff(role: "director", withUnconfirmed: true))
        #expect(other.state.signOff?.unconfirmed == 0)
    }

    @Test(arguments: 0..<60)
    func `whatever happens, an answer is to be confirmed only as long as nobody gave or confirmed it`(
        seed: Int
    )
        throws
    {
        var session = try session()
        var commands = RandomCommands(seed: seed)
        for _ in 0..<40 {
            let before = session.state.unconfirmed
            guard let events = try? session.when(commands.next(in: session.state)) else { continue }
            for case .answered(let entries, _) in events.map(\.what) {
                for entry in entries where entry.response != nil {
                    #expect(!session.state.isUnconfirmed(entry.question))
                }
            }
            let isStep = events.contains {
                switch $0.what {
                case .undone, .redone: true
                default: false
                }
            }
            // Nothing else makes an answer that stood a question again: it can only come back with its question.
            let new = Set(session.state.unconfirmed).subtracting(before)
            #expect(isStep || new.isSubset(of: ["well.grip"]))
        }
    }
}
