/// A model of intervention: the conditions that must be in place beforehand for it to work.
package struct Model: Equatable, Sendable, Codable {
    package typealias ID = Identifier<Model>

    /// Which tier the model is shown under; our mapping.
    package struct Place: Equatable, Sendable, Codable {
        /// The outcome of the headline table; nil for a model that stands beside the tiers.
        package var outcome: Outcome.ID?
        /// Why it is shown there.
        package var reason: String

        /// A place with its reason.
        package init(outcome: Outcome.ID?, reason: String) {
            self.outcome = outcome
            self.reason = reason
        }
    }

    /// The model's name within its framework.
    package var id: ID
    /// The name that the reader sees.
    package var title: String
    /// The conditions that it needs.
    package var needs: [Condition.ID]
    /// Where the source documents give them.
    package var source: String
    /// What the model is.
    package var means: Statement
    /// Where a report shows it.
    package var under: Place?
    /// What to be careful of where its conditions are met.
    package var cautions: [Caution]

    /// A model with all its fields.
    package init(
        id: ID, title: String, needs: [Condition.ID], source: String, means: Statement,
        under: Place? = nil, cautions: [Caution] = []
    ) {
        self.id = id
        self.title = title
        self.needs = needs
        self.source = source
        self.means = means
        self.under = under
        self.cautions = cautions
    }
}
