import Evaluation
import Instruments
import Sessions
import TestSupport
import Testing

/// The models of intervention: `domain.md`, section 2.
@Suite(.serialized)
struct ModelTests {
    private static let conditions: [Condition.ID] = [
        "political-support", "corporate-support", "childrens-services-leadership",
        "middle-management", "size", "scale", "partner-availability", "best-value-failure",
    ]

    /// What each model needs, row by row.
    private static let needs: [(model: Model.ID, conditions: [Condition.ID])] = [
        (
            "improvement-advice",
            [
                "political-support", "corporate-support", "childrens-services-leadership",
                "middle-management", "size",
            ]
        ),
        (
            "intensive-improvement-advice",
            ["political-support", "corporate-support", "childrens-services-leadership", "size"]
        ),
        ("local-authority-partnership", ["political-support", "corporate-support", "size"]),
        ("voluntary-trust", ["political-support", "corporate-support", "scale"]),
        ("enforced-trust", ["scale"]),
        ("executive-commissioner", ["best-value-failure"]),
    ]

    /// Truths for the elements behind each condition that make it hold, or not; nil leaves them open.
    private func truths(_ holds: [Condition.ID: Bool?]) -> [Element.ID: Bool] {
        let elements: [Condition.ID: [Element.ID]] = [
            "political-support": [
                "leader-accepts", "lead-member-accepts", "politicians-back-intervention",
                "leader-would-replace",
            ],
            "corporate-support": [
                "chief-executive-accepts", "chief-executive-shares", "chief-executive-replaceable",
            ],
            "childrens-services-leadership": ["dcs-understands-why", "dcs-accepts", "dcs-replaceable"],
            "middle-management": ["middle-managers-skilled", "middle-managers-backed"],
            "size": ["small-relative-to-partner"], "scale": ["large-enough-for-trust"],
            "partner-availability": ["partner-available"],
            "best-value-failure": ["best-value-failure-found"],
        ]
        var truths: [Element.ID: Bool] = [:]
        for (condition, value) in holds {
            for element in elements[condition] ?? [] { truths[element] = value }
        }
        return truths
    }

    @Test(arguments: FrameworkSource.allCases)
    func `each model needs exactly the conditions of its row`(source: FrameworkSource) throws {
        let annexJ = try source.annexJ()
        #expect(annexJ.conditions.map(\.id) == Self.conditions)
        for bits in 0..<256 {
            var holds: [Condition.ID: Bool] = [:]
            for (number, condition) in Self.conditions.enumerated() {
                holds[condition] = bits >> number & 1 == 1
            }
            let findings = evaluate(
                measuring(annexJ), responses: answers(truths(holds), in: annexJ))
            #expect(findings.models.map(\.model.id) == Self.needs.map(\.model))
            for (finding, row) in zip(findings.models, Self.needs) {
                let missing = row.conditions.filter { holds[$0] == false }
                #expect(finding.status == (missing.isEmpty ? .viable : .notViable))
                #expect(finding.missing.map(\.condition.id) == missing)
                #expect(finding.met.map(\.condition.id) == row.conditions.filter { holds[$0] == true })
                #expect(finding.unknown.isEmpty)
            }
        }
    }

