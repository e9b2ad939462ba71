package import Instruments

/// What can be said of one signature of risk.
package struct SignatureFinding: Sendable {
    /// The signature.
    package var signature: Signature
    /// The statuses that some completion reaches, mildest first.
    package var possible: [SignatureSet.Status]
    /// Whether some completion leaves no indicator; where `possible` is empty, every one does.
    package var canBeUnknown: Bool
    /// The indicators that warn.
    package var warning: [Question.ID]
    /// The indicators that are answered and do not warn.
    package var notWarning: [Question.ID]
    /// The indicators that are asked and open.
    package var unknown: [Question.ID]
}

/// What can be said of all signatures of one framework.
package struct SignatureFindings: Sendable {
    /// The framework that holds the signatures.
    package var framework: Framework.ID
    /// The signatures with their categories, thresholds and words.
    package var definition: SignatureSet
    /// A finding for each signature, in the framework's order.
    package var signatures: [SignatureFinding]
    /// The grades of early warning that some completion reaches, mildest first.
    package var grades: [SignatureSet.Grade]
    /// Whether some completion leaves no indicator of any signature, so that there is no grade; where `grades` is
    /// empty, every one does.
    package var canBeUntold: Bool

    /// How many signatures are evident in every completion, by category, in the categories' order.
    package var balance: [(category: SignatureCategory, evident: Int)] {
        definition.categories.map { category in
            let evident = signatures.filter {
                $0.signature.category == category.id && $0.possible == [.evident] && !$0.canBeUnknown
            }
            return (category, evident.count)
        }
    }
}
