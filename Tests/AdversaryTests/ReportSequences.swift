import Disclosure
import Evaluation
import Instruments
import Reports
import Sessions
import TestSupport
import Testing

/// Attacks by somebody who reads one report after the other, whatever the room does between them.
@Suite struct `Of one report after the other` {
    @Test(arguments: [[0, 0, 4, 3], [0, 0, 5, 2], [0, 0, 6, 1], [0, 0, 7, 0], [0, 1, 3, 3]])
    func `the third says what the first said, whichever count took the place of one that was taken back`(
        counts: [Int]
    ) throws {
        var room = try RoomOnRecord(of: 7, sharing: .shape)
        try room.does(.tally(room.id, Tally(counts: [0, 0, 4, 3])), .reveal(room.id), room.release)
        #expect(room.told == .votes(.apart, counts: nil, dontKnow: .few))
        try room.does(.callSecondVote(room.id), .tally(room.id, Tally(counts: [0, 0, 5, 2])))
        try room.does(.reveal(room.id), room.release, .undo)
        #expect(try room.reopened.told == .votes(.apart, counts: nil, dontKnow: .few))
        try room.does(room.release, .tally(room.id, Tally(counts: counts)), .reveal(room.id))
        #expect(room.told == .votes(.apart, counts: nil, dontKnow: .few))
        #expect(try room.reopened.told == room.told)
    }

    @Test func `what was told last is repeated for a change of a few, also where it was told before another`()
        throws
    {
        var room = try RoomOnRecord(of: 12, sharing: .shape)
        for counts in [[0, 0, 12, 0], [0, 0, 6, 6], [0, 0, 12, 0]] {
            try room.does(.tally(room.id, Tally(counts: counts)), .reveal(room.id), room.release, .undo)
        }
        // Three votes from what was told last, and as many from what was told before it.
        try room.does(.tally(room.id, Tally(counts: [0, 0, 9, 3])), .reveal(room.id))
        #expect(room.told == .votes(.together, counts: nil, dontKnow: .few))
        #expect(try room.reopened.told == room.told)
    }

    @Test func `a first vote that is two reports away from another says nothing of that one`() throws {
        var room = try RoomOnRecord(of: 12, sharing: .shape)
        try room.does(.tally(room.id, Tally(counts: [0, 2, 2, 0], dontKnow: 8)), .reveal(room.id))
        try room.does(room.release, .undo, .tally(room.id, Tally(counts: [0, 6, 6, 0])), .reveal(room.id))
        try room.does(.callSecondVote(room.id))
        #expect(room.told == .withheld(.secondVote))
    }

    @Test(arguments: 0..<120)
    func `one after a change of a few is byte for byte as one after no change`(seed: Int) throws {
        var random = Dice(seed: UInt64(seed))
        func below(_ number: Int) -> Int { Int(random.next() % UInt64(number)) }
        let people = 5 + below(9)
        var room = try RoomOnRecord(of: people, sharing: below(2) == 0 ? .shape : .counts)
        var last = Tally(counts: [0, 0, people, 0])
        for _ in 0..<50 {
            switch below(7) {
            case 0, 1:
                last = last.moving(below(2) == 0 ? 1 + below(4) : below(people), &random)
                try? room.does(.tally(room.id, last))
            case 2: try? room.does(.reveal(room.id))
            case 3: try? room.does(.callSecondVote(room.id))
            case 4: try? room.does(below(5) == 0 ? .redo : .undo)
            case 5: try? room.does(.agree(room.id, Agreement(nil, by: .notAgreed), note: nil))
            default:
                try room.does(room.release)
                guard let told = room.state.room?.releasableTally(of: room.id), room.hasSeenItsLast else {
                    break
                }
                let others = (room.state.room?.released[room.id] ?? []).filter { $0 != told }
                let unchanged = try room.counted(anew: told)
                for _ in 0..<4 {
                    let few = told.moving(1 + below(4), &random)
                    // One that is a few votes from two that were told has to be told as one of them.
                    guard others.allSatisfy({ $0.changed(to: few) >= 5 }) else { continue }
                    #expect(try room.counted(anew: few) == unchanged, "\(told) \(few)")
                }
            }
            let again = try room.reopened
            #expect(again.told == room.told)
            #expect(again.state.room?.released == room.state.room?.released)
            if let told = room.state.room?.releasableTally(of: room.id) {
                // Whatever is told is of a count that stands in the journal, and too few are said to be where they are.
                #expect(room.counts.contains(told))
                #expect((room.told == .withheld(.fewRated)) == (told.ratings < 5))
            }
        }
    }
}

