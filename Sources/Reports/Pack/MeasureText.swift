/// A measure of the plan: what is counted from time to time, and how it went.
package struct MeasureText: Sendable, Codable {
    /// Its name in the session, such as `M1`.
    package var id: String
    package var name: String
    /// What it is counted in.
    package var unit: String?
    /// Where the figures are from.
    package var source: String?
    /// What was counted, oldest first.
    package var values: [ValueText]
    /// How far the last value is from the first; nil where there is none or one.
    package var change: Double?
    /// What the values are compared with.
    package var comparator: ComparatorText?

    /// What was counted for a day.
    package struct ValueText: Sendable, Codable {
        /// The day, such as `2027-01-31`.
        package var day: String
        /// The day in words.
        package var date: String
        package var number: Double
    }

    /// What values are compared with.
    package struct ComparatorText: Sendable, Codable {
        package var name: String
        package var number: Double
    }
}
