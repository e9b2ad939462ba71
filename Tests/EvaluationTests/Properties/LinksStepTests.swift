import Evaluation
import Instruments
import Sessions
import Testing

/// Whether problems are linked is not known before they were gone through for links.
struct LinksStepTests {
    private static let problems = ["dust", "noise", "damp"]

    /// Three problems, a condition on links, a headline on it, and the step where it is asked for.
    private func instruments(step: Bool = true) -> InstrumentSet {
        let words = Statement("It matters.")
        let framework = Framework(
            id: "f", version: "1.0.0", title: "F",
            elements: Self.problems.map { Element(id: .init($0), statement: "It is so.", source: "us") },
            conditions: [
                Condition(id: "linked", title: "Linked", when: .problems(of: "f", are: .linked), source: "us")
            ],
            tables: [
                DecisionTable(
                    id: "t", title: "T", role: .tier, hitPolicy: .first, ranked: false, inputs: ["linked"],
                    rules: [
                        DecisionTable.Rule(when: [.yes], then: "many", basis: .interpolated),
                        DecisionTable.Rule(when: [.any], then: "few", basis: .interpolated),
                    ],
                    outcomes: ["many", "few"].map {
                        Outcome(id: .init($0), title: $0, means: Statement("Means."))
                    })
            ],
            problems: ProblemSet(
                source: "us",
                groups: [
                    ProblemSet.Group(
                        id: "g", title: "G", means: words, elements: Self.problems.map { .init($0) })
                ], isolated: words, linked: words, circle: words))
        var questions = Self.problems.map { yesNo(.init("q.\($0)"), supports: ["f/\($0)"]) }
        if step {
            questions.append(Question(id: "q.step", text: "Gone through?", kind: .yesNo, step: .links))
        }
        return InstrumentSet(
            questionnaire: Questionnaire(
                id: "q", version: "1.0.0", title: "Q", feeds: ["f"],
                areas: [Area(id: "q", title: "Q", questions: questions)]),
            frameworks: [framework])
    }

    private func findings(
        _ answers: [String: Response], links: [(String, String)] = [], step: Bool = true
    ) throws -> Findings {
        evaluate(
            instruments(step: step),
            responses: Dictionary(uniqueKeysWithValues: answers.map { (Question.ID("q.\($0)"), $1) }),
            links: links.map {
                Link(from: Reference("f", .init($0.0)), to: Reference("f", .init($0.1)))
            })
    }

    private static let two: [String: Response] = ["dust": .yes, "noise": .yes, "damp": .no]

    @Test(arguments: [nil, .no, .dontKnow, .notApplicable(reason: "No time.")] as [Response?])
    func `while the step is not done, both are possible`(step: Response?) throws {
        var answers = Self.two
        answers["step"] = step
        let found = try findings(answers)
        #expect(found.condition("f/linked")?.possible == [true, false])
        #expect(found.tables.first?.possible == ["many", "few"])
        #expect(found.problems?.linked == [true, false] && found.problems?.circular == [true, false])
        #expect(found.problems?.isolated.isEmpty == true)
        // A step that can still be done is an open question, and what the finding waits for.
        let isAsked = step != .notApplicable(reason: "No time.")
        #expect(found.openQuestions.map(\.question) == (isAsked ? ["q.step"] : []))
        #expect(found.tables.first?.open.flatMap(\.questions) == (isAsked ? ["q.step"] : []))
        #expect(found.tables.first?.open.first?.awaitsLinks == true)
    }

    @Test func `once it is done, what is not recorded is not there`() throws {
        var answers = Self.two
        answers["step"] = .yes
        let found = try findings(answers)
        #expect(found.problems?.linked == [false] && found.problems?.circular == [false])
        #expect(found.tables.first?.possible == ["few"])
        #expect(found.problems?.isolated.count == 2)
        #expect(found.tables.first?.because.map(\.question) == ["q.step"])
        #expect(found.openQuestions.isEmpty)
    }

    @Test func `a recorded link between two problems that are present settles it without the step`() throws {
        let found = try findings(Self.two, links: [("dust", "noise")])
        #expect(found.problems?.linked == [true])
        #expect(found.tables.first?.possible == ["many"])
        // It settles no circle: the link back may still come up.
        #expect(found.problems?.circular == [true, false])
    }

    @Test func `a link needs two problems, so with fewer there is none`() throws {
        #expect(try findings(["dust": .yes, "noise": .no, "damp": .no]).problems?.linked == [false])
        #expect(
            try findings(["dust": .yes, "noise": .dontKnow, "damp": .no]).problems?.linked == [true, false])
        #expect(try findings(["dust": .no, "noise": .no, "damp": .no]).problems?.linked == [false])
    }

    @Test func `a questionnaire that does not ask counts the links that are recorded`() throws {
        let found = try findings(Self.two, step: false)
        #expect(found.problems?.linked == [false] && found.problems?.step == .notAsked)
        #expect(found.tables.first?.grounds.first?.unlinked == .noneRecorded)
        let linked = try findings(Self.two, links: [("dust", "noise")], step: false)
        #expect(linked.problems?.linked == [true])
    }
}
