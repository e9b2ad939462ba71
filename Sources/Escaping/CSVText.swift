/// Escapes text for a table as RFC 4180 says, so that no line of a cell is a formula to a spreadsheet.
package enum CSVText {
    /// The text as a cell: in quotation marks, with an apostrophe before each line that would be a formula; nothing
    /// where the text is empty.
    package static func escaped(_ text: String) -> String {
        guard !text.isEmpty else { return "" }
        // Nearly all cells of a region are names and numbers.
        guard !isPlain(text) else { return "\"\(text)\"" }
        // By scalars: a quotation mark ends a cell whatever mark stands on it.
        var cell = "\"".unicodeScalars
        let lines = text.visible.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
        for (place, line) in lines.enumerated() {
            if place > 0 { cell.append("\n") }
            if line.first(where: { $0 != " " && $0 != "\u{A0}" }).map(isFormulaMark) == true {
                cell.append("'")
            }
            for scalar in line {
                if scalar == "\"" { cell.append("\"") }
                cell.append(scalar)
            }
        }
        cell.append("\"")
        return String(cell)
    }

    /// Whether a text is one line of ASCII that nothing in a spreadsheet takes for anything else.
    private static func isPlain(_ text: String) -> Bool {
        var isGuarded = false
        var isBeginning = true
        for byte in text.utf8 {
            guard (0x20...0x7E).contains(byte), byte != UInt8(ascii: "\"") else { return false }
            if isBeginning, byte != UInt8(ascii: " ") {
                isBeginning = false
                isGuarded = isFormulaMark(Unicode.Scalar(byte))
            }
        }
        return !isGuarded
    }

    private static func isFormulaMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}", "\u{2212}": true
        default: false
        }
    }
}
