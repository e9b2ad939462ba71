/// A question that a critical friend asks when some answers seem not to fit together.
package struct Prompt: Equatable, Sendable, Codable {
    package typealias ID = Identifier<Prompt>

    /// The prompt's name within its questionnaire.
    package var id: ID
    /// Which answers bring it up.
    package var when: AskWhen
    /// What the friend asks.
    package var text: String
    /// Where the thought comes from; nil where it is ours alone.
    package var source: String?

    /// A prompt with all its fields.
    package init(id: ID, when: AskWhen, text: String, source: String? = nil) {
        self.id = id
        self.when = when
        self.text = text
        self.source = source
    }
}
