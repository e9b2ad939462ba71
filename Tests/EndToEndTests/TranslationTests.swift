import Foundation
import Sessions
import TestSupport
import Testing

/// The program in another language, end to end: no sentence of its own stays in English.
struct TranslationTests {
    /// What people type as it is, what they wrote, and the syntax of messages and formats.
    private static let words =
        [
            "canary", "hint", "cy", "en", "posts-vaccant", "zzz", "zzzzzz", "qqq", "xxx", "e", "e1", "q",
            "sessions", "sha-256", "markdown", "html", "csv", "json", "xlsx", "docx", "pdf", "dot", "mermaid",
            "full",
            "reviewers", "public",
            "data", "audit", "observation", "frontline", "children-and-families", "politicians", "corporate",
            "partners", "inspection", "all", "answering", "words", "progress", "planning", "a1", "findings",
            "reports",
            "privacy", "keys", "workshop", "peers", "y", "n", "na", ":na", "dont-know", "leads-to",
        ] + commands
    private static let commands = [
        "back", "next", "goto", "probe", "privacy", "clear", "undo", "redo", "why", "look-for", "note",
        "evidence", "strength",
        "concern", "action", "ask", "theme", "themes", "confidential", "link", "unlink", "map", "status",
        "unanswered", "evaluate", "explain", "what-if", "paths", "next-best", "export", "title", "authority",
        "history", "sign-off", "reopen", "migrate", "language", "edit", "answers", "check", "again",
        "confirm", "help", "quit", "withdraw-review", "next-unconfirmed", "next-weak", "next-steps", "plan",
        "measure",
        "remove", "links",
        // The names of findings.
        "problems", "circles", "vicious-circles",
        "present", "room", "ground-rules", "triage", "tally", "reveal", "revote", "agree", "other-view",
        "park",
        "withdraw", "spread", "agenda", "time", "curtain", "pre-work", "read-back", "slips", "cards",
        "agreed",
        "shape", "counts", "majority", "none", "minutes", "voting", "share", "welsh", "invite", "submit",
        "merge", "ballot", "wall", "close", "count", "b1", "follow", "forget",
    ]

    /// A folder with the made-up language and the instruments of somebody else.
    private static func withLanguage(_ body: (Canary, _ folder: String) throws -> Void) throws {
        try Canary.inTemporaryFolder { canary in
            let folder = (canary.folder as NSString).deletingLastPathComponent + "/q"
            try FileManager.default.copyItem(
                atPath: Canary.package + "/Tests/EndToEndTests/Foreign", toPath: folder)
            try PseudoLanguage.write(to: folder)
            try body(canary, folder)
        }
    }

    /// The texts of the instruments, and the words above.
    private static let known = Result {
        try KnownTexts(
            folders: [package + "/Questionnaires", package + "/Tests/EndToEndTests/Foreign"],
            words: words + KeyWords.all)
    }
    private static let package = Canary.package

