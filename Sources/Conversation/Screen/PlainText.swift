import Escaping
import LineEditing
package import Reports

/// Writes a document as plain text for a terminal, a screen reader or a pipe.
package enum PlainText {
    /// The document as lines of at most `width` cells; ends in a newline.
    package static func text(of blocks: [Block], width: Int, _ palette: Palette = .none) -> String {
        var lines: [String] = []
        let blocks = blocks.filter { !$0.isDrawn }
        for (index, block) in blocks.enumerated() {
            if index > 0 && needsGap(blocks[index - 1], block) { lines.append("") }
            let isHeading = if case .heading = block { true } else { false }
            lines += self.lines(of: block, width: width).map {
                palette.painted($0, isHeading ? .heading : nil)
            }
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private static func lines(of block: Block, width: Int) -> [String] {
        switch block {
        case .heading(_, let text):
            return Wrapping.lines(text.onOneLine.visible, width: width)
        case .paragraph(let text):
            return Wrapping.lines(text.onOneLine.visible, width: width)
        case .item(let level, let text):
            return hanging("- ", text.onOneLine, indent: (level - 1) * 2, width: width)
        case .quote(let text):
            return Wrapping.lines(text.visible, width: width - 2).map { "  " + $0 }
        case .table(let header, let rows):
            // A table is read out row by row, each cell with its heading.
            return rows.flatMap { row in
                hanging(
                    "- ", zip(header, row).map { "\($0.onOneLine): \($1.onOneLine)" }.joined(separator: ". "),
                    indent: 0, width: width)
            }
        case .chart:
            return []
        }
    }

    private static func hanging(_ mark: String, _ text: String, indent: Int, width: Int) -> [String] {
        let padding = String(repeating: " ", count: indent)
        return Wrapping.lines(text.visible, width: width - indent - 2).enumerated().map {
            padding + ($0 == 0 ? mark : "  ") + $1
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
