import Foundation
import TestSupport
import Testing

/// Thirteen made-up authorities, and what a fair reader of the sources said of each before the questions were seen.
struct PlausibleTests {
    private static let folder = Canary.package + "/Tests/EndToEndTests/Plausible"

    /// Where today's rules differ from the reader, by name; docs/validity.md says why each does.
    private static let differences: Set = [
        "eight-weeks-in-post: alternative-delivery is possible", "ri-strong-new-director: early warning",
    ]

    /// What the reader expects of one authority.
    private struct Expected {
        let name: String
        let leading: [String]
        let earlyWarning: Set<String>
        let raisesAlternative: Bool
    }

    private func expected() throws -> [Expected] {
        let table = try String(contentsOfFile: Self.folder + "/expected.csv", encoding: .utf8)
        return table.split(separator: "\n").dropFirst().map { line in
            let cells = line.split(separator: ",", maxSplits: 4).map(String.init)
            return Expected(
                name: cells[0], leading: cells[1].split(separator: "|").map(String.init),
                earlyWarning: Set(cells[3].split(separator: "|").map(String.init)),
                raisesAlternative: (cells[1] + cells[2]).contains("alternative-delivery-question"))
        }
    }

    private func possible(_ findings: [String: Any], _ key: String) -> [String] {
        (findings[key] as? [String: Any])?["possible"] as? [String] ?? []
    }

    @Test func `are told what a fair reader expects, but for what is named`() throws {
        var found: Set<String> = []
        let all = try expected()
        #expect(all.count == 13)
        try Canary.inTemporaryFolder { canary in
            for expected in all {
                let id = try canary.start(expected.name)
                let sheet = try canary.run("answer", id, "\(Self.folder)/\(expected.name).yaml")
                #expect(sheet.status == .exited(0), "\(expected.name): \(sheet.errorText)")
                let findings = try canary.json("evaluate", id)
                let tiers = possible(findings, "tier")
                let leads = expected.leading.contains {
                    switch $0 {
                    case "unsettled": tiers.count > 1
                    case "alternative-delivery-question": tiers.contains("alternative-delivery")
                    default: tiers.contains($0)
                    }
                }
                if !leads { found.insert("\(expected.name): lead") }
                if tiers.contains("alternative-delivery") && !expected.raisesAlternative {
                    found.insert("\(expected.name): alternative-delivery is possible")
                }
                if expected.earlyWarning.isDisjoint(with: possible(findings, "earlyWarning")) {
                    found.insert("\(expected.name): early warning")
                }
            }
        }
        #expect(found == Self.differences)
    }

    @Test func `that claim all and show nothing are told so before anything else`() throws {
        try Canary.inTemporaryFolder { canary in
            for name in ["complacent-with-papers", "complacent-without-papers", "ri-strong-new-director"] {
                let id = try canary.start(name)
                try canary.run("answer", id, "\(Self.folder)/\(name).yaml")
                let assurance = try canary.json("evaluate", id)["assurance"] as? [String: Any]
                let provesLittle = assurance?["provesLittle"] as? Bool
                #expect(provesLittle == name.hasPrefix("complacent"), "\(name): \(assurance ?? [:])")
            }
        }
    }
}
