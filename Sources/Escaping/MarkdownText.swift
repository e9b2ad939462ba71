/// Escapes text for CommonMark, for its tables, and for readers that make links of bare addresses.
package enum MarkdownText {
    /// The text as it may stand at the beginning of a line, behind a mark, or in a cell: nothing in it is live. It has
    /// no line breaks, and no blanks at its beginning.
    package static func escaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var before = Beginning()
        // By scalars: to Markdown an asterisk is one whatever mark stands on it.
        var rest = text.visible.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            if scalar == "@" {
                // Readers look for mail addresses when escapes are gone, but not in code.
                let others = rest.prefix { $0 == "@" }
                rest = rest[others.endIndex...]
                result.append(contentsOf: "`@".unicodeScalars)
                result.append(contentsOf: others)
                result.append("`")
            } else {
                if isLive(scalar, after: before, before: rest.first) { result.append("\\") }
                result.append(scalar)
            }
            before.take(scalar)
        }
        return String(result)
    }

    /// What stands before a character on its line, as far as it tells what the character means.
    private struct Beginning {
        /// Whether there was nothing but white space.
        var isBlank = true
        /// Whether there was nothing but digits, and some.
        var isNumber = false
        /// The full stops in the word so far.
        var stops = 0
        /// The last character.
        var last: Unicode.Scalar = " "

        mutating func take(_ scalar: Unicode.Scalar) {
            let isSpace = scalar.properties.isWhitespace
            isNumber = scalar.isDigit && (isBlank || isNumber)
            if !isSpace { isBlank = false }
            stops = isSpace ? 0 : stops + (scalar == "." ? 1 : 0)
            last = scalar
        }
    }

    private static func isLive(
        _ scalar: Unicode.Scalar, after before: Beginning, before next: Unicode.Scalar?
    ) -> Bool {
        let endsWord = next?.properties.isWhitespace ?? true
        let isWithinWord = !endsWord && !before.last.properties.isWhitespace
        let isBeforePart = next.map { !$0.isASCII || $0.isDigit || $0.properties.isAlphabetic } ?? false
        switch scalar {
        case "\\", "`", "*", "_", "[", "]", "<", ">", "#", "|", "~", "!", "&", "$", "{", "}": return true
        case "-", "+", "=": return before.isBlank
        // A number and one of these would begin a list.
        case ")": return before.isNumber && endsWord
        // Addresses: https://example.org, //example.org, example.org, 192.0.2.1. A decimal number is none.
        case ":":
            return before.isBlank || isWithinWord && !before.last.isDigit && (isBeforePart || next == "/")
        case "/": return before.last == "/"
        case ".":
            guard isWithinWord else { return before.isNumber && endsWord }
            let isDecimal = before.stops == 0 && before.last.isDigit && next?.isDigit == true
            return isBeforePart && !isDecimal || before.last == "w" || before.last == "W"
        default: return false
        }
    }
}

extension Unicode.Scalar {
    fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
}
