package import Instruments

/// How far one factor of success is there.
package struct FactorFinding: Equatable, Sendable {
    /// The element that stands for it.
    package var element: Element
    /// How far it is there; nil where a question on it is open, or none is left.
    package var state: FactorSet.State?
    /// The answers that say so; for a factor in place, all of them.
    package var answers: [Reason]
    /// The open questions on it.
    package var open: [Question.ID]
}

/// How far the factors of one framework are there.
package struct FactorFindings: Sendable {
    /// The factors of one group.
    package struct GroupFinding: Sendable {
        /// The group.
        package var group: FactorSet.Group
        /// Whether it comes first at the present stage.
        package var comesFirst: Bool
        /// Its factors, in the framework's order.
        package var factors: [FactorFinding]
    }

    /// The framework that lists the factors.
    package var framework: Framework.ID
    /// The factors as the framework lists them.
    package var definition: FactorSet
    /// The present stage; nil while it is open or where there are none.
    package var stage: FactorSet.Stage?
    /// The groups: those of the present stage first, then by their link with success.
    package var groups: [GroupFinding]

    /// The factors of a state in the groups' order; nil for those that are open.
    package func factors(_ state: FactorSet.State?) -> [FactorFinding] {
        groups.flatMap(\.factors).filter { $0.state == state }
    }
}
