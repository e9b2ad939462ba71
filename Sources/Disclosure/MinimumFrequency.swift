/// The minimum frequency of a cell: the fewest people, or authorities, of whom a number is released.
package enum MinimumFrequency {
    /// The fewest of whom anything is released; who asks for more gets more, and nobody gets less.
    package static let standard = 5
    /// The fewest ratings of which the counts leave a room.
    package static let counts = 8

    /// Raises what was asked for to the standard.
    static func atLeast(_ asked: Int) -> Int { max(asked, standard) }
}
