/// Escapes text for the cells of a workbook, where `_x0041_` stands for a character.
package enum WorkbookText {
    /// The text of a cell as a file has it: what cannot stand there is shown, and what looks like an escape is marked
    /// as none.
    package static func escaped(_ text: String) -> String {
        let text = text.visible
        let places = escapes(in: text)
        guard !places.isEmpty else { return text }
        var bytes = Array(text.utf8)
        for place in places.reversed() { bytes.insert(contentsOf: "_x005F".utf8, at: place) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The text of a cell that a file has so.
    package static func unescaped(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var units: [UInt8] = []
        var rest = 0
        for place in escapes(in: text) where place >= rest {
            let digits = String(decoding: bytes[(place + 2)..<(place + 6)], as: UTF8.self)
            // Halves of a pair and other numbers that are no character stay as they are.
            guard let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) else { continue }
            units += bytes[rest..<place]
            units += String(scalar).utf8
            rest = place + 7
        }
        return String(decoding: units + bytes[rest...], as: UTF8.self)
    }

    /// Whether something in a text looks like an escape, so that the text is longer as a file has it.
    package static func holdsEscapes(_ text: String) -> Bool { !escapes(in: text).isEmpty }

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

extension UInt8 {
    fileprivate var isHexadecimal: Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
            || (UInt8(ascii: "A")...UInt8(ascii: "F")).contains(self & 0xDF)
    }
}
