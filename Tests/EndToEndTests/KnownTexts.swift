import Foundation
import InstrumentFiles
import Instruments

/// What may be in English where the program speaks another language: the texts and names of instruments, and
/// words that somebody types.
struct KnownTexts {
    /// The texts in lower case, by their first word, the longest first.
    private var byFirstWord: [String: [String]] = [:]
    private var names: Set<String>

    /// The texts of the instruments in some folders, and some more words.
    init(folders: [String], words: [String]) throws {
        names = []
        var texts = words
        for folder in folders {
            let library = try InstrumentLibrary(folder: folder).read()
            for value in library.questionnaires { try texts += Self.strings(in: value) }
            for value in library.frameworks { try texts += Self.strings(in: value) }
        }
        add(texts)
    }

    /// These texts, and what stands in a session as `show` gives it.
    func with(session: [String: Any]) -> KnownTexts {
        var known = self
        known.add(Self.strings(inJSON: session))
        return known
    }

    /// Words of the files' own language, which the program has words for.
    private static let keywords: Set = [
        "yes", "no", "any", "true", "false", "unknown", "stated", "interpolated", "watch", "evident",
        "clear", "missing", "rating", "text", "date", "number", "answered",
    ]

    private mutating func add(_ texts: [String]) {
        for text in Set(texts).subtracting(Self.keywords) {
            let words = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
            if !words.contains(" ") { names.insert(words) }
            // In a sentence a title has a comma where it has a colon by itself.
            let inSentence = words.replacing(": ", with: ", ")
            for form in [words, words.hasSuffix(".") ? String(words.dropLast()) : words, inSentence] {
                let trimmed = String(form.drop { !$0.isLetter && !$0.isNumber })
                byFirstWord[String(trimmed.prefix(while: Self.isWordly)), default: []].append(trimmed)
            }
        }
        byFirstWord = byFirstWord.mapValues { $0.sorted { $0.count > $1.count } }
    }

    /// The words of a text that are none of these, each with what follows it; empty where all is known.
    func unknown(in text: String) -> [String] {
        var unknown: [String] = []
        let words = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
        var rest = words[...]
        while let start = rest.firstIndex(where: { $0.isLetter || $0.isNumber }) {
            rest = rest[start...]
            if let length = known(at: rest) {
                rest = rest.dropFirst(length)
                continue
            }
            let word = rest.prefix(while: Self.isWordly)
            if word.contains(where: \.isASCIILetter) && !isName(rest.prefix { $0 != " " }) {
                unknown.append("\(rest.prefix(60))")
            }
            rest = rest.dropFirst(
                isName(rest.prefix { $0 != " " }) ? rest.prefix { $0 != " " }.count : word.count)
        }
        return unknown
    }

    /// How much of the text's beginning is a text of an instrument.
    private func known(at text: Substring) -> Int? {
        let candidates = byFirstWord[String(text.prefix(while: Self.isWordly))] ?? []
        return candidates.first { candidate in
            guard text.hasPrefix(candidate) else { return false }
            let next = text.dropFirst(candidate.count).first
            return next.map { !Self.isWordly($0) } ?? true
        }?.count
    }

    /// Whether it is made of names alone, such as `isos/tier#2` or `capacity-to-plan.staff-part=3`.
    private func isName(_ word: Substring) -> Bool {
        let core = word.drop { "`\"(".contains($0) }.reversed().drop { "`\").,;:".contains($0) }.reversed()
        return String(core).split { "/#=:".contains($0) }.allSatisfy { part in
            names.contains(String(part)) || part.allSatisfy(\.isNumber)
                || names.contains { $0.hasSuffix("." + part) }
        }
    }

    private static func isWordly(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || character == "'" || character == "’"
    }

    /// Every string in a value.
    private static func strings(in value: some Encodable) throws -> [String] {
        strings(inJSON: try JSONSerialization.jsonObject(with: JSONEncoder().encode(value)))
    }

    private static func strings(inJSON value: Any) -> [String] {
        switch value {
        case let text as String: [text]
        case let list as [Any]: list.flatMap(strings(inJSON:))
        case let map as [String: Any]: map.values.flatMap(strings(inJSON:))
        default: []
        }
    }
}
