/// What is more than any session that people made, and more than a program should take from a file that somebody sent.
package enum SessionBound: Error, Equatable, Sendable {
    /// The session would have more events than this.
    case events(most: Int)
    /// So many sign-offs of so long a session: each keeps the session as it was.
    case signOffs
    /// A question would be voted on more often than this.
    case votes(most: Int)
    /// More questions than this would be voted on.
    case votedOn(most: Int)
    /// The session would have more links than this.
    case links(most: Int)
    /// The plan would have more measures than this.
    case measures(most: Int)
    /// An answer would have more themes than this.
    case themes(most: Int)
    /// A title, an authority or a role would be longer than this, in bytes.
    case names(most: Int)
    /// Any other text would be longer than this, in bytes.
    case texts(most: Int)
    /// Its file would be longer than this, in bytes.
    case bytes(most: Int)
    /// It would move to other versions of its instruments more often than this.
    case migrations(most: Int)
}

extension SessionBound {
    /// The bound that a title, an authority or a role goes beyond; nil where each is one.
    package static func exceeded(byNames names: String?...) -> SessionBound? {
        let most = 16 * 1_024
        return names.contains { ($0?.utf8.count ?? 0) > most } ? .names(most: most) : nil
    }
}

extension SessionEvent.Payload {
    /// The bound that a text of it goes beyond; nil for all that people write.
    package var textBound: SessionBound? {
        // As much as a sheet of answers can hold.
        let most = 4 * 1_024 * 1_024
        var isLong = false
        func look(_ text: String) { isLong = isLong || text.utf8.count > most }
        var names: SessionBound?
        switch self {
        case .started(let start): names = .exceeded(byNames: start.title, start.authority)
        case .titled(let name), .authorityNamed(let name), .signedOff(let name, _):
            names = .exceeded(byNames: name)
        case .measureSet(let measure):
            names = .exceeded(
                byNames: measure.name, measure.unit, measure.source, measure.comparator?.name)
        case .noteContinued(_, let text): look(text)
        default: break
        }
        if names != nil { return names }
        _ = mappingWords(WordsContext(number: 0)) { _, text in
            look(text)
            return text
        }
        return isLong ? .texts(most: most) : nil
    }
}

extension SessionState {
    /// The bound that an event would go beyond; nil for every event of a session that people make.
    package func bound(exceededBy event: SessionEvent) -> SessionBound? {
        guard event.number <= Self.mostEvents else { return .events(most: Self.mostEvents) }
        switch event.what {
        case .signedOff:
            // What is kept with a sign-off is at most as much as happened before it.
            let kept = milestones.reduce(event.number) { $0 + $1.number }
            return kept > Self.mostKept ? .signOffs : nil
        case .voted(let id, _), .recounted(let id, _, _):
            guard let room else { return nil }
            if let record = room.questions[id] {
                return record.votes.count < Self.mostVotes ? nil : .votes(most: Self.mostVotes)
            }
            return room.questions.count < Self.mostVotedOn ? nil : .votedOn(most: Self.mostVotedOn)
        case .linked:
            return links.count < Self.mostLinks ? nil : .links(most: Self.mostLinks)
        case .measureSet(let measure):
            let isNew = self.measure(named: measure.id) == nil
            return isNew && measures.count >= Measure.most ? .measures(most: Measure.most) : nil
        case .themeAdded(let id, _):
            let themes = records[id]?.themes.count ?? 0
            return themes < Self.mostThemes ? nil : .themes(most: Self.mostThemes)
        case .migrated:
            return migrations < Self.mostMigrations ? nil : .migrations(most: Self.mostMigrations)
        default: return nil
        }
    }

    private static let mostEvents = 100_000
    private static let mostKept = 500_000
    private static let mostVotes = 100
    private static let mostVotedOn = 2_000
    private static let mostLinks = 5_000
    private static let mostThemes = 1_000
    private static let mostMigrations = 1_000
}
