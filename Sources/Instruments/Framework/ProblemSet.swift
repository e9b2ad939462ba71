/// Problems that a framework lists: present or absent, and able to lead to one another.
///
/// Each problem is an element of the framework. There is no score over them.
package struct ProblemSet: Equatable, Sendable, Codable {
    /// What a formula can ask about the problems of a framework.
    package enum Pattern: String, Sendable, Codable, CaseIterable {
        /// At least one problem is present.
        case present
        /// At least one problem that is present leads to another that is present.
        case linked
    }

    /// Problems that belong together.
    package typealias Group = ElementGroup

    /// A group whose problems, when they are all there is, call for a remark.
    package struct Lone: Equatable, Sendable, Codable {
        /// The group.
        package var group: Group.ID
        /// What to keep in mind when nothing outside of it is present.
        package var means: Statement

        /// A remark on a group.
        package init(group: Group.ID, means: Statement) {
            self.group = group
            self.means = means
        }
    }

    /// Where the problems come from.
    package var source: String
    /// The groups, in the order of the source.
    package var groups: [Group]
    /// What a problem that stands by itself means.
    package var isolated: Statement
    /// What problems that lead to others mean.
    package var linked: Statement
    /// What problems that lead back to each other mean.
    package var circle: Statement
    /// What to keep in mind when only one group's problems are present; nil for nothing.
    package var lone: Lone?

    /// A set with all its fields.
    package init(
        source: String, groups: [Group], isolated: Statement, linked: Statement, circle: Statement,
        lone: Lone? = nil
    ) {
        self.source = source
        self.groups = groups
        self.isolated = isolated
        self.linked = linked
        self.circle = circle
        self.lone = lone
    }

    /// Every problem, in the order of the groups.
    package var elements: [Element.ID] { groups.flatMap(\.elements) }
}
