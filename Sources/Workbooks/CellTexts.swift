import Escaping

extension Workbook {
    /// The most UTF-16 units of the text of a cell.
    package static let longestText = 32_767
    /// The most line feeds in the text of a cell.
    package static let mostLineFeeds = 253

    /// A text in pieces of which a cell takes each; one for nearly every text, and joined they are the text
    /// as it is shown.
    package static func pieces(of text: String) -> [String] {
        let text = text.visible
        guard text.utf8.count > longestText / 7 || text.utf8.count(where: { $0 == 0x0A }) > mostLineFeeds
        else { return [text] }
        // What looks like an escape is longer as it is written, and the library goes by that.
        let underscore = WorkbookText.holdsEscapes(text) ? 7 : 1
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
}
