import Foundation
import TestSupport
import Testing

/// A folder of many sessions told of at once.
struct RegionTests {
    /// Sessions of so many authorities, answered at random; the same for the same seed.
    private func fill(
        _ canary: Canary, _ count: Int, from first: Int = 0, questionnaire: String = "leadership"
    ) throws {
        for number in first..<first + count {
            var state = UInt64(number + 1) &* 0x9E37_79B9_7F4A_7C15
            let lines = (0..<140).map { _ -> String in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return ["1", "2", "3", "4", "y", "n", "?", "3", "2"][Int(state >> 40) % 9]
            }
            try canary.run(
                "start", questionnaire, "--authority", "Council \(number)", "--title", "T\(number)",
                "--plain",
                input: lines.joined(separator: "\n") + "\n")
        }
    }

    private func collate(_ canary: Canary, _ arguments: String...) throws -> PipedProcess.Result {
        try PipedProcess.run(Canary.path, ["collate", canary.folder] + arguments, input: "")
    }

    private func picture(_ result: PipedProcess.Result) throws -> [String: Any] {
        try JSONSerialization.jsonObject(with: Data(result.output)) as? [String: Any] ?? [:]
    }

    @Test func `few authorities are not told of, and more are, in every format`() throws {
        try Canary.inTemporaryFolder { canary in
            try fill(canary, 4)
            let few = try collate(canary)
            #expect(few.status == .exited(0), "\(few.errorText)")
            #expect(few.outputText.contains("Fewer than 5 authorities answered it. Nothing is told."))
            #expect(!FileManager.default.fileExists(atPath: canary.folder + "/.canary-releases.jsonl"))
            try fill(canary, 8, from: 4)
            let text = try collate(canary)
            #expect(text.status == .exited(0), "\(text.errorText)")
            #expect(text.outputText.contains("12 authorities answered it."))
            #expect(text.outputText.split(separator: "\n").allSatisfy { $0.count <= 80 })
            let file = try canary.file("picture.json", try collate(canary, "--format", "json").outputText)
            let schema = Canary.package + "/Questionnaires/Schemas/collation.schema.json"
            let valid = try PipedProcess.run(
                "python3", [Canary.package + "/Tests/EndToEndTests/validate_schemas.py", schema, file])
            #expect(valid.status == .exited(0), "\(valid.outputText)\(valid.errorText)")
            let page = try collate(canary, "--format", "html").outputText
            #expect(page.contains("<svg") && page.contains("Content-Security-Policy"))
            #expect(try collate(canary, "--format", "csv").outputText.hasPrefix("\u{FEFF}\"questionnaire\""))
        }
    }

    @Test func `the same is told again, and a difference about few authorities is refused`() throws {
        try Canary.inTemporaryFolder { canary in
            try fill(canary, 12)
            let first = try collate(canary, "--format", "json")
            #expect(first.status == .exited(0), "\(first.errorText)")
            #expect(try collate(canary, "--format", "json").output == first.output)
            let ledger = canary.folder + "/.canary-releases.jsonl"
            let lines = try String(contentsOfFile: ledger, encoding: .utf8).split(separator: "\n")
            #expect(lines.count == 2)
            #expect(!lines.joined().contains("council"))
            let mode = try FileManager.default.attributesOfItem(atPath: ledger)[.posixPermissions] as? Int
            #expect(mode == 0o600)
            try fill(canary, 3, from: 12)
            let refused = try collate(canary)
            #expect(refused.status == .exited(1))
            #expect(refused.outputText.isEmpty)
            #expect(refused.errorText.contains("fewer than 5 authorities differ"))
            #expect(refused.errorText.contains("hint: "))
            try fill(canary, 3, from: 15)
            #expect(try collate(canary).status == .exited(0))
        }
    }

    /// The answers of an authority as a sheet: every rating at one level, every other question as its kind allows.
    private func answerAll(_ canary: Canary, _ number: Int, level: String, sign: Bool = false) throws {
        // The facts first, since some of them take neither a level nor a no.
        let facts = ["1", "6", "1", "n", "1", "3", "y", "1", "1", "goto political-support"]
        let lines = facts + (0..<140).map { $0 % 2 == 0 ? level : "n" }
        try canary.run(
            "start", "leadership", "--authority", "Council \(number)", "--title", "T\(number)", "--plain",
            input: lines.joined(separator: "\n") + "\n" + (sign ? "sign-off director\n" : ""))
    }

