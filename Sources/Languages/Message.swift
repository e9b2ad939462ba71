/// One entry of a file of translations (gettext's PO format).
struct Message: Sendable {
    /// What an entry is found by.
    struct Key: Hashable, Sendable {
        /// The English text with its places.
        var text: String
        /// What tells it from another of the same text; nil for most.
        var context: String?
    }

    /// What it is found by.
    var key: Key
    /// The English plural; nil where there is one form only.
    var plural: String?
    /// The translations, one for each form; empty where nothing is translated.
    var translations: [String]
    /// Whether somebody has still to look at the translation.
    var isFuzzy: Bool
    /// The line on which the English text begins, from 1.
    var line: Int
    /// The line on which the translation begins.
    var translationLine: Int
}
