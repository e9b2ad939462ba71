import Evaluation
import Instruments
import Sessions
import Testing

/// The reasons that go with a finding.
struct GroundTests {
    private static let cases = 1_000
    private static let firstSeed: UInt64 = 7_000_000

    @Test
    func
        `a ground is settled, and rests on answers that are given, each once, and set aside where it says so`()
        throws
    {
        for seed in Self.firstSeed..<Self.firstSeed + UInt64(Self.cases) {
            let small = RandomCase(seed: seed)
            let findings = evaluate(small.instruments, responses: small.responses)
            let asked = askedNow(small.instruments.questionnaire, small.responses).map(\.id)
            for (framework, ground) in findings.everyGround {
                let id = Reference(framework, ground.condition.id)
                let finding = findings.conditions.first { $0.reference == id }
                #expect(finding?.possible == [ground.holds], "\(id) is no ground\n\(small)")
                let questions = ground.answers.map(\.question)
                #expect(Set(questions).count == questions.count, "\(id) names an answer twice\n\(small)")
                for reason in ground.answers {
                    #expect(
                        reason.isSetAside != asked.contains(reason.question),
                        "\(reason.question) is asked or not\n\(small)")
                    #expect(reason.response == small.responses[reason.question])
                }
            }
        }
    }

    @Test func `a set-aside answer that may not count is no ground`() throws {
        let asked = instruments(
            [
                yesNo("first"),
                yesNo("then", supports: ["f/e"], askWhen: .answer("first", among: [.yes(true)])),
            ],
            framework(
                "f", [condition("c", .element("e"))],
                tables: [tierTable(["c"], .first, [([.yes], "good"), ([.no], "poor")])]))
        let findings = evaluate(asked, responses: ["then": .yes])
        #expect(findings.element("f/e")?.truth == .yes)
        #expect(findings.condition("f/c")?.possible == [true, false])
        #expect(findings.tier?.grounds.count == 0)
    }

    @Test func `a question that serves two elements is one reason`() throws {
        let asked = instruments(
            [rating("both", supports: ["f/x", "f/y"])],
            framework(
                "f", [condition("c", .all([.element("x"), .element("y")]))],
                models: [
                    Model(id: "m", title: "M", needs: ["c"], source: "test", means: Statement("M."))
                ]))
        let findings = evaluate(asked, responses: ["both": .level(4)])
        #expect(findings.models.first?.met.first?.answers.map(\.question) == ["both"])
    }

    @Test func `the answers behind a settled condition settle it, whatever else is answered`() throws {
        var tried = 0
        for seed in Self.firstSeed..<Self.firstSeed + UInt64(Self.cases) {
            let small = RandomCase(seed: seed)
            if small.instruments.questionnaire.questions.contains(where: { $0.askWhen != nil }) { continue }
            let findings = evaluate(small.instruments, responses: small.responses)
            for (id, ground) in findings.everyGround {
                guard let framework = small.instruments.framework(id),
                    findings.isKleene(ground, framework)
                else { continue }
                let behind = Set(ground.answers.map(\.question))
                let kept = small.responses.filter { id, response in
                    if case .notApplicable = response { return true }
                    return behind.contains(id)
                }
                let again = evaluate(small.instruments, responses: kept)
                let name = Reference(id, ground.condition.id)
                let finding = again.conditions.first { $0.reference == name }
                #expect(finding?.possible == [ground.holds], "\(name) needs more\n\(small)")
                tried += 1
            }
        }
        #expect(tried > 100)
    }
}

extension Findings {
    /// Every ground of every table and model, with its framework.
    fileprivate var everyGround: [(Framework.ID, Ground)] {
        tables.flatMap { table in table.grounds.map { (table.framework, $0) } }
            + models.flatMap { model in (model.met + model.missing).map { (model.framework, $0) } }
    }

    /// Whether the elements' own truths settle a ground, so that it does not rest on a shared question alone.
    fileprivate func isKleene(_ ground: Ground, _ framework: Framework) -> Bool {
        let truth = Formula.condition(ground.condition.id).truth(
            element: { id in
                let finding = elements.first { $0.reference == Reference(framework.id, id) }
                return finding?.isGone == true ? nil : finding?.truth
            },
            condition: { framework.condition($0) })
        return truth == Truth(ground.holds)
    }
}
