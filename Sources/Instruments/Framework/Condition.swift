/// A formula over elements that decision tables and models build on.
package struct Condition: Equatable, Sendable, Codable {
    package typealias ID = Identifier<Condition>

    /// The condition's name within its framework.
    package var id: ID
    /// A short noun phrase for reports, such as `Capacity to plan`.
    package var title: String
    /// What must hold; of a graded condition, what must hold for it to be in place.
    package var when: Formula
    /// How it gets its grade; nil for a condition that holds or does not.
    package var grading: Grading?
    /// Where the source documents speak of it.
    package var source: String
    /// Whether the source gives the formula, or it is ours.
    package var basis: Basis
    /// Why it is ours, where it is.
    package var reason: String?

    /// A condition with all its fields.
    package init(
        id: ID, title: String, when: Formula, source: String, basis: Basis = .stated,
        reason: String? = nil
    ) {
        self.id = id
        self.title = title
        self.when = when
        self.source = source
        self.basis = basis
        self.reason = reason
    }

    /// A graded condition with all its fields.
    package init(
        id: ID, title: String, grading: Grading, source: String, basis: Basis = .stated, reason: String? = nil
    ) {
        self.init(
            id: id, title: title, when: grading.whenInPlace, source: source, basis: basis, reason: reason)
        self.grading = grading
    }

    /// The grades that it can have: of one without a grading, the first and the last.
    package var grades: [Grade] { grading == nil ? [.lacking, .inPlace] : Grade.allCases }

    /// Every formula that says how it comes out.
    package var formulas: [Formula] {
        grading.map { [$0.whenInPlace, $0.whenLacking] } ?? [when]
    }
}

/// A warning that goes with a finding when a formula has one of the given truths.
package struct Caution: Equatable, Sendable, Codable {
    /// What is looked at.
    package var of: Formula
    /// The truths for which the caution is shown.
    package var when: [Truth]
    /// The words shown.
    package var text: String
    /// Where the source documents say so.
    package var source: String?
    /// Whether they say so.
    package var basis: Basis

    private enum CodingKeys: String, CodingKey {
        case of, text, source, basis
        case when = "is"
    }

    /// A caution with all its fields.
    package init(of: Formula, when: [Truth], text: String, source: String?, basis: Basis) {
        self.of = of
        self.when = when
        self.text = text
        self.source = source
        self.basis = basis
    }
}
