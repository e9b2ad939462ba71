import Evaluation
import Instruments
import Sessions
import Testing

/// Conditions that count their elements, and elements that count their questions.
struct GradeTests {
    /// Six elements, each with a question of its own: `q1` to `q6`.
    private func sixfold(
        core: [Element.ID] = [], needs: Formula? = nil, lackingToo: Formula? = nil,
        rules: [DecisionTable.Rule] = []
    ) throws -> InstrumentSet {
        let names = (1...6).map { "e\($0)" }
        let grading = Condition.Grading(
            elements: names.map { Element.ID($0) }, core: core, inPlace: try #require(Share(2, of: 3)),
            needs: needs,
            lacking: try #require(Share(1, of: 3)), lackingToo: lackingToo)
        var framework = framework("f", [Condition(id: "c", title: "C", grading: grading, source: "test")])
        if !rules.isEmpty {
            framework.tables = [
                DecisionTable(
                    id: "t", title: "T", role: .tier, hitPolicy: .first, ranked: true, inputs: ["c"],
                    rules: rules,
                    outcomes: ["light", "heavy"].map {
                        Outcome(id: $0, title: $0.text, means: Statement("It is so."))
                    })
            ]
        }
        return instruments(
            zip(1...6, names).map { number, name in rating(.init("q\(number)"), supports: ["f/\(name)"]) },
            framework)
    }

    /// So many answers at the met level, and the others below it.
    private func answers(met: Int, of count: Int = 6) -> [Question.ID: Response] {
        Dictionary(
            uniqueKeysWithValues: (1...count).map { (Question.ID("q\($0)"), .level($0 <= met ? 3 : 2)) })
    }

    @Test(arguments: [
        (0, Condition.Grade.lacking), (2, .lacking), (3, .partly), (4, .inPlace), (6, .inPlace),
    ])
    func `two thirds are in place, and a third is lacking`(met: Int, grade: Condition.Grade) throws {
        let finding = try #require(
            evaluate(try sixfold(), responses: answers(met: met)).condition("f/c"))
        #expect(finding.grades == [grade])
        #expect(finding.possible == [grade == .inPlace])
        #expect(finding.parts.count { $0.truth == .yes } == met)
    }

    @Test
    func
        `what is needed besides keeps it from being in place, and what is lacking, too, from being partly so`()
        throws
    {
        let needs = try sixfold(needs: .element("e6"))
        #expect(evaluate(needs, responses: answers(met: 5)).condition("f/c")?.grades == [.partly])
        let lacking = try sixfold(lackingToo: .not(.element("e6")))
        #expect(evaluate(lacking, responses: answers(met: 5)).condition("f/c")?.grades == [.lacking])
    }

    @Test func `one that is open leaves the exact grades`() throws {
        var responses = answers(met: 3)
        responses["q6"] = .dontKnow
        let finding = try #require(evaluate(try sixfold(), responses: responses).condition("f/c"))
        #expect(finding.grades == [.partly, .inPlace])
        #expect(finding.open?.elements.map(\.element.id) == ["e6"])
    }

    @Test func `those without a question left are not counted, and too few of them say nothing`() throws {
        var responses = answers(met: 2)
        for gone in ["q4", "q5", "q6"] { responses[Question.ID(gone)] = .notApplicable(reason: "none here") }
        let half = try #require(evaluate(try sixfold(), responses: responses).condition("f/c"))
        #expect(half.grades == [.inPlace] && !half.isLost)
        responses["q3"] = .notApplicable(reason: "none here")
        let fewer = try #require(evaluate(try sixfold(), responses: responses).condition("f/c"))
        #expect(fewer.grades == Condition.Grade.allCases && fewer.isLost && !fewer.isGone)
    }

    @Test func `without a core element nothing is known`() throws {
        var responses = answers(met: 6)
        responses["q1"] = .notApplicable(reason: "none here")
        let finding = try #require(evaluate(try sixfold(core: ["e1"]), responses: responses).condition("f/c"))
        #expect(finding.grades == Condition.Grade.allCases && finding.isLost)
        #expect(finding.open?.elements.map(\.element.id) == ["e1"])
    }

