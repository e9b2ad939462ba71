import Evaluation
import Instruments
import Sessions
import TestSupport
import Testing

/// What would change a finding, on the instruments that ship and on small ones.
struct CounterfactualsTests {
    private let all = framework(
        "f", [condition("c", .all([.element("x"), .element("y"), .element("z")]))],
        tables: [tierTable(["c"], .first, [([.yes], "good"), ([.any], "poor")])])

    private func counterfactuals(
        _ instruments: InstrumentSet, _ responses: [Question.ID: Response], limit: Int = nodeLimit
    ) throws -> Counterfactuals {
        let findings = evaluate(instruments, responses: responses)
        return Evaluation.counterfactuals(instruments, responses: responses, findings, limit: limit)
    }

    @Test func `a rating rises to the met level, and moves as far as it has to`() throws {
        let asked = instruments(
            [rating("x", supports: ["f/x"]), rating("y", supports: ["f/y"]), yesNo("z", supports: ["f/z"])],
            all)
        let found = try counterfactuals(asked, ["x": .level(1), "y": .level(4), "z": .no])
        #expect(found.paths?.status == .found)
        #expect(found.paths?.target == "good")
        #expect(
            found.paths?.paths == [
                [
                    AnswerChange(question: "x", from: .rating(1), to: .rating(3)),
                    AnswerChange(question: "z", from: .yesNo(false), to: .yesNo(true)),
                ]
            ])
        #expect(found.paths?.paths.first?.map(\.levels) == [2, 1])
    }

    @Test func `an open question is never raised, and a path holds whatever its answer`() throws {
        let any = framework(
            "f",
            [
                condition("c", .any([.element("x"), .element("y")])), condition("d", .element("w")),
            ],
            tables: [
                tierTable(
                    ["c", "d"], .first,
                    [([.yes, .any], "good"), ([.any, .yes], "poor"), ([.any, .any], "poor")])
            ])
        let asked = instruments(
            [
                rating("x", supports: ["f/x"]), rating("y", supports: ["f/y"]),
                rating("w", supports: ["f/w"]),
            ], any)
        let found = try counterfactuals(asked, ["x": .level(2), "y": .level(2)])
        #expect(found.paths?.paths.map { $0.map(\.question) } == [["x"], ["y"]])
    }

    @Test func `past the limit nothing is said`() throws {
        let asked = instruments(
            ["x", "y", "z"].map { rating(.init($0), supports: ["f/\($0)"]) }, all)
        let responses: [Question.ID: Response] = ["x": .level(2), "y": .level(2), "z": .level(2)]
        let found = try counterfactuals(asked, responses, limit: 4)
        #expect(found.paths?.status == .notComputed)
        #expect(found.paths?.paths == [])
        #expect(found.robustness == nil)
    }

    @Test func `too many ways are not listed in part`() throws {
        let names = (1...10).map { "x\($0)" }
        let half = framework(
            "f",
            [
                condition(
                    "c",
                    .all(
                        names.indices.map { number in
                            .any([.element(.init(names[number])), .element(.init(names[number] + "b"))])
                        }))
            ], tables: [tierTable(["c"], .first, [([.yes], "good"), ([.any], "poor")])])
        let questions = names.flatMap { [$0, $0 + "b"] }
        let asked = instruments(questions.map { rating(.init($0), supports: ["f/\($0)"]) }, half)
        let found = try counterfactuals(
            asked, Dictionary(uniqueKeysWithValues: questions.map { (Question.ID($0), .level(2)) }))
        #expect(found.paths?.status == .notComputed)
    }

    @Test func `every set of the shipped questionnaire reaches its outcome, and no member can be left out`()
        throws
    {
        let leadership = try Shipped.instruments("leadership")
        var tried = 0
        for seed in UInt64(1)...150 {
            var random = SplitMix(seed: seed)
            let responses = randomResponses(leadership, unknown: Int(seed % 3), &random)
            let findings = evaluate(leadership, responses: responses)
            let found = Evaluation.counterfactuals(leadership, responses: responses, findings)
            let rank = findings.tier?.determined.flatMap { now in
                findings.tier?.table.outcomes.firstIndex { $0.id == now.id }
            }
            for path in found.paths?.paths ?? [] {
                tried += 1
                var changed = responses
                for raise in path { changed[raise.question] = .given(raise.to) }
                let target = evaluate(leadership, responses: changed).tier
                #expect(target?.determined?.id == found.paths?.target)
                for left in path {
                    changed[left.question] = .given(left.from)
                    let short = evaluate(leadership, responses: changed).tier
                    let reached = short?.determined.flatMap { now in
                        short?.table.outcomes.firstIndex { $0.id == now.id }
                    }
                    #expect(reached == nil || reached == rank, "seed \(seed), without \(left.question)")
                    changed[left.question] = .given(left.to)
                }
            }
            for model in found.modelPaths {
                for path in model.finding.paths {
                    tried += 1
                    var changed = responses
                    for raise in path { changed[raise.question] = .given(raise.to) }
                    let after = evaluate(leadership, responses: changed).models
                    #expect(after.first { $0.model.id == model.model.id }?.status == .viable)
                }
            }
        }
        #expect(tried > 100)
    }
}
