/// A moment at which a session was signed off.
package struct Milestone: Sendable {
    /// Who signed it off, by role.
    package let role: String
    /// When.
    package let at: Timestamp
    /// The number of the event.
    package let number: Int
    /// The session as it stood, without its earlier sign-offs and without what could be taken back.
    package let session: SessionState
    /// How many of its answers nobody had confirmed.
    package let unconfirmed: Int
    /// When and why it was opened again; nil where it was not.
    package internal(set) var reopened: Reopening?

    /// When and why a session was opened again.
    package struct Reopening: Equatable, Sendable {
        /// When.
        package let at: Timestamp
        /// Why.
        package let reason: String
    }
}
