import Instruments

/// A way to part the authorities: each of them is in exactly one of its categories.
///
/// Every number that collating tells is the size of a category of a breakdown, which is what makes it possible to say
/// what can be worked out from all of them.
package struct Breakdown: Sendable {
    /// What the authorities are parted by.
    package enum Subject: Hashable, Sendable {
        /// Which one outcome a table comes to; the table's place.
        case table(Int)
        /// The grade of early warning.
        case earlyWarning
        /// Whether an outcome of a table is possible; the places of both.
        case possible(table: Int, outcome: Int)
        /// Whether a table that can give several outcomes gives this one.
        case given(table: Int, outcome: Int)
        /// How a signature of risk stands.
        case signature(Int)
        /// How a model stands.
        case model(Int)
        /// Whether a condition holds.
        case condition(Int)
        /// Whether problems lead to one another.
        case linkedProblems
        /// Whether problems lead back to each other.
        case viciousCircles
        /// How a problem stands.
        case problem(Int)
        /// Whether one problem leads to another.
        case link(from: Int, to: Int)
        /// Whether these problems lead back to each other.
        case circle([Int])
        /// How far a factor of success is there.
        case factor(Int)
        /// How far the session has come.
        case state
        /// Whether anything in an area is not known.
        case dontKnowInArea(Int)
        /// Whether a question is answered with don't know.
        case dontKnow(Int)
        /// How the answers were reached.
        case quality(QualityTest)
        /// Where the tier moved between the first sign-off and the last.
        case tierMovement
        /// Where the ratings of an area moved between the first sign-off and the last.
        case areaMovement(Int)
    }

    /// The tests of quality that a region is told of.
    package enum QualityTest: String, CaseIterable, Sendable {
        case evidenced
        case triangulated
        case balanced
        case known
        case complete
        case challenged
        case shared
    }

    /// One part.
    package struct Category: Equatable, Sendable {
        /// Its name within the breakdown, the same in every language.
        package let id: String
        /// The name that the reader sees, where the instruments give one.
        package let title: String?
        /// What it says; nil where the instruments name it.
        package let state: State?

        /// A category that the instruments name.
        init(id: String, title: String?) {
            self.id = id
            self.title = title
            state = nil
        }

        /// A category that only this program names.
        init(_ state: State) {
            id = state.rawValue
            title = nil
            self.state = state
        }
    }

    /// What the authorities are parted by.
    package let subject: Subject
    /// Its name: the same for the same instruments, in every language.
    package let id: String
    /// What it is about, in the words of the instruments.
    package let title: String
    /// The parts.
    package let categories: [Category]
    /// Which categories are a challenge and its opposite; nil where neither is.
    package let concern: Concern?
    /// The places of the categories that say nothing bad of those in them.
    package internal(set) var harmless: Set<Int> = []
    /// The questions that an authority's category depends on.
    let support: Set<Int>
    /// The category of an authority, by its figures.
    let category: @Sendable (SessionFigures) -> Int

    /// Whether it is there because authorities said so; one that is not told is not named either.
    var isNamedByAuthorities: Bool {
        switch subject {
        case .link, .circle: true
        default: false
        }
    }

    /// The categories of a breakdown that say that something is hard for an authority, or goes well.
    package struct Concern: Equatable, Sendable {
        /// The category of those for whom it is a challenge.
        package let challenge: String
        /// The category of those whom the others may learn from.
        package let strength: String

        init(challenge: State, strength: State) {
            self.challenge = challenge.rawValue
            self.strength = strength.rawValue
        }

        init(challenge: SignatureSet.Status, strength: SignatureSet.Status) {
            self.challenge = challenge.rawValue
            self.strength = strength.rawValue
        }
    }

    init(
        _ subject: Subject, id: String, title: String, _ categories: [Category], concern: Concern? = nil,
        support: Set<Int>, category: @escaping @Sendable (SessionFigures) -> Int
    ) {
        self.subject = subject
        self.id = id
        self.title = title
        self.categories = categories
        self.concern = concern
        self.support = support
        self.category = category
    }
}

extension [Breakdown.Category] {
    /// Categories that only this program names.
    static func named(_ states: Breakdown.State...) -> [Breakdown.Category] {
        states.map { Breakdown.Category($0) }
    }
}
