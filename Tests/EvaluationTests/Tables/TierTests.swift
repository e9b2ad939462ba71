import Evaluation
import Instruments
import Sessions
import Testing

/// The tier of support: `domain.md`, section 3.
@Suite(.serialized)
struct TierTests {
    /// One way in which everything that the table looks at can stand.
    struct Situation: Sendable, CustomTestStringConvertible {
        /// To self-assess, to plan and to deliver.
        var grades: [Condition.Grade]
        var systemic = false
        var persistent = false
        var governanceWeak = false

        var testDescription: String {
            """
            \(grades.map(\.rawValue)), systemic \(systemic), persistent \(persistent), \
            governance weak \(governanceWeak)
            """
        }

        /// The rule that the specification gives, with its tier and its basis.
        var told: (rule: String, tier: Outcome.ID, basis: Basis) {
            let inPlace = grades.map { $0 == .inPlace }
            let isInTrouble = systemic || persistent
            if inPlace == [true, true, true] {
                if systemic && persistent {
                    return ("systemic-with-grip", "external-scrutiny", .interpolated)
                }
                if governanceWeak { return ("governance", "external-scrutiny", .stated) }
                return isInTrouble
                    ? ("one-not-both", "sector-led", .interpolated) : ("all-in-place", "sector-led", .stated)
            }
            if inPlace[2], inPlace[0] != inPlace[1], grades.contains(.partly), !isInTrouble, !governanceWeak {
                return ("one-gap", "sector-led", .interpolated)
            }
            if inPlace == [true, true, false] { return ("obstacles", "external-scrutiny", .stated) }
            if grades.allSatisfy({ $0 == .lacking }), isInTrouble {
                return ("all-lacking", "alternative-delivery", .stated)
            }
            return ("otherwise", "external-scrutiny", .interpolated)
        }
    }

    static let situations: [Situation] = {
        let all = Condition.Grade.allCases
        let truths = [false, true]
        var found: [Situation] = []
        for assess in all {
            for plan in all {
                for deliver in all {
                    for systemic in truths {
                        for persistent in truths {
                            for governanceWeak in truths {
                                found.append(
                                    Situation(
                                        grades: [assess, plan, deliver], systemic: systemic,
                                        persistent: persistent, governanceWeak: governanceWeak))
                            }
                        }
                    }
                }
            }
        }
        return found
    }()

    private static let fine = Situation(grades: [.inPlace, .inPlace, .inPlace])

    /// Truths for every element behind what the table looks at.
    private func truths(_ situation: Situation) -> [Element.ID: Bool] {
        var truths: [Element.ID: Bool] = [
            "systemic": situation.systemic, "persistent": situation.persistent,
            "governance-weak": situation.governanceWeak, "contained-area-without-grip": false,
            "cycle": false,
        ]
        for (capacity, grade) in zip(Mirror.capacities, situation.grades) {
            let count = capacity.elements.count
            let met = grade == .inPlace ? count : grade == .partly ? count / 2 : 0
            for (number, element) in capacity.elements.enumerated() { truths[element] = number < met }
        }
        return truths
    }

    private func tier(_ truths: [Element.ID: Bool], _ isos: Framework) throws -> TableFinding {
        try #require(evaluate(measuring(isos), responses: answers(truths, in: isos)).tier)
    }

    private func rules(_ truths: [Element.ID: Bool], _ isos: Framework) throws -> [String] {
        try tier(truths, isos).rules.compactMap { $0.rule.id?.text }
    }

    @Test(arguments: FrameworkSource.allCases)
    func `each situation gives its tier, its rule and its basis`(source: FrameworkSource) throws {
        let isos = try source.isos()
        for situation in Self.situations {
            let findings = evaluate(measuring(isos), responses: answers(truths(situation), in: isos))
            let tier = try #require(findings.tier)
            let told = situation.told
            #expect(tier.determined?.id == told.tier, "\(situation.testDescription)")
            #expect(tier.rules.map { tier.id(of: $0) } == ["isos/tier#\(told.rule)"])
            #expect(tier.rules.map(\.rule.basis) == [told.basis])
            #expect(findings.openQuestions.isEmpty)
        }
        #expect(Set(Self.situations.map(\.told.rule)).count == 8)
    }

