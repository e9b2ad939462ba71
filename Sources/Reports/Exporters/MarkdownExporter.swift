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
            [String(repeating: "#", count: level) + " " + escaped(text.onOneLine)]
        case .paragraph(let text):
            [escaped(text.onOneLine)]
        case .item(let level, let text):
            [String(repeating: "  ", count: level - 1) + "- " + escaped(text.onOneLine)]
        case .quote(let text):
            text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
                .map { "> " + escaped(String($0)) + "  " }
        case .table(let header, let rows):
            [row(header), row(header.map { _ in "---" }, raw: true)] + rows.map { row($0) }
        case .chart: []
        }
    }

    private static func row(_ cells: [String], raw: Bool = false) -> String {
        "| " + cells.map { raw ? $0 : escaped($0.onOneLine) }.joined(separator: " | ") + " |"
    }

    /// The text with everything escaped that Markdown, or a reader that links bare addresses, would act on.
    static func escaped(_ text: String) -> String {
        var result = ""
        var isAtStart = true
        for character in text.visible {
            switch character {
            case "\\", "`", "*", "_", "[", "]", "<", ">", "#", "|", "~", "!", "@", "&", "$":
                result += "\\\(character)"
            case ":" where result.hasSuffix("http") || result.hasSuffix("https") || result.hasSuffix("ftp"):
                result += "\\:"
            case "." where result.lowercased().hasSuffix("www"):
                result += "\\."
            case "-", "+", "=":
                result += isAtStart ? "\\\(character)" : String(character)
            case ".", ")":
                // A number and a full stop at the start would begin a list.
                let isListMark = !result.isEmpty && result.allSatisfy(\.isNumber)
                result += isListMark ? "\\\(character)" : String(character)
            default:
                result.append(character)
            }
            if !character.isWhitespace { isAtStart = false }
        }
        return result
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
