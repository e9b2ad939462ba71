import Instruments

/// The text of a file, known to be Unicode that YAML allows.
struct SourceText {
    /// The text, without a byte order mark.
    let text: String

    /// Decodes a file.
    ///
    /// - Throws: a fault when the file is too large, empty, no UTF-8 or has control characters.
    init(_ file: SourceFile) throws(Fault) {
        guard file.bytes.count <= SourceFile.largest else {
            throw Fault(file: file.name, place: nil, .tooLarge(limit: SourceFile.largest))
        }
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let bytes = file.bytes.starts(with: mark) ? file.bytes.dropFirst(3) : file.bytes[...]
        guard let text = String(validating: bytes, as: UTF8.self),
            text.unicodeScalars.allSatisfy(\.isAllowedInYAML)
        else { throw Self.fault(in: bytes, of: file.name) }
        guard !text.isEmpty else { throw Fault(file: file.name, place: nil, .empty) }
        self.text = text
    }

    /// What is wrong with the first bytes that are no text of YAML, and where they stand.
    private static func fault(in bytes: ArraySlice<UInt8>, of name: String) -> Fault {
        var bytes = bytes.makeIterator()
        var decoder = UTF8()
        var counter = PlaceCounter()
        while case .scalarValue(let scalar) = decoder.decode(&bytes) {
            guard scalar.isAllowedInYAML else {
                return Fault(file: name, place: counter.place, .controlCharacter(scalar))
            }
            counter.pass(scalar)
        }
        return Fault(file: name, place: counter.place, .notUTF8)
    }
}

/// Counts lines and columns as the YAML parser does.
struct PlaceCounter {
    /// The place of the scalar that comes next.
    private(set) var place = Place(line: 1, column: 1)
    private var afterCarriageReturn = false

    /// Goes past a scalar.
    mutating func pass(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "\n" where afterCarriageReturn: break
        case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}":
            place = Place(line: place.line + 1, column: 1)
        default:
            place = Place(line: place.line, column: place.column + 1)
        }
        afterCarriageReturn = scalar == "\r"
    }
}

extension Unicode.Scalar {
    /// YAML 1.2, production 1, `c-printable`.
    fileprivate var isAllowedInYAML: Bool {
        switch value {
        case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x85, 0xA0...0xD7FF, 0xE000...0xFFFD, 0x10000...: true
        default: false
        }
    }
}
