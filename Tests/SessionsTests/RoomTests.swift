import Disclosure
import Instruments
import Testing

@testable import Sessions

@Suite struct `A room` {
    private static let four = Tally(counts: [1, 5, 0, 4], dontKnow: 2)

    /// A workshop of twelve, at the rating of the village.
    private func room(_ commands: SessionCommand...) throws(Rejection) -> Given {
        var session = Given(as: .workshop)
        try session.when(.arrangeRoom(RoomArrangement(present: 12)))
        try session.when(.agree("well.exists", Agreement(.given(.yesNo(true)), by: .consent), note: nil))
        for command in commands { try session.when(command) }
        return session
    }

    @Test func `takes no vote before it is known how many are there`() {
        var session = Given(as: .workshop)
        #expect(throws: Rejection.nobodyPresent) {
            try session.when(.tally("well.exists", Tally(counts: [1, 2])))
        }
    }

    @Test func `takes no vote on a fact, and agrees on it all the same`() throws {
        var questionnaire = Village.questionnaire
        questionnaire.areas = questionnaire.areas.map {
            Area(id: $0.id, title: $0.title, questions: $0.questions, isOfFacts: $0.id == "well")
        }
        let set = InstrumentSet(questionnaire: questionnaire, frameworks: Village.set.frameworks)
        var session = Given(as: .workshop, asked: set)
        try session.when(.arrangeRoom(RoomArrangement(present: 12)))
        #expect(throws: Rejection.notVotedOn("well.exists")) {
            try session.when(.tally("well.exists", Tally(counts: [7, 5])))
        }
        try session.when(.agree("well.exists", Agreement(.given(.yesNo(true)), by: .consent), note: nil))
        #expect(session.state.position == "well.grip")
    }

    @Test func `that is none refuses everything of a room`() {
        var session = Given()
        #expect(throws: Rejection.noWorkshop) { try session.when(.arrangeRoom(RoomArrangement(present: 12))) }
        #expect(throws: Rejection.noWorkshop) {
            try session.when(.mergePreWork(work(0), withoutTheRest: true))
        }
    }

    @Test(arguments: [0, 1, 61, -3])
    func `has no impossible number of people`(people: Int) {
        var session = Given(as: .workshop)
        #expect(throws: Rejection.notARoom(given: people, .people)) {
            try session.when(.arrangeRoom(RoomArrangement(present: people)))
        }
    }

    @Test func `refuses slips that do not add up, and counts that cannot be`() throws {
        var session = try room()
        let before = session.events.count
        let refusals: [(Tally, Rejection)] = [
            (Tally(counts: [1, 5, 0, 4]), .doesNotAddUp("well.grip", slips: 10, present: 12)),
            (Tally(counts: [1, 5, 0, 9]), .doesNotAddUp("well.grip", slips: 15, present: 12)),
            (Tally(counts: [1, 5, 6]), .otherCounts("well.grip", given: 3, wanted: 4)),
            (Tally(counts: [-1, 5, 4, 4]), .impossibleCount("well.grip", -1)),
            (Tally(counts: [.max, 1, 0, 0]), .impossibleCount("well.grip", .max)),
            (Tally(counts: [1, 5, 0, 4], dontKnow: -2), .impossibleCount("well.grip", -2)),
        ]
        for (tally, rejection) in refusals {
            #expect(throws: rejection) { try session.when(.tally("well.grip", tally)) }
        }
        #expect(session.events.count == before)
        #expect(throws: Rejection.notVotedOn("people.words")) {
            try session.when(.tally("people.words", Self.four))
        }
    }

    @Test func `counts a vote anew until it is seen, and then only the second one`() throws {
        var session = try room(
            .tally("well.grip", Tally(counts: [6, 6, 0, 0])), .tally("well.grip", Self.four))
        #expect(session.state.roomRecord(of: "well.grip").votes.map(\.tally) == [Self.four])
        #expect(throws: Rejection.notRevealed("well.grip")) { try session.when(.callSecondVote("well.grip")) }
        #expect(throws: Rejection.notRevealed("well.grip")) {
            try session.when(.agree("well.grip", Agreement(.given(.rating(2)), by: .consent), note: nil))
        }
        try session.when(.reveal("well.grip"))
        #expect(throws: Rejection.revealedAlready("well.grip")) {
            try session.when(.tally("well.grip", Self.four))
        }
        try session.when(.callSecondVote("well.grip"))
        try session.when(.tally("well.grip", Tally(counts: [0, 7, 3, 0], dontKnow: 2)))
        try session.when(.reveal("well.grip"))
        #expect(session.state.roomRecord(of: "well.grip").votes.count == 2)
        #expect(throws: Rejection.votedTwice("well.grip")) { try session.when(.callSecondVote("well.grip")) }
        #expect(throws: Rejection.votedTwice("well.grip")) {
            try session.when(.tally("well.grip", Self.four))
        }
    }

    @Test func `votes again only where the votes lie apart, and with the same people`() throws {
        var session = try room(.tally("well.grip", Tally(counts: [0, 0, 12, 0])), .reveal("well.grip"))
        #expect(throws: Rejection.noSecondVote("well.grip", .unanimous)) {
            try session.when(.callSecondVote("well.grip"))
        }
        session = try room(.tally("well.grip", Self.four), .reveal("well.grip"))
        try session.when(.arrangeRoom(RoomArrangement(present: 11)))
        #expect(throws: Rejection.otherPeople("well.grip", first: 12, now: 11)) {
            try session.when(.callSecondVote("well.grip"))
        }
        session = try room(.tally("well.grip", Self.four), .reveal("well.grip"), .callSecondVote("well.grip"))
        try session.when(.arrangeRoom(RoomArrangement(present: 10)))
        #expect(throws: Rejection.otherPeople("well.grip", first: 12, now: 10)) {
            try session.when(.tally("well.grip", Tally(counts: [0, 7, 3, 0])))
        }
    }

    @Test func `has no answer, and loses none, but by agreement`() throws {
        let agreed = Agreement(.given(.rating(3)), by: .majority)
        var session = try room(.agree("well.grip", agreed, note: nil))
        let sheet = AnswerSheet(entries: [
            .init(question: "people.words", place: .init(line: 1, column: 1), answer: .value("?"))
        ])
        for question in Village.questionnaire.questions {
            let id = question.id
            let commands: [SessionCommand] = [
                .answer(id, .dontKnow, note: nil), .answer(id, .notApplicable(reason: "so"), note: "so"),
                .answer(id, .given(Self.value(for: question)), note: nil), .clear(id), .confirm([id]),
            ]
            for command in commands {
                #expect(throws: Rejection.roomAgrees(id)) { try session.when(command) }
            }
        }
        #expect(throws: Rejection.roomAgrees("people.words")) { try session.when(.recordSheet(sheet)) }
        // Nor where a vote is counted that nobody has seen.
        try session.when(.tally("well.grip", Self.four))
        #expect(throws: Rejection.roomAgrees("well.grip")) {
            try session.when(.answer("well.grip", .dontKnow, note: nil))
        }
        #expect(throws: Rejection.notRevealed("well.grip")) {
            try session.when(.agree("well.grip", Agreement(.dontKnow, by: .consent), note: nil))
        }
        #expect(session.state.records["well.grip"]?.response == .given(.rating(3)))
        #expect(session.state.roomRecord(of: "well.grip").agreement == agreed)
        #expect(Set(session.state.records.keys) == ["well.exists", "well.grip"])
    }

    private static func value(for question: Question) -> AnswerValue {
        switch question.kind {
        case .rating: .rating(2)
        case .yesNo: .yesNo(false)
        case .choice: .choice("rain")
        case .choices: .choices(["river"])
        case .number: .number(3)
        case .date: .date(CalendarDate(daysSince1970: 20_000))
        case .text: .text("words")
        }
    }

    @Test func `agrees and does not type a rating, and words are the room's`() throws {
        var session = try room()
        #expect(throws: Rejection.roomAgrees("well.grip")) {
            try session.when(.answer("well.grip", .rating(3)))
        }
        try session.when(
            .agree("people.words", Agreement(.given(.text("so it is")), by: .consent), note: nil))
        #expect(session.state.records["people.words"]?.origin == .agreed)
        try session.when(
            .agree("well.grip", Agreement(.given(.rating(3)), by: .majority), note: "some doubt"))
        #expect(session.state.records["well.grip"]?.response == .given(.rating(3)))
        #expect(session.state.records["well.grip"]?.origin == .agreed)
        #expect(session.state.roomRecord(of: "well.grip").agreement?.way == .majority)
        try session.when(.withdrawWords("well.grip"))
        #expect(session.state.records["well.grip"]?.note == nil)
        #expect(throws: Rejection.noWords("well.grip")) { try session.when(.withdrawWords("well.grip")) }
    }

    @Test func `that does not agree has no answer, and nobody's sheet gives it one`() throws {
        var session = try room(
            .agree("well.grip", Agreement(.given(.rating(3)), by: .consent), note: nil),
            .agree("well.grip", Agreement(.given(.rating(3)), by: .notAgreed), note: nil))
        #expect(session.state.response(to: "well.grip") == nil)
        let sheet = AnswerSheet(entries: [
            .init(question: "well.grip", place: .init(line: 1, column: 1), answer: .value("2"))
        ])
        #expect(throws: Rejection.roomAgrees("well.grip")) { try session.when(.recordSheet(sheet)) }
        #expect(session.state.roomRecord(of: "well.grip").agreement == Agreement(nil, by: .notAgreed))
    }

    @Test func `keeps what was written while it talked in front of the words of its agreement`() throws {
        let session = try room(
            .note("well.grip", "while we talked"),
            .agree("well.grip", Agreement(.given(.rating(3)), by: .consent), note: "in the end"))
        #expect(session.state.records["well.grip"]?.note == "while we talked\nin the end")
    }

    @Test(arguments: [VoteSharing.shape, .counts])
    func `never shares more once a vote was counted, taken back or not`(share: VoteSharing) throws {
        var session = try room(
            .arrangeRoom(RoomArrangement(present: 6, share: .agreed)),
            .tally("well.grip", Tally(counts: [0, 3, 3, 0])), .reveal("well.grip"))
        while (try? session.when(.undo)) != nil {}
        #expect(throws: Rejection.sharedLess(.agreed)) {
            try session.when(.arrangeRoom(RoomArrangement(share: share)))
        }
    }

    @Test func `parks nothing for nobody`() throws {
        var session = try room()
        let due = CalendarDate("2026-12-15")
        for action in [
            Action(text: "t", role: nil, due: due), Action(text: "t", role: " ", due: due),
            Action(text: "t", role: "chair", due: nil),
        ] {
            #expect(throws: Rejection.parkedForNobody("well.grip")) {
                try session.when(.park("well.grip", action))
            }
        }
        try session.when(.park("well.grip", Action(text: "", role: "chair", due: due)))
        #expect(session.state.roomRecord(of: "well.grip").isSettled)
        #expect(session.state.position == "people.count")
    }

    private static let keys = WorkshopKeys(publicKey: "cHVi", privateKey: "cHJp")

    private func work(_ people: Int) -> PreWork {
        PreWork(people: people, tallies: [:], notes: ["well.grip": ["a note"]], gaps: [])
    }

    @Test func `merges once, and the key is burnt in that event`() throws {
        var session = try room(
            .invite(5, keys: Self.keys, fingerprints: ["e", "a", "d", "b", "c"]),
            .invite(1, keys: Self.keys, fingerprints: ["f"]))
        let invited = try #require(session.state.room?.invitations.map(\.number))
        // Their order says nothing of the order in which the files were made.
        #expect(
            session.events.contains {
                $0.what == .invited(5, keys: Self.keys, fingerprints: ["a", "b", "c", "d", "e"])
            })
        #expect(session.state.room?.fingerprints.count == 6)
        #expect(session.state.room?.keys == Self.keys)
        for people in 0..<5 {
            #expect(throws: Rejection.tooFewPeople(people)) {
                try session.when(.mergePreWork(work(people), withoutTheRest: true))
            }
        }
        #expect(throws: Rejection.fewerThanInvited(5, invited: 6)) {
            try session.when(.mergePreWork(work(5), withoutTheRest: false))
        }
        for flag in [false, true] {
            #expect(throws: Rejection.moreThanInvited(7, invited: 6)) {
                try session.when(.mergePreWork(work(7), withoutTheRest: flag))
            }
        }
        #expect(session.state.room?.keys == Self.keys)
        try session.when(.mergePreWork(work(5), withoutTheRest: true))
        #expect(session.state.room?.preWork?.people == 5)
        #expect(session.state.room?.keys == nil && session.state.room?.isKeyBurnt == true)
        #expect(
            session.events.last?.what
                == .merged(
                    work(5),
                    instead: [
                        .init(number: invited[0], what: .invited(5, keys: nil)),
                        .init(number: invited[1], what: .invited(1, keys: nil)),
                    ]))
        #expect(session.state.room?.fingerprints == [])
        for again in [5, 6, 60] {
            #expect(throws: Rejection.mergedAlready(hasKey: false)) {
                try session.when(.mergePreWork(work(again), withoutTheRest: true))
            }
        }
        #expect(throws: Rejection.keyBurnt) { try session.when(.invite(4, keys: Self.keys)) }
        #expect(throws: Rejection.keyBurnt) { try session.when(.burnKey) }
    }

    @Test func `of version 0.1 that has merged merges no more, and its key can be burnt`() throws {
        for people in [3, 6] {
            let session = try room(.invite(6, keys: Self.keys))
            let event = SessionEvent(
                number: session.state.lastNumber + 1, at: session.state.lastAt,
                what: .preWorkMerged(work(people)))
            var state = session.state
            apply(event, to: &state)
            for command in [
                SessionCommand.mergePreWork(work(11), withoutTheRest: true), .invite(4, keys: nil),
            ] {
                #expect(throws: Rejection.mergedAlready(hasKey: true)) {
                    _ = try decide(command, state, now: state.lastAt)
                }
            }
            for event in try decide(.burnKey, state, now: state.lastAt) { apply(event, to: &state) }
            #expect(state.room?.keys == nil)
            #expect(throws: Rejection.mergedAlready(hasKey: false)) {
                _ = try decide(.mergePreWork(work(11), withoutTheRest: true), state, now: state.lastAt)
            }
        }
    }

    @Test func `that counts a vote again leaves nothing to take the new count from`() throws {
        let first = Tally(counts: [0, 4, 7, 1])
        let second = Tally(counts: [0, 4, 7, 2])
        func replaced(_ session: Given) -> [SessionEvent.Payload.Substitute]? {
            session.events.last?.what.instead
        }
        // Counted again, unseen.
        var session = try room(.tally("well.grip", first))
        let number = session.state.lastNumber
        let voted = SessionEvent.Payload.Substitute(number: number, what: .voted("well.grip", second))
        try session.when(.arrangeRoom(RoomArrangement(present: 13)))
        try session.when(.tally("well.grip", second))
        #expect(replaced(session) == [voted])
        // And counted a third time: both earlier ones go.
        try session.when(.tally("well.grip", Tally(counts: [0, 13, 0, 0])))
        #expect(replaced(session)?.count == 2)
        // Undo leads to no count at all, not to the earlier one.
        try session.when(.undo)
        #expect(session.state.roomRecord(of: "well.grip").votes == [])
        #expect(replaced(session)?.count == 3)
    }

    @Test func `that takes a count back leaves none of it, and nothing leads to it again`() throws {
        let first = Tally(counts: [0, 4, 7, 1])
        let nobody = Tally(counts: [0, 0, 0, 0])
        for more: [SessionCommand] in [[], [.reveal("well.grip")], [.note("well.grip", "n"), .undo]] {
            var session = try room(.tally("well.grip", first))
            let number = session.state.lastNumber
            for command in more { try session.when(command) }
            try session.when(.undo)
            #expect(
                session.events.last?.what.instead == [
                    .init(number: number, what: .voted("well.grip", nobody))
                ])
            #expect(session.state.roomRecord(of: "well.grip").votes == [])
            // Whatever can be taken back or made again, there is no vote.
            var steps = 0
            while steps < 5, (try? session.when(.redo)) != nil { steps += 1 }
            #expect(session.state.roomRecord(of: "well.grip").votes == [])
            while (try? session.when(.undo)) != nil {}
            while (try? session.when(.redo)) != nil {}
            #expect(session.state.roomRecord(of: "well.grip").votes == [], "\(more)")
            // The next count stands alone, and replaces nothing.
            try session.when(.agree("well.exists", Agreement(.given(.yesNo(true)), by: .consent), note: nil))
            try session.when(.tally("well.grip", Self.four))
            #expect(session.events.last?.what == .voted("well.grip", Self.four))
        }
    }

    @Test func `keeps a second vote due, and the first as it was, where the second is taken back`() throws {
        var session = try room(
            .tally("well.grip", Self.four), .reveal("well.grip"), .callSecondVote("well.grip"))
        for _ in 0..<2 {
            try session.when(.tally("well.grip", Tally(counts: [0, 7, 3, 0], dontKnow: 2)))
            let second = session.state.lastNumber
            try session.when(.undo)
            #expect(session.events.last?.what.instead.map(\.number) == [second])
            #expect(session.state.roomRecord(of: "well.grip").votes.map(\.tally) == [Self.four])
            #expect(session.state.roomRecord(of: "well.grip").awaitsSecondVote)
        }
    }

    @Test func `takes a count that a report told back, and can make it again`() throws {
        var session = try room(
            .arrangeRoom(RoomArrangement(share: .shape)), .tally("well.grip", Self.four),
            .reveal("well.grip"),
            .recordRelease(Release(pack: "p", audience: "full", format: "json", sha256: "")), .undo)
        #expect(session.events.last?.what.instead.isEmpty == true)
        try session.when(.redo)
        #expect(session.state.roomRecord(of: "well.grip").votes.map(\.tally) == [Self.four])
    }

    @Test func `keeps the first vote beside the second`() throws {
        let later = Tally(counts: [0, 7, 3, 0], dontKnow: 2)
        var session = try room(
            .tally("well.grip", Self.four), .reveal("well.grip"), .callSecondVote("well.grip"))
        try session.when(.tally("well.grip", later))
        #expect(session.events.last?.what == .voted("well.grip", later))
        try session.when(.tally("well.grip", Tally(counts: [0, 8, 2, 0], dontKnow: 2)))
        #expect(session.events.last?.what.instead.count == 1)
    }

    /// Whether a report speaks of a vote by its audience and by what the room shares, if only to say that too few rated;
    /// only then does its count stay in the file when it is taken back.
    @Test(
        arguments: [
            ("full", VoteSharing.shape, Self.four, true),
            ("reviewers", .counts, Self.four, true), ("public", .counts, Self.four, false),
            ("full", .agreed, Self.four, false), ("reviewers", nil, Self.four, false),
            ("full", .counts, Tally(counts: [1, 3, 0, 0], dontKnow: 8), true),
        ] as [(String, VoteSharing?, Tally, Bool)])
    func `keeps a count that a report told, and no other, once it is taken back`(
        audience: String, share: VoteSharing?, tally: Tally, isTold: Bool
    ) throws {
        let later = Tally(counts: [0, 12, 0, 0])
        let release = Release(pack: "p", audience: audience, format: "json", sha256: "")
        var session = try room(
            .arrangeRoom(RoomArrangement(share: share)), .tally("well.grip", tally), .reveal("well.grip"),
            .recordRelease(release), .recordRelease(release), .undo)
        #expect(session.events.last?.what.instead.count == (isTold ? 0 : 1))
        // Either way it is not counted now, and no other count takes anything's place.
        try session.when(.tally("well.grip", later))
        #expect(session.events.last?.what == .voted("well.grip", later))
        #expect(session.state.room?.released["well.grip"] == (isTold ? [tally] : nil))
    }

    @Test func `keeps no count of which a report did not speak because few votes differed`() throws {
        let release = Release(pack: "p", audience: "reviewers", format: "json", sha256: "")
        var session = try room(
            .arrangeRoom(RoomArrangement(share: .shape)), .tally("well.grip", Tally(counts: [0, 6, 6, 0])),
            .reveal("well.grip"), .recordRelease(release), .undo,
            .tally("well.grip", Tally(counts: [0, 5, 7, 0])), .reveal("well.grip"), .recordRelease(release))
        try session.when(.undo)
        // The one in between goes, the one that was told stays.
        #expect(session.events.last?.what.instead.count == 1)
        try session.when(.tally("well.grip", Tally(counts: [0, 4, 8, 0])))
        #expect(session.events.last?.what.instead.isEmpty == true)
        #expect(session.state.room?.released["well.grip"] == [Tally(counts: [0, 6, 6, 0])])
    }

    @Test func `remembers how it voted when each vote was counted`() throws {
        var session = try room(
            .arrangeRoom(RoomArrangement(voting: .slips)), .tally("well.grip", Self.four),
            .reveal("well.grip"))
        try session.when(.arrangeRoom(RoomArrangement(voting: .preWork)))
        #expect(session.state.roomRecord(of: "well.grip").votes.map(\.voting) == [.slips])
    }

    @Test func `shares less after a vote, and never more`() throws {
        var session = try room(.tally("well.grip", Self.four), .reveal("well.grip"))
        // Nobody has said what reports may show when it voted, so that they show nothing of the votes.
        #expect(session.state.room?.share == .agreed)
        for share in [VoteSharing.shape, .counts] {
            #expect(throws: Rejection.sharedLess(nil)) {
                try session.when(.arrangeRoom(RoomArrangement(share: share)))
            }
        }
        session = try room(
            .arrangeRoom(RoomArrangement(share: .shape)), .tally("well.grip", Self.four),
            .reveal("well.grip"))
        #expect(throws: Rejection.sharedLess(.shape)) {
            try session.when(.arrangeRoom(RoomArrangement(share: .counts)))
        }
        try session.when(.arrangeRoom(RoomArrangement(share: .agreed)))
        #expect(throws: Rejection.sharedLess(.agreed)) {
            try session.when(.arrangeRoom(RoomArrangement(share: .shape)))
        }
    }

    @Test func `has seen what it has seen, whatever is taken back`() throws {
        var session = try room(.tally("well.grip", Self.four))
        try session.when(.note("well.grip", "so"))
        try session.when(.reveal("well.grip"))
        try session.when(.undo)
        #expect(session.state.roomRecord(of: "well.grip").votes.map(\.isRevealed) == [true])
        #expect(throws: Rejection.revealedAlready("well.grip")) {
            try session.when(.tally("well.grip", Self.four))
        }
    }

    @Test func `keeps words back on a question that it did not agree on, and takes parked words back`() throws
    {
        var session = try room(
            .recordOtherView("well.grip", OtherView(text: "no", size: .few, level: nil)),
            .setConfidential("well.grip", .words))
        #expect(session.state.records["well.grip"]?.confidential == true)
        try session.when(
            .park("well.grip", Action(text: "words", role: "chair", due: CalendarDate("2026-12-15"))))
        try session.when(.withdrawWords("well.grip"))
        #expect(session.state.roomRecord(of: "well.grip").parked?.text == "")
        #expect(session.state.roomRecord(of: "well.grip").otherView == nil)
    }

    @Test(arguments: [OtherView.Size.few, .several])
    func `tells nothing of another view that was taken out, not even how many held it`(size: OtherView.Size)
        throws
    {
        let session = try room(
            .recordOtherView("well.grip", OtherView(text: "no", size: size, level: 2)))
        let taken = redaction(of: .question("well.grip"), in: session.events)
        let substitute = try #require(taken?.instead.first)
        #expect(
            substitute.what
                == .otherViewRecorded(
                    "well.grip", OtherView(text: .removedWords, size: .few, level: nil)))
        var state = session.state
        apply(
            SessionEvent(number: state.lastNumber + 1, at: .noon, what: substitute.what), to: &state)
        #expect(state.roomRecord(of: "well.grip").otherView == nil)
    }

    @Test func `leaves behind what a changed question was voted on`() throws {
        var session = try room(
            .tally("well.grip", Self.four), .reveal("well.grip"),
            .agree("well.grip", Agreement(.given(.rating(4)), by: .consent), note: nil))
        try session.when(.migrate(to: Village.later))
        #expect(session.state.response(to: "well.grip") == nil)
        #expect(session.state.room?.questions["well.grip"] == nil)
    }

    @Test func `somebody invited stays with the questions that the workshop asks`() {
        let invitation = Invitation(workshop: "w", publicKey: "k", contributor: "c")
        var session = Given(as: .invited(invitation))
        #expect(throws: Rejection.invitedSession) { try session.when(.migrate(to: Village.later)) }
        #expect(session.state.room == nil)
    }
}
