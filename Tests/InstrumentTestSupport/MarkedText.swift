package import InstrumentFiles
package import Instruments

/// A text in which signs such as `1️⃣` mark places; the signs are not part of the text.
package struct MarkedText {
    /// The text without the signs.
    package let text: String
    private let places: [Place: String]

    /// Reads a text with marks.
    package init(_ marked: String) {
        var text = ""
        var places: [Place: String] = [:]
        var line = 1
        var column = 1
        for character in marked {
            if "1️⃣2️⃣3️⃣4️⃣5️⃣".contains(character) {
                places[Place(line: line, column: column)] = String(character)
                continue
            }
            text.append(character)
            (line, column) =
                character == "\n" ? (line + 1, 1) : (line, column + character.unicodeScalars.count)
        }
        self.text = text
        self.places = places
    }

    /// The text as a file.
    package var file: SourceFile {
        SourceFile(name: "test.yaml", bytes: Array(text.utf8))
    }

    /// Faults in short, such as `1️⃣ unknown-key`; places without a mark in figures.
    package func describe(_ faults: [Fault]) -> [String] {
        faults.map { fault in
            guard let place = fault.place else { return fault.code.rawValue }
            return "\(mark(at: place)) \(fault.code.rawValue)"
        }
    }

    /// The mark at a place, or the place in figures.
    package func mark(at place: Place) -> String {
        places[place] ?? "\(place.line):\(place.column)"
    }
}
