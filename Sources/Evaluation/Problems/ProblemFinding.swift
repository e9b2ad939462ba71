package import Instruments
package import Sessions

/// How one problem stands.
package struct ProblemFinding: Sendable {
    /// What the answers say of a problem.
    package enum State: String, Sendable, CaseIterable, Encodable {
        case present
        /// Part of it is there, which counts as present.
        case partly
        case absent
        /// A question on it is open.
        case unknown
        /// No question on it is left.
        case notApplicable = "not-applicable"

        /// Whether the problem counts as present.
        package var counts: Bool { self == .present || self == .partly }
    }

    /// The problem, by framework.
    package var reference: Reference<Element>
    /// The element that stands for it.
    package var element: Element
    /// How it stands.
    package var state: State
    /// The answers that say so.
    package var answers: [Reason]
    /// The open questions on it.
    package var open: [Question.ID]
}

/// A link between two problems, and whether it counts.
package struct LinkFinding: Equatable, Sendable {
    /// Whether a link counts.
    package enum State: String, Sendable {
        /// Both ends are present.
        case counts
        /// An end is not known yet, and none is absent.
        case possible
        /// An end is absent, or has no question left.
        case idle
    }

    /// The link.
    package var link: Link
    /// Whether it counts.
    package var state: State
}

/// The problems of one framework and what their links make of them.
package struct ProblemFindings: Sendable {
    /// The framework that lists the problems.
    package var framework: Framework.ID
    /// The problems as the framework lists them.
    package var definition: ProblemSet
    /// Every problem, in the framework's order.
    package var problems: [ProblemFinding]
    /// How far they were gone through for links.
    package var step: LinksStep
    /// Whether two of them can be linked, and can be not: true before false; never empty.
    package var linked: [Bool]
    /// Every link between them, in the order in which it was said.
    package var links: [LinkFinding]
    /// The problems that links that count join to one another, each group in the framework's order.
    package var linkedGroups: [[Reference<Element>]]
    /// The vicious circles over links that count.
    package var circles: Circles
    /// The circles that need at least one link that is only possible.
    package var possibleCircles: Circles
    /// For each group of problems that all lead back to each other, one of its shortest circles.
    package var knots: [[Reference<Element>]]
    /// What to keep in mind because the problems present are all of one group; nil for nothing.
    package var lone: Statement?

    /// Circles, each once, the shortest first; each begins with its first problem in the framework's order.
    package struct Circles: Equatable, Sendable {
        /// The circles found.
        package var found: [[Reference<Element>]]
        /// The number of problems up to which all circles are listed; nil where all are.
        package var completeUpTo: Int?

        /// Some circles.
        package init(found: [[Reference<Element>]], completeUpTo: Int? = nil) {
            self.found = found
            self.completeUpTo = completeUpTo
        }
    }

    /// The problems that count as present.
    package var present: [ProblemFinding] { problems.filter(\.state.counts) }

    /// Whether problems lead back to each other, and whether they do not, as far as it can be: true before false.
    ///
    /// Certain by the links that count; ruled out where nothing that may still be known or recorded could close a circle.
    package var circular: [Bool] {
        if !knots.isEmpty { return [true] }
        let canBe =
            mayHoldMoreLinks || !possibleCircles.found.isEmpty || possibleCircles.completeUpTo != nil
        return canBe ? [true, false] : [false]
    }

    /// Whether a link that is not recorded could still come up between problems that are present, or may be.
    package var mayHoldMoreLinks: Bool {
        step.isOpen && problems.count { $0.state.counts || $0.state == .unknown } >= 2
    }

    /// The problems that are present and that no link joins to another; none while that is not known.
    package var isolated: [ProblemFinding] {
        guard !mayHoldMoreLinks else { return [] }
        let joined = Set(linkedGroups.joined())
        return present.filter { !joined.contains($0.reference) }
    }
}
