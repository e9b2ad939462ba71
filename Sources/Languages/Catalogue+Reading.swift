extension Catalogue {
    /// The largest file of translations that is read, in bytes.
    static let largest = 4 * 1024 * 1024

    /// Reads a file of translations: gettext's PO format, in UTF-8.
    ///
    /// Entries that are not translated, or marked `fuzzy`, are left out and stay English.
    ///
    /// - Parameters:
    ///   - bytes: what the file holds.
    ///   - file: the name that messages call it by.
    ///   - language: the language that it is for.
    /// - Throws: the first thing that is wrong with it, with its line.
    package init(_ bytes: [UInt8], file: String, language: String) throws(CatalogueFault) {
        let messages = try Self.messages(bytes, file: file)
        let header = messages.first { $0.key == Message.Key(text: "", context: nil) }
        let rule =
            try header.map { header throws(CatalogueFault) in
                try Self.rule(header, file: file)
            } ?? nil
        var entries: [Message.Key: Translation] = [:]
        var lines: [Message.Key: Int] = [:]
        for message in messages {
            if let first = lines.updateValue(message.line, forKey: message.key) {
                throw CatalogueFault(file: file, line: message.line, .repeated(firstLine: first))
            }
            let isTranslated = message.translations.contains { !$0.isEmpty }
            guard !message.key.text.isEmpty, isTranslated, !message.isFuzzy else { continue }
            do throws(CatalogueFault.Problem) {
                entries[message.key] = try message.translation(by: rule)
            } catch {
                throw CatalogueFault(file: file, line: message.translationLine, error)
            }
        }
        self.init(language: language, entries: entries, rule: rule)
    }

    /// The entries of a file of translations, or of the template that translators begin with.
    ///
    /// - Parameters:
    ///   - bytes: what the file holds.
    ///   - file: the name that messages call it by.
    /// - Returns: the entries as they stand there, the header first where there is one.
    /// - Throws: the first thing that is wrong with it, with its line.
    static func messages(_ bytes: [UInt8], file: String) throws(CatalogueFault) -> [Message] {
        guard bytes.count <= largest else {
            throw CatalogueFault(file: file, line: nil, .tooLarge(limit: largest))
        }
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        guard let text = String(validating: bytes.dropFirst(bytes.starts(with: mark) ? 3 : 0), as: UTF8.self)
        else { throw CatalogueFault(file: file, line: nil, .notUTF8) }
        return try MessageReader.messages(of: text, file: file)
    }

    /// The rule for plurals that the header gives; nil where it gives none.
    private static func rule(_ header: Message, file: String) throws(CatalogueFault) -> PluralRule? {
        var rule: PluralRule?
        for line in (header.translations.first ?? "").split(separator: "\n") {
            let parts = line.split(separator: ":", maxSplits: 1).map { String($0).trimmed }
            guard parts.count == 2 else { continue }
            switch parts[0].lowercased() {
            case "plural-forms":
                rule = PluralRule(parts[1])
                if rule == nil {
                    throw CatalogueFault(
                        file: file, line: header.translationLine, .pluralRule(parts[1]))
                }
            case "content-type":
                let encoding = parts[1].lowercased().split(separator: "charset=").last.map(String.init) ?? ""
                if parts[1].contains("charset=") && encoding != "utf-8" && encoding != "utf8" {
                    throw CatalogueFault(
                        file: file, line: header.translationLine, .otherEncoding(encoding))
                }
            default: continue
            }
        }
        return rule
    }
}

extension Message {
    /// The translation, checked against the English text.
    fileprivate func translation(
        by rule: PluralRule?
    ) throws(CatalogueFault.Problem) -> Catalogue.Translation {
        guard let plural else {
            let text = translations.first ?? ""
            return .single(try template(text, places: places(of: key.text), mayLeaveOneOut: false))
        }
        guard let rule else { throw .noPluralRule }
        let filled = translations.count { !$0.isEmpty }
        guard filled == rule.count, translations.count == rule.count else {
            throw .forms(expected: rule.count, found: filled)
        }
        let places = places(of: key.text).union(self.places(of: plural))
        var forms: [Template] = []
        for (index, text) in translations.enumerated() {
            forms.append(
                try template(text, places: places, mayLeaveOneOut: rule.isForOneNumber(index)))
        }
        return .forms(of: plural, forms)
    }

    private func places(of text: String) -> Set<Int> { Template(text)?.places ?? [] }

    /// A translation with the places that it has to have; a form for a single number need not name it.
    private func template(
        _ text: String, places: Set<Int>, mayLeaveOneOut: Bool
    ) throws(CatalogueFault.Problem) -> Template {
        guard let template = Template(text) else { throw .brace }
        let missing = places.subtracting(template.places).sorted()
        let unknown = template.places.subtracting(places).sorted()
        guard unknown.isEmpty, missing.count <= (mayLeaveOneOut ? 1 : 0) else {
            throw .places(missing: missing, unknown: unknown)
        }
        return template
    }
}

extension String {
    fileprivate var trimmed: String {
        let start = drop(while: \.isWhitespace)
        return String(start.reversed().drop(while: \.isWhitespace).reversed())
    }
}
