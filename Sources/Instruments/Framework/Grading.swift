/// A share of what is counted, such as two thirds; whole numbers, so that nothing is rounded.
package struct Share: Equatable, Hashable, Sendable {
    /// How many parts.
    package var parts: Int
    /// Of how many.
    package var of: Int

    /// A share; nil unless it is more than nothing and at most the whole, of at most ninety-nine parts.
    package init?(_ parts: Int, of whole: Int) {
        guard parts > 0, parts <= whole, whole <= 99 else { return nil }
        self.parts = parts
        of = whole
    }

    private init(whole: Int) {
        parts = whole
        of = whole
    }

    /// All of it.
    package static let all = Share(whole: 1)

    /// Reads a share as files have it, such as `2/3`; nil for anything else.
    package init?(_ text: String) {
        let halves = text.split(separator: "/", omittingEmptySubsequences: false)
        guard halves.count == 2, let parts = Int(halves[0]), let whole = Int(halves[1]) else { return nil }
        self.init(parts, of: whole)
    }

    /// Whether so many of a total are at least this share of it.
    package func isReached(by count: Int, of total: Int) -> Bool { count * of >= parts * total }

    /// What a part that holds adds to a sum that is nothing or more where the share is reached.
    package var gain: Int { of - parts }
    /// What a part that does not hold takes from that sum.
    package var loss: Int { parts }
}

extension Share: CustomStringConvertible {
    package var description: String { "\(parts)/\(of)" }
}

extension Share: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let share = Share(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a share")
        }
        self = share
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension Condition {
    /// How far a condition is met that is counted over elements; the worst first.
    package enum Grade: String, Sendable, Codable, CaseIterable {
        /// Few of its elements are true.
        case lacking
        /// Neither.
        case partly
        /// Most of its elements are true, and those that it needs.
        case inPlace = "in-place"
    }

    /// How a condition that is counted over elements gets its grade.
    ///
    /// Elements that have no question left are not counted. The grade is lacking where that and another one fit.
    package struct Grading: Equatable, Sendable, Codable {
        /// What is counted.
        package var elements: [Element.ID]
        /// The elements without which nothing is known: with one of them gone, every grade is possible. So it is with what
        /// is needed besides, or makes it lacking, too, once nothing is left of that.
        package var core: [Element.ID]
        /// The least share of true elements of a condition in place.
        package var inPlace: Share
        /// What must hold besides for a condition in place; nil for nothing.
        package var needs: Formula?
        /// The greatest share of true elements of a condition that is lacking.
        package var lacking: Share
        /// What makes it lacking, too; nil for nothing.
        package var lackingToo: Formula?

        private enum CodingKeys: String, CodingKey {
            case core, needs
            case elements = "of"
            case inPlace = "in-place-from"
            case lacking = "lacking-to"
            case lackingToo = "lacking-too"
        }

        /// A grading with all its fields.
        package init(
            elements: [Element.ID], core: [Element.ID] = [], inPlace: Share, needs: Formula? = nil,
            lacking: Share,
            lackingToo: Formula? = nil
        ) {
            self.elements = elements
            self.core = core
            self.inPlace = inPlace
            self.needs = needs
            self.lacking = lacking
            self.lackingToo = lackingToo
        }

        /// Where the condition is in place, but for what is lacking.
        package var whenInPlace: Formula {
            let counted = Formula.share(inPlace, of: elements.map { .element($0) })
            return needs.map { .all([counted, $0]) } ?? counted
        }

        /// Where the condition is lacking.
        package var whenLacking: Formula {
            let most = Share(lacking.of - lacking.parts, of: lacking.of)
            let none = elements.map { Formula.not(.element($0)) }
            // At most all of them are true in any case.
            let counted =
                most.map { Formula.share($0, of: none) } ?? .any(none + elements.map { .element($0) })
            return lackingToo.map { .any([counted, $0]) } ?? counted
        }

        /// Whether every grade is possible, with some elements gone: a core element, or more than half.
        package func isLost(without gone: Set<Element.ID>) -> Bool {
            !gone.isDisjoint(with: core) || 2 * elements.count(where: { !gone.contains($0) }) < elements.count
        }
    }
}
