import BuiltInInstruments
import Disclosure
import Evaluation
import Instruments
import Sessions
import Testing

@testable import Reports

/// What the chief executive and leading members learn of who could take their posts over: nothing.
struct CorporateTests {
    private let instruments: InstrumentSet
    private let alternatives: [Question.ID]

    init() throws {
        instruments = try #require(try BuiltIn.instruments.instruments(for: "leadership"))
        let empty = try Self.session(instruments, rated: 1, [], nil)
        alternatives = Audience.corporate.withholds(in: empty).sorted { $0.text < $1.text }
    }

    /// A session in which those in post are rated so, and the questions on who could take over have one answer.
    private static func session(
        _ instruments: InstrumentSet, rated level: Int, _ alternatives: [Question.ID], _ response: Response?
    ) throws -> SessionState {
        var state = SessionState(
            SessionEvent.Payload.Start(
                session: "s", title: "T", authority: "A", pins: InstrumentPins(instruments), position: nil),
            at: Timestamp(milliseconds: 0), instruments: instruments)
        func perform(_ command: SessionCommand) throws {
            for event in try decide(command, state, now: Timestamp(milliseconds: 1)) {
                apply(event, to: &state)
            }
        }
        for question in instruments.questionnaire.questions {
            guard state.asked.contains(question.id), case .rating = question.kind else { continue }
            if alternatives.contains(question.id) {
                guard let response else { continue }
                try perform(.answer(question.id, response, note: "ZQNOTE"))
                try perform(.addConcern(question.id, "ZQCONCERN"))
                try perform(.addAction(question.id, Action(text: "ZQACTION", role: "ZQROLE", due: nil)))
            } else {
                try perform(.answer(question.id, .given(.rating(level)), note: nil))
            }
        }
        // So that as much happened.
        try perform(.title("T"))
        return state
    }

    private func told(_ state: SessionState, _ audience: Audience) -> [String: String] {
        var pack = project(
            state, assess(state, for: .report), for: audience, now: Timestamp(milliseconds: 2))
        pack.cover.pack = "0"
        return everyDocument(of: pack)
    }

    @Test func `the questions are those whose facts a framework calls alternatives`() {
        #expect(
            alternatives.map(\.text) == [
                "corporate-support.chief-executive-cover", "dcs-leadership.director-cover",
            ])
        for audience in Audience.allCases where audience != .corporate {
            let state = try? Self.session(instruments, rated: 1, [], nil)
            #expect(state.map { audience.withholds(in: $0) } == [])
        }
    }

    @Test(arguments: [1, 2])
    func `whatever is answered on who could take a post over, no byte of any document differs`(level: Int)
        throws
    {
        var documents: Set<[String: String]> = []
        var forReviewers: Set<String?> = []
        for response in [
            nil, .dontKnow, .notApplicable(reason: "ZQREASON"), .given(.rating(1)), .given(.rating(4)),
        ] as [Response?] {
            let state = try Self.session(instruments, rated: level, alternatives, response)
            let texts = told(state, .corporate)
            #expect(!texts.values.contains { $0.contains("ZQ") }, "\(String(describing: response))")
            documents.insert(texts)
            forReviewers.insert(told(state, .reviewers)["brief markdown"])
        }
        #expect(documents.count == 1)
        #expect(forReviewers.count > 1, "reviewers are told, so this test could fail")
    }

    @Test func `nothing is said to be met by an alternative, and what is withheld is counted`() throws {
        for level in 1...4 {
            let state = try Self.session(instruments, rated: level, alternatives, .given(.rating(4)))
            let texts = told(state, .corporate)
            for (document, text) in texts {
                #expect(!text.contains("by its alternative") && !text.contains("\"metBy\""), "\(document)")
                #expect(!text.contains("an alternative alone"), "\(document)")
            }
            let asked = state.asked.questions.count { alternatives.contains($0.id) }
            #expect(
                texts["brief markdown"]?.contains("\(asked) questions on who could take a post over")
                    == (asked > 0))
        }
    }
}
