/// Why a file of translations cannot be used; `errorDescription` of the layer above has the words.
package struct CatalogueFault: Error, Equatable, Sendable {
    /// The name that messages call the file by.
    package var file: String
    /// The line, from 1; nil where it is about the whole file.
    package var line: Int?
    /// What is wrong.
    package var problem: Problem

    /// A fault with all its fields.
    package init(file: String, line: Int?, _ problem: Problem) {
        self.file = file
        self.line = line
        self.problem = problem
    }

    /// What can be wrong with a file of translations.
    package enum Problem: Error, Equatable, Sendable {
        case tooLarge(limit: Int)
        case notUTF8
        /// The line is neither a comment, nor a keyword with a text, nor a text.
        case unknownLine
        /// A text does not end, or something follows it.
        case unfinishedText
        /// A backslash before a character that it means nothing before.
        case unknownEscape(Character)
        /// A keyword where it cannot stand, such as a translation before its text.
        case misplaced(String)
        /// Two entries with the same text.
        case repeated(firstLine: Int)
        /// The header names an encoding other than UTF-8.
        case otherEncoding(String)
        /// The header's rule for plurals cannot be read.
        case pluralRule(String)
        /// A plural is translated, and the header has no rule for plurals.
        case noPluralRule
        /// A plural is translated into another number of forms than the header says.
        case forms(expected: Int, found: Int)
        /// A brace that is no part of a place such as `{1}`, and not doubled.
        case brace
        /// The translation has other places than the English text.
        case places(missing: [Int], unknown: [Int])
    }
}
