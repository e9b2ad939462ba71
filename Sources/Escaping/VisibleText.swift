extension String {
    /// The text with every control, bidirectional override and noncharacter shown as a visible escape.
    ///
    /// Line breaks stay. Whatever a user or a file wrote goes through here before it is printed, so
    /// that it can neither drive a terminal nor reverse the words around it, and every format can hold it.
    package var visible: String {
        // Most texts are plain, and bytes are sooner looked at than scalars.
        guard utf8.contains(where: { $0 < 0x20 && $0 != 0x0A || $0 >= 0x7F }) else { return self }
        guard unicodeScalars.contains(where: \.mustBeShown) else { return self }
        var result = ""
        for scalar in unicodeScalars {
            if scalar.mustBeShown {
                result += scalar.escape
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// The text with line breaks shown like controls, for a sentence that no name in it may break in two.
    package var visibleInSentence: String {
        let text = visible
        guard text.utf8.contains(0x0A) else { return text }
        return text.unicodeScalars.map { $0 == "\n" ? $0.escape : String($0) }.joined()
    }

    /// A JSON text in which no string holds such a character as it is: JSON has escapes for all of them.
    package var escapedInJSON: String { escapedInJSON(where: \.mustBeShown) }

    /// A JSON text in ASCII.
    package var asciiInJSON: String { escapedInJSON { !$0.isASCII || $0.mustBeShown } }

    private func escapedInJSON(where isEscaped: (Unicode.Scalar) -> Bool) -> String {
        guard unicodeScalars.contains(where: isEscaped) else { return self }
        var result = ""
        for scalar in unicodeScalars {
            if isEscaped(scalar) {
                for unit in String(scalar).utf16 {
                    let digits = String(unit, radix: 16)
                    result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                }
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

extension Unicode.Scalar {
    /// The scalar written out: `\u{1B}`.
    package var escape: String { "\\u{" + String(value, radix: 16, uppercase: true) + "}" }

    /// Whether the scalar steers a terminal, turns the direction of text, or is none that every format can hold.
    package var mustBeShown: Bool {
        switch value {
        case 0x0A: false
        case 0x00...0x1F, 0x7F...0x9F: true
        // Marks, embeddings, overrides and isolates of the bidirectional algorithm.
        case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        case 0x2028, 0x2029, 0xFEFF: true
        // Marks that change how other characters are shown, or that stand for something that is not there.
        case 0x206A...0x206F, 0xFFF9...0xFFFC: true
        // Noncharacters, which neither XML nor HTML takes.
        case 0xFDD0...0xFDEF: true
        case let value where value & 0xFFFE == 0xFFFE: true
        // Tags, which nothing shows.
        case 0xE0000...0xE007F: true
        default: false
        }
    }
}
