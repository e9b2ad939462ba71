/// The behaviour of a conversation, beside its session and its terminal.
package struct ConversationOptions: Sendable {
    /// Stop at the first line that is refused.
    package var isStrict: Bool
    /// Leave out what is said only to be friendly.
    package var isQuiet: Bool

    /// Options with all their fields.
    package init(isStrict: Bool = false, isQuiet: Bool = false) {
        self.isStrict = isStrict
        self.isQuiet = isQuiet
    }
}
