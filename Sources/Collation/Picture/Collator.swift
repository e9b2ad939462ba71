import Instruments
package import Sessions

/// Gathers the figures of many sessions; in whatever order they come, it is the same in the end.
///
/// It holds one session's figures for each authority and questionnaire, however many files there are.
package struct Collator: Sendable {
    private let now: Timestamp
    private var groups: [String: Group] = [:]
    private var withoutAuthority = 0
    private var preWork = 0
    private var unreadable = 0

    /// The sessions of one questionnaire.
    private struct Group: Sendable {
        let index: InstrumentIndex
        var counted: [String: SessionFigures] = [:]
        /// The sessions that do not count since another one of their authority does.
        var passedOver: [String: [SessionReturn]] = [:]
    }

    /// A collator that has seen nothing.
    ///
    /// - Parameter now: the time, by which it knows a session whose last change lies in the future.
    package init(now: Timestamp) {
        self.now = now
    }

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
        withoutAuthority += other.withoutAuthority
        preWork += other.preWork
        unreadable += other.unreadable
        for (key, group) in other.groups {
            if groups[key] == nil { groups[key] = Group(index: group.index) }
            for (authority, passedOver) in group.passedOver {
                groups[key]?.passedOver[authority, default: []] += passedOver
            }
            for (authority, figures) in group.counted { keep(figures, as: authority, in: key) }
        }
    }

    /// How many sessions name no authority.
    package var unnamed: Int { withoutAuthority }

    /// How many sessions are in nobody's return, by reason.
    package var leftOut: [(reason: RegionPicture.LeftOut, files: Int)] {
        [(.noAuthority, withoutAuthority), (.preWork, preWork), (.unreadable, unreadable)]
    }

    /// Keeps the one of two sessions of an authority that counts, and notes the other one.
    private mutating func keep(_ figures: SessionFigures, as authority: String, in key: String) {
        if let kept = groups[key]?.counted[authority].map({ SessionReturn($0, now: now) }) {
            let new = SessionReturn(figures, now: now)
            let isBetter = new.goesBefore(kept)
            groups[key]?.passedOver[authority, default: []].append(isBetter ? kept : new)
            guard isBetter else { return }
        }
        groups[key]?.counted[authority] = figures
    }

    /// How many sessions do not count since another one of their authority does.
    private var passedOver: Int {
        groups.values.reduce(0) { $0 + $1.passedOver.values.reduce(0) { $0 + $1.count } }
    }

    /// The name that an authority is known by, whatever its capitals and spaces.
    package static func name(_ authority: String) -> String {
        // What cannot be seen tells no two authorities apart.
        let seen = authority.unicodeScalars.filter { !$0.properties.isDefaultIgnorableCodePoint }
        return String(String.UnicodeScalarView(seen)).lowercased().split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
    }

    /// The questionnaires with the authorities that answered them, all in a fixed order.
    package func gathered() -> [Gathered] {
        groups.values.map { group in
            let authorities = group.counted.keys.sorted()
            return Gathered(
                index: group.index, authorities: authorities,
                figures: authorities.compactMap { group.counted[$0] },
                passedOver: authorities.map { authority in
                    (group.passedOver[authority] ?? []).sorted { $0.goesBefore($1) }
                }, now: now)
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
        let leftOut = [few, passedOver, withoutAuthority, preWork, unreadable]
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
    /// The figures of the session that counts for each of them.
    package let figures: [SessionFigures]
    /// The other sessions of each of them, those that would count first coming first.
    package let passedOver: [[SessionReturn]]
    /// The time by which it was decided which ones count.
    let now: Timestamp

    /// The sessions that count, in the order of `authorities`.
    package var returns: [SessionReturn] { figures.map { SessionReturn($0, now: now) } }

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
                }.filter { !$0.breakdown.isNamedByAuthorities || $0.hasSome("present") })
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
