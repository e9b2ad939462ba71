import Foundation
import TestSupport
import Testing

/// Reports that leave the authority.
struct ExportTests {
    @Test(arguments: ["markdown", "html", "json"], ["reviewers", "public"])
    func `nothing confidential is in any byte of a report`(format: String, audience: String) throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start()
            let sheet = try canary.file(
                "sheet.yaml",
                """
                political-support.leader-accepts:
                  answer: 3
                  note: SECRET-note
                  strengths: [SECRET-strength]
                  concerns: [SECRET-concern]
                  evidence:
                    - {kind: data, reference: SECRET-reference, text: SECRET-text}
                  confidential: true
                political-support.cabinet-time:
                  not-applicable: SECRET-reason
                  confidential: true
                political-support.members-role:
                  answer: 2
                  note: open words

                """)
            try canary.run("answer", id, sheet)
            try canary.run(
                "resume", id,
                input:
                    "goto political-support.leader-accepts\naction SECRET-action by SECRET-role 2027-01-31\n")
            let full = try canary.run("export", id, "--format", format, "--audience", "full")
            for word in ["note", "strength", "concern", "reference", "text", "reason", "action", "role"] {
                #expect(full.outputText.contains("SECRET-\(word)"), "\(word) is in the full report")
            }
            let report = try canary.run("export", id, "--format", format, "--audience", audience)
            #expect(report.status == .exited(0))
            #expect(!report.outputText.contains("SECRET"))
            #expect(report.outputText.contains("open words") == (audience == "reviewers"))
        }
    }

    @Test(arguments: ["reviewers", "public"])
    func `a level that a sheet marks is told to the authority alone, and the rest reads that it is withheld`(
        audience: String
    ) throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start()
            var told: Set<String> = []
            for level in 1...4 {
                let sheet = try canary.file(
                    "sheet\(level).yaml",
                    "political-support.leader-accepts: {answer: \(level), note: SECRET, confidential: level}\n"
                )
                #expect(try canary.run("answer", id, sheet).status == .exited(0))
                let report = try canary.run("export", id, "--format", "csv", "--audience", audience)
                // The first line that names the pack differs from report to report.
                let rows = report.outputText.split(separator: "\r\n").filter { !$0.hasPrefix("\"pack\"") }
                told.insert(rows.joined(separator: "\n"))
                let full = try canary.run("export", id, "--format", "csv", "--audience", "full")
                #expect(full.outputText.contains("SECRET"))
            }
            #expect(told.count == 1 && !(told.first ?? "").contains("SECRET"))
            #expect(told.first?.contains("whose level is marked confidential") == true)
            #expect(told.first?.contains("Withheld") == (audience == "reviewers"))
            let shown = try canary.run("show", id, "--format", "json")
            #expect(shown.outputText.contains("\"confidentialLevel\""), "\(shown.outputText)")
        }
    }

    @Test
    func `a file is written whole, for its owner alone, and never over another`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start()
            let path = try canary.file("report.md", "mine")
            let refused = try canary.run("export", id, "--format", "markdown", "-o", path)
            #expect(refused.status == .exited(74))
            #expect(refused.errorText.contains("is there already"))
            #expect(try String(contentsOfFile: path, encoding: .utf8) == "mine")
            let forced = try canary.run("export", id, "--format", "markdown", "-o", path, "--force")
            #expect(forced.status == .exited(0))
            #expect(try String(contentsOfFile: path, encoding: .utf8).hasPrefix("# "))
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
            let folder = (path as NSString).deletingLastPathComponent
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
                    == ["report.md", "sessions"])
        }
    }

    @Test
    func `the report of an example holds every part, in order`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start()
            try canary.run("answer", id, "\(Canary.package)/Sessions/Examples/fenmoor.yaml")
            try canary.run("resume", id, input: "ask Test whether supervision notes show reflection\n")
            let report = try canary.run("export", id, "--format", "markdown").outputText
            let parts = [
                "## Position", "### By these answers: external scrutiny", "### Early warning: widespread",
                "### What is going well", "### What worries us", "### What we ask the team to test",
                "Test whether supervision notes show reflection", "## How to read this report", "## Summary",
                "## Answers by area",
                "## Evidence", "### Rated as met without evidence", "## Signatures of risk",
                "## Tier of support, and why", "isos/tier\\#otherwise", "## Models of intervention",
                "## Plan",
                "## What is left out", "1 answer marked confidential",
            ]
            var rest = report[...]
            for part in parts {
                let found = try #require(rest.range(of: part), "\(part) is missing or out of order")
                rest = rest[found.upperBound...]
            }
        }
    }
}
