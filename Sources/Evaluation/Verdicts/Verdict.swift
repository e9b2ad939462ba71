package import Instruments

/// What some answers can come to, without the reasons: the exact sets that `evaluate` gives, as numbers.
///
/// Places count from 0 and follow the instruments: the frameworks in their order, and within each the order of its file.
package struct Verdict: Equatable, Sendable {
    /// What a statement can be, over all completions of the open answers.
    package struct Truths: OptionSet, Hashable, Sendable {
        package let rawValue: UInt8
        package init(rawValue: UInt8) { self.rawValue = rawValue }

        /// It holds in some completion.
        package static let holds = Truths(rawValue: 1)
        /// It fails in some completion.
        package static let fails = Truths(rawValue: 2)
        /// Both.
        package static let both: Truths = [.holds, .fails]
    }

    /// What a table can give.
    package struct TableVerdict: Equatable, Sendable {
        /// One bit for each outcome that some completion reaches, the first outcome's the lowest.
        package var outcomes: UInt64
        /// One bit for each outcome that every completion reaches.
        package var certain: UInt64
        /// Whether some completion matches no rule.
        package var canBeNone: Bool

        /// The places of the outcomes, in the table's order.
        package var places: [Int] { (0..<64).filter { outcomes >> $0 & 1 == 1 } }
    }

    /// What a signature can be.
    package struct Statuses: OptionSet, Hashable, Sendable {
        package let rawValue: UInt8
        package init(rawValue: UInt8) { self.rawValue = rawValue }

        package static let clear = Statuses(rawValue: 1)
        package static let watch = Statuses(rawValue: 2)
        package static let evident = Statuses(rawValue: 4)
        /// No indicator is left.
        package static let unknown = Statuses(rawValue: 8)

        /// The status by itself.
        package init(_ status: SignatureSet.Status?) {
            switch status {
            case .clear: self = .clear
            case .watch: self = .watch
            case .evident: self = .evident
            case nil: self = .unknown
            }
        }
    }

    /// Every element, as far as a question on it is left; empty where none ever is.
    package var elements: [Truths]
    /// Every condition; never empty.
    package var conditions: [Truths]
    /// Whether nothing is left of a condition's formula in any completion.
    package var isGone: [Bool]
    /// Every table.
    package var tables: [TableVerdict]
    /// Every model: whether all its conditions can hold, and whether one can fail.
    package var models: [Truths]
    /// Every signature of the first framework that has any.
    package var signatures: [Statuses]
    /// The grades of early warning that some completion reaches, a bit each in the order of `SignatureSet.Grade`.
    package var grades: UInt8

    /// What either of two verdicts allows.
    mutating func formUnion(_ other: Verdict) {
        for index in elements.indices { elements[index].formUnion(other.elements[index]) }
        for index in conditions.indices { conditions[index].formUnion(other.conditions[index]) }
        for index in isGone.indices { isGone[index] = isGone[index] && other.isGone[index] }
        for index in tables.indices {
            tables[index].outcomes |= other.tables[index].outcomes
            tables[index].certain &= other.tables[index].certain
            tables[index].canBeNone = tables[index].canBeNone || other.tables[index].canBeNone
        }
        for index in models.indices { models[index].formUnion(other.models[index]) }
        for index in signatures.indices { signatures[index].formUnion(other.signatures[index]) }
        grades |= other.grades
    }
}
