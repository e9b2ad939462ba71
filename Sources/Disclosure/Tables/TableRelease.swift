/// The release of the tables of one questionnaire.
package struct TableRelease: Equatable, Sendable {
    /// The release of each table, in order; nil where not even its name is.
    package let cells: [ReleasedCells?]
    /// The record of what it says, as it is kept to be held against later releases.
    package let record: ReleaseRecord

    /// A release, and its record.
    init(of tables: [FrequencyTable], respondents: Int, atLeast minimum: Int, _ cells: [ReleasedCells]) {
        var released: [ReleasedCells?] = []
        var record = ReleaseRecord(minimum: minimum, respondents: respondents)
        for (table, cells) in zip(tables, cells) {
            guard table.naming.map(cells.hasSome) ?? true else {
                released.append(nil)
                continue
            }
            released.append(cells)
            for (category, size) in zip(table.categories, cells.sizes) {
                if let size { record.counts[table.id, default: [:]][category] = size }
            }
            record.most[table.id] = cells.most.map { table.categories[$0] }
        }
        self.cells = released
        self.record = record
    }
}

/// The record of a release, by the names of tables and categories: all that later releases are held against.
package struct ReleaseRecord: Equatable, Sendable {
    /// The minimum frequency that it kept to.
    package var minimum: Int
    /// The number of respondents it rested on.
    package var respondents: Int
    /// The sizes told, by table and category.
    package var counts: [String: [String: Int]]
    /// The category that all or most were said to be in, by table.
    package var most: [String: String]

    /// A record with all its fields.
    package init(
        minimum: Int = MinimumFrequency.standard, respondents: Int, counts: [String: [String: Int]] = [:],
        most: [String: String] = [:]
    ) {
        self.minimum = minimum
        self.respondents = respondents
        self.counts = counts
        self.most = most
    }
}

/// The decision whether the tables of a questionnaire are released, with the reason where they are not.
package enum ReleaseDecision: Equatable, Sendable {
    case released(TableRelease)
    /// There are fewer respondents than the minimum frequency.
    case tooFewRespondents
    /// So few differ from an earlier release that the difference would be about them; its place among them.
    case tooFewDiffer(from: Int)

    /// Decides what may be released of the tables of a questionnaire beside what earlier releases said.
    ///
    /// Where fewer than the minimum frequency came, went or changed since one of them, nothing is released, unless all
    /// that would be is what that one said: the difference says nothing then.
    ///
    /// - Parameters:
    ///   - tables: the tables, the most important first.
    ///   - respondents: how many respondents there are.
    ///   - minimum: the minimum frequency.
    ///   - earlier: the earlier releases of the same questionnaire, oldest first.
    package init(
        of tables: [FrequencyTable], respondents: Int, atLeast minimum: Int, after earlier: [EarlierRelease]
    ) {
        guard respondents >= minimum else {
            self = .tooFewRespondents
            return
        }
        let cells = SecondarySuppression.releases(of: tables, atLeast: minimum, after: earlier)
        let release = TableRelease(of: tables, respondents: respondents, atLeast: minimum, cells)
        let close = earlier.firstIndex {
            $0.isTooClose(atLeast: minimum) && $0.record != release.record
        }
        self = close.map { .tooFewDiffer(from: $0) } ?? .released(release)
    }
}
