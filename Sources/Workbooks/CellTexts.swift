extension Workbook {
    /// The most UTF-16 units of the text of a cell.
    package static let longestText = 32_767
    /// The most line feeds in the text of a cell.
    package static let mostLineFeeds = 253

    /// A text in pieces of which a cell takes each; one for nearly every text, and joined they are the text.
    package static func pieces(of text: String) -> [String] {
        guard text.utf8.count > longestText / 7 || text.utf8.count(where: { $0 == 0x0A }) > mostLineFeeds
        else { return [text] }
        // What looks like an escape is longer as it is written, and the library goes by that.
        let underscore = escapes(in: text).isEmpty ? 1 : 7
        var pieces: [String] = []
        var piece = String.UnicodeScalarView()
        var (units, lineFeeds) = (0, 0)
        for scalar in text.unicodeScalars {
            let width = scalar == "_" ? underscore : UTF16.width(scalar)
            let isLineFeed = scalar == "\n"
            if units + width > longestText || isLineFeed && lineFeeds == mostLineFeeds {
                pieces.append(String(piece))
                (piece, units, lineFeeds) = (String.UnicodeScalarView(), 0, 0)
            }
            piece.append(scalar)
            units += width
            if isLineFeed { lineFeeds += 1 }
        }
        return pieces + [String(piece)]
    }

    /// Rows of which every text fits into its cell: what does not goes on in rows below, in the same column.
    package static func rows(of texts: [String], _ cell: (String) -> Cell) -> [[Cell]] {
        let columns = texts.map(pieces)
        return (0..<(columns.map(\.count).max() ?? 0)).map { row in
            columns.map { $0.indices.contains(row) ? cell($0[row]) : .empty }
        }
    }

    /// The text of a cell as a file has it: what looks like an escape is marked as none.
    static func escaped(_ text: String) -> String {
        escapes(in: text).reversed().reduce(into: Array(text.utf8)) { bytes, place in
            bytes.insert(contentsOf: "_x005F".utf8, at: place)
        }.text
    }

    /// The text of a cell that a file has so.
    static func unescaped(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var units: [UInt8] = []
        var rest = 0
        for place in escapes(in: text) where place >= rest {
            let digits = String(decoding: bytes[(place + 2)..<(place + 6)], as: UTF8.self)
            // Halves of a pair and other numbers that are no character stay as they are.
            guard let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) else { continue }
            units += bytes[rest..<place]
            units += String(Character(scalar)).utf8
            rest = place + 7
        }
        return (units + bytes[rest...]).text
    }

    /// Where `_xHHHH_` stands, in bytes.
    private static func escapes(in text: String) -> [Int] {
        let bytes = Array(text.utf8)
        guard bytes.count > 6, bytes.contains(UInt8(ascii: "_")) else { return [] }
        return (0...(bytes.count - 7)).filter { place in
            bytes[place] == UInt8(ascii: "_") && bytes[place + 1] == UInt8(ascii: "x")
                && bytes[place + 6] == UInt8(ascii: "_")
                && bytes[(place + 2)..<(place + 6)].allSatisfy(\.isHexadecimal)
        }
    }
}

extension [UInt8] {
    fileprivate var text: String { String(decoding: self, as: UTF8.self) }
}

extension UInt8 {
    fileprivate var isHexadecimal: Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
            || (UInt8(ascii: "A")...UInt8(ascii: "F")).contains(self & 0xDF)
    }
}
