internal import CTerminal

/// How much room text takes on a terminal, in cells: the columns of one row.
package enum TextCells {
    /// The locale is UTF-8 from here on, or the C library could not tell a letter from a control character.
    package static let localeIsUTF8 = text_cells_use_utf8()

    /// The first scalar that takes two cells: a Hangul letter.
    package static let firstWide: UInt32 = 0x1100

    /// The cells that text takes. Control characters and escapes count as nothing.
    ///
    /// - Complexity: O(*n*) in the length of the text.
    package static func width(of text: some StringProtocol) -> Int {
        text.unicodeScalars.reduce(0) { $0 + max(0, width(of: $1)) }
    }

    /// The cells that one scalar takes: 0, 1 or 2, and −1 when it is not printable.
    package static func width(of scalar: Unicode.Scalar) -> Int {
        if scalar.value >= 0x20 && scalar.value < 0x7F {
            return 1
        }
        return localeIsUTF8 ? Int(text_cells_width(scalar.value)) : 1
    }

    /// The characters at the start of a text that fit into so many cells.
    ///
    /// - Complexity: O(*k*) in the length of what fits.
    package static func prefix(of text: Substring, cells: Int) -> Substring {
        var used = 0
        return text.prefix { character in
            used += character.unicodeScalars.reduce(0) { $0 + max(0, width(of: $1)) }
            return used <= cells
        }
    }
}
