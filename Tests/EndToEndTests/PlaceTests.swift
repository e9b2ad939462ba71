import Foundation
import TestSupport
import Testing

/// Clocks that are wrong, folders that are not the right ones, files that others can read.
struct PlaceTests {
    private func onOneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// A home of one's own, in which no folder is named by an option.
    @discardableResult
    private func run(
        _ arguments: String..., home: String, at here: String? = nil, input: String = "",
        environment: [String: String?] = [:]
    ) throws -> PipedProcess.Result {
        let place = here ?? home
        return try PipedProcess.run(
            "sh", ["-c", "cd '\(place)' && exec \"$@\"", "sh", Canary.path] + arguments, input: input,
            environment: ["HOME": home, "XDG_DATA_HOME": nil, "CANARY_SESSIONS": nil].merging(environment) {
                $1
            })
    }

    private func mode(of path: String) -> UInt32 {
        let permissions = try? FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
        return (permissions as? NSNumber)?.uint32Value ?? 0
    }

    private func allow(_ permissions: Int, on path: String) throws {
        try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: path)
    }

    @Test func `a folder here that others can write to is passed over, and said to be`() throws {
        try withTemporaryFolder { home in
            let here = home + "/here"
            try FileManager.default.createDirectory(
                atPath: here + "/Sessions", withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
            try run("start", "leadership", "--no-walk", "--title", "Mine", home: home, at: here)
            try allow(0o775, on: here + "/Sessions")
            let listed = try run("list", home: home, at: here)
            let started = try run("start", "leadership", "--no-walk", "--title", "New", home: home, at: here)
            for result in [listed, started] {
                let said = onOneLine(result.outputText + result.errorText)
                #expect(said.contains("`Sessions` that stands here is passed over"), "\(said)")
                #expect(said.contains("chmod go-w Sessions"))
            }
            try allow(0o755, on: here + "/Sessions")
            let again = try run("list", home: home, at: here)
            #expect(!onOneLine(again.outputText + again.errorText).contains("passed over"))
        }
    }

    @Test func `a mistyped folder says where it looked, where sessions are, and makes nothing`() throws {
        try withTemporaryFolder { home in
            try run("start", "leadership", "--no-walk", "--title", "T", home: home)
            let usual = home + "/.local/share/canary/sessions"
            for command in [["list"], ["resume"], ["show", "T"], ["evaluate", "T"]] {
                let result = try PipedProcess.run(
                    Canary.path, command + ["--sessions", home + "/typo"], input: "",
                    environment: ["HOME": home, "XDG_DATA_HOME": nil, "CANARY_SESSIONS": nil])
                let said = onOneLine(result.outputText + result.errorText)
                #expect(said.contains(home + "/typo"), "\(command)")
                #expect(said.contains("1 in `\(usual)`"), "\(command): \(said)")
                #expect(!FileManager.default.fileExists(atPath: home + "/typo"))
            }
            let made = try run("start", "leadership", "--no-walk", "--sessions", home + "/typo", home: home)
            #expect(made.status == .exited(0))
            #expect(made.errorText.contains("Made a new folder for sessions: `\(home)/typo`."))
            let again = try run("start", "leadership", "--no-walk", "--sessions", home + "/typo", home: home)
            #expect(again.errorText.isEmpty)
        }
    }

    @Test func `a folder of sessions that stands here is named before the usual one`() throws {
        try withTemporaryFolder { home in
            try run("start", "leadership", "--no-walk", "--title", "T", home: home)
            let here = home + "/work"
            try FileManager.default.createDirectory(
                atPath: here + "/Sessions", withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
            let said = onOneLine(try run("list", home: home, at: here).outputText)
            #expect(said.contains("There are no sessions in `\(here)/Sessions`"))
            #expect(said.contains("/.local/share/canary/sessions"))
            let fault = try run("show", "T", home: home, at: here)
            #expect(fault.status == .exited(1) && fault.errorText.contains("/.local/share/canary/sessions"))
        }
    }

    @Test func `permissions that became wide are said and closed`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start()
            for command in [["resume", id, "--plain"], ["list"]] {
                try allow(0o644, on: canary.journal(of: id))
                try allow(0o777, on: canary.folder)
                let result = try PipedProcess.run(
                    Canary.path, command + ["--sessions", canary.folder], input: "")
                #expect(result.errorText.contains("(mode 644)") && result.errorText.contains("(mode 777)"))
                #expect(mode(of: canary.journal(of: id)) == 0o600 && mode(of: canary.folder) == 0o700)
            }
            let again = try canary.run("list")
            #expect(again.errorText.isEmpty)
            // Other things in the folder are nobody's to close.
            try "mine".write(toFile: canary.folder + "/letter.odt", atomically: false, encoding: .utf8)
            try allow(0o777, on: canary.folder)
            let told = try canary.run("list")
            #expect(told.errorText.contains("chmod 700") && mode(of: canary.folder) == 0o777)
        }
    }

    @Test func `copies of a session that services made are named and not counted`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start()
            for name in [
                "\(id).canary (Anna's conflicted copy 2026-11-21).jsonl", "\(id) (1).canary.jsonl",
                "\(id).canary.sync-conflict-20261121-101500-ABCDEFG.jsonl", "\(id)-DESKTOP7.canary.jsonl",
            ] {
                try FileManager.default.copyItem(
                    atPath: canary.journal(of: id), toPath: canary.folder + "/" + name)
            }
            let list = try canary.json("list")
            #expect((list["sessions"] as? [[String: Any]])?.count == 1)
            let copies = try #require(list["copies"] as? [[String: Any]])
            #expect(copies.count == 4 && copies.allSatisfy { $0["of"] as? String == id })
            let said = onOneLine(try canary.run("list").outputText)
            #expect(said.contains("a copy of \(id)") && said.contains("move the other out of the folder"))
            #expect(try canary.run("show", "T").status == .exited(0))
            #expect(try canary.run("show", canary.folder + "/\(id) (1).canary.jsonl").status == .exited(0))
        }
    }

    @Test func `a session from the future says that a clock was wrong, and goes on`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start()
            let script = """
                import hashlib, json, sys
                path = sys.argv[1]
                line = open(path, "rb").read().removesuffix(b"}\\n")
                head, body = line.split(b',"body":', 1)
                h = json.loads(head + b"}")
                h["at"] = "2131-05-06T07:08:09.000Z"
                text = "\\n".join(["0" * 64, "1", h["at"], h["type"], h["digest"]])
                h["chain"] = hashlib.sha256(text.encode()).hexdigest()
                head = json.dumps(h, separators=(",", ":")).encode()[:-1]
                open(path, "wb").write(head + b',"body":' + body + b"}\\n")
                """
            let made = try PipedProcess.run(
                "python3", ["-c", script, canary.journal(of: id)], input: "")
            #expect(made.status == .exited(0), "\(made.errorText)")
            #expect(try canary.run("verify", id).status == .exited(0))
            let list = onOneLine(try canary.run("list").outputText)
            let future = "This session holds dates in the future (6 May 2131): a clock was wrong"
            #expect(list.contains("last changed 6 May 2131. \(future)"))
            let walk = onOneLine(
                try canary.run("resume", id, "--plain", input: "goto political-support\n3\n").outputText)
            #expect(walk.contains(future) && walk.contains("Saved: 3"))
            #expect(walk.components(separatedBy: "in the future").count == 2)
            let sheet = try canary.file("sheet.yaml", "political-support.leader-accepts: 2\n")
            #expect(onOneLine(try canary.run("answer", id, sheet).errorText).contains(future))
            // What is done by a clock that is right is dated by it.
            let back = "Event 2 is dated before the one above it: a clock was wrong."
            let changed = try #require(
                (try canary.json("list")["sessions"] as? [[String: Any]])?.first?["changed"] as? String)
            #expect(changed < "2131")
            let checked = try canary.run("verify", id)
            #expect(checked.status == .exited(0))
            for said in [
                checked.outputText, try canary.run("list").outputText, try canary.run("show", id).outputText,
                try canary.run("list", "--format", "json").outputText,
                try canary.run("show", id, "--format", "json").outputText,
            ] {
                let said = onOneLine(said)
                #expect(said.contains(future) && said.contains(back), "\(said.prefix(400))")
            }
            let folder = (canary.folder as NSString).deletingLastPathComponent
            for audience in ["full", "reviewers", "public"] {
                for format in ["markdown", "html", "json", "csv"] {
                    let report = try canary.run("export", id, "--format", format, "--audience", audience)
                    let said = onOneLine(report.outputText)
                    #expect(said.contains("in the future (6 May 2131)"), "\(format) for \(audience)")
                    #expect(said.contains("Event 2 is dated before"), "\(format) for \(audience)")
                }
                let book = folder + "/\(audience).xlsx"
                try canary.run("export", id, "--format", "xlsx", "--audience", audience, "-o", book)
                let texts = try PipedProcess.run("unzip", ["-p", book, "xl/sharedStrings.xml"], input: "")
                #expect(texts.outputText.contains("Event 2 is dated before"), "xlsx for \(audience)")
            }
        }
    }

    @Test func `a session that was moved takes its instruments from wherever they are given`() throws {
        try Canary.inTemporaryFolder { canary in
            let folder = (canary.folder as NSString).deletingLastPathComponent
            let library = folder + "/library"
            try FileManager.default.createDirectory(atPath: library, withIntermediateDirectories: true)
            let yaml = """
                format: canary-questionnaire/1
                id: tiny
                version: 1.0.0
                title: A tiny check
                areas:
                  - id: plan
                    title: Planning
                    questions:
                      - {id: plan.exists, text: Is there a plan?, kind: yes-no}

                """
            try yaml.write(toFile: library + "/tiny.yaml", atomically: false, encoding: .utf8)
            let id = try canary.run(
                "start", "tiny", "--no-walk", "--questionnaires", library
            ).outputText.trimmingCharacters(in: .newlines)
            let moved = folder + "/moved"
            try FileManager.default.createDirectory(atPath: moved, withIntermediateDirectories: true)
            try FileManager.default.moveItem(
                atPath: canary.journal(of: id), toPath: moved + "/\(id).canary.jsonl")
            let file = try #require(
                try FileManager.default.contentsOfDirectory(atPath: canary.folder + "/instruments").first)
            func show(_ arguments: String...) throws -> PipedProcess.Result {
                try PipedProcess.run(
                    Canary.path, ["show", id, "--sessions", moved] + arguments, input: "")
            }
            let lost = try show()
            #expect(lost.status == .exited(1) && lost.errorText.contains(file))
            #expect(lost.errorText.contains("--questionnaires"))
            #expect(try show("--questionnaires", library).status == .exited(0))
            #expect(try show("--questionnaires", canary.folder).status == .exited(0))
            // Another version is not taken in its place.
            try (yaml + "# changed\n").write(
                toFile: library + "/tiny.yaml", atomically: false, encoding: .utf8)
            #expect(try show("--questionnaires", library).status == .exited(1))
        }
    }
}
