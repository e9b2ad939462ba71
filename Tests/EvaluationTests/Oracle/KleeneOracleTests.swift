import Evaluation
import Instruments
import Sessions
import TestSupport
import Testing

/// Three-valued verdicts against SQLite, whose `and`, `or` and `not` over null are Kleene's.
struct KleeneOracleTests {
    private static let cases = 1_000
    private static let firstSeed: UInt64 = 52_000_000

    @Test func `conditions and elements have the truth that SQLite gives them`() throws {
        var cases: [(instruments: InstrumentSet, responses: [Question.ID: Response])] = []
        var queries: [String] = []
        for seed in Self.firstSeed..<Self.firstSeed + UInt64(Self.cases) {
            var random = SplitMix(seed: seed)
            let framework = randomFramework(
                "f", hasSignatures: false, mayHaveProblems: false, mayHaveGrades: false, &random)
            // Each element has one to three questions of its own, and sometimes one of another's too.
            var questions: [Question] = []
            for (number, element) in framework.elements.enumerated() {
                for part in 1...random.number(in: 1...3) {
                    var supports = ["f/\(element.id)"]
                    if random.chance(20) { supports.append("f/\(random.pick(framework.elements).id)") }
                    questions.append(
                        yesNo(.init("q\(number).\(part)"), supports: Array(Set(supports)).sorted()))
                }
            }
            var responses: [Question.ID: Response] = [:]
            for question in questions {
                responses[question.id] = random.pick([Response.yes, .yes, .no, .dontKnow, nil])
            }
            let worth = Dictionary(
                uniqueKeysWithValues: framework.elements.map { element in
                    let parts = questions.filter { $0.supports.contains(Reference("f", element.id)) }
                    return (
                        element.id,
                        "(" + parts.map { literal(responses[$0.id]) }.joined(separator: " and ") + ")"
                    )
                })
            let columns =
                framework.elements.compactMap { worth[$0.id] }
                + framework.conditions.map { sql($0.when, framework, worth) }
            queries.append("select " + columns.map { "ifnull(\($0), 2)" }.joined(separator: ", "))
            cases.append((instruments(questions, framework), responses))
        }
        let program = """
            import sqlite3, sys
            database = sqlite3.connect(":memory:")
            for query in sys.stdin:
                print(*database.execute(query).fetchone(), sep="")
            """
        let result = try PipedProcess.run(
            "python3", ["-c", program], input: queries.joined(separator: "\n") + "\n")
        try #require(result.status == .exited(0), "\(result.errorText)")
        let rows = result.outputText.split(separator: "\n")
        try #require(rows.count == cases.count)
        var unknown = 0
        for (row, item) in zip(rows, cases) {
            let findings = evaluate(item.instruments, responses: item.responses)
            let framework = try #require(item.instruments.frameworks.first)
            let elements = Dictionary(
                uniqueKeysWithValues: findings.elements.map { ($0.reference.name, $0.truth) })
            let conditions = framework.conditions.map { condition in
                condition.when.truth(
                    element: { elements[$0] }, condition: { framework.condition($0) })
            }
            let verdicts = (findings.elements.map(\.truth) + conditions.map { $0 ?? .unknown }).map(digit)
            #expect(verdicts.joined() == row)
            unknown += conditions.count { $0 == .unknown }
            // Where Kleene knows, the exact set has that one truth.
            for (condition, truth) in zip(findings.conditions, conditions) where truth != .unknown {
                #expect(condition.truth == truth)
            }
        }
        print("SQLite: \(cases.count) cases from seed \(Self.firstSeed), \(unknown) conditions unknown")
        #expect(unknown > 100)
    }

    private func literal(_ response: Response?) -> String {
        switch response {
        case .given(.yesNo(let yes))?: yes ? "1" : "0"
        default: "null"
        }
    }

    private func digit(_ truth: Truth) -> String {
        switch truth {
        case .no: "0"
        case .yes: "1"
        case .unknown: "2"
        }
    }

    private func sql(
        _ formula: Formula, _ framework: Framework, _ worth: [Element.ID: String]
    ) -> String {
        switch formula {
        case .element(let id): worth[id] ?? "null"
        case .condition(let id):
            framework.condition(id).map { sql($0.when, framework, worth) } ?? "null"
        case .problems, .share, .grade: "null"
        case .all(let parts):
            "(" + parts.map { sql($0, framework, worth) }.joined(separator: " and ") + ")"
        case .any(let parts):
            "(" + parts.map { sql($0, framework, worth) }.joined(separator: " or ") + ")"
        case .not(let part): "(not \(sql(part, framework, worth)))"
        }
    }
}
