import Conversation
import Escaping
import Evaluation
import Foundation
import Instruments
import TestSupport
import Testing
import Workbooks

@testable import Reports

/// What users write, read back from each format by a reader that is not ours.
struct ReadBackTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().path

    /// Every scalar that joins or steers, where there is time for it.
    private static let isLong = ProcessInfo.processInfo.environment["CANARY_EVERY_SCALAR"] != nil

    private static let formats = [
        "markdown", "csv", "dot", "mermaid", "html", "xlsx", "terminal", "calendar",
    ]

    private struct Text: Encodable {
        /// As it was written.
        var raw: String
        /// With what cannot be seen shown.
        var shown: String
        /// The same on one line.
        var line: String
    }

    @Test(arguments: formats)
    func `is what was put in, and nothing in it is live`(format: String) throws {
        let all = HostilePairs(everyScalar: Self.isLong).texts
        let atOnce = 8_000
        for start in stride(from: 0, to: all.count, by: atOnce) {
            let texts = Array(all[start..<min(start + atOnce, all.count)])
            try withTemporaryFolder { folder in
                func write(_ bytes: some Sequence<UInt8>, _ name: String) throws {
                    try Data(bytes).write(to: URL(filePath: "\(folder)/\(name)"))
                }
                try write(
                    JSONEncoder().encode(
                        texts.map { Text(raw: $0, shown: $0.visible, line: $0.onOneLine.visible) }),
                    "texts.json")
                try write(try Self.bytes(of: texts, in: format), "written")
                let read = try PipedProcess.run(
                    "python3", [Self.folder + "/read_back.py", format, folder], timeLimit: .seconds(300))
                #expect(read.status == .exited(0), "\(read.errorText.suffix(2_000))")
                #expect(read.outputText == "", "\(read.outputText.prefix(3_000))")
            }
        }
    }

    @Test func `a workbook and a page give back to this program what they were given`() throws {
        let texts = HostilePairs(everyScalar: false).texts
        let contents = try WorkbookContents(Self.bytes(of: texts, in: "xlsx"))
        let sheet = try #require(contents.sheet("Texts"))
        for (row, text) in texts.enumerated() {
            // XML has one kind of line end.
            #expect(sheet.text(row: row, column: 0) == text.visible)
            #expect(HTMLText.unescaped(HTMLText.escaped(text)) == text.visible)
        }
    }

    private static func bytes(of texts: [String], in format: String) throws -> [UInt8] {
        switch format {
        case "markdown": return Array(MarkdownExporter.text(of: blocks(texts)).utf8)
        case "terminal": return Array(PlainText.text(of: blocks(texts), width: 1_000_000).utf8)
        case "calendar":
            let events = texts.map { text in
                CalendarText.property("BEGIN", value: "VEVENT") + CalendarText.property("SUMMARY", text: text)
                    + CalendarText.property("END", value: "VEVENT")
            }
            return Array(
                (CalendarText.property("BEGIN", value: "VCALENDAR")
                    + CalendarText.property("VERSION", value: "2.0") + events.joined()
                    + CalendarText.property("END", value: "VCALENDAR")).utf8)
        case "csv": return Array(CSVExporter.text(of: texts.enumerated().map { [$1, "\($0)"] }).utf8)
        case "dot": return Array(MapExporter.dot(map(texts)).utf8)
        case "mermaid": return Array(MapExporter.mermaid(map(texts)).utf8)
        case "html":
            var page = Markup()
            page.trusted("<!DOCTYPE html><html lang=\"en\"><head><title>T</title></head><body>")
            for text in texts { page.element("p", [("title", text)], text: text) }
            page.trusted("</body></html>")
            return Array(page.source.utf8)
        default:
            return try Workbook(
                title: texts[0].visible, footer: "", created: 0,
                sheets: [
                    Workbook.Sheet(
                        name: "Texts", widths: [40], rows: texts.map { [.text($0)] })
                ]
            ).bytes()
        }
    }

    /// One text after the other in every kind of block.
    private static func blocks(_ texts: [String]) -> [Block] {
        texts.enumerated().map { number, text in
            switch number % 5 {
            case 0: .heading(3, text)
            case 1: .paragraph(text)
            case 2: .item(1, text)
            case 3: .quote(text)
            default: .table(header: [text, "x"], rows: [[text, "y"]])
            }
        }
    }

    /// A map with a problem for each text, and a link from it that says the same.
    private static func map(_ texts: [String]) -> ProblemsText {
        let ends = texts.enumerated().map { ProblemsText.End(id: "\($0)", name: $1) }
        let problems = ends.map {
            ProblemsText.ProblemText(
                id: $0.id, name: $0.name, statement: "", source: "", state: .present, answers: [], open: [])
        }
        let links = zip(ends, ends.dropFirst() + ends.prefix(1)).map {
            ProblemsText.LinkText(from: $0, to: $1, note: $0.name, isPossible: false, isIdle: false)
        }
        return ProblemsText(
            sentences: [], remarks: [],
            groups: [
                ProblemsText.GroupText(
                    title: "", means: RemarkText(text: "", source: nil, basis: .stated), problems: problems)
            ], links: links, linkedGroups: [], circles: [], circlesNote: nil, source: "")
    }
}
