/// A text in quotation marks, as it stands in a file of translations.
enum QuotedText {
    /// What the text says.
    ///
    /// - Parameter line: a text that begins with a quotation mark, to the end of its line.
    /// - Returns: the text without its marks and escapes.
    /// - Throws: that it does not end, that something follows it, or what escape is unknown.
    static func value(of line: Substring) throws(CatalogueFault.Problem) -> String {
        var value = ""
        var rest = line.dropFirst()
        while let character = rest.popFirst() {
            switch character {
            case "\"":
                guard rest.allSatisfy(\.isWhitespace) else { throw .unfinishedText }
                return value
            case "\\":
                guard let escaped = rest.popFirst() else { throw .unfinishedText }
                value.append(try meaning(of: escaped))
            default:
                value.append(character)
            }
        }
        throw .unfinishedText
    }

    private static func meaning(of escaped: Character) throws(CatalogueFault.Problem) -> Character {
        switch escaped {
        case "n": "\n"
        case "t": "\t"
        case "r": "\r"
        case "\"", "\\": escaped
        default: throw .unknownEscape(escaped)
        }
    }
}
