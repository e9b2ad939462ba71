import Foundation
import TestSupport
import Testing

/// The fictional authorities under Sessions/Examples, and what their sheets must give.
struct ExamplesTests {
    @Test
    func `Borsetshire is capable and contained`() throws {
        let findings = try findings(of: "borsetshire")
        #expect(possible(findings["tier"]) == ["sector-led"])
        #expect(rules(findings["tier"]) == ["isos/tier#all-in-place"])
        #expect(
            models(findings, "viable") == [
                "improvement-advice", "intensive-improvement-advice", "local-authority-partnership",
            ])
        #expect(possible(findings["earlyWarning"]) == ["quiet"])
        #expect(signatures(findings, ["watch"]) == ["practice-observation", "childs-journey"])
        #expect(findings["openQuestions"] as? [String] == [])
    }

    @Test
    func `Fenmoor has persistent trouble and thin leadership`() throws {
        let findings = try findings(of: "fenmoor")
        #expect(possible(findings["tier"]) == ["external-scrutiny"])
        #expect(rules(findings["tier"]) == ["isos/tier#otherwise"])
        let alongside = (findings["tier"] as? [String: Any])?["alongside"] as? [[String: Any]] ?? []
        #expect(alongside.map { $0["outcome"] as? String } == ["sector-led", "sector-led"])
        #expect(models(findings, "viable") == ["enforced-trust"])
        #expect(possible(findings["earlyWarning"]) == ["widespread"])
        #expect(findings["balance"] as? [String: Int] == ["A": 4, "B": 2, "C": 2])
        #expect(signatures(findings, ["clear"]) == ["frontline-feedback"])
    }

    @Test
    func `Northmarsh is half-way and two tiers are possible`() throws {
        let findings = try findings(of: "northmarsh")
        #expect(possible(findings["tier"]) == ["sector-led", "external-scrutiny"])
        #expect((findings["openQuestions"] as? [String] ?? []).count >= 5)
        #expect(models(findings, "undetermined").count == 6)
        #expect(possible(findings["earlyWarning"]) == ["quiet", "isolated", "combining", "widespread"])
    }

    private func findings(of name: String) throws -> [String: Any] {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start(name)
            let result = try canary.run(
                "answer", id, "\(Canary.package)/Sessions/Examples/\(name).yaml")
            #expect(result.status == .exited(0), "\(result.errorText)")
            return try canary.json("evaluate", id)
        }
    }

    private func possible(_ finding: Any?) -> [String]? {
        (finding as? [String: Any])?["possible"] as? [String]
    }

    private func rules(_ finding: Any?) -> [String]? {
        ((finding as? [String: Any])?["rules"] as? [[String: Any]])?.compactMap { $0["id"] as? String }
    }

    private func models(_ findings: [String: Any], _ status: String) -> [String] {
        (findings["models"] as? [[String: Any]] ?? []).filter { $0["status"] as? String == status }
            .compactMap { $0["id"] as? String }
    }

    private func signatures(_ findings: [String: Any], _ possible: [String]) -> [String] {
        (findings["signatures"] as? [[String: Any]] ?? [])
            .filter { $0["possible"] as? [String] == possible }
            .compactMap { $0["id"] as? String }
    }
}
