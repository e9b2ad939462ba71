import Foundation
import TestSupport
import Testing

/// Documents that people send: what is in their files, and how they are named and made.
struct DocumentTests {
    /// What a DOCX file holds, as python-docx reads it.
    struct Word: Decodable {
        struct Table: Decodable {
            var head: [String]
            var repeats: Bool
            var rows: [[String]]
            var widths: [Int?]
        }

        var title: String
        var language: String
        var headings: [[Heading]]
        var paragraphs: [String]
        var tables: [Table]
        var header: String
        var footer: String
        var fields: [String]
        var page: [Double]
        var withoutAlternative: Int
        var links: [String]

        /// A level or a text.
        enum Heading: Decodable, Equatable {
            case level(Int)
            case text(String)

            init(from decoder: any Decoder) throws {
                let container = try decoder.singleValueContainer()
                self =
                    try (try? container.decode(Int.self)).map { .level($0) }
                    ?? .text(container.decode(String.self))
            }
        }

        /// Reads a file.
        init(_ path: String) throws {
            let read = try PipedProcess.run(
                "python3", [Canary.package + "/Tests/EndToEndTests/Exports/read_docx.py", path],
                timeLimit: .seconds(60))
            #expect(read.status == .exited(0), "\(read.errorText)")
            self = try JSONDecoder().decode(Self.self, from: Data(read.output))
        }
    }

    /// A session of an example, as it is sent to the chief executive.
    private func withExample(_ body: (_ canary: Canary, _ id: String, _ folder: String) throws -> Void) throws
    {
        try Canary.inTemporaryFolder { canary in
            let started = try canary.run(
                "start", "leadership", "--no-walk", "--title", "T", "--authority", "Fenmoor")
            let id = started.outputText.trimmingCharacters(in: .newlines)
            try canary.run("answer", id, "\(Canary.package)/Sessions/Examples/fenmoor.yaml")
            try canary.run(
                "resume", id, "--plain",
                input: """
                    goto political-support
                    action <b>Visit</b> the front door & listen [x](https://example.org) by leader 2027-01-31
                    quit

                    """)
            try body(canary, id, (canary.folder as NSString).deletingLastPathComponent)
        }
    }

