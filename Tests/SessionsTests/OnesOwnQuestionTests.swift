import Disclosure
import Instruments
import Testing

@testable import Sessions

@Suite struct `A question for somebody alone` {
    private static let set = Village.keeping(["well.grip", "people.words"])
    private static let invited = SessionKind.invited(
        Invitation(workshop: "w", publicKey: "k", contributor: "c"))

    /// A session of that kind, in which there is a well.
    private func session(_ kind: SessionKind) throws(Rejection) -> Given {
        var session = Given(as: kind, asked: Self.set)
        guard kind == .workshop else {
            try session.when(.answer("well.exists", .yesNo(true)))
            return session
        }
        try session.when(.arrangeRoom(RoomArrangement(present: 6)))
        try session.when(.agree("well.exists", Agreement(.given(.yesNo(true)), by: .consent), note: nil))
        return session
    }

    @Test func `is passed over by a room and before it, and by nobody else`() throws {
        for kind in [SessionKind.workshop, Self.invited] {
            var session = try session(kind)
            #expect(session.state.asked.ids() == ["well.exists", "people.count", "people.trades"])
            #expect(session.state.position == "people.count")
            #expect(session.state.notForTheRoom.map(\.id) == ["well.grip", "people.words"])
            #expect(Counts(session.state).questions == 3)
            for id in ["people.count", "people.trades"] as [Question.ID] {
                try session.when(
                    kind == .workshop
                        ? .agree(id, Agreement(.dontKnow, by: .consent), note: nil)
                        : .answer(id, .dontKnow, note: nil))
            }
            #expect(session.state.position == nil)
        }
        let alone = try session(.ordinary)
        #expect(alone.state.position == "well.grip" && alone.state.notForTheRoom.isEmpty)
        // Without the field nothing changes.
        var old = Given(as: .workshop)
        try old.when(.agree("well.exists", Agreement(.given(.yesNo(true)), by: .consent), note: nil))
        #expect(old.state.position == "well.grip" && old.state.notForTheRoom.isEmpty)
    }

    @Test func `takes no vote, agreement, view, answer or word of a room`() throws {
        let action = Action(text: "t", role: "chair", due: CalendarDate("2026-12-15"))
        let commands: [SessionCommand] = [
            .tally("well.grip", Tally(counts: [0, 6, 0, 0])), .reveal("well.grip"),
            .callSecondVote("well.grip"),
            .agree("well.grip", Agreement(.given(.rating(3)), by: .consent), note: nil),
            .agree("well.grip", Agreement(nil, by: .notAgreed), note: nil),
            .recordOtherView("well.grip", OtherView(text: "t", size: .few, level: nil)),
            .park("well.grip", action), .answer("well.grip", .dontKnow, note: nil),
            .note("well.grip", "t"), .addToNote("well.grip", "t", after: nil),
            .addEvidence("well.grip", kind: .audit, reference: "r", text: ""), .addStrength("well.grip", "t"),
            .addConcern("well.grip", "t"), .addAction("well.grip", action),
            .setTheme("well.grip", "t", isOn: true), .confirm(["well.grip"]), .move(to: "well.grip"),
            .recordSheet(
                AnswerSheet(entries: [
                    .init(question: "well.grip", place: .init(line: 1, column: 1), answer: .value("2"))
                ])),
        ]
        for kind in [SessionKind.workshop, Self.invited] {
            var session = try session(kind)
            let before = session.events.count
            for command in commands {
                #expect(throws: Rejection.notForARoom("well.grip"), "\(command)") {
                    try session.when(command)
                }
            }
            #expect(session.events.count == before)
        }
    }

    @Test func `brings no room what somebody answered alone`() throws {
        var alone = try session(.ordinary)
        try alone.when(.answer("well.grip", .rating(2)))
        let room = Given(as: .workshop, asked: Self.set)
        #expect(room.state.inheritance(from: alone.state).map(\.question) == ["well.exists"])
        let other = Given(as: .ordinary, asked: Self.set)
        #expect(other.state.inheritance(from: alone.state).map(\.question) == ["well.exists", "well.grip"])
    }

    @Test func `loses what a room had agreed before it was one`() throws {
        var session = Given(as: .workshop)
        try session.when(.arrangeRoom(RoomArrangement(present: 6)))
        for id: Question.ID in ["well.exists", "well.grip"] {
            let value: AnswerValue = id == "well.grip" ? .rating(3) : .yesNo(true)
            try session.when(.agree(id, Agreement(.given(value), by: .consent), note: "so"))
        }
        try session.when(.migrate(to: Self.set))
        #expect(session.state.response(to: "well.grip") == nil && session.state.records["well.grip"] == nil)
        #expect(session.state.leftBehind.map(\.question.id) == ["well.grip"])
        #expect(session.state.room?.questions["well.grip"] == nil)
    }
}
