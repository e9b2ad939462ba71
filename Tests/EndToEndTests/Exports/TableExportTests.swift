import Foundation
import TestSupport
import Testing

/// CSV and XLSX, read back by programs that are not ours.
struct TableExportTests {
    /// A session whose every text would be a formula, or would break a table.
    private func withReports(
        _ format: String, _ audience: String = "reviewers",
        _ body: (_ path: String, _ id: String) throws -> Void
    ) throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start("=1+1")
            try canary.run(
                "resume", id,
                input: """
                    goto political-support
                    3 =HYPERLINK("http://example.com")
                    back
                    note
                    first, "quoted"; line
                      @SUM(A1)
                    \u{FF1D}1+1
                    .
                    evidence data +1 -2
                    strength @cmd
                    concern -1
                    action =2+2 by =chair 2027-01-31
                    ask =3+3
                    quit

                    """)
            let path = (canary.folder as NSString).deletingLastPathComponent + "/report.\(format)"
            let result = try canary.run(
                "export", id, "--format", format, "--audience", audience, "-o", path)
            #expect(result.status == .exited(0), "\(result.errorText)")
            try body(path, id)
        }
    }

    private func python(_ code: String, _ arguments: String...) throws -> String {
        let result = try PipedProcess.run("python3", ["-c", code] + arguments)
        #expect(result.status == .exited(0), "\(result.errorText)")
        return result.outputText
    }

    private static let readCSV = """
        import csv, json, sys
        data = open(sys.argv[1], 'rb').read()
        assert data.startswith(b'\\xef\\xbb\\xbf'), 'no byte order mark'
        rows = list(csv.reader(data.decode('utf-8-sig').splitlines(keepends=True), strict=True))
        assert len({len(row) for row in rows}) == 1, 'rows of different lengths'
        print(json.dumps(rows))
        """

    @Test func `a table is read by others as it was meant, and no line of a cell begins like a formula`()
        throws
    {
        try withReports("csv") { path, _ in
            let rows = try JSONDecoder().decode([[String]].self, from: Data(python(Self.readCSV, path).utf8))
            #expect(Set(rows.map { $0[0] }).isSuperset(of: ["record", "pack", "answer", "action", "ask"]))
            let first = try #require(
                rows.first { $0[3] == "political-support.leader-accepts" && $0[0] == "answer" })
            #expect(first[5] == "answered" && first[7] == "3")
            #expect(first[9].contains("first, \"quoted\"; line"))
            for cell in rows.joined() {
                for line in cell.split(whereSeparator: \.isNewline) {
                    let start = line.drop { $0 == " " }.first
                    #expect(
                        start.map { "=+-@\t\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".contains($0) } != true, "\(line)"
                    )
                }
            }
            #expect(rows.contains { $0[0] == "ask" && $0[4] == "'=3+3" })
            let bytes = try Data(contentsOf: URL(filePath: path))
            #expect(bytes.suffix(2) == Data("\r\n".utf8))
        }
    }

    @Test func `the public table holds findings, and no answer`() throws {
        try withReports("csv", "public") { path, _ in
            let rows = try JSONDecoder().decode([[String]].self, from: Data(python(Self.readCSV, path).utf8))
            #expect(!rows.contains { ["answer", "action", "ask"].contains($0[0]) })
            #expect(rows.contains { $0[0] == "finding" })
        }
    }

    private static let readWorkbook = Canary.package + "/Tests/EndToEndTests/Exports/read_workbook.py"

    private func workbook(_ path: String, _ sheet: String...) throws -> Any {
        let result = try PipedProcess.run("python3", [Self.readWorkbook, path] + sheet)
        #expect(result.status == .exited(0), "\(result.errorText)")
        return try JSONSerialization.jsonObject(with: Data(result.output))
    }

    @Test func `a workbook is locked but for the reviewer's columns, and holds no formula`() throws {
        try withReports("xlsx") { path, id in
            let book = try #require(try workbook(path) as? [String: Any])
            #expect(
                book["sheets"] as? [String] == [
                    "Summary", "Answers", "Evidence", "Signatures", "Actions and asks", "Review", "canary",
                ])
            #expect(book["hidden"] as? [String] == ["canary"])
            #expect(book["unprotected"] as? [String] == [])
            #expect(book["formulas"] as? [String] == [])
            let open = try #require(book["open"] as? [String: [String]])
            #expect(open["Review"] == ["B", "F", "G", "H", "I", "J"])
            #expect(open.filter { !$0.value.isEmpty }.keys.sorted() == ["Review"])
            #expect(
                book["choices"] as? [String] == [
                    "\"1,2,3,4\"", "\"agree,challenge,more-evidence,not-looked-at\"", "\"yes,no\"",
                ])
            // Rows can be chosen, and every page in print says what its columns are and for whom it is.
            let heads = try #require(book["heads"] as? [String: [String]])
            #expect(heads["Answers"] == ["A1", "$1:$1"] && heads["Review"] == ["A4", "$4:$4"])
            #expect(book["closed filters"] as? [String] == [])
            #expect((book["footers"] as? [String])?.count == 1)
            #expect((book["footers"] as? [String])?.first?.contains("For the peer review team") == true)
            let answers = try #require(try workbook(path, "Answers") as? [[Any]])
            #expect(answers.joined().contains { ($0 as? String)?.contains("E1, data: +1 -2") == true })
            let identity = try #require(try workbook(path, "canary") as? [[Any]])
            #expect(identity.contains { $0[0] as? String == "session" && $0[1] as? String == id })
        }
    }

    /// What LibreOffice makes of a file: its cells, or how many of them are formulas.
    private static let spreadsheet = """
        import json, re, subprocess, sys, zipfile
        from pathlib import Path
        file = Path(sys.argv[1])
        profile = f'-env:UserInstallation=file://{file.parent}/office'
        subprocess.run(['soffice', profile, '--headless', '--convert-to', 'ods', '--outdir', str(file.parent),
                        str(file)], check=True, capture_output=True, timeout=120)
        content = zipfile.ZipFile(file.with_suffix('.ods')).read('content.xml').decode()
        print(json.dumps({
            'formulas': len(re.findall('table:formula', content)),
            'errors': len(re.findall('#(?:NAME|VALUE|REF|DIV)', content)),
            'protected': len(re.findall('table:protected="true"', content)),
            'texts': sorted(set(re.findall('<text:p>([^<]*)</text:p>', content)))}))
        """

    @Test(arguments: ["csv", "xlsx"])
    func `a spreadsheet opens it, and finds texts and no formula`(format: String) throws {
        try withReports(format) { path, _ in
            let result = try PipedProcess.run(
                "python3", ["-c", Self.spreadsheet, path], timeLimit: .seconds(180))
            #expect(result.status == .exited(0), "\(result.errorText)")
            let found = try JSONSerialization.jsonObject(with: Data(result.output)) as? [String: Any] ?? [:]
            #expect(found["formulas"] as? Int == 0)
            #expect(found["errors"] as? Int == 0)
            let texts = try #require(found["texts"] as? [String])
            #expect(texts.contains { $0.contains("What does the council leader do with") })
            #expect(texts.contains { $0.contains("E1, data: +1 -2") })
            if format == "xlsx" { #expect(found["protected"] as? Int == 7) }
        }
    }

    @Test func `the public workbook has no answers, and nothing to fill in`() throws {
        try withReports("xlsx", "public") { path, _ in
            let book = try #require(try workbook(path) as? [String: Any])
            #expect(book["sheets"] as? [String] == ["Summary", "Signatures"])
        }
    }

    @Test func `a workbook needs a file, and protection a page`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start()
            let shown = try canary.run("export", id, "--format", "xlsx")
            #expect(shown.status == .exited(64))
            #expect(shown.errorText.contains("name a file with -o"))
            #expect(try canary.run("export", id, "--format", "csv", "--protect").status == .exited(64))
        }
    }
}
