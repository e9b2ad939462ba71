import Instruments

/// Lets a file be read on after a key that stands twice in one map.
///
/// The YAML library gives up at the first such map and tells only where the key stands first. So the second one
/// is looked for on a line of its own in the same column, renamed to characters of a private plane that take
/// the same columns, and the text is parsed again; what stands under it is left out of the tree.
struct RepeatedKeys {
    /// More than a person repeats by mistake; each one costs a parse.
    private static let mostRenamed = 32
    /// How much text is parsed again in all, in bytes; a large file is given up sooner.
    private static let mostParsed = 2 * 1024 * 1024
    /// The private-use plane 15; `U+F0000` and the number of the renamed key.
    private static let privatePlane: UInt32 = 0xF0000

    /// The text to parse.
    private(set) var text: String
    private var lines: [[Unicode.Scalar]] = []
    private var renamed: Set<String> = []

    /// A text in which nothing is renamed yet.
    init(text: String) {
        self.text = text
    }

    /// Whether a key is one that was renamed.
    func isRenamed(_ key: String) -> Bool {
        renamed.contains(key)
    }

    /// Renames the next key of that name in the same column.
    ///
    /// - Parameters:
    ///   - key: the key's name, without quotation marks.
    ///   - first: where it stands first.
    /// - Returns: where it stood; nil when it was not found, or too much would have to be parsed again.
    mutating func renameNext(_ key: String, after first: Place) -> Place? {
        let name = Array(key.unicodeScalars)
        guard !name.isEmpty, renamed.count < Self.mostRenamed,
            (renamed.count + 1) * text.utf8.count <= Self.mostParsed,
            let stand = Unicode.Scalar(Self.privatePlane + UInt32(renamed.count))
        else { return nil }
        if lines.isEmpty {
            lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
                .map(Array.init)
        }
        for index in lines.indices.dropFirst(first.line) {
            guard let start = Self.start(of: name, inColumn: first.column, of: lines[index])
            else { continue }
            let stands = [Unicode.Scalar](repeating: stand, count: name.count)
            lines[index].replaceSubrange(start..<start + name.count, with: stands)
            var scalars = String.UnicodeScalarView()
            scalars.append(contentsOf: lines.joined(separator: ["\n"]))
            text = String(scalars)
            var newName = String.UnicodeScalarView()
            newName.append(contentsOf: stands)
            renamed.insert(String(newName))
            return Place(line: index + 1, column: first.column)
        }
        return nil
    }

    /// Where in a line the name starts; nil unless the line begins with it as a key, quoted or not.
    private static func start(
        of name: [Unicode.Scalar], inColumn column: Int, of line: [Unicode.Scalar]
    ) -> Int? {
        guard line.prefix(column - 1).allSatisfy({ $0 == " " }) else { return nil }
        let rest = line.dropFirst(column - 1)
        let quotes = rest.first == "\"" || rest.first == "'" ? 1 : 0
        let named = rest.dropFirst(quotes)
        guard named.starts(with: name) else { return nil }
        let after = named.dropFirst(name.count + quotes).drop { $0 == " " }
        return after.first == ":" ? named.startIndex : nil
    }
}
