import Disclosure
import Evaluation
import Instruments
import Sessions
import Testing

/// How the answers of a session were reached.
struct QualityTests {
    /// Two areas of two ratings, with governance's powers on three of them.
    private static let questionnaire = Questionnaire(
        id: "q", version: "1.0.0", title: "Q", feeds: [],
        areas: [
            Area(id: "a", title: "A", questions: [evidential("a.one"), evidential("a.two")]),
            Area(id: "b", title: "B", questions: [evidential("b.one"), yesNo("b.two")]),
        ],
        prompts: [
            Prompt(
                id: "p",
                when: .all([
                    .answer("a.one", among: [.whole(3), .whole(4)]), .answer("b.two", among: [.yes(false)]),
                ]), text: "How do you know?")
        ],
        oversight: Oversight(
            prevent: ["a.one"], detect: ["a.two"], respond: ["b.one"], source: "wg, 3.3"))

    /// A rating that says what a reviewer would ask to see.
    private static func evidential(_ id: Question.ID) -> Question {
        var question = rating(id)
        question.lookFor = ["Minutes"]
        return question
    }

    @Test func `of evidence nothing is said where none is asked for`() throws {
        var questionnaire = Self.questionnaire
        for area in questionnaire.areas.indices {
            for place in questionnaire.areas[area].questions.indices {
                questionnaire.areas[area].questions[place].lookFor = []
            }
        }
        let pins = InstrumentPins(
            questionnaire: InstrumentPin(id: "q", version: "1.0.0", sha256: ""), frameworks: [])
        let state = SessionState(
            SessionEvent.Payload.Start(
                session: "test", title: "T", authority: nil, pins: pins, position: "a.one"),
            at: Timestamp(milliseconds: 0),
            instruments: InstrumentSet(questionnaire: questionnaire, frameworks: []))
        #expect(line(.evidenced, in: state) == nil && line(.triangulated, in: state) == nil)
        #expect(line(.known, in: state) != nil)
    }

    private func session(_ commands: [SessionCommand]) throws -> SessionState {
        let pin = InstrumentPin(id: "q", version: "1.0.0", sha256: "")
        let start = SessionEvent.Payload.Start(
            session: "test", title: "T", authority: nil,
            pins: InstrumentPins(questionnaire: pin, frameworks: []),
            position: "a.one")
        let now = Timestamp(milliseconds: 0)
        var state = SessionState(
            start, at: now,
            instruments: InstrumentSet(questionnaire: Self.questionnaire, frameworks: []))
        for command in commands {
            for event in try decide(command, state, now: now) { apply(event, to: &state) }
        }
        return state
    }

    private func line(
        _ test: QualityLine.Test, _ area: Area.ID? = nil, in session: SessionState
    ) -> QualityLine? {
        quality(of: session, responses: session.responses, for: .report, countsConfidential: true).first {
            $0.test == test && $0.area == area
        }
    }

    @Test func `evidence counts by rating, and ratings that are met without it are assertions`() throws {
        let state = try session([
            .answer("a.one", .level(4), note: nil), .answer("a.two", .level(3), note: nil),
            .answer("b.one", .level(1), note: nil),
            .addEvidence("a.one", kind: .audit, reference: "Audit, May", text: ""),
        ])
        #expect(line(.evidenced, in: state)?.value == 1.0 / 3)
        #expect(line(.evidenced, in: state)?.found == [.question("a.two")])
        #expect(line(.evidenced, "a", in: state)?.value == 0.5)
        #expect(line(.evidenced, "b", in: state)?.value == 0)
        #expect(line(.evidenced, "b", in: state)?.found == [])
    }

    @Test func `nothing answered gives no figure where there is nothing to measure`() throws {
        let state = try session([])
        #expect(line(.evidenced, in: state)?.value == nil)
        #expect(line(.balanced, "a", in: state)?.value == nil)
        #expect(line(.complete, in: state)?.value == 0)
        #expect(line(.known, in: state)?.value == 0)
    }

    @Test func `evidence has to come from three kinds, close to children and from outside`() throws {
        func lacking(_ kinds: [Evidence.Kind]) throws -> [QualityLine.Found]? {
            let state = try session(
                [.answer("a.one", .level(2), note: nil)]
                    + kinds.map { .addEvidence("a.one", kind: $0, reference: "R", text: "") })
            return line(.triangulated, "a", in: state)?.found
        }
        #expect(
            try lacking([.data, .audit]) == [
                .lacking(.threeKinds), .lacking(.closeToChildren), .lacking(.outside),
            ])
        #expect(try lacking([.data, .audit, .frontline]) == [.lacking(.outside)])
        #expect(try lacking([.data, .data, .frontline, .peers]) == [])
        #expect(try lacking([.childrenAndFamilies, .inspection]) == [.lacking(.threeKinds)])
    }

    @Test func `an area whose remarks are all of one kind is named, and so is a power without an answer`()
        throws
    {
        let state = try session([
            .answer("a.one", .level(2), note: nil), .addStrength("a.one", "Good"),
            .answer("b.one", .level(2), note: nil), .addStrength("b.one", "Good"),
            .addConcern("b.one", "Bad"), .answer("a.two", .dontKnow, note: nil),
        ])
        #expect(line(.balanced, in: state)?.value == 0.5)
        #expect(line(.balanced, in: state)?.found == [.area("a"), .power(.detect)])
        #expect(line(.balanced, "a", in: state)?.found == [.missing(.concerns)])
        #expect(line(.balanced, "b", in: state)?.found == [])
    }

    @Test func `don't knows and open questions are listed`() throws {
        let state = try session([
            .answer("a.one", .dontKnow, note: nil), .answer("b.two", .none, note: nil),
        ])
        #expect(line(.known, in: state)?.value == 0.25)
        #expect(line(.known, in: state)?.found == [.question("a.one")])
        #expect(line(.complete, in: state)?.value == 0.5)
        #expect(line(.complete, in: state)?.found == [.question("a.two"), .question("b.one")])
    }

    @Test func `a prompt comes up where all its answers are given, and only there`() throws {
        func ids(_ commands: [SessionCommand]) throws -> [String] {
            prompts(Self.questionnaire, responses: try session(commands).responses).map(\.id.text)
        }
        #expect(try ids([.answer("a.one", .level(4), note: nil), .answer("b.two", .no, note: nil)]) == ["p"])
        #expect(try ids([.answer("a.one", .level(2), note: nil), .answer("b.two", .no, note: nil)]) == [])
        #expect(
            try ids([.answer("a.one", .level(4), note: nil), .answer("b.two", .dontKnow, note: nil)]) == [])
    }
}
