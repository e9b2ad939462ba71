package import Instruments

/// One test of how well a self-assessment knows what it says; there is no score over all of them.
package struct QualityLine: Equatable, Sendable {
    /// What is looked at.
    package enum Test: String, Sendable, CaseIterable {
        /// The share of ratings with at least one piece of evidence.
        case evidenced
        /// The share of areas whose evidence comes from several sides.
        case triangulated
        /// The share of areas with remarks that record strengths as well as worries.
        case balanced
        /// The share of questions answered with don't know.
        case known
        /// The share of questions that are dealt with: answered, don't know or not applicable.
        case complete
        /// How a peer review sees it.
        case challenged
        /// How far a room agrees.
        case shared
    }

    /// What a test found that could be better.
    package enum Found: Equatable, Sendable {
        /// A question: rated as met without evidence, not known, or not answered.
        case question(Question.ID)
        /// An area that does not pass.
        case area(Area.ID)
        /// What an area's evidence lacks.
        case lacking(Side)
        /// Which half of the picture an area leaves out.
        case missing(Half)
        /// A power of governance that no answer covers.
        case power(Oversight.Power)
    }

    /// What evidence from several sides needs.
    package enum Side: String, Sendable, CaseIterable {
        /// At least three kinds.
        case threeKinds = "three-kinds"
        /// The front line, or children and families.
        case closeToChildren = "frontline-or-children-and-families"
        /// Partners, inspection or peers.
        case outside = "outside-the-council"
    }

    /// A half of the picture.
    package enum Half: String, Sendable {
        case strengths
        case concerns
    }

    /// What is looked at.
    package var test: Test
    /// The area; nil for the whole session.
    package var area: Area.ID?
    /// A share, 0 to 1; of `challenged`, the mean of the levels between self and peer; nil where there is nothing to measure.
    package var value: Double?
    /// What could be better, in the order of asking.
    package var found: [Found]
}