    /// What is in English in all that a command shows, each place once.
    private func english(
        _ canary: Canary, _ folder: String, _ arguments: [String], input: [String] = [],
        session: String? = nil
    ) throws -> [String] {
        var known = try Self.known.get()
        if let session { known = known.with(session: try canary.json("show", session)) }
        let outer = (canary.folder as NSString).deletingLastPathComponent
        let result = try PipedProcess.run(
            Canary.path,
            arguments + ["--sessions", canary.folder, "--questionnaires", folder, "--lang", "cy"],
            input: input.joined(separator: "\n") + "\n", in: outer)
        let files = try? FileManager.default.contentsOfDirectory(atPath: canary.folder)
        let sessions = (files ?? []).map { String($0.prefix { $0 != "." }) }
        let text = Self.text(result.outputText + result.errorText, without: [outer, Self.package])
            .replacing(#/\b([0-9a-f]{64}|[0-9a-f]{12})\b/#, with: "")
            .replacing(#/[\w\/-]*\.(canary\.jsonl|yaml|md|dot|html)(?![a-z])(\.new-\d+)?/#, with: "")
        #expect(!text.isEmpty, "\(arguments) says nothing")
        let own = sessions.reduce(text) { $0.replacing($1, with: "") }
        return Set(PseudoLanguage.foreignParts(of: own).flatMap { known.unknown(in: $0) }).sorted()
    }

    /// A text on one line, without what these folders are called: that is in any language.
    private static func text(_ text: String, without folders: [String]) -> String {
        func line(_ text: String) -> String {
            text.split(whereSeparator: \.isWhitespace).joined(separator: " ").replacing("\\", with: "")
        }
        // One of them can be in the other.
        return folders.map(line).sorted { $0.count > $1.count }.reduce(line(text)) {
            $0.replacing($1, with: "")
        }
    }

    @Test func `what folders are called is no English of the program`() {
        let folders = ["/home/Ann Smith/tmp.H2v", "/home/Ann Smith/tmp.H2v/Ünï  côdé"]
        let text = Self.text(
            "⟦Не⟧ /home/Ann Smith/tmp.H2v/Ünï\n  côdé/a.md, \(folders[0])/b", without: folders)
        #expect(text == "⟦Не⟧ /a.md, /b")
    }

    @Test func `the test sees what is not translated`() throws {
        let known = try Self.known.get()
        let title = "Leadership self-assessment"
        #expect(known.unknown(in: "\(title). isos/tier#2") == [])
        #expect(known.unknown(in: "\(title) is done") != [])
        #expect(PseudoLanguage.foreignParts(of: "⟦Сд ⟨3, ⟦не⟧ x⟩.⟧ word") == [" x", " word"])
    }

    private static let anywhere = [
        "help", "help goto", "help words", "help answering", "help privacy", "help keys", "help all",
        "help zzz", "why", "look-for", "status", "unanswered", "confidential loudly", "note zzz",
        "clear", "confirm",
        "1", "confirm", "undo", "redo", "note zzz", "note qqq", "evidence data \"zzz\" qqq", "evidence zzz",
        "evidence",
        "evidence audit", "strength zzz", "concern zzz", "action zzz by qqq 2027-01-31", "ask zzz",
        "theme zzz",
        "theme qqq", "themes", "theme off zzz", "theme off qqq", "theme off xxx", "confidential",
        "confidential off",
        "back", "back", "next", "?", "na zzz", "na", "zzzzzz", "e", "goto", "goto zzz", "9 zzz", "link zzz",
        "unlink zzz leads-to qqq", "map", "title zzz", "authority zzz", "title", "evaluate", "evaluate all",
        "evaluate zzz", "answers", "answers zzz", "check", "99999", "1", "note", "zzz", ".", "edit",
        "explain",
        "history", "history zzz", "sign-off", "sign-off zzz", "1", "reopen", "reopen zzz", "reopen zzz",
        "migrate", "migrate now", "language", "language zzz", "language xxx",
        "explain zzz", "explain tier", "explain tier tree", "paths", "what-if", "what-if zzz", "next-best",
        "",
        "1", "export zzz", "export", "export", "export dot", "goto end", "quit",
    ]

    @Test(arguments: [
        "leadership", "early-warning", "corporate-health", "partnership", "scoping-interview",
        "stakeholder-interview", "server-room",
    ])
    func `a conversation has no English of its own`(questionnaire: String) throws {
        try Self.withLanguage { canary, folder in
            let lines = Self.anywhere
            let isText = questionnaire.hasSuffix("interview")
            let found = try english(
                canary, folder, ["start", questionnaire, "--title", "zzz", "--authority", "zzz"],
                input: isText
                    ? lines.map { lines.contains($0) && $0 != "" ? ":" + $0 : $0 } + ["zzz", "qqq"] : lines)
            #expect(found == [])
        }
    }

    private static let workshop = [
        "zzz", "1", "12", "180", "zzz", "slips", "counts", "yes", "no", "ground-rules", "yes",
        "goto political-support", "tally 1",
        "tally zzz",
        "tally", "tally 9 9 9 9", "tally -1 1 1 1", "reveal", "tally 1 5 0 4 d2", "agree 2", "revote",
        "reveal",
        "reveal", "agree", "agree zzz", "agree 9", "revote", "tally 0 7 3 0 d2", "again", "reveal", "revote",
        "agree",
        "other-view zzz", "other-view several 4 qqq", "withdraw", "withdraw", "note qqq", "tally 0 0 0 12",
        "reveal",
        "agree 4 majority zzz", "tally 1 2 0 0 d9", "reveal", "agree none", "tally 1 0 0 0 d11", "reveal",
        "revote",
        "park zzz", "park qqq by zzz 2026-12-15", "tally 1 0 10 1", "reveal", "back", "spread", "triage",
        "triage all",
        "agenda", "time", "present", "present 99", "present 11", "room", "room zzz", "room voting cards",
        "pre-work", "curtain", "", "3", "read-back", "read-back zzz", "help workshop", "help tally",
        "history", "history all",
        "status", "check", "", "evaluate", "export", "quit",
    ]

    @Test func `a workshop has no English of its own`() throws {
        try Self.withLanguage { canary, folder in
            let found = try english(
                canary, folder,
                ["start", "leadership", "--workshop", "--title", "zzz", "--authority", "zzz"],
                input: Self.workshop)
            #expect(found == [])
            for share in ["counts", "shape", "agreed"] {
                try canary.run("resume", "zzz", input: "room share \(share)\n")
                let report = try english(
                    canary, folder, ["export", "zzz", "--format", "markdown"], session: "zzz")
                #expect(report == [])
            }
            #expect(try english(canary, folder, ["merge", "zzz", "qqq"]) == [])
            let outer = (canary.folder as NSString).deletingLastPathComponent
            #expect(try english(canary, folder, ["invite", "zzz", "-o", outer + "/qqq.canary.jsonl"]) == [])
            #expect(try english(canary, folder, ["invite", "zzz", "-o", outer + "/qqq.canary.jsonl"]) == [])
            #expect(
                try english(canary, folder, ["invite", "zzz", "--html", "-o", outer + "/ppp.html"]) == [])
            let page = try String(contentsOfFile: outer + "/ppp.html", encoding: .utf8)
            #expect(page.contains("<html lang=\"cy\">"))
            let shown = Self.shown(on: page)
            #expect(shown.count > 10_000)
            let known = try Self.known.get()
            #expect(
                Set(PseudoLanguage.foreignParts(of: shown).flatMap { known.unknown(in: $0) }).sorted() == [])
            #expect(try english(canary, folder, ["merge", "zzz", "qqq"]) == [])
            let file = outer + "/qqq.canary.jsonl"
            #expect(try english(canary, folder, ["submit", file, "--role", "zzz"]) == [])
            #expect(
                try english(
                    canary, folder, ["resume", file], input: ["goto political-support", "3", "quit"]) == [])
            #expect(try english(canary, folder, ["submit", file], input: ["2"]) == [])
            #expect(try english(canary, folder, ["submit", file], input: ["2"]) == [])
            #expect(
                try english(canary, folder, ["merge", "zzz", outer + "/qqq.canary-answers", "--erase"]) == [])
        }
    }

    /// The words of a page: without its elements, its style, its scripts, and what it tells them.
    private static func shown(on page: String) -> String {
        page.replacing(
            #/<(style|script|template)[^>]*>[^<]*(<(?!\/(style|script|template)>)[^<]*)*<\/\1>/#, with: " "
        )
        .replacing(#/<[^>]*>/#, with: " ").replacing("&#39;", with: "'").replacing("&quot;", with: "\"")
        .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static let examples = ["borsetshire", "fenmoor", "northmarsh"]

    @Test(arguments: examples)
    func `reports have no English of their own`(example: String) throws {
        try Self.withLanguage { canary, folder in
            let id = try canary.start("zzz")
            let sheet = Canary.package + "/Sessions/Examples/\(example).yaml"
            var commands = [
                ["answer", id, sheet], ["list"], ["show", id], ["evaluate", id],
                ["evaluate", id, "--what-if", "capacity-to-deliver.caseloads=1"],
            ]
            for finding in [
                "tier", "early-warning", "sector-led-partnership", "learning-culture", "capacity-to-plan",
                "listens", "isos/capacity-to-plan",
            ] {
                commands += [["explain", id, finding], ["explain", id, finding, "--tree"]]
            }
            for audience in ["full", "reviewers", "public"] {
                commands.append(["export", id, "--format", "markdown", "--audience", audience])
            }
            for command in commands {
                let found = try english(canary, folder, command, session: id)
                #expect(found == [], "\(command)")
            }
            let walk = try english(
                canary, folder, ["resume", id],
                input: [
                    "status", "unanswered", "paths", "next-best", "what-if capacity-to-deliver.caseloads=3",
                    "goto corporate-support.chief-executive-accepts", "1", "back", "4",
                ], session: id)
            #expect(walk == [])
        }
    }

    @Test func `instruments and home are shown without English of their own`() throws {
        try Self.withLanguage { canary, folder in
            let questionnaires = Canary.package + "/Questionnaires"
            for command in [
                ["questionnaire", "list"], ["questionnaire", "show", "leadership"],
                ["questionnaire", "show", "server-room", "--format", "markdown"],
                ["questionnaire", "check", "--cases", folder + "/server-room.yaml"]
                    + [folder + "/Frameworks/running-risks.yaml"],
                ["questionnaire", "check", questionnaires + "/leadership.yaml"],
            ] {
                let found = try english(canary, folder, command)
                #expect(found == [], "\(command)")
            }
            _ = try canary.start("zzz")
            #expect(try english(canary, folder, [], input: ["help", "99", "zzz", "quit"]) == [])
            #expect(try english(canary, folder, [], input: ["1", "3 zzz", "quit"]) == [])
        }
    }

    @Test func `messages have no English of their own`() throws {
        try Self.withLanguage { canary, folder in
            for command in [
                ["list"], ["resume"], ["show", "xxx"], ["start", "xxx"], ["questionnaire", "show", "xxx"],
            ] {
                let found = try english(canary, folder, command)
                #expect(found == [], "\(command)")
            }
            let id = try canary.start("zzz")
            let same = try canary.start("zzz")
            let report = try canary.file("r.md", "")
            let bad = try canary.file("bad.canary.jsonl", "qqq\n")
            let empty = try canary.file("empty.canary.jsonl", "")
            let sheet = try canary.file("s.yaml", "political-support.leader-accepts: 7\n")
            for command in [
                ["show", "zzz"], ["explain", id, "xxx"], ["explain", id, "c"], ["show", bad],
                ["show", empty],
                ["evaluate", id, "--what-if", "xxx"], ["evaluate", id, "--what-if", "xxx=1"],
                ["evaluate", id, "--what-if", "capacity-to-deliver.caseloads=9"],
                ["export", same, "--format", "markdown", "-o", report],
                ["export", same, "--format", "dot"],
                ["export", same, "--format", "markdown", "-o", "/xxx/r.md"],
                ["answer", id, sheet],
            ] {
                let found = try english(canary, folder, command)
                #expect(found == [], "\(command)")
            }
            #expect(
                try english(
                    canary, folder, ["resume", id, "--strict"],
                    input: ["goto political-support", "3", "9", "3"]) == [])
        }
    }

    @Test func `links and circles have no English of their own`() throws {
        try Self.withLanguage { canary, folder in
            let id = try canary.start("zzz", questionnaire: "corporate-health")
            let sheet = try canary.file(
                "s.yaml",
                """
                objectives.too-vague: present
                arrangements.resources-not-aligned: partly
                dysfunction.posts-vacant: present

                """)
            try canary.run("answer", id, sheet)
            let lines = [
                "link too-vague leads-to resources-not-aligned zzz",
                "link resources-not-aligned leads-to posts-vacant",
                "link posts-vacant leads-to objectives.too-vague", "link too-vague leads-to too-vague",
                "link too-vague leads-to posts-vaccant", "link posts-vacant leads-to too-vague",
                "unlink too-vague leads-to posts-vacant", "unlink posts-vacant leads-to too-vague", "undo",
                "map",
                "evaluate", "explain too-vague", "goto dysfunction.posts-vacant", "?", "map",
                "explain posts-vacant",
                "goto dysfunction.posts-vacant", "absent", "map", "explain too-vague", "evaluate",
            ]
            let found = try english(canary, folder, ["resume", id], input: lines)
            #expect(found == [])
            #expect(try english(canary, folder, ["export", id, "--format", "markdown"]) == [])
        }
    }
}
