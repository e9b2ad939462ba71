import Instruments
import Sessions
import Testing

@Suite struct Answering {
    @Test func `given a new session, when a question is answered, then the walk stands at the next`() throws {
        var session = Given()
        #expect(session.state.position == "well.exists")
        let events = try session.when(.answer("well.exists", .given(.yesNo(true)), note: "behind the inn"))
        let entry = SessionEvent.Payload.AnswerEntry(
            question: "well.exists", response: .given(.yesNo(true)), note: "behind the inn")
        #expect(events.map(\.what) == [.answered([entry], position: "well.grip")])
        #expect(events.map(\.number) == [2])
        #expect(session.state.records["well.exists"]?.note == "behind the inn")
        #expect(session.state.lastAnswered == "well.exists")
    }

    @Test func `given the last question, when it is answered, then the walk is at its end`() throws {
        let session = try Given(.answer("people.words", .text("Hello.")))
        #expect(session.state.position == nil)
    }

    @Test(
        arguments: [
            ("well.exists", Response.given(.rating(1)), Misfit.otherKind),
            ("people.count", .given(.number(0)), .outsideRange(given: "0.0", range)),
            ("people.count", .given(.number(501)), .outsideRange(given: "501.0", range)),
            ("people.count", .given(.number(.nan)), .notANumber(given: "nan")),
            ("people.trades", .given(.choices([])), .noOption),
            (
                "people.trades", .given(.choices(["sea"])),
                .unknownOption(given: "sea", options: ["river", "rain", "lake"])
            ),
            ("people.words", .given(.text(" \n")), .emptyText),
            ("people.words", .notApplicable(reason: " "), .noReason),
        ] as [(Question.ID, Response, Misfit)])
    func `when an answer does not fit its question, then nothing happens`(
        id: Question.ID, response: Response, misfit: Misfit
    ) {
        var session = Given()
        #expect(throws: Rejection.unfitting(id, misfit)) {
            try session.when(.answer(id, response, note: nil))
        }
        #expect(session.events.count == 1)
    }

    @Test
    func `given several options, when they are chosen in any order, then each stands once in the question's`()
        throws
    {
        let session = try Given(.answer("people.trades", .choices(["lake", "river", "lake"])))
        #expect(session.state.response(to: "people.trades") == .given(.choices(["river", "lake"])))
    }

    @Test func `given a scale without levels, then no level is on it`() {
        let scale = Scale(levels: [], metFrom: 1)
        let kind = AnswerKind.rating(.init(scaleID: "none", scale: scale, descriptors: []))
        let questionnaire = Questionnaire(
            id: "q", version: "1", title: "Q", feeds: [],
            areas: [
                Area(id: "a", title: "A", questions: [Question(id: "a.b", text: "B", kind: kind)])
            ])
        let pin = InstrumentPin(id: "q", version: "1", sha256: "")
        let begun = SessionEvent.Payload.Start(
            session: "s", title: "S", authority: nil,
            pins: InstrumentPins(questionnaire: pin, frameworks: []), position: "a.b")
        let state = SessionState(
            begun, at: .noon, instruments: InstrumentSet(questionnaire: questionnaire, frameworks: []))
        #expect(throws: Rejection.unfitting("a.b", .outsideScale(given: "1", levels: 0))) {
            try decide(.answer("a.b", .rating(1)), state, now: .noon)
        }
        #expect(throws: Misfit.outsideScale(given: "1", levels: 0)) { try AnswerValue("1", for: kind) }
    }

    @Test(arguments: ["0x10", "0X10", "0X1P3", "ten", "", "1,5", "nan", "infinity", " 3"])
    func `when a number is not a decimal one, then it is refused`(text: String) {
        #expect(throws: Misfit.notANumber(given: text)) {
            try AnswerValue(text, for: .number(.init()))
        }
    }

    @Test(arguments: [0, 5, -1])
    func `given a scale of four levels, when another level is given, then it is refused`(level: Int) throws {
        var session = try Given(.well)
        #expect(throws: Rejection.unfitting("well.grip", .outsideScale(given: "\(level)", levels: 4))) {
            try session.when(.answer("well.grip", .rating(level)))
        }
    }

    @Test func `when the question is not known, or not asked now, then it is refused by name`() {
        var session = Given()
        #expect(throws: Rejection.unknownQuestion("well.depth")) {
            try session.when(.answer("well.depth", .rating(1)))
        }
        #expect(throws: Rejection.notAskedNow("well.grip")) {
            try session.when(.answer("well.grip", .rating(1)))
        }
    }

    @Test func `given no answer, then there is nothing to clear or to tag`() {
        var session = Given()
        for command in [SessionCommand.clear("well.exists"), .setTheme("well.exists", "t", isOn: true)] {
            #expect(throws: Rejection.unanswered("well.exists")) { try session.when(command) }
        }
    }

    @Test func `given no answer, when somebody has words on it, then they are kept and go with the answer`()
        throws
    {
        var session = try Given(
            .note("well.exists", "n"), .addStrength("well.exists", "s"), .addConcern("well.exists", "c"),
            .setConfidential("well.exists", .words),
            .addEvidence("well.exists", kind: .data, reference: "r", text: ""),
            .addAction("well.exists", Action(text: "a", role: nil, due: nil)))
        #expect(session.state.response(to: "well.exists") == nil)
        #expect(Counts(session.state).unanswered == Counts(Given().state).unanswered)
        try session.when(.well)
        let record = session.state.records["well.exists"]
        #expect(record?.response == .given(.yesNo(true)))
        #expect(record?.note == "n" && record?.strengths == ["s"] && record?.concerns == ["c"])
        #expect(record?.evidence.map(\.reference) == ["r"] && record?.actions.map(\.text) == ["a"])
        #expect(record?.confidential == true)
    }

    @Test func `given an answer, when it is cleared, then what was written beside it stays`() throws {
        let session = try Given(
            .answer("people.words", .given(.text("Hello.")), note: "n"), .addStrength("people.words", "s"),
            .clear("people.words"))
        #expect(session.state.response(to: "people.words") == nil)
        #expect(session.state.records["people.words"]?.note == "n")
        #expect(session.state.records["people.words"]?.strengths == ["s"])
    }

    @Test func `when words are blank, then they are refused`() throws {
        var session = try Given(.well)
        let commands: [SessionCommand] = [
            .note("well.exists", " "), .addStrength("well.exists", ""), .addConcern("well.exists", "\t"),
            .addAction("well.exists", Action(text: "\n", role: "chair", due: nil)), .askReviewers(""),
            .title(" "), .nameAuthority(""), .answer("well.exists", .dontKnow, note: " "),
        ]
        for command in commands {
            #expect(throws: Rejection.emptyText) { try session.when(command) }
        }
        #expect(throws: Rejection.emptyEvidence("well.exists")) {
            try session.when(.addEvidence("well.exists", kind: .data, reference: " ", text: "t"))
        }
    }

    @Test func `given evidence, when it is undone and more is added, then no number is given twice`() throws {
        let session = try Given(
            .well, .addEvidence("well.exists", kind: .data, reference: "one", text: ""), .undo,
            .addEvidence("well.exists", kind: .audit, reference: "two", text: ""))
        #expect(session.state.records["well.exists"]?.evidence.map(\.id) == ["E2"])
    }

    @Test func `given events of a later version, when anything is asked for, then the session is read-only`()
    {
        var state = Given().state
        apply(SessionEvent(number: 2, at: .noon, what: .unrecognised(type: "signedOff")), to: &state)
        #expect(state.isReadOnly)
        #expect(throws: Rejection.readOnly(unrecognised: ["signedOff"])) {
            try decide(.title("T"), state, now: .noon)
        }
    }

    private static let range = AnswerKind.NumberRange(least: 1, greatest: 500)
}
