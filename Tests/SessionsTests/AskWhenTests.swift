import Instruments
import Sessions
import Testing

@Suite struct `Ask-when` {
    @Test func `given no answers, then only what needs none is asked`() {
        #expect(
            Given().asked == ["well.exists", "well.else", "people.count", "people.trades", "people.words"])
    }

    @Test func `when an answer opens a question, then that is asked next`() throws {
        let session = try Given(.well)
        #expect(session.asked.prefix(2) == ["well.exists", "well.grip"])
        #expect(session.state.position == "well.grip")
        #expect(!session.asked.contains("well.else"))
    }

    @Test func `when an answer closes a question, then its answer is set aside, and is back when it opens`()
        throws
    {
        var session = try Given(
            .well, .answer("well.grip", .rating(4)),
            .answer("well.dug", .date(CalendarDate(daysSince1970: 0))))
        #expect(session.asked.prefix(3) == ["well.exists", "well.grip", "well.dug"])
        let before = session.state.records

        try session.when(.noWell)
        #expect(session.asked.prefix(2) == ["well.exists", "well.else"])
        #expect(session.state.response(to: "well.grip") == .given(.rating(4)))
        #expect(Counts(session.state).answered == 1)

        try session.when(.well)
        #expect(session.asked.prefix(3) == ["well.exists", "well.grip", "well.dug"])
        #expect(session.state.records == before)
        #expect(Counts(session.state).answered == 3)
    }

    @Test(arguments: [Response.dontKnow, .notApplicable(reason: "no")])
    func `given don't know or not applicable, then it matches nothing`(response: Response) throws {
        let session = try Given(.answer("well.exists", response, note: nil))
        #expect(!session.asked.contains("well.grip"))
        #expect(session.asked.contains("well.else"))
    }

    @Test func `given an answer that is set aside, then it opens nothing`() throws {
        let session = try Given(.well, .answer("well.grip", .rating(4)), .noWell)
        #expect(!session.asked.contains("well.dug"))
    }

    @Test func `when the walk goes to a question that is closed, then it is refused`() {
        var session = Given()
        #expect(throws: Rejection.notAskedNow("well.dug")) { try session.when(.move(to: "well.dug")) }
        #expect(throws: Rejection.unknownQuestion("well.depth")) { try session.when(.move(to: "well.depth")) }
    }

    @Test func `given a circle, then it comes to an end`() {
        let questions = [
            Question(id: "a.a", text: "A", kind: .yesNo, askWhen: .answer("a.b", among: [.yes(true)])),
            Question(id: "a.b", text: "B", kind: .yesNo, askWhen: .answer("a.a", among: [.yes(true)])),
        ]
        let questionnaire = Questionnaire(
            id: "c", version: "1", title: "C", feeds: [],
            areas: [Area(id: "a", title: "A", questions: questions)])
        #expect(AskedQuestions(questionnaire) { _ in .given(.yesNo(true)) }.questions.isEmpty)
    }
}
