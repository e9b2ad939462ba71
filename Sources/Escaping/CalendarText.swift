/// Writes content lines of a calendar as RFC 5545 says.
package enum CalendarText {
    /// Writes a property with a text as its value.
    ///
    /// - Parameters:
    ///   - name: the property with its parameters; ASCII that needs no escaping.
    ///   - text: any text; line breaks stay, and what steers a terminal is shown.
    /// - Returns: the folded line with the CR LF that ends it.
    package static func property(_ name: String, text: String) -> String {
        folded("\(name):\(escaped(text))")
    }

    /// A property with a value that is written as it is: a date, a name of the standard.
    package static func property(_ name: String, value: String) -> String { folded("\(name):\(value)") }

    /// The text with what the format acts on escaped.
    package static func escaped(_ text: String) -> String {
        // By scalars: a comma is one whatever mark stands on it.
        var escaped = String.UnicodeScalarView()
        for scalar in text.visible.unicodeScalars {
            switch scalar {
            case "\\", ";", ",":
                escaped.append("\\")
                escaped.append(scalar)
            case "\n":
                escaped.append("\\")
                escaped.append("n")
            default: escaped.append(scalar)
            }
        }
        return String(escaped)
    }

    /// A line in pieces of at most 75 bytes, each after the first with a blank in front of it, as scalars stay whole.
    private static func folded(_ line: String) -> String {
        var folded = String.UnicodeScalarView()
        var length = 0
        for scalar in line.unicodeScalars {
            let bytes = UTF8.width(scalar)
            if length + bytes > 75 {
                folded.append(contentsOf: "\r\n ".unicodeScalars)
                length = 1
            }
            folded.append(scalar)
            length += bytes
        }
        return String(folded) + "\r\n"
    }
}
