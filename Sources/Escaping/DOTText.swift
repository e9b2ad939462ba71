/// Escapes text for the language of Graphviz.
package enum DOTText {
    /// Where a text stands.
    package enum Place {
        case label
        case tooltip
    }

    /// The text as it may stand there between quotation marks, on one line.
    package static func escaped(_ text: String, in place: Place) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.onOneLine.visible.unicodeScalars {
            switch scalar {
            // Graphviz reads what HTML calls entities.
            case "&": result.append(contentsOf: "&amp;".unicodeScalars)
            case "\"": result.append(contentsOf: "\\\"".unicodeScalars)
            // It takes escapes out once in a label and twice in a tooltip.
            case "\\":
                result.append(contentsOf: (place == .label ? "\\\\" : "\\\\\\\\").unicodeScalars)
            default: result.append(scalar)
            }
        }
        return String(result)
    }
}
