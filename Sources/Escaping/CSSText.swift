/// Escapes text for a string within a style sheet.
package enum CSSText {
    /// The text as it may stand within quotation marks in a style: every scalar but an ASCII letter, a digit or a space is
    /// written as its number, so that nothing in it ends the string, or the element that holds the style.
    package static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.visible.unicodeScalars {
            let isPlain =
                scalar == " "
                || scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
            // The space behind a number ends it, and is no part of the text.
            result += isPlain ? String(scalar) : "\\\(String(scalar.value, radix: 16)) "
        }
        return result
    }
}