    @Test func `a table tells grades apart, and what goes along is certain or perhaps`() throws {
        let beside = Alongside(outcome: "light", because: "It helps.", basis: .interpolated, reason: "Ours.")
        let rules = [
            DecisionTable.Rule(id: "good", when: [.yes], then: "light", basis: .stated, source: "test"),
            DecisionTable.Rule(
                id: "middling", when: [.grades([.partly])], then: "heavy", basis: .stated, source: "test",
                alongside: [beside]),
            DecisionTable.Rule(id: "poor", when: [.any], then: "heavy", basis: .stated, source: "test"),
        ]
        let asked = try sixfold(rules: rules)
        let middling = try #require(evaluate(asked, responses: answers(met: 3)).tier)
        #expect(middling.rules.map { middling.id(of: $0) } == ["f/t#middling"])
        #expect(middling.alongside.map(\.isCertain) == [true])
        let deciding = middling.deciding
        #expect([deciding.asked, deciding.answered, deciding.rated] == [6, 6, 6])
        var responses = answers(met: 2)
        responses["q6"] = .dontKnow
        let open = try #require(evaluate(asked, responses: responses).tier)
        #expect(open.possible == ["heavy"])
        #expect(open.alongside.map(\.isCertain) == [false])
        #expect(open.open.map(\.grades) == [[.lacking, .partly]])
    }

    @Test func `an element is true from its share of questions on`() throws {
        var framework = framework("f", [condition("c", .element("e"))])
        framework.elements = [
            Element(id: "e", statement: "It is so.", source: "test", share: Share(2, of: 3))
        ]
        let asked = instruments((1...3).map { rating(.init("q\($0)"), supports: ["f/e"]) }, framework)
        #expect(evaluate(asked, responses: answers(met: 2, of: 3)).element("f/e")?.truth == .yes)
        #expect(evaluate(asked, responses: answers(met: 1, of: 3)).element("f/e")?.truth == .no)
        var responses = answers(met: 1, of: 3)
        responses["q3"] = .dontKnow
        #expect(evaluate(asked, responses: responses).element("f/e")?.truth == .unknown)
    }

    @Test func `where nothing is left of what it needs, nothing is known`() throws {
        var responses = answers(met: 6)
        responses["q6"] = .notApplicable(reason: "none here")
        let needs = try sixfold(needs: .element("e6"))
        #expect(evaluate(needs, responses: responses).condition("f/c")?.grades == Condition.Grade.allCases)
        let lacking = try sixfold(lackingToo: .not(.element("e6")))
        #expect(evaluate(lacking, responses: responses).condition("f/c")?.isLost == true)
    }

    @Test func `another grade is another finding, and so is what no longer goes along`() throws {
        let beside = Alongside(outcome: "light", because: "It helps.", basis: .interpolated, reason: "Ours.")
        let asked = try sixfold(rules: [
            DecisionTable.Rule(
                when: [.grades([.partly])], then: "heavy", basis: .stated, source: "test", alongside: [beside]
            ),
            DecisionTable.Rule(when: [.any], then: "heavy", basis: .stated, source: "test"),
        ])
        let changes = Findings.changes(
            from: evaluate(asked, responses: answers(met: 3)), to: evaluate(asked, responses: answers(met: 2))
        )
        let condition = changes.first { $0.key == .condition(Reference("f", "c")) }
        #expect(condition?.from?.possible == [.met(.partly)] && condition?.to?.possible == [.met(.lacking)])
        let table = changes.first { $0.key == .table(Reference("f", "t")) }
        #expect(table?.from?.besides.contains(.alongside(beside, isCertain: true)) == true)
        #expect(table?.to?.besides.contains(.alongside(beside, isCertain: true)) == false)
    }
}
