import Evaluation
import Instruments
import Sessions
import Testing

/// Factors of success: how far each is there, and which come first.
struct FactorTests {
    private let framework = Framework(
        id: "f", version: "1.0.0", title: "F",
        elements: ["x", "y", "z", "early", "late"].map {
            Element(id: .init($0), statement: "It is so.", source: "test")
        },
        factors: FactorSet(
            source: "test", scale: FactorSet.State.allCases.map { .init(state: $0, means: "M") },
            stages: [
                .init(id: "early", title: "Early", when: "early", groups: ["two"]),
                .init(id: "late", title: "Late", when: "late", groups: ["one"]),
            ],
            groups: [
                .init(id: "one", title: "One", means: Statement("M"), elements: ["x", "y"]),
                .init(id: "two", title: "Two", means: Statement("M"), elements: ["z"]),
            ]))

    private func findings(_ responses: [Question.ID: Response]) throws -> FactorFindings {
        let asked = instruments(
            [
                question(
                    "stage", .choice([option("e", supports: ["f/early"]), option("l", supports: ["f/late"])])),
                rating("x", supports: ["f/x"]), rating("y1", supports: ["f/y"]),
                rating("y2", supports: ["f/y"]), rating("z", supports: ["f/z"]),
            ], framework)
        return try #require(evaluate(asked, responses: responses).factors)
    }

    @Test(arguments: [(1, FactorSet.State.missing), (2, .partly), (3, .inPlace), (4, .inPlace)])
    func `a level says how far a factor is there`(level: Int, state: FactorSet.State) throws {
        let found = try findings(["x": .level(level)])
        #expect(found.factors(state).map(\.element.id) == ["x"])
        #expect(found.factors(nil).map(\.element.id) == ["y", "z"])
    }

    @Test func `of several answers the worst counts, and an open one leaves it open unless nothing is worse`()
        throws
    {
        #expect(try findings(["y1": .level(4), "y2": .level(2)]).factors(.partly).map(\.element.id) == ["y"])
        #expect(try findings(["y1": .level(2)]).factors(nil).map(\.element.id) == ["x", "y", "z"])
        let missing = try findings(["y1": .level(1), "y2": .dontKnow])
        #expect(missing.factors(.missing).map(\.element.id) == ["y"])
        #expect(missing.factors(.missing).first?.answers.map(\.question) == ["y1"])
        #expect(try findings(["y1": .none, "y2": .level(3)]).factors(.inPlace).map(\.element.id) == ["y"])
    }

    @Test func `the groups of the present stage come first`() throws {
        let all: [Question.ID: Response] = ["x": .level(1), "y1": .level(1), "y2": .level(1), "z": .level(1)]
        func order(_ stage: Response?) throws -> [Element.ID] {
            var responses = all
            responses["stage"] = stage
            return try findings(responses).factors(.missing).map(\.element.id)
        }
        #expect(try order(nil) == ["x", "y", "z"])
        #expect(try order(.dontKnow) == ["x", "y", "z"])
        #expect(try order(.option("e")) == ["z", "x", "y"])
        #expect(try order(.option("l")) == ["x", "y", "z"])
        #expect(try findings(["stage": .option("e")]).stage?.id == "early")
    }
}
