/// The program's phrases in another language, as a translator wrote them.
package struct Catalogue: Sendable {
    /// The catalogue that `local` looks into; nil is English.
    @TaskLocal package static var current: Catalogue?

    /// The language, such as `cy`.
    package let language: String

    private let entries: [Message.Key: Translation]
    private let rule: PluralRule?

    /// What stands in the place of a message.
    enum Translation: Sendable {
        case single(Template)
        /// The text that the English plural had when it was translated, and a text for each form.
        case forms(of: String, [Template])
    }

    /// A catalogue of translations that were checked.
    init(language: String, entries: [Message.Key: Translation], rule: PluralRule?) {
        self.language = language
        self.entries = entries
        self.rule = rule
    }

    /// Does something in the language of a catalogue.
    ///
    /// - Parameters:
    ///   - catalogue: the catalogue; nil for English.
    ///   - operation: what is done; all that it words is worded in that language.
    /// - Returns: what the operation gives.
    /// - Throws: what the operation throws.
    package static func speaking<Value, Failure: Error>(
        _ catalogue: Catalogue?, _ operation: () throws(Failure) -> Value
    ) throws(Failure) -> Value {
        let result = $current.withValue(catalogue) { Result { () throws(Failure) in try operation() } }
        return try result.get()
    }

    /// What a phrase is in this language; nil where it is not translated.
    func translation(of key: String, context: String?) -> Template? {
        if case .single(let template) = entries[Message.Key(text: key, context: context)] {
            template
        } else {
            nil
        }
    }

    /// What a phrase is for a number; nil where it is not translated.
    func translation(of key: String, plural: String, for count: Int) -> Template? {
        guard let rule, case .forms(plural, let forms) = entries[Message.Key(text: key, context: nil)]
        else { return nil }
        return forms[rule.form(of: count)]
    }
}