    @Test(arguments: FrameworkSource.allCases)
    func `a model is undetermined only where nothing that it needs is missing`(source: FrameworkSource) throws
    {
        let annexJ = try source.annexJ()
        var random = SplitMix(seed: 6_561)
        for _ in 0..<150 {
            var holds: [Condition.ID: Bool?] = [:]
            for condition in Self.conditions { holds[condition] = random.pick([true, true, false, nil]) }
            let findings = evaluate(
                measuring(annexJ), responses: answers(truths(holds), in: annexJ))
            for (finding, row) in zip(findings.models, Self.needs) {
                let needed = row.conditions.map { holds[$0] ?? nil }
                let status: ModelFinding.Status =
                    needed.contains(false) ? .notViable : needed.contains(nil) ? .undetermined : .viable
                #expect(finding.status == status)
                #expect(
                    finding.unknown.map(\.condition.id) == row.conditions.filter { (holds[$0] ?? nil) == nil }
                )
            }
        }
    }

    @Test(arguments: FrameworkSource.allCases)
    func `political support needs all four`(source: FrameworkSource) throws {
        let elements: [Element.ID] = [
            "leader-accepts", "lead-member-accepts", "politicians-back-intervention",
            "leader-would-replace",
        ]
        try check("political-support", elements, source) { $0.allSatisfy(\.self) }
    }

    @Test(arguments: FrameworkSource.allCases)
    func `a leader who accepts and shares will do, and so will one who can be replaced`(
        source: FrameworkSource
    ) throws {
        try check(
            "corporate-support",
            ["chief-executive-accepts", "chief-executive-shares", "chief-executive-replaceable"], source
        ) { $0[0] && $0[1] || $0[2] }
        try check(
            "childrens-services-leadership", ["dcs-understands-why", "dcs-accepts", "dcs-replaceable"],
            source
        ) { $0[0] && $0[1] || $0[2] }
    }

    @Test(arguments: FrameworkSource.allCases)
    func `middle managers need skills or backing`(source: FrameworkSource) throws {
        try check("middle-management", ["middle-managers-skilled", "middle-managers-backed"], source) {
            $0[0] || $0[1]
        }
    }

    @Test(arguments: FrameworkSource.allCases)
    func `a model that would rest on a partner is cautioned where none is at hand or known`(
        source: FrameworkSource
    ) throws {
        let annexJ = try source.annexJ()
        let supports = Dictionary(uniqueKeysWithValues: Self.conditions.map { ($0, Bool?.some(true)) })
        for partner in [true, false, nil] {
            var truths = truths(supports)
            truths["partner-available"] = partner
            let findings = evaluate(measuring(annexJ), responses: answers(truths, in: annexJ))
            let onPartners = findings.models.map { model in
                model.caution.flatMap { $0.of == .element("partner-available") ? $0 : nil }
            }
            let cautions = onPartners.map { $0.map(\.when) }
            let onPartner: [Truth]? = partner == true ? nil : partner == false ? [.no] : [.unknown]
            #expect(cautions == [nil, onPartner, onPartner, nil, nil, nil])
            #expect(onPartners.compactMap(\.self).allSatisfy { $0.basis == .interpolated })
        }
    }

    @Test(arguments: FrameworkSource.allCases)
    func `a model that is not viable is not cautioned`(source: FrameworkSource) throws {
        let annexJ = try source.annexJ()
        for status in [false, nil] {
            var holds = Dictionary(uniqueKeysWithValues: Self.conditions.map { ($0, Bool?.some(true)) })
            holds["size"] = .some(status)
            var truths = truths(holds)
            truths["partner-available"] = false
            let findings = evaluate(measuring(annexJ), responses: answers(truths, in: annexJ))
            let cautioned = findings.models.filter { $0.caution != nil }
            #expect(cautioned.allSatisfy { $0.status == .viable })
            #expect(!cautioned.contains { $0.caution?.of == .element("partner-available") })
        }
    }

    /// Tries a condition for every way in which its elements can stand.
    private func check(
        _ condition: Condition.ID, _ elements: [Element.ID], _ source: FrameworkSource,
        holds: ([Bool]) -> Bool
    ) throws {
        let annexJ = try source.annexJ()
        for bits in 0..<(1 << elements.count) {
            let values = elements.indices.map { bits >> $0 & 1 == 1 }
            let truths = Dictionary(uniqueKeysWithValues: zip(elements, values))
            let findings = evaluate(measuring(annexJ), responses: answers(truths, in: annexJ))
            #expect(findings.condition("annex-j/\(condition)")?.possible == [holds(values)])
        }
    }
}
