/// How far the ratings are only asserted, in words.
package struct AssuranceText: Sendable, Encodable {
    /// How many ratings are looked at.
    package var rated: Int
    /// How many of them name no evidence.
    package var asserted: Int
    /// Whether the answers by themselves prove little.
    package var provesLittle: Bool
    /// What is told before any finding, a sentence each.
    package var sentences: [String]
    /// The patterns that are worth a second look, a sentence each; empty where the audience does not see answers.
    package var signs: [String]
}
