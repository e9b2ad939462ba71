import Escaping
import LineEditing
package import Reports

/// Writes a document as plain text for a terminal, a screen reader or a pipe.
package enum PlainText {
    /// The document as lines of at most `width` cells.
    ///
    /// - Parameters:
    ///   - blocks: the document.
    ///   - width: the cells of a line.
    ///   - palette: the colours.
    ///   - drawsTables: whether tables are drawn in columns where they fit; else each row is an item of a list.
    /// - Returns: text that ends in a newline.
    package static func text(
        of blocks: [Block], width: Int, _ palette: Palette = .none, drawsTables: Bool = false
    ) -> String {
        var text = ""
        let blocks = blocks.filter { !$0.isDrawn }
        for (index, block) in blocks.enumerated() {
            if index > 0 && needsGap(blocks[index - 1], block) { text += "\n" }
            let isHeading = if case .heading = block { true } else { false }
            if drawsTables, case .table(let header, let rows) = block,
                let lines = GridText.lines(header: header, rows: rows, width: width)
            {
                text += lines.joined(separator: "\n") + "\n"
                continue
            }
            // A note can have millions of lines: they are not kept beside the text.
            forEachLine(of: block, width: width) { line in
                text += palette.painted(line, isHeading ? .heading : nil) + "\n"
            }
        }
        return text
    }

    private static func forEachLine(of block: Block, width: Int, _ body: (String) -> Void) {
        switch block {
        case .heading(_, let text), .paragraph(let text):
            Wrapping.forEachLine(text.onOneLine.visible, width: width, body)
        case .item(let level, let text):
            hang("- ", text.onOneLine, indent: (level - 1) * 2, width: width, body)
        case .quote(let text):
            Wrapping.forEachLine(text.visible, width: width - 2) { body("  " + $0) }
        case .table(let header, let rows):
            // A table is read out row by row, each cell with its heading.
            for row in rows {
                let cells = zip(header, row).map {
                    $0.isEmpty ? $1.onOneLine : "\($0.onOneLine): \($1.onOneLine)"
                }
                hang("- ", cells.joined(separator: ". "), indent: 0, width: width, body)
            }
        case .chart: break
        }
    }

    private static func hang(
        _ mark: String, _ text: String, indent: Int, width: Int, _ body: (String) -> Void
    ) {
        let padding = String(repeating: " ", count: indent)
        var isFirst = true
        Wrapping.forEachLine(text.visible, width: width - indent - 2) { line in
            body(padding + (isFirst ? mark : "  ") + line)
            isFirst = false
        }
    }

    private static func needsGap(_ previous: Block, _ next: Block) -> Bool {
        switch (previous, next) {
        case (.item, .item): false
        case (.heading(let level, _), _) where level > 2: false
        default: true
        }
    }
}