/// A room with what stands in its journal.
private struct RoomOnRecord {
    let id: Question.ID = "a.q0"
    let release = SessionCommand.recordRelease(
        Release(pack: "p", audience: "full", format: "json", sha256: ""))
    private(set) var state: SessionState
    private var events: [SessionEvent]

    init(of people: Int, sharing share: VoteSharing) throws {
        let first = start(
            session: "s", title: "T", authority: nil, instruments: Self.instruments, as: .workshop,
            now: Timestamp(milliseconds: 0))
        events = [first]
        state = try Self.folded(events)
        try does(.arrangeRoom(RoomArrangement(present: people, share: share)))
    }

    /// What a report tells of the vote.
    var told: ReleasedVote? { state.releasedVote(on: id, for: .report) }

    /// Whether the room has seen the vote that was counted last, and none is called.
    var hasSeenItsLast: Bool {
        let record = state.roomRecord(of: id)
        return record.votes.last?.isRevealed == true && !record.awaitsSecondVote && record.agreement == nil
    }

    /// The counts that stand in the journal.
    var counts: [Tally] {
        events.compactMap { event in
            switch event.what {
            case .voted(_, let tally), .recounted(_, let tally, _): tally
            default: nil
            }
        }
    }

    /// The same room as its journal brings it back.
    var reopened: RoomOnRecord {
        get throws {
            var room = self
            room.state = try Self.folded(events)
            return room
        }
    }

    /// Does commands; what they remove from the journal is removed.
    mutating func does(_ commands: SessionCommand...) throws {
        for command in commands {
            for event in try decide(command, state, now: Timestamp(milliseconds: 1)) {
                apply(event, to: &state)
                for substitute in event.what.instead { events[substitute.number - 1].what = substitute.what }
                events.append(event)
            }
        }
    }

    /// A report of the room where the last vote was counted otherwise, byte for byte.
    func counted(anew tally: Tally) throws -> String {
        var room = self
        let votes = state.roomRecord(of: id).votes.count
        while room.state.roomRecord(of: id).votes.count >= votes { try room.does(.undo) }
        try room.does(.tally(id, tally), .reveal(id))
        let pack = project(
            room.state, assess(room.state, for: .report), for: .full, now: Timestamp(milliseconds: 2))
        return String(decoding: try ReportFormat.json.bytes(of: pack), as: UTF8.self)
    }

    private static func folded(_ events: [SessionEvent]) throws -> SessionState {
        let first = try #require(events.first)
        guard case .started(let begun) = first.what else { throw NotBegun() }
        var state = SessionState(begun, at: first.at, instruments: instruments)
        for event in events.dropFirst() { apply(event, to: &state) }
        return state
    }

    private struct NotBegun: Error {}

    private static let instruments = InstrumentSet(
        questionnaire: Questionnaire(
            id: "q", version: "1", title: "Q", feeds: [],
            areas: [
                Area(
                    id: "a", title: "Area",
                    questions: (0..<2).map {
                        Question(
                            id: Question.ID("a.q\($0)"), text: "Question \($0)?",
                            kind: .rating(
                                AnswerKind.Rating(
                                    scaleID: "s", scale: Scale(levels: ["a", "b", "c", "d"], metFrom: 3),
                                    descriptors: ["1.", "2.", "3.", "4."])))
                    })
            ]), frameworks: [])
}

/// Throws that are the same each time the tests run: a linear congruence, of which the upper half is taken.
private struct Dice {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 2 &+ 1 }

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state >> 33
    }
}

extension Tally {
    /// The tally after so many people changed their minds.
    fileprivate func moving(_ people: Int, _ random: inout Dice) -> Tally {
        var cells = counts + [dontKnow, notApplicable]
        for _ in 0..<people {
            let from = Int(random.next() % UInt64(cells.count))
            guard cells[from] > 0 else { continue }
            cells[from] -= 1
            cells[Int(random.next() % UInt64(cells.count))] += 1
        }
        return Tally(
            counts: Array(cells.dropLast(2)), dontKnow: cells[cells.count - 2],
            notApplicable: cells[cells.count - 1])
    }
}
