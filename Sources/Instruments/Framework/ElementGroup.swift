/// Elements of a framework that belong together: factors of success, or problems.
package struct ElementGroup: Equatable, Sendable, Codable {
    package typealias ID = Identifier<ElementGroup>

    /// The group's name within its framework.
    package var id: ID
    /// A short noun phrase.
    package var title: String
    /// What the group is about.
    package var means: Statement
    /// The elements.
    package var elements: [Element.ID]

    /// A group with all its fields.
    package init(id: ID, title: String, means: Statement, elements: [Element.ID]) {
        self.id = id
        self.title = title
        self.means = means
        self.elements = elements
    }
}
