import Foundation
import TestSupport
import Testing

/// Every row of the published tables, from a sheet through the whole program.
struct DecisionTableTests {
    /// A row of the tier table: the elements that are false, and what has to come out.
    struct TierRow: CustomTestStringConvertible {
        let falseElements: Set<String>
        let tier: String
        let rule: Int
        let basis: String
        var testDescription: String { "row \(rule)" }
    }

    private static let contained: Set = ["isos/systemic", "isos/persistent"]
    private static let noAssess: Set = ["isos/listens"]
    private static let noPlan: Set = ["isos/sets-priorities"]
    private static let noDelivery: Set = ["isos/resourced"]

    @Test(arguments: [
        TierRow(falseElements: contained, tier: "sector-led", rule: 1, basis: "stated-on-our-measure"),
        TierRow(
            falseElements: noDelivery.union(contained), tier: "external-scrutiny", rule: 2,
            basis: "stated-on-our-measure"),
        TierRow(
            falseElements: noDelivery, tier: "external-scrutiny", rule: 2, basis: "stated-on-our-measure"),
        TierRow(
            falseElements: noAssess.union(noPlan).union(noDelivery), tier: "alternative-delivery", rule: 3,
            basis: "stated-on-our-measure"),
        TierRow(falseElements: [], tier: "external-scrutiny", rule: 4, basis: "interpolated"),
        TierRow(
            falseElements: ["isos/systemic"], tier: "external-scrutiny", rule: 4, basis: "interpolated"),
        TierRow(
            falseElements: noAssess.union(noPlan).union(noDelivery).union(contained),
            tier: "external-scrutiny", rule: 5, basis: "interpolated"),
        TierRow(
            falseElements: noAssess.union(contained), tier: "external-scrutiny", rule: 6,
            basis: "interpolated"),
        TierRow(
            falseElements: noPlan.union(noDelivery), tier: "external-scrutiny", rule: 6,
            basis: "interpolated"),
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
