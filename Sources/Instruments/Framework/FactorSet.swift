/// Factors of success that a framework lists: in place, partly there or missing.
///
/// Each factor is an element of the framework. It is missing at the lowest level of a rating, partly
/// there below the met level, and in place from there on.
package struct FactorSet: Equatable, Sendable, Codable {
    /// How far a factor is there, worst first.
    package enum State: String, Sendable, Codable, CaseIterable {
        case missing
        case partly
        case inPlace = "in-place"
    }

    /// A moment of the work, and the groups that matter first then.
    package struct Stage: Equatable, Sendable, Codable {
        package typealias ID = Identifier<Stage>

        /// The stage's name within its framework.
        package var id: ID
        /// A short noun phrase.
        package var title: String
        /// The element that is true at this stage.
        package var when: Element.ID
        /// The groups that come first, in no order of their own.
        package var groups: [Group.ID]

        /// A stage with all its fields.
        package init(id: ID, title: String, when: Element.ID, groups: [Group.ID]) {
            self.id = id
            self.title = title
            self.when = when
            self.groups = groups
        }
    }

    /// Factors that belong together.
    package typealias Group = ElementGroup

    /// What a state means.
    package struct Meaning: Equatable, Sendable, Codable {
        /// The state.
        package var state: State
        /// What a visitor would find.
        package var means: String

        /// A meaning with its state.
        package init(state: State, means: String) {
            self.state = state
            self.means = means
        }
    }

    /// Where the factors come from.
    package var source: String
    /// What each state means, worst first.
    package var scale: [Meaning]
    /// The stages; empty where the order of the groups is always the same.
    package var stages: [Stage]
    /// The groups, the strongest link with success first.
    package var groups: [Group]

    /// A set with all its fields.
    package init(source: String, scale: [Meaning], stages: [Stage], groups: [Group]) {
        self.source = source
        self.scale = scale
        self.stages = stages
        self.groups = groups
    }
}
