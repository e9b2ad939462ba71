package import Sessions

/// A line of the plan: something that will be done.
package struct ActionText: Sendable, Codable {
    /// Its name in the session; nil for others than the authority, and for a question that a room put off.
    package var id: String?
    package var question: QuestionLabel
    package var text: String
    package var role: String?
    /// By when, in words; nil where no date is set.
    package var due: String?
    /// By when, such as `2027-01-31`; nil where no date is set.
    package var day: String?
    /// How far it is; nil for a question that a room put off.
    package var state: Action.State?
    /// What came of it, or why it was dropped.
    package var outcome: String?
    /// The day on which it was said to be done or dropped, in words.
    package var settled: String?
    /// The finding that it answers, by its title.
    package var finding: String?
    /// How people will see that it worked.
    package var measure: String?
    /// True where it is from an earlier session, and nobody has said yet what became of it; else nil.
    package var isCarried: Bool?
    /// True where its day has passed, and it is neither done nor dropped; else nil.
    package var isOverdue: Bool?
}
