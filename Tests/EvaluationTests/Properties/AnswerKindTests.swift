import Evaluation
import Instruments
import Sessions
import Testing

/// Answers of the rarer kinds of question.
struct AnswerKindTests {
    private let plain = framework(
        "f", [condition("c", .element("e"))],
        tables: [tierTable(["c"], .first, [([.yes], "good"), ([.any], "poor")])])

    @Test func `the options of a choice that support one element are alternatives`() throws {
        let asked = instruments(
            [
                question(
                    "state",
                    .choice([
                        option("present", supports: ["f/e"]), option("partly", supports: ["f/e"]),
                        option("absent"),
                    ]))
            ], plain)
        #expect(evaluate(asked, responses: [:]).possibleTiers == ["good", "poor"])
        for (chosen, truth) in [("present", Truth.yes), ("partly", .yes), ("absent", .no)] {
            let findings = evaluate(asked, responses: ["state": .option(chosen)])
            #expect(findings.element("f/e")?.truth == truth)
            #expect(findings.tier?.because.map(\.question) == ["state"])
        }
    }

    @Test func `the options of a choices that support one element must all be chosen`() throws {
        let asked = instruments(
            [
                question(
                    "parts",
                    .choices([
                        option("plan", supports: ["f/e"]), option("money", supports: ["f/e"]),
                        option("neither"),
                    ]))
            ], plain)
        for (chosen, truth) in [(["plan"], Truth.no), (["plan", "money"], .yes), (["neither"], .no)] {
            let answer = Response.given(.choices(chosen.map { .init($0) }))
            #expect(evaluate(asked, responses: ["parts": answer]).element("f/e")?.truth == truth)
        }
    }

    @Test func `a number that can only be one value has no other`() throws {
        let asked = instruments(
            [
                question("n", .number(.init(least: 2, greatest: 2))),
                yesNo("x", supports: ["f/e"], askWhen: .answer("n", among: [.whole(2)])),
            ], plain)
        let findings = evaluate(asked, responses: ["x": .yes])
        #expect(findings.condition("f/c")?.possible == [true])
    }

    @Test func `a number outside its range is no answer`() throws {
        let asked = instruments(
            [
                question("n", .number(.init(least: 0, greatest: 5))),
                yesNo("x", supports: ["f/e"], askWhen: .answer("n", among: [.whole(9)])),
                yesNo("y", supports: ["f/e"]),
            ], plain)
        let findings = evaluate(asked, responses: ["x": .no, "y": .yes])
        #expect(findings.condition("f/c")?.possible == [true])
    }

    @Test func `options that no rule looks at do not entangle anything`() throws {
        let many = (1...40).map { option("o\($0)") }
        let asked = instruments(
            [
                question("idle", .choices(many)),
                question("one", .choices([option("this", supports: ["f/e"])] + many)),
            ], plain)
        let findings = evaluate(asked, responses: [:])
        #expect(findings.possibleTiers == ["good", "poor"])
        #expect(findings.telling == ["one 1.0"])
    }

    @Test func `more supporting options than are combined are each chosen or not`() throws {
        let many = (1...11).map { option("o\($0)", supports: ["f/e"]) }
        let asked = instruments([question("many", .choices(many))], plain)
        #expect(evaluate(asked, responses: [:]).possibleTiers == ["good", "poor"])
        let chosen = Response.given(.choices(many.map(\.id)))
        #expect(evaluate(asked, responses: ["many": chosen]).possibleTiers == ["good"])
    }
}
