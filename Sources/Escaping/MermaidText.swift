/// Escapes text for the language of Mermaid.
package enum MermaidText {
    /// The text as it may stand between the quotation marks of a label, on one line: every character of ASCII that could
    /// mean something is its code.
    package static func escaped(_ text: String) -> String {
        text.onOneLine.visible.unicodeScalars.map { isPlain($0) ? String($0) : "#\($0.value);" }.joined()
    }

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", " ", ",", "-": true
        default: !scalar.isASCII
        }
    }
}
