import Foundation
import TestSupport
import Testing

/// Every row of the published tables, from a sheet through the whole program.
struct DecisionTableTests {
    /// A row of the tier table: the elements that are false, and what has to come out.
    struct TierRow: CustomTestStringConvertible {
        let rule: String
        let falseElements: Set<String>
        let tier: String
        let basis: String
        var testDescription: String { "\(rule) without \(falseElements.sorted().joined(separator: ", "))" }

        init(_ rule: String, without falseElements: Set<String>..., tier: String, basis: String) {
            self.rule = rule
            self.falseElements = falseElements.reduce([]) { $0.union($1) }
            self.tier = tier
            self.basis = basis
        }
    }

    private static let onOurMeasure = "stated-on-our-measure"
    private static let trouble: Set = ["isos/systemic", "isos/persistent"]
    private static let governance: Set = ["isos/governance-weak"]
    private static let partlyAssess: Set = ["isos/listens"]
    private static let noAssess: Set = [
        "isos/service-gets-it", "isos/politicians-get-it", "isos/corporate-gets-it",
    ]
    private static let partlyPlan: Set = ["isos/sets-priorities", "isos/plans-with-staff"]
    private static let noPlan = partlyPlan.union(["isos/plans-with-partners"])
    private static let partlyDelivery: Set = [
        "isos/resourced", "isos/structures-and-caseloads", "isos/backed-by-partners",
    ]
    private static let noDelivery = partlyDelivery.union(["isos/project-discipline"])

    @Test(arguments: [
        TierRow("all-in-place", without: trouble, governance, tier: "sector-led", basis: onOurMeasure),
        TierRow(
            "one-not-both", without: ["isos/persistent"], governance, tier: "sector-led",
            basis: "interpolated"),
        TierRow(
            "one-not-both", without: ["isos/systemic"], governance, tier: "sector-led", basis: "interpolated"),
        TierRow("governance", without: trouble, tier: "external-scrutiny", basis: onOurMeasure),
        TierRow(
            "one-gap", without: partlyAssess, trouble, governance, tier: "sector-led", basis: "interpolated"),
        TierRow(
            "one-gap", without: partlyPlan, trouble, governance, tier: "sector-led", basis: "interpolated"),
        TierRow("obstacles", without: partlyDelivery, tier: "external-scrutiny", basis: onOurMeasure),
        TierRow("obstacles", without: noDelivery, trouble, tier: "external-scrutiny", basis: onOurMeasure),
        TierRow(
            "all-lacking", without: noAssess, noPlan, noDelivery, tier: "alternative-delivery",
            basis: onOurMeasure),
        TierRow(
            "all-lacking", without: noAssess, noPlan, noDelivery, ["isos/systemic"],
            tier: "alternative-delivery", basis: onOurMeasure),
        TierRow("systemic-with-grip", tier: "external-scrutiny", basis: "interpolated"),
        TierRow(
            "otherwise", without: noAssess, noPlan, noDelivery, trouble, tier: "external-scrutiny",
            basis: "interpolated"),
        TierRow(
            "otherwise", without: noAssess, trouble, governance, tier: "external-scrutiny",
            basis: "interpolated"),
        TierRow("otherwise", without: noPlan, noDelivery, tier: "external-scrutiny", basis: "interpolated"),
    ])
    func `a full sheet gives the tier of the row`(row: TierRow) throws {
        try Canary.inTemporaryFolder { canary in
            let findings = try evaluated(canary, false: row.falseElements)
            let tier = findings["tier"] as? [String: Any]
            #expect(tier?["possible"] as? [String] == [row.tier])
            let rules = tier?["rules"] as? [[String: Any]]
            #expect(rules?.compactMap { $0["id"] as? String } == ["isos/tier#\(row.rule)"])
            #expect(rules?.first?["basis"] as? String == row.basis)
        }
    }

    /// The conditions of annex J, each with an element that settles it, and the models that need it.
    private static let conditions: [(id: String, element: String, models: Set<String>)] = [
        (
            "political-support", "annex-j/leader-accepts",
            [
                "improvement-advice", "intensive-improvement-advice", "local-authority-partnership",
                "voluntary-trust",
            ]
        ),
        (
            "size", "annex-j/small-relative-to-partner",
            ["improvement-advice", "intensive-improvement-advice", "local-authority-partnership"]
        ),
        ("scale", "annex-j/large-enough-for-trust", ["voluntary-trust", "enforced-trust"]),
        ("best-value-failure", "annex-j/best-value-failure-found", ["executive-commissioner"]),
    ]

    @Test(arguments: conditions.map(\.id))
    func `a missing condition rules out exactly the models that need it`(id: String) throws {
        let condition = try #require(Self.conditions.first { $0.id == id })
        try Canary.inTemporaryFolder { canary in
            let models = try models(canary, false: [condition.element])
            for (model, finding) in models {
                let isNeeded = condition.models.contains(model)
                #expect(
                    finding["status"] as? String == (isNeeded ? "not-viable" : "viable"), "\(model)")
                #expect((finding["missing"] as? [String]) == (isNeeded ? [id] : []), "\(model)")
            }
        }
    }

    @Test
    func `corporate support, leadership and middle management fall only with their alternatives`() throws {
        let cases: [(Set<String>, Set<String>)] = [
            (["annex-j/chief-executive-accepts"], []),
            (
                ["annex-j/chief-executive-accepts", "annex-j/chief-executive-replaceable"],
                [
                    "improvement-advice", "intensive-improvement-advice", "local-authority-partnership",
                    "voluntary-trust",
                ]
            ),
            (["annex-j/dcs-accepts"], []),
            (
                ["annex-j/dcs-accepts", "annex-j/dcs-replaceable"],
                ["improvement-advice", "intensive-improvement-advice"]
            ),
            (["annex-j/middle-managers-skilled"], []),
            (
                ["annex-j/middle-managers-skilled", "annex-j/middle-managers-backed"],
                ["improvement-advice"]
            ),
        ]
        try Canary.inTemporaryFolder { canary in
            for (untrue, ruledOut) in cases {
                let models = try models(canary, false: untrue)
                let lost = models.filter { $0.value["status"] as? String == "not-viable" }.map(\.key)
                #expect(Set(lost) == ruledOut, "\(untrue)")
            }
        }
    }

    private func models(
        _ canary: Canary, false untrue: Set<String>
    ) throws -> [String: [String: Any]] {
        let models = try evaluated(canary, false: untrue)["models"] as? [[String: Any]] ?? []
        #expect(models.count == 6)
        return Dictionary(
            models.map { ($0["id"] as? String ?? "", $0) }, uniquingKeysWith: { $1 })
    }

    private func evaluated(_ canary: Canary, false untrue: Set<String>) throws -> [String: Any] {
        let sheet = try canary.file("sheet.yaml", try Sheets(canary).sheet(false: untrue))
        let id = try canary.start()
        let result = try canary.run("answer", id, sheet)
        #expect(result.status == .exited(0), "\(result.errorText)")
        return try canary.json("evaluate", id)
    }
}