    @Test(arguments: FrameworkSource.allCases)
    func `a capacity is graded by how many of its elements are met, and by whether leaders get it`(
        source: FrameworkSource
    ) throws {
        let isos = try source.isos()
        for capacity in Mirror.capacities {
            let count = capacity.elements.count
            for bits in 0..<(1 << count) {
                var truths = truths(Self.fine)
                for (number, element) in capacity.elements.enumerated() {
                    truths[element] = bits >> number & 1 == 1
                }
                let met = bits.nonzeroBitCount
                var grade: Condition.Grade =
                    3 * met <= count ? .lacking : 3 * met >= 2 * count ? .inPlace : .partly
                if capacity.condition == "capacity-to-self-assess" {
                    // The elements come in this order: listens, then the three that get it.
                    let getIt = (bits >> 1 & 7).nonzeroBitCount
                    if getIt == 0 {
                        grade = .lacking
                    } else if grade == .inPlace, bits & 1 == 0 || getIt < 2 {
                        grade = .partly
                    }
                }
                let findings = evaluate(measuring(isos), responses: answers(truths, in: isos))
                #expect(
                    findings.condition("isos/\(capacity.condition)")?.grades == [grade],
                    "\(capacity.condition) \(bits)")
            }
        }
    }

    @Test(arguments: FrameworkSource.allCases)
    func `levels three and four make an element true, one and two false`(source: FrameworkSource) throws {
        let isos = try source.isos()
        for level in 1...4 {
            var responses = answers(truths(Self.fine), in: isos)
            responses[question(of: "listens", isos)] = .level(level)
            let findings = evaluate(measuring(isos), responses: responses)
            #expect(findings.element("isos/listens")?.truth == (level >= 3 ? .yes : .no))
            let rule = findings.tier?.rules.first?.rule.id
            #expect(rule == (level >= 3 ? "all-in-place" : "one-gap"))
        }
    }

    @Test(arguments: FrameworkSource.allCases)
    func `open answers leave open exactly the rows that they can still reach`(source: FrameworkSource) throws
    {
        let isos = try source.isos()
        let every = [
            "all-in-place", "one-not-both", "governance", "one-gap", "obstacles", "all-lacking",
            "systemic-with-grip", "otherwise",
        ]
        #expect(try rules([:], isos) == every)
        #expect(
            try rules(["systemic": true], isos) == every.filter { !["all-in-place", "one-gap"].contains($0) })
        #expect(try rules(["systemic": false], isos) == every.filter { $0 != "systemic-with-grip" })
        #expect(
            try rules(["systemic": false, "persistent": false], isos) == [
                "all-in-place", "governance", "one-gap", "obstacles", "otherwise",
            ])
        #expect(try rules(["listens": false], isos) == ["one-gap", "all-lacking", "otherwise"])
        #expect(
            try rules(["listens": false, "sets-priorities": false, "plans-with-staff": false], isos)
                == ["all-lacking", "otherwise"])
        var capable = truths(Self.fine)
        capable["systemic"] = nil
        #expect(try rules(capable, isos) == ["all-in-place", "one-not-both"])
        // Five of six are enough, whatever the sixth is.
        capable["resourced"] = nil
        #expect(try rules(capable, isos) == ["all-in-place", "one-not-both"])
        capable["project-discipline"] = nil
        capable["backed-by-partners"] = nil
        #expect(try rules(capable, isos) == ["all-in-place", "one-not-both", "obstacles"])
        capable["listens"] = false
        #expect(try rules(capable, isos) == ["one-gap", "otherwise"])
    }

    @Test(arguments: FrameworkSource.allCases)
    func `external scrutiny names its focus`(source: FrameworkSource) throws {
        let isos = try source.isos()
        let focus: [Element.ID] = ["contained-area-without-grip", "governance-weak"]
        for contained in [true, false, nil] {
            for governance in [true, false, nil] {
                var truths = truths(Situation(grades: [.inPlace, .inPlace, .partly]))
                truths[focus[0]] = contained
                truths[focus[1]] = governance
                // Whatever kind of question measures them, level three and yes make them true.
                let wanted = zip(focus, [contained, governance]).filter { $1 == true }.map(\.0)
                let tier = try tier(truths, isos)
                #expect(tier.focus.map(\.when) == wanted.map { .element($0) })
            }
        }
    }

    @Test(arguments: FrameworkSource.allCases)
    func `the tier names the answers that it rests on, those that fail first`(source: FrameworkSource) throws
    {
        let isos = try source.isos()
        let tier = try tier(
            truths(Situation(grades: [.inPlace, .inPlace, .partly], systemic: true)), isos)
        #expect(
            tier.grounds.map(\.condition.id) == [
                "capacity-to-deliver", "capacity-to-self-assess", "capacity-to-plan",
            ])
        #expect(tier.grounds.map(\.holds) == [false, true, true])
        // Of a count, what speaks for it and what speaks against it are both named.
        let because = tier.because.prefix(Mirror.capacities[2].elements.count)
        #expect(because.map(\.question) == Mirror.capacities[2].elements.map { question(of: $0, isos) })
        #expect(because.map(\.response) == [3, 3, 3, 2, 2, 2].map { .level($0) })
        #expect(tier.because.count == Mirror.capacities.map(\.elements.count).reduce(0, +))
    }

    @Test func `one rating below the line on a sound sheet leaves the tier and its rule`() throws {
        let leadership = try Shipped.instruments("leadership")
        var sound: [Question.ID: Response] = [:]
        for question in leadership.questionnaire.questions {
            switch question.kind {
            case .rating: sound[question.id] = .level(3)
            case .yesNo: sound[question.id] = .no
            case .choice(let options): sound[question.id] = options.first.map { .given(.choice($0.id)) }
            default: break
            }
        }
        let before = try #require(evaluate(leadership, responses: sound).tier)
        #expect(before.rules.map { before.id(of: $0) } == ["isos/tier#all-in-place"])
        for question in leadership.questionnaire.questions {
            guard case .rating = question.kind else { continue }
            for level in 1...2 {
                var responses = sound
                responses[question.id] = .level(level)
                let after = try #require(evaluate(leadership, responses: responses).tier)
                #expect(after.rules.map(\.number) == before.rules.map(\.number), "\(question.id)")
            }
        }
    }
}