    @Test
    func `a brief for word processors has headings, heads of tables, a language, and its mark on every page`()
        throws
    {
        try withExample { canary, id, folder in
            let path = folder + "/brief.docx"
            let done = try canary.run(
                "export", id, "--as", "brief", "--audience", "corporate", "--mark",
                "OFFICIAL-SENSITIVE: <ours> & \"more\"",
                "-o", path)
            #expect(done.status == .exited(0), "\(done.errorText)")
            #expect(
                done.errorText.contains(
                    "Written: the brief as docx, for the chief executive and leading members: \(path)"))
            #expect(done.errorText.contains("Left out: "))
            let word = try Word(path)
            #expect(word.title == "Fenmoor" && word.language == "en-GB" && word.page == [210, 297])
            #expect(word.headings.first == [.level(0), .text("Fenmoor")])
            #expect(word.headings.contains([.level(1), .text("By these answers: external scrutiny")]))
            #expect(word.headings.contains([.level(2), .text("Early warning: widespread")]))
            #expect(word.headings.contains([.level(2), .text("What we ask of you")]))
            #expect(word.tables.count == 3 && word.tables.allSatisfy(\.repeats))
            #expect(word.tables.allSatisfy { $0.widths.allSatisfy { ($0 ?? 0) > 0 } })
            #expect(
                word.tables.last?.rows.joined().contains {
                    $0.hasPrefix("<b>Visit</b> the front door & listen [x](https://example.org)")
                } == true, "\(word.tables.last?.rows ?? [])")
            #expect(word.header.hasPrefix("OFFICIAL-SENSITIVE: <ours> & \"more\"\nFor the chief executive"))
            #expect(word.footer.hasPrefix("Fenmoor. Draft, not signed off"))
            #expect(word.fields == ["PAGE", "NUMPAGES"])
            #expect(word.withoutAlternative == 0 && word.links == [])
        }
    }

    @Test func `LibreOffice opens a document without a loss of words, and a brief on two pages`() throws {
        try withExample { canary, id, folder in
            for (kind, most) in [("brief", 2), ("self-evaluation", 60)] {
                let path = "\(folder)/\(kind).docx"
                try canary.run("export", id, "--as", kind, "--mark", "OFFICIAL", "-o", path)
                let converted = try PipedProcess.run(
                    "soffice",
                    [
                        "-env:UserInstallation=file://\(folder)/office", "--headless", "--convert-to", "pdf",
                        "--outdir", folder, path,
                    ], timeLimit: .seconds(120))
                #expect(converted.status == .exited(0), "\(converted.errorText)")
                let pages = try Self.pages(of: "\(folder)/\(kind).pdf")
                #expect(pages.count <= most && !pages.isEmpty, "\(kind): \(pages.count) pages")
                for (number, page) in pages.enumerated() {
                    #expect(page.contains("OFFICIAL"), "\(kind) \(number)")
                    #expect(page.contains("Draft, not signed off"), "\(kind) \(number)")
                    #expect(page.contains("Page \(number + 1) of \(pages.count)"), "\(kind) \(number)")
                }
                let seen = Self.letters(of: pages.joined())
                let word = try Word(path)
                for text in word.paragraphs where !Self.letters(of: text).isEmpty {
                    // A page may end within a paragraph, so its first words are looked for.
                    #expect(seen.contains(Self.letters(of: String(text.prefix(60)))), "\(text)")
                }
            }
        }
    }

    @Test(
        arguments: ["1", "4", "open", "fenmoor", "borsetshire"], ["corporate", "full"])
    func `a brief is two pages in print, with its mark and how it stands on each`(
        answers: String, audience: String
    ) throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start()
            let folder = (canary.folder as NSString).deletingLastPathComponent
            if let level = Int(answers) {
                // Notes, strengths and concerns as long as anybody writes them.
                let words = String(repeating: "what somebody wrote at length and in the evening ", count: 20)
                let areas = try canary.json("export", id)["areas"] as? [[String: Any]] ?? []
                let asked = areas.flatMap { $0["answers"] as? [[String: Any]] ?? [] }
                let sheet = asked.filter { $0["kind"] as? String == "rating" }
                    .compactMap { ($0["question"] as? [String: Any])?["id"] as? String }
                    .map { "\($0): {answer: \(level), strengths: [\(words)], concerns: [\(words)]}" }
                let path = try canary.file("sheet.yaml", sheet.joined(separator: "\n") + "\n")
                let done = try canary.run("answer", id, path)
                #expect(done.status == .exited(0), "\(done.errorText.prefix(400))")
                let actions = (1...7).map {
                    "action \(words.prefix(300))\($0) by the director 2027-01-0\($0)"
                }
                try canary.run(
                    "resume", id, "--plain",
                    input: "goto political-support\n" + actions.joined(separator: "\n") + "\nquit\n")
            } else if answers != "open" {
                try canary.run("answer", id, "\(Canary.package)/Sessions/Examples/\(answers).yaml")
            }
            let path = folder + "/brief.pdf"
            let done = try canary.run(
                "export", id, "--as", "brief", "--audience", audience, "--mark", "OFFICIAL-SENSITIVE", "-o",
                path)
            #expect(done.status == .exited(0), "\(done.errorText)")
            let pages = try Self.pages(of: path)
            #expect(pages.count == 2)
            for page in pages {
                #expect(page.contains("OFFICIAL-SENSITIVE") && page.contains("Draft, not signed off"))
            }
        }
    }

    @Test(arguments: ["brief", "report"])
    func `a PDF is tagged, says its title and language, and describes each figure`(kind: String) throws {
        struct Tags: Decodable {
            var tagged: Bool
            var language: String?
            var showsTitle: Bool
            var figures: Int
            var undescribed: Int
            var headings: Int
            var tables: Int
            var tableHeaders: Int
        }
        try withExample { canary, id, folder in
            let path = "\(folder)/\(kind).pdf"
            let done = try canary.run("export", id, "--as", kind, "-o", path)
            #expect(done.status == .exited(0), "\(done.errorText)")
            let read = try PipedProcess.run(
                "python3", [Canary.package + "/Tests/EndToEndTests/Exports/tagged_pdf.py", path],
                timeLimit: .seconds(60))
            let tags = try JSONDecoder().decode(Tags.self, from: Data(read.output))
            #expect(tags.tagged && tags.language == "en-GB" && tags.showsTitle, "\(tags)")
            #expect(tags.undescribed == 0 && tags.figures >= (kind == "report" ? 1 : 0), "\(tags)")
            #expect(tags.headings > 3 && tags.tables > 0 && tags.tableHeaders > tags.tables, "\(tags)")
            let info = try PipedProcess.run("pdfinfo", [path], timeLimit: .seconds(60)).outputText
            #expect(info.contains(/Title: +Fenmoor|Title: +\S+/) && info.contains(/Tagged: +yes/), "\(info)")
        }
    }

    @Test func `contents of a report in print say on which page each part begins, and are right`() throws {
        try withExample { canary, id, folder in
            let (page, path) = ("\(folder)/report.html", "\(folder)/report.pdf")
            for file in [page, path] {
                let done = try canary.run("export", id, "--as", "report", "-o", file)
                #expect(done.status == .exited(0), "\(done.errorText)")
            }
            // A browser's window has no pages.
            let html = try String(contentsOfFile: page, encoding: .utf8)
            #expect(!html.contains("class=\"at\""))
            func text(_ from: Int, _ to: Int) throws -> String {
                try PipedProcess.run(
                    "pdftotext", ["-raw", "-f", "\(from)", "-l", "\(to)", path, "-"], timeLimit: .seconds(60)
                ).outputText
            }
            let lines = try text(1, 9).split(separator: "\n").map(String.init)
            let start = try #require(lines.firstIndex(of: "Contents"))
            let titles = html.matches(of: /<a href="#[a-z-]+-\d+">([^<]+)<\/a><\/li>/).map { String($0.1) }
            let numbers = lines.compactMap { $0.wholeMatch(of: /page (\d+)/).flatMap { Int($0.1) } }
            #expect(
                titles.count > 10 && numbers.count == titles.count, "\(titles) \(numbers) \(lines[start...])")
            #expect(numbers == numbers.sorted())
            for (title, number) in zip(titles, numbers) {
                let flat = try text(number, number).split(whereSeparator: \.isWhitespace).joined(
                    separator: " ")
                #expect(
                    flat.contains(title.replacing("&#39;", with: "'")), "\(title) is not on page \(number)")
            }
            let path2 = "\(folder)/without.pdf"
            let bin = "\(folder)/bin"
            let linked = try PipedProcess.run(
                "sh", ["-c", "mkdir \(bin) && ln -s $(command -v chromium) \(bin)/chromium"])
            try #require(linked.status == .exited(0))
            let without = try canary.run(
                "export", id, "--as", "report", "-o", path2, environment: ["PATH": bin])
            #expect(without.status == .exited(0), "\(without.errorText)")
            let plain = try PipedProcess.run("pdftotext", [path2, "-"], timeLimit: .seconds(60)).outputText
            #expect(plain.contains("Contents") && !plain.contains(/(?m)^page \d+$/))
        }
    }

    @Test func `the format is read off the file's name, and another one is refused`() throws {
        try withExample { canary, id, folder in
            for (name, beginning) in [
                ("a.html", "<!DOCTYPE html>"), ("a.MD", "# "), ("a.csv", "\u{FEFF}"), ("a.json", "{"),
                ("a.pdf", "%PDF"), ("a.docx", "PK"), ("a.xlsx", "PK"),
            ] {
                let done = try canary.run("export", id, "-o", "\(folder)/\(name)")
                #expect(done.status == .exited(0), "\(name) \(done.errorText)")
                let bytes = try Data(contentsOf: URL(filePath: "\(folder)/\(name)"))
                #expect(bytes.starts(with: Data(beginning.utf8)), "\(name)")
            }
            for (arguments, said) in [
                (["-o", "b.docx", "--format", "pdf"], "`b.docx` says docx, and --format says pdf"),
                (["-o", "b.txt"], "`b.txt` does not say a format"), ([], "nothing says how to write it"),
                (["--format", "docx"], "the format docx cannot be shown"),
                (["-o", "-", "--format", "pdf"], "the format pdf cannot be shown"),
                (["--as", "brief", "-o", "b.csv"], "he format csv is for the whole report"),
                (["--as", "brief", "--format", "json"], "the format json is for the whole report"),
                (["-o", "b.html", "--mark", ""], "--mark takes 1 to 60 characters"),
                (["-o", "b.docx", "--protect"], "--protect goes with html"),
            ] {
                let refused = try PipedProcess.run(
                    Canary.path, ["export", id, "--sessions", canary.folder] + arguments, input: "")
                #expect(refused.status == .exited(64), "\(arguments) \(refused.errorText)")
                #expect(refused.errorText.contains(said), "\(refused.errorText)")
                #expect(
                    refused.output.isEmpty && !FileManager.default.fileExists(atPath: arguments.first ?? "?"))
            }
        }
    }

    @Test func `at a terminal a document gets a name of its own, never that of another file`() throws {
        try withExample { canary, id, folder in
            var names: [String] = []
            for _ in 0..<2 {
                let terminal = try TerminalSession(
                    "bash",
                    [
                        "-c", "cd \"$0\" && exec \"$@\"", folder, Canary.path, "export", id, "--as", "brief",
                        "--format",
                        "markdown", "--sessions", canary.folder,
                    ], rows: 40, columns: 200)
                #expect(try terminal.waitForEnd() == .exited(0))
                #expect(
                    terminal.transcriptText.split(whereSeparator: \.isWhitespace).joined(separator: " ")
                        .contains(
                            "Written: the brief as markdown, for the chief executive and leading members:"))
                names = try FileManager.default.contentsOfDirectory(atPath: folder).filter {
                    $0.hasSuffix(".md")
                }
            }
            #expect(names.count == 2)
            #expect(
                names.contains { $0.wholeMatch(of: /fenmoor-brief-\d{4}-\d\d-\d\d\.md/) != nil }, "\(names)")
            #expect(
                names.contains { $0.wholeMatch(of: /fenmoor-brief-\d{4}-\d\d-\d\d-2\.md/) != nil }, "\(names)"
            )
        }
    }

    @Test func `without pandoc a sentence says how to get it, and nothing left`() throws {
        try withExample { canary, id, folder in
            let before = try Data(contentsOf: URL(filePath: canary.journal(of: id)))
            let refused = try canary.run(
                "export", id, "--as", "brief", "-o", folder + "/x.docx", environment: ["PATH": folder])
            #expect(refused.status == .exited(1))
            #expect(
                refused.errorText.contains("a DOCX is made by pandoc")
                    && refused.errorText.contains("apt install pandoc"))
            #expect(!FileManager.default.fileExists(atPath: folder + "/x.docx"))
            #expect(try Data(contentsOf: URL(filePath: canary.journal(of: id))) == before)
        }
    }

    @Test func `the walk writes a brief by what is typed, in any order`() throws {
        try withExample { canary, id, folder in
            let output = try canary.run(
                "resume", id, "--plain",
                input: """
                    export brief corporate \(folder)/w.docx
                    export public markdown brief \(folder)/w.md
                    export brief \(folder)/w.csv
                    export pdf \(folder)/w.html
                    quit

                    """
            ).outputText.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            #expect(
                output.contains(
                    "Written: the brief as docx, for the chief executive and leading members: \(folder)/w.docx."
                ))
            #expect(output.contains("Written: the brief as markdown, for anybody: \(folder)/w.md."))
            #expect(output.contains("he format csv is for the whole report"))
            #expect(output.contains("says html, and you say pdf"))
            #expect(try Word(folder + "/w.docx").title == "Fenmoor")
        }
    }

    @Test func `a mark stands in every format, on top or on each page`() throws {
        try withExample { canary, id, folder in
            let mark = "OFFICIAL-SENSITIVE & ours"
            func export(_ arguments: String...) throws -> String {
                try PipedProcess.run(
                    Canary.path, ["export", id, "--mark", mark, "--sessions", canary.folder] + arguments,
                    input: ""
                ).outputText
            }
            #expect(try export("--format", "markdown").hasPrefix("OFFICIAL-SENSITIVE \\& ours\n\n# "))
            #expect(try export("--format", "html").contains("OFFICIAL-SENSITIVE &amp; ours</p>"))
            #expect(try export("--format", "csv").contains("\"mark\",,,,\"\(mark)\""))
            #expect(try export("--format", "json").contains("\"mark\" : \"\(mark)\""))
            _ = try export("-o", folder + "/m.xlsx")
            _ = try export("-o", folder + "/m.pdf")
            let sheet = try PipedProcess.run(
                "python3",
                [
                    "-c",
                    "import sys,openpyxl; print(*[s.oddHeader.center.text for s in openpyxl.load_workbook(sys.argv[1])])",
                    folder + "/m.xlsx",
                ])
            #expect(
                sheet.outputText.contains("OFFICIAL-SENSITIVE && ours. Draft, not signed off"),
                "\(sheet.outputText)\(sheet.errorText)")
            let pages = try Self.pages(of: folder + "/m.pdf")
            #expect(
                pages.count > 5
                    && pages.allSatisfy { $0.contains(mark) && $0.contains("Draft, not signed off") })
        }
    }

    /// The text of each page of a PDF.
    private static func pages(of path: String) throws -> [String] {
        let text = try PipedProcess.run("pdftotext", ["-layout", path, "-"], timeLimit: .seconds(60))
            .outputText
        return text.split(separator: "\u{C}").map(String.init)
    }

    /// The letters and digits of a text: how it is broken into lines differs.
    private static func letters(of text: String) -> String {
        text.filter { $0.isLetter || $0.isNumber }
    }
}
