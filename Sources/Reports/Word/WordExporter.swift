import Escaping
import Languages

/// Writes a document as what pandoc makes a DOCX of: a page, and a document whose styles, header and footer it takes.
package enum WordExporter {
    /// The document as a page without a style, a script, or anything that names a file or an address.
    package static func page(of pack: Pack, as kind: DocumentKind) -> String {
        var page = Markup()
        page.trusted("<!DOCTYPE html>\n")
        page.element("html", [("lang", language)]) { page in
            page.element("body") { page in
                write(pack.document(kind), as: kind, into: &page)
            }
        }
        page.trusted("\n")
        return page.source
    }

    /// The document whose styles it takes, and whose pages bear the sender's mark, who may read it, whose it is, and
    /// whether it is signed off.
    package static func reference(for pack: Pack) -> [UInt8] {
        let cover = pack.cover
        return ReferenceDocument(
            head: [cover.mark, cover.marking].compactMap(\.self).map(\.onOneLine),
            foot: "\(cover.authority ?? cover.title). \(cover.standingInBrief)".onOneLine,
            language: language
        ).bytes
    }

    /// The language of the document's words.
    package static var language: String { Catalogue.current?.language ?? "en-GB" }

    private static func write(_ blocks: [Block], as kind: DocumentKind, into page: inout Markup) {
        var depth = 0
        func close(to level: Int, _ page: inout Markup) {
            while depth > level {
                page.trusted("</li></ul>")
                depth -= 1
            }
        }
        var seconds = 0
        for block in blocks where !block.isDrawn {
            if kind == .brief, case .heading(2, _) = block {
                seconds += 1
                // An empty paragraph of a style that begins a page.
                if seconds == 2 {
                    close(to: 0, &page)
                    page.element("div", [("data-custom-style", "Next Page")]) { $0.trusted("<p>&#160;</p>") }
                }
            }
            if case .item(let level, let text) = block {
                close(to: level, &page)
                if depth == level {
                    page.trusted("</li><li>")
                } else {
                    page.trusted("<ul><li>")
                    depth += 1
                }
                page.text(text.onOneLine)
                continue
            }
            close(to: 0, &page)
            switch block {
            case .heading(let level, let text): page.element("h\(min(level, 6))", text: text.onOneLine)
            case .paragraph(let text): page.element("p", text: text.onOneLine)
            case .quote(let text): quote(text, into: &page)
            case .table(let header, let rows): table(header, rows, into: &page)
            case .item, .chart: break
            }
        }
        close(to: 0, &page)
    }

    /// A text in which lines stay lines.
    private static func quote(_ text: String, into page: inout Markup) {
        page.element("blockquote") { page in
            page.element("p") { page in
                let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
                for (place, line) in lines.enumerated() {
                    if place > 0 { page.void("br") }
                    page.text(String(line))
                }
            }
        }
    }

    private static func table(_ header: [String], _ rows: [[String]], into page: inout Markup) {
        page.element("table") { page in
            page.element("colgroup") { page in
                for share in shares(of: [header] + rows) { page.void("col", [("style", "width:\(share)%")]) }
            }
            page.element("thead") { page in
                page.element("tr") { page in
                    for cell in header { page.element("th", text: cell.onOneLine) }
                }
            }
            page.element("tbody") { page in
                for row in rows {
                    page.element("tr") { page in
                        for cell in row { page.element("td", text: cell.onOneLine) }
                    }
                }
            }
        }
    }

    /// How wide each column is, in per cent: by the text in it, and never narrower than its words.
    static func shares(of rows: [[String]]) -> [Int] {
        let columns = rows.map(\.count).max() ?? 0
        guard columns > 0 else { return [] }
        let cells = (0..<columns).map { column in
            rows.compactMap { $0.indices.contains(column) ? $0[column] : nil }
        }
        // A letter takes about one per cent of the page, and the space around a word two.
        let words = cells.map { cells in
            2 + min(cells.flatMap { $0.split(separator: " ").map(\.count) }.max() ?? 0, 16)
        }
        let means = cells.map { cells in
            cells.map { min($0.count, 400) }.reduce(1, +) / max(cells.count, 1) + 1
        }
        let left = max(100 - words.reduce(0, +), 0)
        let all = means.reduce(0, +)
        return zip(words, means).map { word, mean in word + left * mean / all }
    }
}
