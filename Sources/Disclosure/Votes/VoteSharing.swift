/// The share of its votes that a room lets reports show.
package enum VoteSharing: String, CaseIterable, Sendable {
    /// The agreement, and nothing of the votes.
    case agreed
    /// A word on how the votes lie.
    case shape
    /// The counts, where eight or more rated and each count is nobody or five and more.
    case counts

    /// Tells whether it shows less than another.
    package func isNarrower(than other: VoteSharing) -> Bool {
        (Self.allCases.firstIndex(of: self) ?? 0) < (Self.allCases.firstIndex(of: other) ?? 0)
    }
}
