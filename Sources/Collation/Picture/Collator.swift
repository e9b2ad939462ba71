import Instruments
package import Sessions

/// Gathers the figures of many sessions; in whatever order they come, it is the same in the end.
///
/// It holds one session's figures for each authority and questionnaire, however many files there are.
package struct Collator: Sendable {
    private var groups: [String: Group] = [:]
    private var older = 0
    private var withoutAuthority = 0
    private var preWork = 0
    private var unreadable = 0

    /// The sessions of one questionnaire.
    private struct Group: Sendable {
        let index: InstrumentIndex
        var newest: [String: SessionFigures] = [:]
    }

    /// A collator that has seen nothing.
    package init() {}

    /// Takes a session in.
    ///
    /// - Parameters:
    ///   - figures: its figures.
    ///   - index: the index of its instruments.
    package mutating func add(_ figures: SessionFigures, _ index: InstrumentIndex) {
        guard let authority = figures.authority.map(Self.name), !authority.isEmpty else {
            withoutAuthority += 1
            return
        }
        let key = figures.pins.key
        if groups[key] == nil { groups[key] = Group(index: index) }
        keep(figures, as: authority, in: key)
    }

    /// Counts a session that is somebody's answers before a workshop.
    package mutating func addPreWork() { preWork += 1 }

    /// Counts a session that cannot be opened, read or evaluated.
    package mutating func addUnreadable() { unreadable += 1 }

    /// Takes in what another collator has seen of other files.
    package mutating func merge(_ other: Collator) {
        older += other.older
        withoutAuthority += other.withoutAuthority
        preWork += other.preWork
        unreadable += other.unreadable
        for (key, group) in other.groups {
            if groups[key] == nil { groups[key] = Group(index: group.index) }
            for (authority, figures) in group.newest { keep(figures, as: authority, in: key) }
        }
    }

    /// How many sessions name no authority.
    package var unnamed: Int { withoutAuthority }

    /// Keeps the newer of two sessions of one authority; of two that changed at once, the one with the later id.
    private mutating func keep(_ figures: SessionFigures, as authority: String, in key: String) {
        if let kept = groups[key]?.newest[authority] {
            older += 1
            let isNewer =
                figures.changed != kept.changed
                ? figures.changed > kept.changed : figures.session > kept.session
            guard isNewer else { return }
        }
        groups[key]?.newest[authority] = figures
    }

    /// The name that an authority is known by, whatever its capitals and spaces.
    package static func name(_ authority: String) -> String {
        authority.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The questionnaires with the authorities that answered them, all in a fixed order.
    package func gathered() -> [Gathered] {
        groups.values.map { group in
            let authorities = group.newest.keys.sorted()
            return Gathered(
                index: group.index, authorities: authorities,
                figures: authorities.compactMap { group.newest[$0] })
        }.sorted { $0.order.lexicographicallyPrecedes($1.order) }
    }

    /// What may be told of the files.
    ///
    /// - Parameters:
    ///   - gathered: the questionnaires as `gathered()` gave them.
    ///   - others: how many other files are in the folder.
    ///   - fewest: the fewest authorities of whom a number is told.
    /// - Returns: numbers of files, those hidden that would give away a few.
    package func coverage(
        of gathered: [Gathered], others: Int, atLeast fewest: Int
    ) -> RegionPicture.Coverage {
        let sizes = gathered.map(\.figures.count)
        let counted = sizes.filter { $0 >= fewest }.reduce(0, +)
        let few = sizes.reduce(0, +) - counted
        let leftOut = [few, older, withoutAuthority, preWork, unreadable]
        let rest = leftOut.reduce(0, +)
        let isTold = rest == 0 || rest >= fewest
        let telling = isTold ? Telling.safe(of: leftOut, atLeast: fewest).first : nil
        return RegionPicture.Coverage(
            files: isTold ? counted + rest : nil, counted: counted,
            leftOut: zip(RegionPicture.LeftOut.allCases, telling?.sizes ?? leftOut.map { _ in nil })
                .map { ($0, $1) }, others: others)
    }
}

/// A questionnaire with the authorities that answered it.
package struct Gathered: Sendable {
    /// The names behind the figures.
    package let index: InstrumentIndex
    /// The authorities as they are known, in alphabetical order.
    package let authorities: [String]
    /// The newest figures of each of them.
    package let figures: [SessionFigures]

    /// What questionnaires are put in order by.
    fileprivate var order: [String] {
        let pins = index.pins
        return ([pins.questionnaire] + pins.frameworks).flatMap { [$0.id, $0.version, $0.sha256] }
    }

    /// Parts the authorities in every way that is told.
    ///
    /// - Parameter fewest: the fewest authorities of whom a number is told.
    /// - Returns: the authorities with their categories.
    package func parted(atLeast fewest: Int) -> Parted {
        let all = Breakdowns(index).all(figures, atLeast: fewest)
        return Parted(gathered: self, parted: all.map { Deciding.Parted($0, figures) })
    }

    /// The authorities of a questionnaire, parted in every way that is told.
    package struct Parted: Sendable {
        /// The questionnaire.
        package let gathered: Gathered
        let parted: [Deciding.Parted]

        /// Of each authority, all that any number told depends on; in the order of `authorities`.
        ///
        /// Two runs with the same bytes for the same authorities tell the same.
        package var contributions: [[UInt8]] {
            gathered.figures.indices.map { place in parted.map { $0.categories[place] } }
        }

        /// What may be told.
        ///
        /// - Parameters:
        ///   - fewest: the fewest authorities of whom a number is told.
        ///   - past: what earlier releases told of the same questionnaire.
        /// - Returns: the picture; nothing but the names for too few authorities.
        package func told(atLeast fewest: Int, past: [PastRelease] = []) -> RegionPicture.Part {
            guard gathered.figures.count >= fewest else {
                return RegionPicture.Part(index: gathered.index, authorities: nil, breakdowns: [])
            }
            let tellings = Deciding.tellings(of: parted, atLeast: fewest, past: past)
            return RegionPicture.Part(
                index: gathered.index, authorities: gathered.figures.count,
                breakdowns: zip(parted, tellings).map {
                    RegionPicture.Told(breakdown: $0.breakdown, telling: $1)
                }.filter { !$0.breakdown.isNamedByAuthorities || $0.size("present") != nil })
        }
    }
}

extension InstrumentPins {
    /// The SHA-256 of the questionnaire and of all that it feeds: what sessions have in common that are counted together.
    package var key: String { Self.key(of: hashes) }

    /// The SHA-256 of the questionnaire and of all that it feeds, in that order.
    package var hashes: [String] { ([questionnaire] + frameworks).map(\.sha256) }

    /// The key of pins of which the hashes are known.
    package static func key(of hashes: [String]) -> String { hashes.joined(separator: " ") }
}
