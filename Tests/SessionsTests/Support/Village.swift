import Instruments
import Sessions

/// A questionnaire in which one answer opens others, and those others again.
enum Village {
    static let set = InstrumentSet(questionnaire: questionnaire, frameworks: [framework])

    /// A framework that no question feeds; its problems can be linked.
    static let framework = Framework(
        id: "village", version: "1.0.0", title: "The village's troubles",
        elements: ["drought", "dust", "quarrels"].map {
            Element(id: $0, statement: "There is trouble.", source: "village")
        }, problems: problems, sha256: String(repeating: "6f", count: 32))

    static let problems = ProblemSet(
        source: "village",
        groups: [
            ProblemSet.Group(
                id: "all", title: "All", means: Statement("All troubles."),
                elements: ["drought", "dust", "quarrels"])
        ], isolated: Statement("One."), linked: Statement("Several."), circle: Statement("A circle."))

    static let questionnaire = Questionnaire(
        id: "village", version: "1.0.0", title: "The village", feeds: [], scales: ["grip": grip],
        areas: [
            Area(
                id: "well", title: "The well",
                questions: [
                    Question(id: "well.exists", text: "Is there a well?", kind: .yesNo),
                    Question(
                        id: "well.grip", text: "Who looks after it?",
                        kind: .rating(
                            .init(
                                scaleID: "grip", scale: grip, descriptors: ["Nobody", "Some", "Many", "All"])),
                        askWhen: .answer("well.exists", among: [.yes(true)])),
                    Question(
                        id: "well.dug", text: "When was it dug?", kind: .date,
                        askWhen: .answer("well.grip", among: [.whole(3), .whole(4)])),
                    Question(
                        id: "well.else", text: "Where does the water come from?", kind: .choice(sources),
                        askWhen: .not(.answer("well.exists", among: [.yes(true)]))),
                ]),
            Area(
                id: "people", title: "The people",
                questions: [
                    Question(
                        id: "people.count", text: "How many live here?",
                        kind: .number(.init(least: 1, greatest: 500))),
                    Question(id: "people.trades", text: "What do they do?", kind: .choices(sources)),
                    Question(id: "people.words", text: "What do they say?", kind: .text),
                ]),
        ],
        sha256: String(repeating: "5e", count: 32))

    /// The same after a revision: one question is gone, one is new, one has fewer levels, one fewer options.
    static let later: InstrumentSet = {
        var revised = questionnaire
        let grip = Scale(levels: ["Weak", "Fair", "Strong"], metFrom: 2)
        revised.version = "2.0.0"
        revised.sha256 = String(repeating: "5f", count: 32)
        revised.areas = revised.areas.map { area in
            var area = area
            area.questions = area.questions.filter { $0.id != "people.count" }.map { question in
                var question = question
                switch question.id {
                case "well.grip":
                    question.kind = .rating(
                        .init(scaleID: "grip", scale: grip, descriptors: ["Nobody", "Some", "All"]))
                case "people.trades": question.kind = .choices(Array(sources.dropLast()))
                case "people.words": question.text = "What do people tell you?"
                default: break
                }
                return question
            }
            if area.id == "people" {
                area.questions.append(Question(id: "people.school", text: "Is there a school?", kind: .yesNo))
            }
            return area
        }
        return InstrumentSet(questionnaire: revised, frameworks: [framework])
    }()

    /// The same in a version of which some questions are for somebody alone.
    static func keeping(_ ids: Set<Question.ID>) -> InstrumentSet {
        var kept = questionnaire
        kept.version = "1.1.0"
        kept.sha256 = String(repeating: "60", count: 32)
        for area in kept.areas.indices {
            for place in kept.areas[area].questions.indices {
                let id = kept.areas[area].questions[place].id
                kept.areas[area].questions[place].isNotForARoom = ids.contains(id)
            }
        }
        return InstrumentSet(questionnaire: kept, frameworks: [framework])
    }

    private static let grip = Scale(
        levels: ["Not in place", "Emerging", "Established", "Embedded"], metFrom: 3)

    private static let sources = [
        AnswerKind.Option(id: "river", text: "The river"), AnswerKind.Option(id: "rain", text: "Rain"),
        AnswerKind.Option(id: "lake", text: "The lake"),
    ]
}

/// A session as its events tell it: given what happened, when somebody commands, then…
struct Given {
    private(set) var events: [SessionEvent]
    private(set) var state: SessionState

    /// A session that has just started.
    init(at now: Timestamp = .noon) {
        self.init(as: .ordinary, at: now)
    }

    /// A session of that kind that has just started.
    init(
        as kind: SessionKind, at now: Timestamp = .noon, asked instruments: InstrumentSet = Village.set
    ) {
        let pin = InstrumentPin(
            id: "village", version: "1.0.0", sha256: Village.questionnaire.sha256)
        let first = start(
            session: "k7m3-x9qd", title: "Our village", authority: nil, instruments: instruments,
            as: kind, now: now)
        events = [first]
        // The first event makes the state; where it is none, every test fails on its empty pins.
        let none = SessionEvent.Payload.Start(
            session: "", title: "", authority: nil, pins: InstrumentPins(questionnaire: pin, frameworks: []),
            position: nil)
        guard case .started(let begun) = first.what else {
            state = SessionState(none, at: now, instruments: instruments)
            return
        }
        state = SessionState(begun, at: first.at, instruments: instruments)
    }

    /// A session in which these commands were carried out.
    init(_ commands: SessionCommand...) throws(Rejection) {
        self.init()
        for command in commands { try when(command) }
    }

    /// Carries a command out.
    @discardableResult
    mutating func when(
        _ command: SessionCommand, at now: Timestamp = .noon
    ) throws(Rejection) -> [SessionEvent] {
        let more = try decide(command, state, now: now)
        var instruments: InstrumentSet?
        if case .migrate(let wanted) = command { instruments = wanted }
        for event in more { apply(event, to: &state, instruments: instruments) }
        events += more
        return more
    }

    /// What is asked now, by name.
    var asked: [Question.ID] { state.asked.questions.map(\.id) }

    /// What can be undone of the session, without what is counted up for ever.
    var content: Content { Content(state) }

    /// What a session says, to be compared.
    struct Content: Equatable {
        var title: String
        var authority: String?
        var records: [Question.ID: AnswerRecord]
        var asks: [String]
        var links: [Link]
        var measures: [Measure]
        var room: [Question.ID: RoomRecord]

        init(_ state: SessionState) {
            room = state.room?.questions ?? [:]
            title = state.title
            authority = state.authority
            records = state.records
            asks = state.asks
            links = state.links
            measures = state.measures
        }
    }
}

extension Timestamp {
    static let noon = Timestamp(milliseconds: 1_795_262_400_000)
}

extension SessionCommand {
    static func answer(_ id: Question.ID, _ value: AnswerValue) -> SessionCommand {
        .answer(id, .given(value), note: nil)
    }

    static let well = SessionCommand.answer("well.exists", .yesNo(true))
    static let noWell = SessionCommand.answer("well.exists", .yesNo(false))
}
