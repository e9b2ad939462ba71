import Evaluation
import Instruments
import Sessions
import Testing

/// What happens past the limit of the diagram.
struct LimitTests {
    /// Pairs of elements whose questions are asked far apart: the diagram doubles with each pair.
    private func entangled(pairs: Int) -> InstrumentSet {
        let formula = Formula.any(
            (1...pairs).map { .all([.element(.init("x\($0)")), .element(.init("y\($0)"))]) })
        let questions = ["x", "y"].flatMap { letter in
            (1...pairs).map { yesNo(.init("\(letter)\($0)"), supports: ["f/\(letter)\($0)"]) }
        }
        return instruments(
            questions,
            framework(
                "f", [condition("c", formula)],
                tables: [tierTable(["c"], .first, [([.yes], "good"), ([.any], "poor")])]))
    }

    @Test func `past the limit there is no finding, and no wrong one`() throws {
        let tangle = entangled(pairs: 9)
        let error = #expect(throws: TooEntangled.self) { try evaluate(tangle, responses: [:], limit: 500) }
        #expect(error?.limit == 500)
        let findings = try evaluate(tangle, responses: [:])
        #expect(findings.possibleTiers == ["good", "poor"])
        #expect(findings.openQuestions.count == 18)
    }

    @Test func `answers make an entangled case exact again`() throws {
        let tangle = entangled(pairs: 9)
        var responses: [Question.ID: Response] = [:]
        for number in 1...6 { responses[.init("x\(number)")] = .no }
        let findings = try evaluate(tangle, responses: responses, limit: 500)
        #expect(findings.possibleTiers == ["good", "poor"])
        #expect(findings.openQuestions.count == 6)
    }

    @Test func `under any limit the findings are the exact ones or there are none`() throws {
        var refused = 0
        var given = 0
        for seed in UInt64(90_000)..<90_200 {
            let small = RandomCase(seed: seed)
            let exact = try evaluate(small.instruments, responses: small.responses)
            for limit in [0, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233] {
                do throws(TooEntangled) {
                    let findings = try evaluate(
                        small.instruments, responses: small.responses, limit: limit)
                    #expect(findings.possibilities == exact.possibilities, "limit \(limit)\n\(small)")
                    #expect(findings.openQuestions == exact.openQuestions, "limit \(limit)\n\(small)")
                    given += 1
                } catch {
                    #expect(error.limit == limit)
                    refused += 1
                }
            }
        }
        #expect(given > 100)
        #expect(refused > 100)
    }

    @Test(arguments: [7, 8, 10, 11])
    func `ten options that rules look at can be combined, eleven cannot`(count: Int) throws {
        let options = (1...count).map {
            AnswerKind.Option(id: .init("o\($0)"), text: "O", supports: [Reference("f", .init("e\($0)"))])
        }
        let formula = Formula.all((1...count).map { .element(.init("e\($0)")) })
        let wide = instruments(
            [Question(id: "q", text: "Which?", kind: .choices(options))],
            framework(
                "f", [condition("c", formula)],
                tables: [tierTable(["c"], .first, [([.yes], "good"), ([.any], "poor")])]))
        if count <= 10 {
            #expect(try evaluate(wide, responses: [:]).possibleTiers == ["good", "poor"])
        } else {
            #expect(throws: TooEntangled.self) { try evaluate(wide, responses: [:]) }
        }
    }

    @Test func `the leadership questionnaire stays far below the limit`() throws {
        let leadership = try Shipped.instruments("leadership")
        let findings = try evaluate(leadership, responses: [:], limit: nodeLimit / 10)
        #expect(findings.tier?.possible.count == 3)
    }
}
