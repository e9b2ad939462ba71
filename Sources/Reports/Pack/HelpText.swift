package import Instruments

/// What helps, by who can take the step.
package struct HelpsText: Sendable, Encodable {
    /// Who can take these steps.
    package var who: Help.Actor
    /// The same in words.
    package var title: String
    /// The steps, what is gravest first.
    package var steps: [StepText]

    /// A step that helps.
    package struct StepText: Sendable, Encodable {
        /// What it helps with, by its title.
        package var helpsWith: String
        package var step: HelpText
    }
}

/// A step that helps, with who can take it.
package struct HelpText: Sendable, Encodable {
    package var text: String
    /// Who can take it.
    package var who: Help.Actor
    /// The same in words.
    package var whoInWords: String
    package var source: String?
    package var basis: Basis
}

/// A place that a source tells of.
package struct PlaceText: Sendable, Encodable {
    package var name: String
    package var text: String
    package var source: String?
    package var basis: Basis
}