    @Test func `of a region in which all are alike no finding of each is told, in any format`() throws {
        try Canary.inTemporaryFolder { canary in
            for number in 0..<14 { try answerAll(canary, number, level: "1") }
            let told = try collate(canary, "--format", "json")
            #expect(told.status == .exited(0), "\(told.errorText)")
            let parts = try picture(told)["questionnaires"] as? [[String: Any]] ?? []
            let breakdowns = parts.first?["breakdowns"] as? [[String: Any]] ?? []
            let harmless: Set<String> = [
                "sector-led", "quiet", "clear", "viable", "absent", "in-place", "none", "all", "complete",
                "signed-off", "half-or-more", "within-a-level", "milder", "same", "up", "ruled-out", "met",
                "not-met", "possible",
            ]
            var words = 0
            for breakdown in breakdowns {
                for category in breakdown["categories"] as? [[String: Any]] ?? [] {
                    let name = category["id"] as? String ?? ""
                    if let size = category["authorities"] as? Int, size > 7 {
                        #expect(harmless.contains(name), "\(breakdown["id"] ?? "") \(name): \(size)")
                    }
                    if category["word"] as? String == "all-or-most" { words += 1 }
                }
            }
            #expect(words > 20)
            func category(_ breakdown: String, _ id: String) -> [String: Any] {
                let categories = breakdowns.first { $0["id"] as? String == breakdown }?["categories"]
                return (categories as? [[String: Any]] ?? []).first { $0["id"] as? String == id } ?? [:]
            }
            let widespread = category("early-warning", "widespread")
            #expect(widespread["authorities"] is NSNull)
            #expect(widespread["word"] as? String == "all-or-most")
            #expect(category("early-warning", "quiet")["word"] as? String == "few-or-none")
            let text = try collate(canary).outputText.split(whereSeparator: \.isWhitespace)
                .joined(separator: " ")
            #expect(text.contains("A challenge for all authorities or most"))
            let cells = try collate(canary, "--format", "csv").outputText
            #expect(cells.contains("all-or-most"))
            let page = try collate(canary, "--format", "html").outputText
            #expect(page.contains("all or most"))
            // The same is told again: words are on record as numbers are.
            #expect(try collate(canary, "--format", "json").output == told.output)
            let ledger = try String(
                contentsOfFile: canary.folder + "/.canary-releases.jsonl", encoding: .utf8)
            #expect(ledger.split(separator: "\n").count == 2)
        }
    }

    @Test func `what stays the same for everybody is told again, though a few differ`() throws {
        try Canary.inTemporaryFolder { canary in
            func doNotKnow(_ number: Int) throws {
                try canary.run(
                    "resume", "T\(number)", "--plain",
                    input: "goto political-support.leader-accepts\n?\nquit\n")
            }
            for number in 0..<14 { try answerAll(canary, number, level: "1") }
            for number in 0..<3 { try doNotKnow(number) }
            let first = try collate(canary, "--format", "json")
            #expect(first.status == .exited(0), "\(first.errorText)")
            // Three or four who do not know are hidden alike.
            try doNotKnow(3)
            let again = try collate(canary, "--format", "json")
            #expect(again.status == .exited(0), "\(again.errorText)")
            #expect(again.output == first.output)
            let ledger = try String(
                contentsOfFile: canary.folder + "/.canary-releases.jsonl", encoding: .utf8)
            #expect(ledger.split(separator: "\n").count == 3)
            // Five could be told by themselves, and not after four were hidden: the difference would be about one.
            try doNotKnow(4)
            let fifth = try collate(canary, "--format", "json")
            #expect(fifth.output.isEmpty || fifth.output == first.output, "\(fifth.errorText)")
        }
    }

