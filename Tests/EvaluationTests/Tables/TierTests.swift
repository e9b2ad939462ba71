import Evaluation
import Instruments
import Sessions
import Testing

/// The tier of support: `domain.md`, section 3.
@Suite(.serialized)
struct TierTests {
    private static let capacities: [(condition: Condition.ID, elements: [Element.ID])] = [
        ("capacity-to-self-assess", ["listens", "self-assesses-accurately", "finds-root-causes"]),
        ("capacity-to-plan", ["knows-what-is-required", "sets-priorities", "plans-with-staff-and-partners"]),
        (
            "capacity-to-deliver",
            [
                "resourced", "project-discipline", "backed-by-politicians",
                "backed-by-corporate-centre", "backed-by-partners",
            ]
        ),
    ]

    /// One row of the table for one way in which its four conditions can stand.
    struct Row: Sendable {
        var conditions: [Bool]
        var number: Int
        var tier: Outcome.ID
        var basis: Basis
    }

    /// The sixteen ways: self-assess, plan, deliver, systemic or persistent.
    static let rows: [Row] = {
        let scrutiny: Outcome.ID = "external-scrutiny"
        return (0..<16).map { bits in
            let conditions = (0..<4).map { bits >> $0 & 1 == 1 }
            switch conditions {
            case [true, true, true, false]:
                return Row(conditions: conditions, number: 1, tier: "sector-led", basis: .stated)
            case [true, true, false, true], [true, true, false, false]:
                return Row(conditions: conditions, number: 2, tier: scrutiny, basis: .stated)
            case [false, false, false, true]:
                return Row(conditions: conditions, number: 3, tier: "alternative-delivery", basis: .stated)
            case [true, true, true, true]:
                return Row(conditions: conditions, number: 4, tier: scrutiny, basis: .interpolated)
            case [false, false, false, false]:
                return Row(conditions: conditions, number: 5, tier: scrutiny, basis: .interpolated)
            default:
                return Row(conditions: conditions, number: 6, tier: scrutiny, basis: .interpolated)
            }
        }
    }()

    /// Truths for every element behind the four conditions; of a missing capacity one element is missing.
    private func truths(_ conditions: [Bool], missing: Int = 0) -> [Element.ID: Bool] {
        var truths: [Element.ID: Bool] = ["systemic": conditions[3], "persistent": false]
        for (capacity, holds) in zip(Self.capacities, conditions) {
            for (number, element) in capacity.elements.enumerated() {
                truths[element] = holds || number != missing % capacity.elements.count
            }
        }
        return truths
    }

    @Test(arguments: FrameworkSource.allCases, rows)
    func `each row gives its tier, its rule and its basis`(source: FrameworkSource, row: Row) throws {
        let isos = try source.isos()
        let findings = evaluate(
            measuring(isos), responses: answers(truths(row.conditions), in: isos))
        let tier = try #require(findings.tier)
        #expect(tier.determined?.id == row.tier)
        #expect(tier.rules.map { tier.id(of: $0) } == ["isos/tier#\(row.number)"])
        #expect(tier.rules.map(\.rule.basis) == [row.basis])
        #expect(findings.openQuestions.isEmpty)
    }

    @Test(arguments: FrameworkSource.allCases)
    func `a capacity needs all of its elements`(source: FrameworkSource) throws {
        let isos = try source.isos()
        for (number, capacity) in Self.capacities.enumerated() {
            for missing in capacity.elements.indices {
                var conditions = [true, true, true, false]
                conditions[number] = false
                let findings = evaluate(
                    measuring(isos), responses: answers(truths(conditions, missing: missing), in: isos))
                #expect(findings.condition("isos/\(capacity.condition)")?.possible == [false])
                #expect(findings.tier?.possible == ["external-scrutiny"])
            }
        }
    }

    @Test(arguments: FrameworkSource.allCases)
    func `either circumstance is enough`(source: FrameworkSource) throws {
        let isos = try source.isos()
        for (systemic, persistent) in [(true, false), (false, true), (true, true), (false, false)] {
            var truths = truths([false, false, false, false])
            truths["systemic"] = systemic
            truths["persistent"] = persistent
            let findings = evaluate(measuring(isos), responses: answers(truths, in: isos))
            let tier: Outcome.ID =
                systemic || persistent ? "alternative-delivery" : "external-scrutiny"
            #expect(findings.tier?.determined?.id == tier)
        }
    }

