/// A language by its code: `cy`, or with a region, `cy-GB`.
package struct LanguageCode: Equatable, Sendable {
    /// The code with its region, as it was written: `cy`, `cy-GB` or `cy_GB`.
    package let text: String

    /// Reads a code: two or three letters, and perhaps parts of two to eight letters or digits; nil where it
    /// is none, so that a code can safely be part of a file's name.
    package init?(_ text: String) {
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "_" }
        guard let first = parts.first, (2...3).contains(first.utf8.count),
            first.utf8.allSatisfy(\.isLetter), parts.count <= 4,
            parts.dropFirst().allSatisfy({ part in
                (2...8).contains(part.utf8.count) && part.utf8.allSatisfy { $0.isLetter || $0.isDigit }
            })
        else { return nil }
        self.text = text
    }

    /// The language that the environment asks for; nil for English, and where it asks for none.
    ///
    /// - Parameter environment: the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that says something counts.
    package init?(environment: [String: String]) {
        let names = ["LC_ALL", "LC_MESSAGES", "LANG"]
        guard let value = names.lazy.compactMap({ environment[$0] }).first(where: { !$0.isEmpty }) else {
            return nil
        }
        self.init(String(value.prefix { $0 != "." && $0 != "@" }))
        if isEnglish { return nil }
    }

    /// Whether it is the language that the program is written in.
    package var isEnglish: Bool { language == "en" }

    /// The language without its region: `cy`.
    package var language: String {
        text.prefix { $0 != "-" && $0 != "_" }.lowercased()
    }

    /// The names that a file for it may have, without ending, the first before the others.
    package var fileNames: [String] {
        let other = String(text.map { $0 == "-" ? "_" : $0 })
        return [text, other, language].reduce(into: []) { names, name in
            if !names.contains(name) { names.append(name) }
        }
    }
}

extension UInt8 {
    fileprivate var isLetter: Bool { (65...90).contains(self) || (97...122).contains(self) }
    fileprivate var isDigit: Bool { (48...57).contains(self) }
}
