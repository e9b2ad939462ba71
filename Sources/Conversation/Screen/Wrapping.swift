import Terminal

/// Breaks text into lines by the cells that it takes on a terminal.
enum Wrapping {
    /// The lines of a text; its own line breaks stay, and a word that is wider than a line is cut.
    ///
    /// - Parameters:
    ///   - text: plain text without escapes.
    ///   - width: the cells of a line, at least 1.
    /// - Returns: at least one line.
    static func lines(_ text: String, width: Int) -> [String] {
        var lines: [String] = []
        forEachLine(text, width: width) { lines.append($0) }
        return lines
    }

    /// Does something with each line in turn, of which there may be millions.
    static func forEachLine(_ text: String, width: Int, _ body: (String) -> Void) {
        var rest = text[...]
        while true {
            let end = rest.firstIndex(where: \.isNewline)
            for line in paragraph(String(rest[..<(end ?? rest.endIndex)]), width: max(1, width)) {
                body(line)
            }
            guard let end else { return }
            rest = rest[rest.index(after: end)...]
        }
    }

    private static func paragraph(_ text: String, width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        var used = 0
        for var word in text.split(separator: " ") {
            var cells = TextCells.width(of: word)
            if !line.isEmpty && used + 1 + cells <= width {
                line += " " + word
                used += 1 + cells
                continue
            }
            // A line may be of words that take no cells, and still hold something.
            if !line.isEmpty { lines.append(line) }
            while cells > width {
                let head = TextCells.prefix(of: word, cells: width)
                // A single character can be wider than the line; it is shown all the same.
                let cut = head.isEmpty ? word.prefix(1) : head
                lines.append(String(cut))
                word = word[cut.endIndex...]
                // Counted down: a word can be as long as a file.
                cells -= TextCells.width(of: cut)
            }
            line = String(word)
            used = cells
        }
        return (!line.isEmpty || lines.isEmpty ? lines + [line] : lines).map { line in
            line.contains(noBreak) ? String(line.map { $0 == noBreak ? " " : $0 }) : line
        }
    }

    /// The space at which no line ends.
    static let noBreak: Character = "\u{A0}"
}

extension String {
    /// The text for one line, such as a command to be typed: it is not broken where it fits.
    var onOnePiece: String { String(map { $0 == " " ? Wrapping.noBreak : $0 }) }
}
