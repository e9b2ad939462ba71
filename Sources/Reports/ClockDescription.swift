import Languages
package import Sessions

extension ClockFaults {
    /// What is wrong with the dates of a session, in a sentence each.
    package var localizedDescription: [String] {
        let future = ahead.map {
            local(
                "This session holds dates in the future (\($0.date.localizedDescription)): a clock was wrong, here or where they were written."
            )
        }
        let named = back.map { "\($0)" }
        let order =
            back.isEmpty
            ? nil
            : named.count > Self.mostNamed
                ? local(
                    "\(named.count) events are dated before the ones above them: a clock was wrong. What counts is the order of the events, and not their dates."
                )
                : plural(
                    back.count,
                    "Event \(listed(named)) is dated before the one above it: a clock was wrong. What counts is the order of the events, and not their dates.",
                    "Events \(listed(named)) are dated before the ones above them: a clock was wrong. What counts is the order of the events, and not their dates."
                )
        return [future, order].compactMap(\.self)
    }

    /// The most events that are named.
    private static let mostNamed = 5
}
