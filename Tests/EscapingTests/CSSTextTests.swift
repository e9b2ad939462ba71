import Escaping
import Testing

struct CSSTextTests {
    @Test func `nothing in a text ends the string or the element that it stands in`() {
        let text = "OFFICIAL\" } </style> \\ * /* é \n@page"
        let escaped = CSSText.escaped(text)
        let isPlain = escaped.unicodeScalars.allSatisfy { scalar in
            scalar == " " || scalar == "\\"
                || scalar.isASCII && (scalar.properties.isAlphabetic || scalar.value < 0x3A)
        }
        #expect(isPlain && !escaped.contains("<") && !escaped.contains("\""))
        #expect(CSSText.escaped("OFFICIAL-SENSITIVE 2") == "OFFICIAL\\2d SENSITIVE 2")
    }

    @Test func `what is escaped reads back as it was`() {
        for text in ["a b", "-a", "\"", "é1", "\u{1F600}f", "a-  b"] {
            #expect(Self.read(CSSText.escaped(text)) == text)
        }
    }

    /// A text as a style sheet has it: a number ends at what is no hexadecimal digit, and takes one space with it.
    private static func read(_ text: String) -> String {
        var result = ""
        var rest = text[...]
        while let first = rest.popFirst() {
            guard first == "\\" else {
                result.append(first)
                continue
            }
            let digits = rest.prefix(while: \.isHexDigit).prefix(6)
            rest = rest.dropFirst(digits.count)
            if rest.first == " " { rest = rest.dropFirst() }
            if let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value) {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