    @Test(arguments: FrameworkSource.allCases)
    func `levels three and four make an element true, one and two false`(source: FrameworkSource) throws {
        let isos = try source.isos()
        for level in 1...4 {
            var responses = answers(truths([true, true, true, false]), in: isos)
            responses[question(of: "listens", isos)] = .level(level)
            let findings = evaluate(measuring(isos), responses: responses)
            #expect(findings.element("isos/listens")?.truth == (level >= 3 ? .yes : .no))
            #expect(findings.tier?.determined?.id == (level >= 3 ? "sector-led" : "external-scrutiny"))
        }
    }

    @Test(arguments: FrameworkSource.allCases)
    func `open answers leave open exactly the rows that they can still reach`(source: FrameworkSource) throws
    {
        let isos = try source.isos()
        func rows(_ truths: [Element.ID: Bool]) throws -> [Int] {
            let findings = evaluate(measuring(isos), responses: answers(truths, in: isos))
            return try #require(findings.tier).rules.map(\.number)
        }
        #expect(try rows([:]) == [1, 2, 3, 4, 5, 6])
        #expect(try rows(["systemic": true]) == [2, 3, 4, 6])
        #expect(try rows(["systemic": false]) == [1, 2, 3, 4, 5, 6])
        #expect(try rows(["systemic": false, "persistent": false]) == [1, 2, 5, 6])
        #expect(try rows(["listens": false]) == [3, 5, 6])
        #expect(try rows(["listens": false, "sets-priorities": false, "resourced": false]) == [3, 5])
        var capable = truths([true, true, true, false])
        capable["systemic"] = nil
        #expect(try rows(capable) == [1, 4])
        capable["resourced"] = nil
        #expect(try rows(capable) == [1, 2, 4])
        capable["listens"] = false
        #expect(try rows(capable) == [6])
    }

    @Test(arguments: FrameworkSource.allCases)
    func `sector-led support comes with a caution unless leaders commission well and act on feedback`(
        source: FrameworkSource
    ) throws {
        let isos = try source.isos()
        for commissions in [true, false, nil] {
            for acts in [true, false, nil] {
                var truths = truths([true, true, true, false])
                truths["commissions-effectively"] = commissions
                truths["acts-on-external-feedback"] = acts
                let findings = evaluate(measuring(isos), responses: answers(truths, in: isos))
                let isPresumed = commissions == true && acts == true
                #expect(findings.tier?.cautions.count == (isPresumed ? 0 : 1))
            }
        }
    }

    @Test(arguments: FrameworkSource.allCases, rows)
    func `scrutiny comes with a caution where leaders cannot see or plan`(
        source: FrameworkSource, row: Row
    ) throws {
        let isos = try source.isos()
        var truths = truths(row.conditions)
        truths["commissions-effectively"] = true
        truths["acts-on-external-feedback"] = true
        let findings = evaluate(measuring(isos), responses: answers(truths, in: isos))
        let cautions = try #require(findings.tier).cautions
        #expect(cautions.count == ([5, 6].contains(row.number) ? 1 : 0))
    }

    @Test(arguments: FrameworkSource.allCases)
    func `external scrutiny names its focus`(source: FrameworkSource) throws {
        let isos = try source.isos()
        let focus: [Element.ID] = ["contained-area-without-grip", "governance-weak"]
        for contained in [true, false, nil] {
            for governance in [true, false, nil] {
                var truths = truths([true, true, false, false])
                truths[focus[0]] = contained
                truths[focus[1]] = governance
                // Whatever kind of question measures them, level three and yes make them true.
                let findings = evaluate(measuring(isos), responses: answers(truths, in: isos))
                let wanted = zip(focus, [contained, governance]).filter { $1 == true }.map(\.0)
                #expect(findings.tier?.focus.map(\.when) == wanted.map { .element($0) })
            }
        }
    }

    @Test(arguments: FrameworkSource.allCases)
    func `the tier names the answers that it rests on, those that fail first`(source: FrameworkSource) throws
    {
        let isos = try source.isos()
        let findings = evaluate(
            measuring(isos), responses: answers(truths([true, true, false, true]), in: isos))
        let tier = try #require(findings.tier)
        #expect(
            tier.grounds.map(\.condition.id) == [
                "capacity-to-deliver", "capacity-to-self-assess", "capacity-to-plan",
            ])
        #expect(tier.grounds.map(\.holds) == [false, true, true])
        #expect(tier.because.first?.question == "isos.resourced")
        #expect(tier.because.first?.response == .level(2))
        #expect(tier.because.count == 1 + 3 + 3)
    }
}
