/// The ordered options of a rating question, lowest first.
package struct Scale: Equatable, Sendable, Codable {
    package typealias ID = Identifier<Scale>

    /// The names of the levels, lowest first.
    package var levels: [String]
    /// The lowest level, counted from 1, that meets what the question is about.
    package var metFrom: Int

    private enum CodingKeys: String, CodingKey {
        case levels
        case metFrom = "met-from"
    }

    /// A scale with its levels.
    package init(levels: [String], metFrom: Int) {
        self.levels = levels
        self.metFrom = metFrom
    }
}
