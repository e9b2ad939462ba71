import Evaluation
import Instruments
import Sessions
import Testing

/// Verdicts without reasons against the findings with them.
struct VerdictTests {
    /// What of a verdict differs from the findings; empty where nothing does.
    private func differences(
        _ verdict: Verdict, _ findings: Findings, _ program: RuleProgram, _ codes: [RuleAnswer]
    ) -> [String] {
        var found: [String] = []
        func same<Value: Equatable>(_ what: String, _ verdict: Value, _ finding: Value) {
            if verdict != finding { found.append("\(what): verdict \(verdict), finding \(finding)") }
        }
        for (truths, element) in zip(verdict.elements, findings.elements) {
            same("\(element.reference) gone", truths.isEmpty, element.isGone)
            let truth: Truth = truths == .holds ? .yes : truths == .fails ? .no : .unknown
            same("\(element.reference)", truth, element.truth)
        }
        for ((truths, gone), condition) in zip(
            zip(verdict.conditions, verdict.isGone), findings.conditions)
        {
            let possible = [truths.contains(.holds) ? true : nil, truths.contains(.fails) ? false : nil]
            same("\(condition.reference) gone", gone, condition.isGone)
            same("\(condition.reference)", possible.compactMap(\.self), condition.possible)
        }
        for (table, finding) in zip(verdict.tables, findings.tables) {
            same("\(finding.table.id)", table.places.map { finding.table.outcomes[$0].id }, finding.possible)
            let certain = finding.table.outcomes.enumerated()
                .filter { table.certain >> $0.offset & 1 == 1 }.map(\.element.id)
            same("\(finding.table.id) certain", certain, finding.certain)
            same("\(finding.table.id) none", table.canBeNone, finding.canBeNone)
        }
        for (truths, finding) in zip(verdict.models, findings.models) {
            let status: ModelFinding.Status =
                truths == .holds ? .viable : truths == .fails ? .notViable : .undetermined
            same("\(finding.model.id)", status, finding.status)
        }
        for (statuses, finding) in zip(verdict.signatures, findings.signatures?.signatures ?? []) {
            let possible = SignatureSet.Status.allCases.filter { statuses.contains(Verdict.Statuses($0)) }
            same("\(finding.signature.id)", possible, finding.possible)
            same("\(finding.signature.id) unknown", statuses.contains(.unknown), finding.canBeUnknown)
        }
        let grades = SignatureSet.Grade.allCases.enumerated()
            .filter { verdict.grades >> $0.offset & 1 == 1 }.map(\.element)
        same("grades", grades, findings.signatures?.grades ?? [])
        let asked = program.asked(codes)
        same(
            "problems", program.problemStates(verdict, codes, asked: asked),
            findings.problems?.problems.map(\.state) ?? [])
        let factors = Dictionary(
            (findings.factors?.groups ?? []).flatMap(\.factors).map { ($0.element.id, $0.state) },
            uniquingKeysWith: { first, _ in first })
        same(
            "factors", program.factorStates(codes, asked: asked),
            (findings.factors?.definition.groups ?? []).flatMap(\.elements).compactMap { factors[$0] })
        same("elements", verdict.elements.count, findings.elements.count)
        same("conditions", verdict.conditions.count, findings.conditions.count)
        same("tables", verdict.tables.count, findings.tables.count)
        same("models", verdict.models.count, findings.models.count)
        return found
    }

    @Test(arguments: 0..<8)
    func `a verdict has the sets that the findings have`(chunk: Int) throws {
        var (told, untold, unlaid) = (0, 0, 0)
        for seed in stride(from: 31_000 + chunk, to: 34_000, by: 8) {
            let small = RandomCase(seed: UInt64(seed))
            guard let program = RuleProgram(small.instruments) else {
                unlaid += 1
                continue
            }
            let codes = program.codes(small.responses)
            guard let verdict = program.verdict(codes, links: small.links) else {
                untold += 1
                continue
            }
            told += 1
            let findings = try evaluate(
                small.instruments, responses: small.responses, links: small.links)
            let found = differences(verdict, findings, program, codes)
            #expect(found.isEmpty, "\(found.joined(separator: "\n"))\n\(small)")
            if !found.isEmpty { return }
        }
        print("verdicts: \(told) told, \(untold) left to the diagram, \(unlaid) not laid out")
        #expect(told > 300 && unlaid == 0)
    }

    @Test(arguments: Shipped.feeding)
    func `of the instruments that ship, too`(id: Questionnaire.ID) throws {
        let instruments = try Shipped.instruments(id)
        let program = try #require(RuleProgram(instruments))
        var untold = 0
        for seed in 1...UInt64(150) {
            var random = SplitMix64(seed: seed)
            let responses = randomResponses(instruments, unknown: Int(seed % 9), &random)
            let problems = instruments.problems
            let links =
                problems.count < 2
                ? []
                : (0..<Int(seed % 4)).compactMap { _ -> Link? in
                    let link = Link(from: random.pick(problems), to: random.pick(problems))
                    return link.from == link.to ? nil : link
                }
            let codes = program.codes(responses)
            guard let verdict = program.verdict(codes, links: links) else {
                untold += 1
                continue
            }
            let findings = try evaluate(instruments, responses: responses, links: links)
            let found = differences(verdict, findings, program, codes)
            #expect(found.isEmpty, "seed \(seed) of \(id)\n\(found.joined(separator: "\n"))")
            if !found.isEmpty { return }
        }
        print("verdicts on \(id): \(untold) of 150 left to the diagram")
        #expect(untold < 5)
    }

    @Test func `the questions asked are those that a session asks`() throws {
        for seed in 1...300 {
            let small = RandomCase(seed: UInt64(seed))
            guard let program = RuleProgram(small.instruments) else { continue }
            let asked = AskedQuestions(small.instruments.questionnaire) { small.responses[$0] }
            let places = program.asked(program.codes(small.responses))
            for (question, isAsked) in zip(small.instruments.questionnaire.questions, places) {
                #expect(asked.contains(question.id) == isAsked, "\(small)")
            }
        }
    }
}
