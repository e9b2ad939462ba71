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
                result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// A JSON text in which no string holds such a character as it is: JSON has escapes for all of them.
    package var escapedInJSON: String { escapedInJSON(where: \.mustBeShown) }

    /// A JSON text in ASCII.
    var asciiInJSON: String { escapedInJSON { !$0.isASCII || $0.mustBeShown } }

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

    /// The text on one line: line breaks and runs of white space become single spaces.
    ///
    /// It goes by scalars: a mark that follows a space is none.
    package var onOneLine: String {
        if isOnOneLine { return self }
        var line = UnicodeScalarView()
        for word in unicodeScalars.split(whereSeparator: \.properties.isWhitespace) {
            if !line.isEmpty { line.append(" ") }
            line.append(contentsOf: word)
        }
        return String(line)
    }
}

extension String {
    /// Whether it is ASCII in one line, each word a space from the next, so that nothing is to be done.
    private var isOnOneLine: Bool {
        var last = UInt8(ascii: " ")
        for byte in utf8 {
            guard (0x20..<0x7F).contains(byte), byte != UInt8(ascii: " ") || last != byte else {
                return false
            }
            last = byte
        }
        return last != UInt8(ascii: " ")
    }
}

extension Unicode.Scalar {
    fileprivate var mustBeShown: Bool {
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
