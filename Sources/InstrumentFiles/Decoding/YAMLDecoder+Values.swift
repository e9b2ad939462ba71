import Instruments

// Single values: texts, words, numbers, yes and no.

extension YAMLDecoder {
    /// The text that a part is, in the language that is read; nil, and reported, where it is none.
    mutating func text(_ node: YAMLNode, key: String?) -> String? {
        scalar(inLanguage(node, key: key), key: key)
    }

    /// The single value that a part is, as it is written; nil, and reported, where it is none.
    mutating func scalar(_ node: YAMLNode, key: String?) -> String? {
        guard case .scalar(let text, _) = node.content, !node.isNull, !text.isEmpty else {
            let found = node.shape == .text ? .nothing : node.shape
            report(.wrongShape(key: key, expected: .text, found: found), at: node.place)
            return nil
        }
        return text
    }

    /// The text under a key; nil where the key is absent.
    mutating func optionalText(_ key: String, of fields: Fields) -> String? {
        fields[key].flatMap { text($0, key: key) }
    }

    /// The text under a key that must be there.
    mutating func text(_ key: String, of fields: Fields) -> String {
        required(key, of: fields).flatMap { text($0, key: key) } ?? ""
    }

    /// The texts under a key; none where the key is absent.
    mutating func texts(_ key: String, of fields: Fields) -> [String] {
        items(key, of: fields).map { text($0, key: nil) ?? "" }
    }

    /// Yes or no.
    mutating func flag(_ node: YAMLNode, key: String?) -> Bool? {
        if case .scalar(let text, _) = node.content {
            switch text {
            case "yes", "true": return true
            case "no", "false": return false
            default: break
            }
        }
        report(.wrongShape(key: key, expected: .yesNo, found: node.shape), at: node.place)
        return nil
    }

    /// Yes or no under a key; the default where the key is absent.
    mutating func flag(_ key: String, of fields: Fields, default standard: Bool) -> Bool {
        fields[key].flatMap { flag($0, key: key) } ?? standard
    }

    /// The whole number under a key; nil where the key is absent.
    mutating func optionalWhole(
        _ key: String, of fields: Fields, least: Int, greatest: Int? = nil
    ) -> Int? {
        guard let node = fields[key] else { return nil }
        guard case .scalar(let text, isPlain: true) = node.content, let number = Int(text) else {
            report(.wrongShape(key: key, expected: .wholeNumber, found: node.shape), at: node.place)
            return nil
        }
        guard number >= least, number <= greatest ?? number else {
            report(.outOfRange(number, key: key, least: least, greatest: greatest), at: node.place)
            return nil
        }
        return number
    }

    /// The whole number under a key that must be there.
    mutating func whole(
        _ key: String, of fields: Fields, least: Int, greatest: Int? = nil
    ) -> Int {
        _ = required(key, of: fields)
        return optionalWhole(key, of: fields, least: least, greatest: greatest) ?? least
    }

    /// The number under a key; nil where the key is absent.
    mutating func optionalNumber(_ key: String, of fields: Fields) -> Double? {
        guard let node = fields[key] else { return nil }
        guard case .scalar(let text, isPlain: true) = node.content, let number = Double(text),
            number.isFinite, !text.contains("x")
        else {
            report(.wrongShape(key: key, expected: .number, found: node.shape), at: node.place)
            return nil
        }
        return number
    }

    /// One of a few words.
    mutating func word<Word: RawRepresentable<String>>(
        _ node: YAMLNode, key: String?, of words: [Word]
    ) -> Word? {
        guard let text = scalar(node, key: key) else { return nil }
        if let word = words.first(where: { $0.rawValue == text }) { return word }
        report(.unknownWord(text, key: key, known: words.map(\.rawValue)), at: node.place)
        return nil
    }

    /// One of a few words under a key that must be there.
    mutating func word<Word: RawRepresentable<String>>(
        _ key: String, of fields: Fields, among words: [Word], otherwise: Word
    ) -> Word {
        required(key, of: fields).flatMap { word($0, key: key, of: words) } ?? otherwise
    }
    /// The version of an instrument.
    mutating func version(of fields: Fields) -> String {
        let version = required("version", of: fields).flatMap { scalar($0, key: "version") } ?? ""
        let parts = version.split(separator: ".", omittingEmptySubsequences: false)
        let isInThreeParts =
            parts.count == 3
            && parts.allSatisfy { part in !part.isEmpty && part.utf8.allSatisfy { (48...57).contains($0) } }
        if !version.isEmpty, !isInThreeParts, let node = fields["version"] {
            report(.versionNotInThreeParts(version), at: node.place)
        }
        return version
    }
}
