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
            text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { line in
                // Four spaces would make it code, in which nothing is escaped.
                let words = line.unicodeScalars.drop { $0 == " " }
                let indent = line.unicodeScalars.count - words.count
                return "> " + String(repeating: "&nbsp;", count: indent) + escaped(String(words)) + "  "
            }
        case .table(let header, let rows):
            [row(header), row(header.map { _ in "---" }, raw: true)] + rows.map { row($0) }
        case .chart: []
        }
    }

    private static func row(_ cells: [String], raw: Bool = false) -> String {
        "| " + cells.map { raw ? $0 : escaped($0.onOneLine) }.joined(separator: " | ") + " |"
    }

    /// The text with everything escaped that Markdown, or a reader that links bare addresses, would act on.
    ///
    /// It goes by scalars: to Markdown an asterisk is one whatever mark stands on it.
    static func escaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var before = Beginning()
        for scalar in text.visible.unicodeScalars {
            if isLive(scalar, after: before) { result.append("\\") }
            result.append(scalar)
            before.take(scalar)
        }
        return String(result)
    }

    /// What a line began with, as far as it tells what a character means.
    private struct Beginning {
        /// Whether there was nothing but white space.
        var isBlank = true
        /// Whether there was nothing but digits, and some.
        var isNumber = false
        /// The last few letters, in lower case.
        var letters: Substring = ""

        mutating func take(_ scalar: Unicode.Scalar) {
            let isDigit = ("0"..."9").contains(scalar)
            isNumber = isDigit && (isBlank || isNumber)
            if !scalar.properties.isWhitespace { isBlank = false }
            letters =
                scalar.isASCII && scalar.properties.isAlphabetic
                ? letters.suffix(4) + String(scalar).lowercased() : ""
        }
    }

    private static func isLive(_ scalar: Unicode.Scalar, after before: Beginning) -> Bool {
        switch scalar {
        case "\\", "`", "*", "_", "[", "]", "<", ">", "#", "|", "~", "!", "@", "&", "$": true
        case ":": before.isBlank || ["http", "https", "ftp"].contains { before.letters.hasSuffix($0) }
        case "-", "+", "=": before.isBlank
        // A number and a full stop at the start would begin a list.
        case ".": before.isNumber || before.letters.hasSuffix("www")
        case ")": before.isNumber
        default: false
        }
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
