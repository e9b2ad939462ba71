import Evaluation
import Instruments
import Sessions
import TestSupport
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

    @Test
    func `past the limit of a diagram the sets are the same, and nobody says how telling a question is`() {
        let tangle = entangled(pairs: 9)
        let small = evaluate(tangle, responses: [:], limit: 500)
        #expect(small.possibleTiers == ["good", "poor"])
        #expect(small.openQuestions.map(\.share) == Array(repeating: nil, count: 18))
        #expect(small.notComputed == [])
        let findings = evaluate(tangle, responses: [:])
        #expect(findings.possibleTiers == ["good", "poor"])
        #expect(Set(findings.openIDs) == Set(small.openIDs))
        #expect(findings.openQuestions.allSatisfy { $0.share != nil })
    }

    @Test func `no table takes another down`() {
        // Beside a table far past any diagram stand the headline, which is easy, and its shares.
        let pairs = 1...60
        let formula = Formula.any(
            pairs.map { .all([.element(.init("x\($0)")), .element(.init("y\($0)"))]) })
        let questions = ["x", "y"].flatMap { letter in
            pairs.map { yesNo(.init("\(letter)\($0)"), supports: ["g/\(letter)\($0)"]) }
        }
        var other = tierTable(["c"], .first, [([.yes], "good"), ([.any], "poor")])
        other.role = nil
        let both = instruments(
            [yesNo("a", supports: ["f/a"])] + questions,
            framework(
                "f", [condition("c", .element("a"))],
                tables: [tierTable(["c"], .first, [([.yes], "good"), ([.any], "poor")])]),
            framework("g", [condition("c", formula)], tables: [other]))
        let findings = evaluate(both, responses: [:])
        #expect(findings.telling == ["a 1.0"])
        #expect(findings.tables.map(\.possible) == [["good", "poor"], ["good", "poor"]])
        #expect(findings.notComputed == [])
    }

    @Test func `answers make an entangled case exact again`() throws {
        let tangle = entangled(pairs: 9)
        var responses: [Question.ID: Response] = [:]
        for number in 1...6 { responses[.init("x\(number)")] = .no }
        let findings = evaluate(tangle, responses: responses, limit: 500)
        #expect(findings.possibleTiers == ["good", "poor"])
        #expect(findings.openQuestions.count == 6)
    }

    @Test func `under any limit the sets are the same, and shares are the exact ones or missing`() {
        var missing = 0
        var given = 0
        for seed in UInt64(90_000)..<90_200 {
            let small = RandomCase(seed: seed)
            let exact = evaluate(small.instruments, responses: small.responses, links: small.links)
            for limit in [0, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233] {
                let findings = evaluate(
                    small.instruments, responses: small.responses, links: small.links, limit: limit)
                #expect(findings.possibilities == exact.possibilities, "limit \(limit)\n\(small)")
                #expect(
                    findings.elements.map(\.truth) == exact.elements.map(\.truth), "limit \(limit)\n\(small)")
                #expect(
                    findings.elements.map(\.open) == exact.elements.map(\.open), "limit \(limit)\n\(small)")
                #expect(Set(findings.openIDs) == Set(exact.openIDs), "limit \(limit)\n\(small)")
                #expect(findings.notComputed == [])
                if findings.openQuestions.contains(where: { $0.share == nil }) {
                    missing += 1
                } else {
                    #expect(findings.openQuestions == exact.openQuestions, "limit \(limit)\n\(small)")
                    given += 1
                }
            }
        }
        #expect(given > 100)
        #expect(missing > 100)
    }

    @Test(arguments: [7, 10, 11, 13, 40])
    func `options that rules look at may be as many as they like`(count: Int) {
        let options = (1...count).map {
            AnswerKind.Option(id: .init("o\($0)"), text: "O", supports: [Reference("f", .init("e\($0)"))])
        }
        let formula = Formula.all((1...count).map { .element(.init("e\($0)")) })
        let wide = instruments(
            [Question(id: "q", text: "Which?", kind: .choices(options))],
            framework(
                "f", [condition("c", formula)],
                tables: [tierTable(["c"], .first, [([.yes], "good"), ([.any], "poor")])]))
        let findings = evaluate(wide, responses: [:])
        #expect(findings.possibleTiers == ["good", "poor"])
        #expect(findings.telling == ["q 1.0"])
    }

    @Test(arguments: [UInt64](0..<24))
    func `many options are what every way of choosing them gives`(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let aloneCount = random.number(in: 0...2)
        let idleCount = random.number(in: 0...1)
        var options = (1...11).map { option("o\($0)", supports: ["f/e\($0)"]) }
        options += (0..<idleCount).map { option("i\($0)") }
        for number in 0..<aloneCount {
            options.append(option("a\(number)", supports: random.chance(50) ? ["f/e1"] : []))
            options[options.count - 1].alone = true
        }
        func element() -> Formula { .element(.init("e\(random.number(in: 1...11))")) }
        let conditions = (1...3).map { number in
            let parts = (0..<random.number(in: 2...4)).map { _ in
                random.chance(30) ? .not(element()) : element()
            }
            return condition(.init("c\(number)"), random.chance(50) ? .all(parts) : .any(parts))
        }
        let small = instruments(
            [
                question("q", .choices(options)),
                yesNo("b", supports: ["f/e2"], askWhen: .answer("q", among: [.word("o3"), .word("a0")])),
            ],
            framework(
                "f", conditions,
                tables: [
                    tierTable(
                        ["c1", "c2", "c3"], .first,
                        [
                            ([.yes, .any, .no], "good"), ([.any, .yes, .yes], "fair"),
                            ([.any, .any, .any], "poor"),
                        ])
                ]))
        let oracle = try #require(Oracle(PlainCase(small, [:], links: []), limit: 20_000))
        let found = differences(evaluate(small, responses: [:]), oracle, small, [:])
        #expect(found.isEmpty, "seed \(seed)\n\(found.joined(separator: "\n"))")
    }

    @Test(arguments: [UInt64](1...3))
    func `a corporate team may link as many problems as it likes before it knows any`(seed: UInt64) throws {
        let instruments = try Shipped.instruments("corporate-health")
        var random = SplitMix(seed: seed)
        let problems = instruments.problems
        let links = (0..<120).map { _ in Link(from: random.pick(problems), to: random.pick(problems)) }
            .filter { $0.from != $0.to }
        var responses: [Question.ID: Response] = [:]
        for question in instruments.questionnaire.questions where question.step == nil {
            responses[question.id] = .dontKnow
        }
        let findings = evaluate(instruments, responses: responses, links: links)
        #expect(findings.notComputed == [])
        #expect(findings.problems?.linked == [true, false])
        #expect(findings.problems?.problems.allSatisfy { $0.state == .unknown } == true)
        for table in findings.tables { #expect(table.possible.count > 1) }
    }

    @Test func `the leadership questionnaire stays far below the limit`() throws {
        let leadership = try Shipped.instruments("leadership")
        let findings = evaluate(leadership, responses: [:], limit: nodeLimit / 5)
        #expect(findings.tier?.possible.count == 3)
        // Past the limit no share would be given.
        #expect(!findings.openQuestions.isEmpty && findings.openQuestions.allSatisfy { $0.share != nil })
    }
}
