import Disclosure
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
    package func questionnaires() -> [QuestionnaireReturns] {
        groups.values.map { group in
            let authorities = group.counted.keys.sorted()
            return QuestionnaireReturns(
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
    ///   - questionnaires: the questionnaires as `questionnaires()` gave them.
    ///   - others: how many other files are in the folder.
    ///   - fewest: the fewest authorities of whom a number is told.
    /// - Returns: numbers of files, those hidden that would give away a few.
    package func coverage(
        of questionnaires: [QuestionnaireReturns], others: Int, atLeast fewest: Int
    ) -> RegionPicture.Coverage {
        let sizes = questionnaires.map(\.figures.count)
        let counted = sizes.filter { $0 >= fewest }.reduce(0, +)
        let few = sizes.reduce(0, +) - counted
        let leftOut = [few, passedOver, withoutAuthority, preWork, unreadable]
        let released = Suppression.release(ofUnknownSum: leftOut, atLeast: fewest)
        return RegionPicture.Coverage(
            files: released.map { _ in counted + leftOut.reduce(0, +) }, counted: counted,
            leftOut: zip(RegionPicture.LeftOut.allCases, released?.sizes ?? leftOut.map { _ in nil })
                .map { ($0, $1) }, others: others)
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
