import Foundation
import TestSupport
import Testing

/// Reviews that come back in a workbook, filled in by a program that is not ours.
struct WorkbookReviewTests {
    private func withWorkbook(
        of questionnaire: String = "early-warning",
        _ body: (_ canary: Canary, _ id: String, _ filled: (String) throws -> String) throws -> Void
    ) throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start(questionnaire: questionnaire)
            try canary.run("resume", id, input: "3\n3\nn\nquit\n")
            let folder = (canary.folder as NSString).deletingLastPathComponent
            let exported = try canary.run("export", id, "--format", "xlsx", "-o", folder + "/pack.xlsx")
            #expect(exported.status == .exited(0), "\(exported.errorText)")
            try body(canary, id) { way in
                let output = "\(folder)/\(way).xlsx"
                let result = try PipedProcess.run(
                    "python3",
                    [
                        Canary.package + "/Tests/EndToEndTests/Exports/fill_workbook.py",
                        folder + "/pack.xlsx",
                        output, way,
                    ], timeLimit: .seconds(120))
                #expect(result.status == .exited(0), "\(result.errorText)")
                return output
            }
        }
    }

    @Test func `what was written into the framed cells is filed, and a formula is no comment`() throws {
        try withWorkbook { canary, id, filled in
            let result = try canary.run("import-review", id, try filled("filled"), "--yes")
            #expect(result.status == .exited(0), "\(result.errorText)")
            #expect(result.outputText.contains("A review in the role of lead peer, of 31 January 2027."))
            #expect(result.outputText.contains("2 answers were looked at: agree 1 and challenge 1."))
            let report = try canary.run("export", id, "--format", "markdown").outputText
            #expect(
                report.contains(
                    "Peers rated higher 0, the same 0, lower 1: 1 rating by 1 reviewer on 1 question."))
            #expect(report.contains("Comment: Not what we saw."))
            #expect(report.contains("To test on site: Ask the member."))
            let compared = try canary.run("compare", id, "\(id)@review1").outputText
                .split(whereSeparator: \.isWhitespace).joined(separator: " ")
            #expect(
                compared.contains(
                    "Political and corporate climate 1: from 3, Established to 1, Not in place, 2 levels lower."
                ))
            #expect(try canary.run("compare", id, "\(id)@review2").status == .exited(1))
        }
    }

    @Test func `a workbook that another program saved again is the same review`() throws {
        try withWorkbook { canary, id, filled in
            let file = try filled("filled")
            try canary.run("import-review", id, file, "--yes")
            let folder = (canary.folder as NSString).deletingLastPathComponent
            let saved = try PipedProcess.run(
                "soffice",
                [
                    "-env:UserInstallation=file://\(folder)/office", "--headless", "--convert-to",
                    "xlsx:Calc MS Excel 2007 XML",
                    "--outdir", folder + "/again", file,
                ], timeLimit: .seconds(180))
            #expect(saved.status == .exited(0), "\(saved.errorText)")
            let name = (file as NSString).lastPathComponent
            let again = try canary.run("import-review", id, "\(folder)/again/\(name)", "--yes")
            #expect(
                again.outputText.contains("This review is filed already, as review 1."), "\(again.errorText)")
        }
    }

    @Test(arguments: [
        ("moved", "the rows of the workbook were moved"), ("entities", "cut short"), ("cut", "cut short"),
        ("bomb", "too large"),
    ])
    func `a hostile or broken workbook is refused`(way: String, words: String) throws {
        try withWorkbook { canary, id, filled in
            let before = try Data(contentsOf: URL(filePath: canary.journal(of: id)))
            let result = try canary.run("import-review", id, try filled(way), "--yes")
            #expect(result.status == .exited(1))
            #expect(result.errorText.contains(words), "\(result.errorText)")
            #expect(try Data(contentsOf: URL(filePath: canary.journal(of: id))) == before)
        }
    }

    @Test func `a PDF is tagged, and is nowhere but where it was asked for`() throws {
        try withWorkbook(of: "leadership") { canary, id, _ in
            let long = String(repeating: "A long note in words. ", count: 2_000) + "THE-END-OF-IT"
            try canary.run(
                "resume", id, input: "goto political-support.leader-accepts\nnote \(long)\nquit\n")
            let path = (canary.folder as NSString).deletingLastPathComponent + "/pack.pdf"
            let result = try canary.run("export", id, "--format", "pdf", "-o", path)
            #expect(result.status == .exited(0), "\(result.errorText)")
            let data = try Data(contentsOf: URL(filePath: path))
            #expect(data.starts(with: Data("%PDF-".utf8)))
            // What each level looks like is on paper, too; the first question is answered with another.
            let words = try PipedProcess.run("pdftotext", [path, "-"]).outputText
                .split(whereSeparator: \.isWhitespace).joined(separator: " ")
            let pack = try canary.json("export", id)
            let levels = (pack["areas"] as? [[String: Any]] ?? []).flatMap {
                $0["answers"] as? [[String: Any]] ?? []
            }
            .flatMap { $0["levels"] as? [String] ?? [] }
            #expect(levels.count > 100)
            for level in levels { #expect(words.contains(level), "\(level)") }
            #expect(words.contains("The form for a review is in the page and in the workbook."))
            #expect(words.contains("THE-END-OF-IT"))
            #expect(data.range(of: Data("/StructTreeRoot".utf8)) != nil)
            let none = try canary.run(
                "export", id, "--format", "pdf", "-o", path, "--force", environment: ["PATH": "/nowhere"])
            #expect(none.status == .exited(1))
            #expect(none.errorText.contains("a PDF is printed by a browser, and there is none of chromium"))
            #expect(try Data(contentsOf: URL(filePath: path)) == data)
        }
    }
}