    @Test func `a draft names who is in, tells no finding and uses up no release`() throws {
        try Canary.inTemporaryFolder { canary in
            let ledger = canary.folder + "/.canary-releases.jsonl"
            try fill(canary, 6)
            let draft = try collate(canary, "--draft", "--format", "json")
            #expect(draft.status == .exited(0), "\(draft.errorText)")
            #expect(!FileManager.default.fileExists(atPath: ledger))
            let file = try canary.file("draft.json", draft.outputText)
            let schema = Canary.package + "/Questionnaires/Schemas/collation-draft.schema.json"
            let valid = try PipedProcess.run(
                "python3", [Canary.package + "/Tests/EndToEndTests/validate_schemas.py", schema, file])
            #expect(valid.status == .exited(0), "\(valid.outputText)\(valid.errorText)")
            #expect(try collate(canary).status == .exited(0))
            let noted = try String(contentsOfFile: ledger, encoding: .utf8)
            try fill(canary, 2, from: 6)
            let text = try collate(canary, "--draft")
            #expect(text.status == .exited(0), "\(text.errorText)")
            let words = text.outputText.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            #expect(words.contains("8 authorities are in."))
            #expect(words.contains("2 new, 0 with other answers, 0 missing."))
            #expect(words.contains("A release would be refused"))
            #expect(words.contains("Council 7"))
            #expect(text.outputText.split(separator: "\n").allSatisfy { $0.count <= 80 })
            #expect(try collate(canary, "--draft", "--format", "html").outputText.contains("Council 7"))
            #expect(try String(contentsOfFile: ledger, encoding: .utf8) == noted)
            #expect(try collate(canary, "--draft", "--format", "csv").status == .exited(64))
            let refused = try collate(canary)
            #expect(refused.status == .exited(1) && refused.output.isEmpty)
            #expect(refused.errorText.contains("--draft shows who is in"))
            try fill(canary, 3, from: 8)
            #expect(try collate(canary, "--draft").outputText.contains("A release would be made"))
            #expect(try collate(canary).status == .exited(0))
        }
    }

    @Test func `a draft is the same whatever level is chosen`() throws {
        func draft(level: String) throws -> [[String: String]] {
            var returns: [[String: String]] = []
            try Canary.inTemporaryFolder { canary in
                for number in 0..<2 { try answerAll(canary, number, level: level) }
                let json = try picture(collate(canary, "--draft", "--format", "json"))
                let parts = json["questionnaires"] as? [[String: Any]] ?? []
                for item in parts.first?["returns"] as? [[String: Any]] ?? [] {
                    let counted = item["counted"] as? [String: Any] ?? [:]
                    // Which session it is, and when it changed, is another one each time.
                    returns.append(
                        counted.filter { !["session", "changed"].contains($0.key) }.mapValues { "\($0)" })
                }
            }
            return returns
        }
        let low = try draft(level: "1")
        #expect(low.count == 2)
        #expect(try draft(level: "2") == low)
    }

    @Test func `blank sessions displace no complete ones, and it is said which count`() throws {
        try Canary.inTemporaryFolder { canary in
            for number in 0..<7 { try answerAll(canary, number, level: "3") }
            let before = try collate(canary, "--format", "json")
            for number in 0..<7 {
                try canary.run(
                    "start", "leadership", "--authority", "Council \(number)", "--title", "Blank \(number)",
                    "--no-walk")
            }
            let after = try collate(canary, "--format", "json")
            #expect(after.status == .exited(0), "\(after.errorText)")
            let (old, new) = (try picture(before), try picture(after))
            #expect(old["questionnaires"] as? NSArray == new["questionnaires"] as? NSArray)
            #expect(old["questionnaires"] != nil)
            #expect(after.errorText.contains("canary: of Council 3, `"))
            #expect(after.errorText.contains("counts, and not `"))
            let draft = try collate(canary, "--draft").outputText
            let words = draft.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            #expect(words.contains("Passed over") && words.contains("(In progress, 0 of"))
        }
    }

    @Test func `what cannot be read is named with its reason, and never fatal`() throws {
        try Canary.inTemporaryFolder { canary in
            try fill(canary, 6)
            let id = try canary.start("No authority")
            try "rubbish\n".write(
                toFile: canary.folder + "/foreign.canary.jsonl", atomically: false, encoding: .utf8)
            try "notes\n".write(toFile: canary.folder + "/notes.txt", atomically: false, encoding: .utf8)
            try FileManager.default.createDirectory(
                atPath: canary.folder + "/Examples", withIntermediateDirectories: false)
            try FileManager.default.copyItem(
                atPath: canary.journal(of: id), toPath: canary.folder + "/Examples/x.canary.jsonl")
            let result = try collate(canary, "--format", "json")
            #expect(result.status == .exited(0))
            #expect(result.errorText.contains("canary: `foreign` is left out:"))
            #expect(result.errorText.contains("1 session could not be read and is left out"))
            #expect(result.errorText.contains("1 session names no authority and is left out"))
            #expect(result.errorText.contains("1 other file was passed over"))
            // Two were left out, which are too few to be told of.
            let coverage = try picture(result)["coverage"] as? [String: Any] ?? [:]
            #expect(coverage["files"] is NSNull)
            #expect(coverage["counted"] as? Int == 6)
            #expect(try collate(canary, "--fewest", "4").status == .exited(64))
        }
    }

