package import Disclosure
import Sessions

/// A questionnaire with the authorities that answered it.
package struct QuestionnaireReturns: Sendable {
    /// The names behind the figures.
    package let index: InstrumentIndex
    /// The authorities as they are known, in alphabetical order.
    package let authorities: [String]
    /// The figures of the session that counts for each of them.
    package let figures: [SessionFigures]
    /// The other sessions of each of them, those that would count first coming first.
    package let passedOver: [[SessionReturn]]
    /// The time by which it was decided which ones count.
    let now: Timestamp

    /// The sessions that count, in the order of `authorities`.
    package var returns: [SessionReturn] { figures.map { SessionReturn($0, now: now) } }

    /// What questionnaires are put in order by.
    var order: [String] {
        let pins = index.pins
        return ([pins.questionnaire] + pins.frameworks).flatMap { [$0.id, $0.version, $0.sha256] }
    }

    /// Counts the authorities in every table that may be released.
    ///
    /// - Parameter fewest: the fewest authorities of whom a number is told.
    /// - Returns: the tables.
    package func tabulated(atLeast fewest: Int) -> Tabulation {
        Tabulation(self, Breakdowns(index).all(figures, atLeast: fewest))
    }

    /// The authorities of a questionnaire, counted in every table that may be released.
    package struct Tabulation: Sendable {
        private let returns: QuestionnaireReturns
        private let breakdowns: [Breakdown]
        private let tables: [FrequencyTable]

        fileprivate init(_ returns: QuestionnaireReturns, _ breakdowns: [Breakdown]) {
            self.returns = returns
            self.breakdowns = breakdowns
            tables = breakdowns.map { $0.table(of: returns.figures) }
        }

        /// Of each authority, all that any number told depends on; in the order of `authorities`.
        ///
        /// Two runs with the same bytes for the same authorities tell the same.
        package var contributions: [[UInt8]] {
            returns.figures.indices.map { place in tables.map { $0.assigned[place] } }
        }

        /// Decides what may be told.
        ///
        /// - Parameters:
        ///   - fewest: the fewest authorities of whom a number is told.
        ///   - earlier: what earlier releases told of the same questionnaire, oldest first.
        /// - Returns: the release, or why there is none.
        package func release(
            atLeast fewest: Int, after earlier: [EarlierRelease] = []
        ) -> ReleaseDecision {
            ReleaseDecision(
                of: tables, respondents: returns.figures.count, atLeast: fewest, after: earlier)
        }

        /// The picture of a release; nothing but the names where there is none.
        package func picture(_ release: TableRelease?) -> RegionPicture.Part {
            RegionPicture.Part(
                index: returns.index, authorities: release?.record.respondents,
                breakdowns: zip(breakdowns, release?.cells ?? []).compactMap { breakdown, cells in
                    cells.map { RegionPicture.ReleasedTable(breakdown: breakdown, cells: $0) }
                })
        }
    }
}

extension Breakdown {
    /// Counts authorities by the category that each of them is in.
    func table(of figures: [SessionFigures]) -> FrequencyTable {
        FrequencyTable(
            id: id, categories: categories.map(\.id), harmless: harmless, support: support,
            naming: isNamedByAuthorities ? categories.firstIndex { $0.state == .present } : nil,
            assigned: figures.map { UInt8(clamping: category($0)) })
    }
}
