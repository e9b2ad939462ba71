import Instruments

// A text may be a map of languages to texts, where the file declares its languages.

extension YAMLDecoder {
    /// What a file holds in its own language and in the others that it declares.
    struct Spoken<Value> {
        var value: Value
        var language: Language?
        var translations: [Language: Value]?
        /// All that is wrong with the file, in its order.
        var faults: [Fault]
    }

    /// Reads a file once for each of its languages.
    static func spoken<Value>(
        _ document: Document, of file: String, _ decode: (inout YAMLDecoder, YAMLNode) -> Value
    ) -> Spoken<Value> {
        var first = YAMLDecoder(file: file)
        let languages = first.declaredLanguages(document.root)
        var faults = first.sortedFaults
        func read(_ language: Language?) -> Value {
            var own = YAMLDecoder(file: file, languages: languages, reading: language)
            let value = decode(&own, document.root)
            // What is wrong in every language is told once.
            faults += own.sortedFaults.filter { !faults.contains($0) }
            return value
        }
        let value = read(languages.first)
        let others = languages.dropFirst().map { ($0, read($0)) }
        return Spoken(
            value: value, language: languages.first,
            translations: others.isEmpty ? nil : Dictionary(others) { first, _ in first },
            faults: document.faults + faults.inOrder)
    }

    private mutating func declaredLanguages(_ root: YAMLNode) -> [Language] {
        guard case .map(let entries) = root.content,
            let node = entries.first(where: { $0.key == "languages" })?.value
        else { return [] }
        guard case .list(let items) = node.content, !items.isEmpty else {
            report(.wrongShape(key: "languages", expected: .list, found: node.shape), at: node.place)
            return []
        }
        let languages: [Language] = items.map { item in
            let language = Language(scalar(item, key: nil) ?? "")
            if !language.text.isEmpty, !language.isLanguageCode {
                report(.unknownWord(language.text, key: "languages", known: []), at: item.place)
            }
            return language
        }
        reportRepeated(languages.map(\.text), at: items.map(\.place))
        return languages.filter(\.isLanguageCode)
    }

    /// Whether a part is a text in several languages.
    func isInLanguages(_ node: YAMLNode) -> Bool {
        guard !languages.isEmpty, case .map(let entries) = node.content else { return false }
        return entries.contains { entry in languages.contains(Language(entry.key)) }
    }

    /// The text in the language that is read, or else in the file's own, or else in any that there is.
    mutating func inLanguage(_ node: YAMLNode, key: String?) -> YAMLNode {
        guard let language else { return node }
        guard isInLanguages(node), case .map(let entries) = node.content else {
            // A source is cited in one language; any other text that is no map is the file's own.
            if language != languages.first, key != "source", case .scalar = node.content {
                report(.missingTranslation(language.text), at: node.place)
            }
            return node
        }
        for entry in entries where !languages.contains(Language(entry.key)) {
            report(.unknownKey(entry.key, known: languages.map(\.text)), at: entry.keyPlace)
        }
        func text(in language: Language) -> YAMLNode? {
            entries.first { $0.key == language.text }?.value
        }
        if let text = text(in: language) { return text }
        report(.missingTranslation(language.text), at: node.place)
        return languages.lazy.compactMap(text).first ?? node
    }
}