    @Test func `nothing is told where it cannot be noted`() throws {
        try Canary.inTemporaryFolder { canary in
            try fill(canary, 5)
            try FileManager.default.createDirectory(
                atPath: canary.folder + "/.canary-releases.jsonl", withIntermediateDirectories: false)
            let result = try collate(canary)
            #expect(result.status == .exited(74))
            #expect(result.outputText.isEmpty)
            #expect(result.errorText.contains("nothing is told"))
        }
    }

    @Test func `sealed sessions are told of as open ones are, by the passphrase that all of them have`()
        throws
    {
        try Canary.inTemporaryFolder { canary in
            try fill(canary, 9)
            let open = try collate(canary, "--format", "json")
            let secret = try canary.file("passphrase", "correct horse battery staple\n")
            func withSecret(_ command: String) throws -> PipedProcess.Result {
                try PipedProcess.run(
                    "sh", ["-c", "exec '\(Canary.path)' \(command) --passphrase-fd 3 3<'\(secret)'"],
                    input: "")
            }
            let listed = try canary.json("list")["sessions"] as? [[String: Any]] ?? []
            for id in listed.compactMap({ $0["id"] as? String }).prefix(3) {
                let sealed = try withSecret("encrypt \(id) --sessions '\(canary.folder)'")
                #expect(sealed.status == .exited(0), "\(sealed.errorText)")
            }
            let told = try withSecret("collate '\(canary.folder)' --format json")
            #expect(told.status == .exited(0), "\(told.errorText)")
            #expect(told.output == open.output)
            // Without it they are named as left out, and what three fewer would change is not told.
            let locked = try collate(canary)
            #expect(locked.status == .exited(1) && locked.output.isEmpty)
            #expect(locked.errorText.contains("3 sessions could not be read and are left out"))
            #expect(locked.errorText.contains("fewer than 5 authorities differ"))
        }
    }

    @Test func `a record of releases that is emptied, cut or changed stops the telling`() throws {
        try Canary.inTemporaryFolder { canary in
            try fill(canary, 6)
            #expect(try collate(canary).status == .exited(0))
            try fill(canary, 6, from: 6)
            #expect(try collate(canary).status == .exited(0))
            let ledger = canary.folder + "/.canary-releases.jsonl"
            let whole = try String(contentsOfFile: ledger, encoding: .utf8)
            let lines = whole.split(separator: "\n").map(String.init)
            #expect(lines.count == 3)
            for (text, words) in [
                ("", "is empty"), (String(whole.prefix(40)), "is damaged in line 1"),
                (lines[0] + "\n", "lacks lines"), (lines[0] + "\n" + lines[1] + "\n", "lacks lines"),
                (String(whole.dropLast()), "lacks lines"), (whole + "{\"at\":", "lacks lines"),
                (whole.replacing("\"fewest\":5", with: "\"fewest\":6"), "lacks lines"),
                (whole + "rubbish\n", "is damaged in line 4"),
            ] {
                try text.write(toFile: ledger, atomically: false, encoding: .utf8)
                for more in [[], ["--draft"]] {
                    let refused = try PipedProcess.run(
                        Canary.path, ["collate", canary.folder] + more, input: "")
                    #expect(refused.status == .exited(1) && refused.output.isEmpty, "\(words)")
                    #expect(refused.errorText.contains(words), "\(refused.errorText)")
                    #expect(refused.errorText.contains("hint: restore the file from a backup"))
                }
                #expect(try String(contentsOfFile: ledger, encoding: .utf8) == text)
            }
            try whole.write(toFile: ledger, atomically: false, encoding: .utf8)
            #expect(try collate(canary).status == .exited(0))
        }
    }

