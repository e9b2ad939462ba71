/// Guards a room against differencing: taking one report from another, and learning how the few voted who differ.
package enum VoteDifferencing {
    /// The tally that a report speaks of: the vote, or one that an earlier report spoke of.
    ///
    /// Where fewer than five votes differ from one of which a report spoke, what was said of that one is repeated, just
    /// as where none differs; a sentence that something is kept back would say that a few gave way.
    ///
    /// - Parameters:
    ///   - tally: the last vote that the room has seen.
    ///   - released: the tallies of the same question that earlier reports spoke of, oldest first.
    ///   - isAnotherCalled: whether a second vote is called that the room has not seen; then only what was released
    ///     before is repeated.
    /// - Returns: the tally; nil where nothing is released while the second vote is out.
    package static func releasable(
        _ tally: Tally, released: [Tally], isAnotherCalled: Bool = false
    ) -> Tally? {
        let repeated = released.last { $0.changed(to: tally) < MinimumFrequency.standard }
        return repeated ?? (isAnotherCalled ? nil : tally)
    }
}
