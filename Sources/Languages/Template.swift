/// A translated text with numbered places: `Arbedwyd: {1}.`
struct Template: Sendable {
    private enum Piece {
        case text(String)
        case place(Int)
    }

    private let pieces: [Piece]

    /// Reads a text in which `{1}` is a place and a doubled brace a brace; nil where a brace is neither.
    init?(_ text: String) {
        var pieces: [Piece] = []
        var words = ""
        var rest = text[...]
        while let character = rest.popFirst() {
            guard character == "{" || character == "}" else {
                words.append(character)
                continue
            }
            if rest.first == character {
                words.append(character)
                rest.removeFirst()
                continue
            }
            let digits = rest.prefix { $0 != "}" }
            guard character == "{", digits.endIndex < rest.endIndex, (1...2).contains(digits.utf8.count),
                let number = Int(digits), number > 0
            else { return nil }
            pieces += [.text(words), .place(number)]
            words = ""
            rest = rest[rest.index(after: digits.endIndex)...]
        }
        self.pieces = pieces + [.text(words)]
    }

    /// The numbers of the places.
    var places: Set<Int> {
        Set(
            pieces.compactMap { piece in
                if case .place(let number) = piece { number } else { nil }
            })
    }

    /// The text with its places filled; a place without an argument stays empty.
    func filled(with arguments: [String]) -> String {
        pieces.reduce(into: "") { text, piece in
            switch piece {
            case .text(let words): text += words
            case .place(let number):
                if arguments.indices.contains(number - 1) { text += arguments[number - 1] }
            }
        }
    }
}
