/// Finds where a text names a question by its area and number, so that a page can link to the answer.
///
/// Every part of a report names questions in the same way; nothing but a place in the same page can be linked to.
struct AnswerLinks {
    /// A piece of a text; a name has the question that it leads to.
    struct Piece: Equatable {
        var text: String
        var question: String?
    }

    private struct Area {
        var title: [UInt8]
        var questions: [Int: String]
    }

    private let areas: [Area]
    private let beginnings: Set<UInt8>

    /// Links to these answers; none where the audience does not see any.
    init(_ areas: [AreaText]) {
        // A title that begins like another one is looked for before it.
        self.areas = areas.map { area in
            Area(
                title: Array("\(area.title) ".utf8),
                questions: Dictionary(
                    area.answers.map { ($0.question.number, $0.question.id) },
                    uniquingKeysWith: { one, _ in one }
                ))
        }.sorted { $0.title.count > $1.title.count }
        beginnings = Set(self.areas.compactMap(\.title.first))
    }

    /// The text in pieces, of which the names are links.
    func pieces(of text: String) -> [Piece] {
        guard !areas.isEmpty else { return [Piece(text: text)] }
        let bytes = Array(text.utf8)
        var pieces: [Piece] = []
        var (start, place) = (0, 0)
        while place < bytes.count {
            guard beginnings.contains(bytes[place]), place == 0 || !bytes[place - 1].isInWord,
                let name = name(in: bytes, at: place)
            else {
                place += 1
                continue
            }
            if start < place { pieces.append(Piece(text: bytes.text(start..<place))) }
            pieces.append(Piece(text: bytes.text(place..<name.end), question: name.question))
            place = name.end
            start = place
        }
        if start < bytes.count { pieces.append(Piece(text: bytes.text(start..<bytes.count))) }
        return pieces
    }

    private func name(in bytes: [UInt8], at place: Int) -> (end: Int, question: String)? {
        for area in areas where bytes[place...].starts(with: area.title) {
            let digits = bytes[(place + area.title.count)...].prefix(while: \.isDigit)
            guard let number = Int(bytes.text(digits.indices)), let question = area.questions[number] else {
                continue
            }
            return (digits.endIndex, question)
        }
        return nil
    }
}

extension [UInt8] {
    fileprivate func text(_ range: Range<Int>) -> String { String(decoding: self[range], as: UTF8.self) }
}

extension UInt8 {
    fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

    /// Whether it is a letter or digit, or a part of one that is not ASCII.
    fileprivate var isInWord: Bool {
        isDigit || self >= 0x80 || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self & 0xDF)
    }
}
