import Escaping

/// Writes a document as Markdown in which nothing that a user wrote is live.
package enum MarkdownExporter {
    /// The document as CommonMark with tables; ends in a newline.
    package static func text(of blocks: [Block]) -> String {
        var lines: [String] = []
        var previous: Block?
        for block in blocks where !block.isDrawn {
            if !(previous?.isItem == true && block.isItem) && previous != nil { lines.append("") }
            lines += self.lines(of: block)
            previous = block
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func lines(of block: Block) -> [String] {
        switch block {
        case .heading(let level, let text):
            [String(repeating: "#", count: level) + " " + MarkdownText.escaped(text.onOneLine)]
        case .paragraph(let text):
            [MarkdownText.escaped(text.onOneLine)]
        case .item(let level, let text):
            [String(repeating: "  ", count: level - 1) + "- " + MarkdownText.escaped(text.onOneLine)]
        case .quote(let text): [quoted(text)]
        case .table(let header, let rows):
            [row(header), row(header.map { _ in "---" }, raw: true)] + rows.map { row($0) }
        case .chart: []
        }
    }

    /// A text in which lines stay lines, of which there may be millions.
    private static func quoted(_ text: String) -> String {
        var quote = ""
        var rest = text[...]
        while true {
            let end = rest.firstIndex(where: \.isNewline)
            let line = rest[..<(end ?? rest.endIndex)]
            // Four spaces would make it code, in which nothing is escaped.
            let words = line.unicodeScalars.drop { $0 == " " }
            let indent = line.unicodeScalars.count - words.count
            quote += "> " + String(repeating: "&nbsp;", count: indent)
            quote += MarkdownText.escaped(String(words)) + "  "
            guard let end else { return quote }
            quote += "\n"
            rest = rest[rest.index(after: end)...]
        }
    }

    private static func row(_ cells: [String], raw: Bool = false) -> String {
        "| " + cells.map { raw ? $0 : MarkdownText.escaped($0.onOneLine) }.joined(separator: " | ") + " |"
    }
}

extension Block {
    fileprivate var isItem: Bool {
        switch self {
        case .item: true
        case .heading, .paragraph, .quote, .table, .chart: false
        }
    }
}