    @Test func `a record of releases of version 0.1 is gone on with, and has a count from then on`() throws {
        try Canary.inTemporaryFolder { canary in
            try fill(canary, 6)
            let first = try collate(canary, "--format", "json")
            let ledger = canary.folder + "/.canary-releases.jsonl"
            let lines = try String(contentsOfFile: ledger, encoding: .utf8).split(separator: "\n").map(
                String.init)
            let salt = try #require(lines[0].firstMatch(of: /"salt":"[0-9a-f]{32}"/))
            let earlier = "{\"format\":\"canary-releases/1\",\(salt.output)}\n" + lines[1] + "\n"
            // One that was not finished was never followed by a telling.
            try (earlier + "{\"at\":\"2026-1").write(toFile: ledger, atomically: false, encoding: .utf8)
            #expect(try collate(canary, "--format", "json").output == first.output)
            try fill(canary, 3, from: 6)
            #expect(try collate(canary).status == .exited(1))
            try fill(canary, 3, from: 9)
            #expect(try collate(canary).status == .exited(0))
            let now = try String(contentsOfFile: ledger, encoding: .utf8)
            #expect(now.contains("canary-releases/2") && now.contains("\"releases\":2"))
            #expect(now.contains(lines[1] + "\n"))
        }
    }

    @Test func `a record of releases that is larger than any is not read`() throws {
        try Canary.inTemporaryFolder { canary in
            try fill(canary, 5)
            let ledger = canary.folder + "/.canary-releases.jsonl"
            _ = FileManager.default.createFile(atPath: ledger, contents: nil)
            try #require(FileHandle(forWritingAtPath: ledger)).truncate(atOffset: 16 * 1_024 * 1_024 + 1)
            let refused = try collate(canary)
            #expect(refused.status == .exited(74) && refused.output.isEmpty)
            #expect(refused.errorText.contains("the file is too large"))
        }
    }

    @Test func `axe-core finds nothing on the region's page`() throws {
        try Canary.inTemporaryFolder { canary in
            try fill(canary, 12)
            let page = (canary.folder as NSString).deletingLastPathComponent + "/region.html"
            let written = try collate(canary, "--format", "html", "-o", page)
            #expect(written.status == .exited(0), "\(written.errorText)")
            let script = Canary.package + "/Tests/EndToEndTests/Browser/browse.py"
            let result = try PipedProcess.run("python3", [script, "axe", page], timeLimit: .seconds(300))
            let found = try JSONSerialization.jsonObject(with: Data(result.output)) as? [String: Any] ?? [:]
            for fault in ["violations", "complaints", "wide"] {
                #expect(found[fault] as? [String] == [], "\(fault)")
            }
        }
    }

    @Test func `DuckDB and PostgreSQL have the figures that are told`() throws {
        try Canary.inTemporaryFolder { canary in
            try fill(canary, 40)
            // Of two sessions of an authority one counts.
            try canary.run(
                "start", "leadership", "--authority", "  COUNCIL   7 ", "--plain",
                input: (["goto political-support"] + Array(repeating: "4", count: 20)).joined(separator: "\n")
                    + "\n")
            // Half of them have a second round behind them.
            for number in 20..<40 {
                let answers = Array(repeating: number < 30 ? "4" : "1", count: 16).joined(separator: "\n")
                try canary.run(
                    "resume", "T\(number)", "--plain",
                    input: """
                        sign-off director
                        reopen for the second round
                        goto political-support.leader-accepts
                        \(answers)
                        sign-off director

                        """)
            }
            try fill(canary, 12, from: 50, questionnaire: "corporate-health")
            let tables = (canary.folder as NSString).deletingLastPathComponent + "/tables"
            let result = try collate(
                canary, "--format", "json", "--tables", tables, "--audience", "full")
            #expect(result.status == .exited(0), "\(result.errorText)")
            let file = try canary.file("picture.json", result.outputText)
            let asked = try PipedProcess.run(
                "python3",
                [
                    Canary.package + "/Tests/EndToEndTests/Region/ask_databases.py",
                    Canary.package + "/docs/collate.md", tables, file,
                ])
            #expect(asked.status == .exited(0), "\(asked.errorText)")
            let lines = asked.outputText.split(separator: "\n")
            #expect(lines.count == 1, "\(asked.outputText)")
            #expect((lines.last?.split(separator: " ").first.flatMap { Int($0) } ?? 0) > 40)
            let open = (canary.folder as NSString).deletingLastPathComponent + "/public"
            #expect(try collate(canary, "--tables", open).status == .exited(0))
            #expect(try FileManager.default.contentsOfDirectory(atPath: open) == ["cells.csv"])
            #expect(try collate(canary, "--tables", open).status == .exited(74))
            #expect(try collate(canary, "--tables", open, "--force").status == .exited(0))
        }
    }
}
