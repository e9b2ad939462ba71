/// A phrase in the language of the current catalogue, or else in English.
///
/// - Parameters:
///   - phrase: what is said, as a literal.
///   - context: tells phrases apart that are the same in English and not in other languages.
/// - Returns: the text with its places filled.
package func local(_ phrase: Phrase, context: StaticString? = nil) -> String {
    guard let catalogue = Catalogue.current,
        let template = catalogue.translation(of: phrase.key, context: context?.description)
    else { return phrase.english }
    return template.filled(with: phrase.arguments)
}

/// One of two phrases, by a number; other languages may have more forms, or fewer.
///
/// The arguments of the first phrase are those that the second begins with, so that a translation of
/// either can use all of them.
///
/// - Parameters:
///   - count: the number.
///   - one: what is said of 1.
///   - many: what is said of any other number.
/// - Returns: the text with its places filled.
package func plural(_ count: Int, _ one: Phrase, _ many: Phrase) -> String {
    guard let catalogue = Catalogue.current,
        let template = catalogue.translation(of: one.key, plural: many.key, for: count)
    else { return count == 1 ? one.english : many.english }
    return template.filled(with: many.arguments)
}

/// A number and what is counted: `1 question`, `3 questions`.
///
/// - Parameters:
///   - count: the number.
///   - one: what follows 1.
///   - many: what follows any other number.
/// - Returns: the number, a space and the words.
package func counted(_ count: Int, _ one: Phrase, _ many: Phrase) -> String {
    plural(count, "\(count) " + one, "\(count) " + many)
}
