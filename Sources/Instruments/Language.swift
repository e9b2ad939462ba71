/// A language by its code, such as `en`, `cy` or `pt-BR`.
package typealias Language = Identifier<LanguageName>

/// What a language's code names.
package enum LanguageName: Sendable {}

extension Identifier where Subject == LanguageName {
    /// Whether the text is a code: two or three small letters, perhaps a hyphen and letters or digits.
    package var isLanguageCode: Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let first = parts.first, parts.count <= 2, (2...3).contains(first.utf8.count),
            first.utf8.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) })
        else { return false }
        return parts.dropFirst().allSatisfy { part in
            (2...8).contains(part.utf8.count)
                && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
        }
    }

    /// The code without a region: `pt` of `pt-BR`.
    package var base: Language { Language(String(text.prefix { $0 != "-" })) }
}

extension Dictionary where Key == Language {
    /// What there is in a language, or else in that language without its region; nil where there is nothing.
    package func best(for language: Language) -> Value? { self[language] ?? self[language.base] }
}
