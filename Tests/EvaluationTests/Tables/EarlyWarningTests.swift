import Evaluation
import Instruments
import Sessions
import Testing

/// The grades of early warning and the balance: `domain.md`, section 4.
struct EarlyWarningTests {
    /// Answers under which exactly these signatures are evident; all others are clear but for those on watch.
    private func answers(
        _ framework: Framework, evident: [Signature.ID], watched: [Signature.ID] = [],
        open: [Signature.ID] = [], gone: [Signature.ID] = []
    ) -> [Question.ID: Response] {
        var responses: [Question.ID: Response] = [:]
        for signature in framework.signatures?.members ?? [] where !open.contains(signature.id) {
            let isGone = gone.contains(signature.id)
            let first = evident.contains(signature.id) || watched.contains(signature.id)
            responses[.init("\(signature.id).1")] = isGone ? Response.none : .level(first ? 1 : 4)
            responses[.init("\(signature.id).2")] =
                isGone ? Response.none : .level(evident.contains(signature.id) ? 2 : 3)
        }
        return responses
    }

    private func signatures(
        _ framework: Framework, _ responses: [Question.ID: Response]
    ) throws -> SignatureFindings {
        try #require(evaluate(measuring(framework), responses: responses).signatures)
    }

    @Test(arguments: FrameworkSource.allCases)
    func `the grade counts evident signatures and their categories`(source: FrameworkSource) throws {
        let framework = try source.signatures()
        let grades: [([Signature.ID], SignatureSet.Grade)] = [
            ([], .quiet), (["political-focus"], .isolated), (["anticipation"], .isolated),
            (["political-focus", "assumed-security"], .combining),
            (["self-awareness", "childs-journey", "anticipation"], .combining),
            (["political-focus", "learning-culture"], .widespread),
            (["learning-culture", "anticipation"], .widespread),
            (["political-focus", "partner-commitment", "childs-journey"], .widespread),
        ]
        for (evident, grade) in grades {
            let findings = try signatures(framework, answers(framework, evident: evident))
            #expect(findings.grades == [grade], "\(evident)")
        }
    }

    @Test(arguments: FrameworkSource.allCases)
    func `signatures on watch do not raise the grade`(source: FrameworkSource) throws {
        let framework = try source.signatures()
        let watched: [Signature.ID] = ["political-focus", "learning-culture", "anticipation"]
        let findings = try signatures(framework, answers(framework, evident: [], watched: watched))
        #expect(findings.grades == [.quiet])
        #expect(findings.signatures.count { $0.possible == [.watch] } == 3)
    }

    @Test(arguments: FrameworkSource.allCases)
    func `a signature that is unknown for good is listed, not counted`(source: FrameworkSource) throws {
        let framework = try source.signatures()
        let responses = answers(framework, evident: ["anticipation"], gone: ["political-focus"])
        let findings = try signatures(framework, responses)
        #expect(findings.grades == [.isolated])
        #expect(findings.signatures.count == 13)
    }

    @Test(arguments: FrameworkSource.allCases)
    func `where every signature is unknown for good, there is no grade`(source: FrameworkSource) throws {
        let framework = try source.signatures()
        let all = framework.signatures?.members.map(\.id) ?? []
        let none = try signatures(framework, answers(framework, evident: [], gone: all))
        #expect(none.grades.isEmpty && none.canBeUntold)
        // One that is known is enough.
        let one = try signatures(framework, answers(framework, evident: [], gone: Array(all.dropFirst())))
        #expect(one.grades == [.quiet] && !one.canBeUntold)
    }

    @Test(arguments: FrameworkSource.allCases)
    func `open signatures leave open what some answers would reach`(source: FrameworkSource) throws {
        let framework = try source.signatures()
        let sets: [([Signature.ID], [Signature.ID], [SignatureSet.Grade])] = [
            ([], ["political-focus"], [.quiet, .isolated]),
            (["anticipation"], ["childs-journey"], [.isolated, .combining]),
            (["anticipation"], ["political-focus"], [.isolated, .widespread]),
            (["anticipation"], ["political-focus", "childs-journey"], [.isolated, .combining, .widespread]),
            (["anticipation", "learning-culture"], ["political-focus"], [.widespread]),
            ([], ["political-focus", "anticipation"], [.quiet, .isolated, .widespread]),
        ]
        for (evident, open, grades) in sets {
            let findings = try signatures(framework, answers(framework, evident: evident, open: open))
            #expect(findings.grades == grades, "\(evident) \(open)")
        }
        #expect(try signatures(framework, [:]).grades == [.quiet, .isolated, .combining, .widespread])
    }

    @Test(arguments: FrameworkSource.allCases)
    func `the balance says in which category evident signatures lie`(source: FrameworkSource) throws {
        let framework = try source.signatures()
        let responses = answers(
            framework, evident: ["political-focus", "childs-journey", "anticipation"],
            watched: ["learning-culture"], open: ["self-awareness"])
        let findings = try signatures(framework, responses)
        #expect(findings.balance.map(\.category.id) == ["A", "B", "C"])
        #expect(findings.balance.map(\.category.control) == [.least, .shared, .most])
        #expect(findings.balance.map(\.evident) == [1, 0, 2])
    }

    @Test func `an indicator of two signatures warns of both`() throws {
        let asked = instruments(
            [rating("a", warnsOf: ["signatures/political-focus", "signatures/anticipation"])],
            Mirror.signatures)
        // Both are evident, or neither is: never one.
        #expect(evaluate(asked, responses: [:]).signatures?.grades == [.quiet, .widespread])
    }
}
